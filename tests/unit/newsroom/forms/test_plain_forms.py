from typing import Any, get_args

from markupsafe import Markup

from plugins.newsroom.forms import plain_forms
from plugins.newsroom.forms.form_parts import (
    Chart,
    DataTable,
    EmbedCard,
    FormPart,
    Gallery,
    GalleryPicture,
    PullQuote,
    TableCell,
    TableColumn,
    TextBox,
)
from plugins.newsroom.forms.media_parts import Player
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


def player(**more: Any) -> Player:
    plain: dict[str, Any] = {
        "is_video": False,
        "title_html": Markup("Hear: <em>it</em>"),
        "name": "Hear: it",
        "url": "/files/0123456789ab/a.mp3",
        "sources": (),
        "media_type": "audio/mpeg",
        "size": 33_000,
        "facts": "MP3, 33 KB",
        "seconds": 8.0,
        "duration": "8 sec",
        "iso_duration": "PT8S",
        "address": "small.example/files/0123456789ab/a.mp3",
    }
    return Player(**(plain | more))


def test_a_player_is_a_link_with_type_size_and_length() -> None:
    assert plain_form(player()) == (
        '<p><a href="/files/0123456789ab/a.mp3">Hear: <em>it</em></a> (MP3, 33 KB, 8 sec)</p>'
    )


def test_the_poster_of_a_player_leads_to_the_file_too() -> None:
    older = (Candidate("/s.jpg", 480), Candidate("/m.jpg", 960), Candidate("/l.jpg", 1920))
    poster = Picture(url="/l.jpg", width=1920, height=1080, alt="", older=older)

    html = plain_form(player(title_html=Markup(), poster=poster, caption_html=Markup("A & b"), credit_html=Markup("C")))

    assert html == (
        '<p><a href="/files/0123456789ab/a.mp3"><img src="/m.jpg" width="960" height="540" alt="Hear: it"></a></p>\n'
        '<p><a href="/files/0123456789ab/a.mp3">Hear: it</a> (MP3, 33 KB, 8 sec)</p>\n<p>A & b C</p>'
    )


def test_a_transcript_is_a_link_by_its_name_unless_it_stands_in_the_text() -> None:
    beside, within = (plain_form(player(transcript_url=url)) for url in ("/files/0/a%20b.txt", "#words"))

    assert beside.endswith('\n<p><a href="/files/0/a%20b.txt">a b.txt</a></p>')
    assert within == plain_form(player())


def test_a_table_has_all_its_rows_and_a_link_to_its_file() -> None:
    table = DataTable(
        anchor_html=Markup(),
        name_html=Markup("Rates"),
        name="Rates",
        columns=(TableColumn("Port", False, False, True), TableColumn("Rate", True, False, False)),
        rows=((TableCell("<Klang>", ""), TableCell("1,2", "1.2")),) * 500,
        is_sortable=True,
        is_tall=True,
        left_out="12 more rows",
        notes=(Markup("Source: Ana"),),
        file_url="/files/0/rates.csv",
        file_words="All rows (CSV)",
        chart=Chart(form="bars", svg_html=Markup("<svg></svg>"), label="Bars", legend=(), subtitle="in % & more"),
    )

    html = plain_form(table)

    assert html.startswith(
        "<table><caption>Rates · in % &amp; more</caption>\n"
        '<thead><tr><th scope="col">Port</th><th scope="col">Rate</th></tr></thead><tbody>'
    )
    assert html.count('<tr><th scope="row">&lt;Klang&gt;</th><td>1,2</td></tr>') == 500
    assert html.endswith(
        '<p>Source: Ana</p>\n<p>12 more rows</p>\n<p><a href="/files/0/rates.csv">All rows (CSV)</a></p>'
    )
