from typing import get_args

from markupsafe import Markup

from plugins.newsroom.forms import plain_forms
from plugins.newsroom.forms.form_parts import EmbedCard, FormPart, Gallery, GalleryPicture, PullQuote, TextBox
from plugins.newsroom.forms.plain_forms import plain_blocks, plain_form
from plugins.newsroom.forms.shown_picture import Candidate, Picture


def box(label: str = "", title: str = "", name: str = "") -> TextBox:
    html = Markup("<p>One.</p>")
    return TextBox(look="note", label=label, title_html=Markup(title), name=name, html=html)


def embed(**words: str) -> EmbedCard:
    html = {name: Markup(words.get(name, "")) for name in ("title_html", "text_html", "author_html")}
    return EmbedCard(
        site="YouTube",
        medium="video",
        shape="wide",
        url="https://www.youtube.com/watch?v=a&t=1s",
        is_titled=bool(words),
        day="",
        date="",
        picture=None,
        frame_url="/embeds/youtube/a-1s/",
        frame_title="x",
        **html,
    )


def test_an_embed_is_a_link_and_the_words_of_a_post_a_quotation() -> None:
    href = "https://www.youtube.com/watch?v=a&amp;t=1s"

    assert plain_form(embed(title_html="A <em>b</em>", author_html="Ann")) == (
        f'<p><a href="{href}">A <em>b</em></a> · Ann · YouTube</p>'
    )
    assert plain_form(embed(title_html="A", text_html="Words.")) == (
        f'<blockquote>\n<p>Words.</p>\n</blockquote>\n<p><a href="{href}">A</a> · YouTube</p>'
    )


def test_blocks_are_html_in_their_order_without_what_is_said_twice() -> None:
    twice = PullQuote(html=Markup("<p>B</p>"), attribution_html=Markup(), repeats_text=True)

    assert plain_blocks([Markup("<p>A &amp; b</p>"), twice, box()]) == f"<p>A &amp; b</p>\n{plain_form(box())}"


def test_every_form_has_its_plain_html() -> None:
    assert set(plain_forms._PLAIN) == set(get_args(FormPart))


def test_a_gallery_is_figures_with_the_words_for_all_below() -> None:
    picture = Picture(url="/a.jpg", width=3000, height=2000, alt='A "b"', older=(Candidate("/a.jpg", 1500),))
    item = GalleryPicture(
        picture=picture, caption_html=Markup("C <i>d</i>"), shape=150, is_whole=False, share=1, phone_share=1
    )

    assert plain_form(Gallery(rows=(((item,),),), caption_html=Markup("All"), anchor_html=Markup())) == (
        '<figure><img src="/a.jpg" width="1500" height="1000" alt="A &#34;b&#34;" loading="lazy">'
        "<figcaption>C <i>d</i></figcaption></figure>\n<p><em>All</em></p>"
    )
