from markupsafe import Markup

from plugins.newsroom.forms.form_parts import EmbedCard, Gallery, GalleryPicture, TextBox
from plugins.newsroom.forms.plain_forms import plain_blocks, plain_form
from plugins.newsroom.forms.shown_picture import Candidate, Picture


def box(label: str = "", title: str = "", name: str = "") -> TextBox:
    html = Markup("<p>One.</p>")
    return TextBox(look="note", label=label, title_html=Markup(title), name=name, html=html)


def test_a_box_is_an_aside_with_its_title_in_bold() -> None:
    assert plain_form(box("Note", "A <em>b</em>")) == (
        "<aside>\n<p><strong>Note: A <em>b</em></strong></p>\n<p>One.</p>\n</aside>"
    )


def test_a_box_without_words_of_its_own_has_no_heading() -> None:
    assert plain_form(box()) == "<aside>\n<p>One.</p>\n</aside>"


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


def test_blocks_are_html_in_their_order() -> None:
    assert plain_blocks([Markup("<p>A &amp; b</p>"), box()]) == f"<p>A &amp; b</p>\n{plain_form(box())}"


def test_a_gallery_is_figures_with_the_words_for_all_below() -> None:
    picture = Picture(url="/a.jpg", width=3000, height=2000, alt='A "b"', older=(Candidate("/a.jpg", 1500),))
    item = GalleryPicture(
        picture=picture, caption_html=Markup("C <i>d</i>"), shape=150, is_whole=False, share=1, phone_share=1
    )

    assert plain_form(Gallery(rows=(((item,),),), caption_html=Markup("All"), anchor_html=Markup())) == (
        '<figure><img src="/a.jpg" width="1500" height="1000" alt="A &#34;b&#34;" loading="lazy">'
        "<figcaption>C <i>d</i></figcaption></figure>\n<p><em>All</em></p>"
    )
