from dataclasses import replace

import pytest
from markupsafe import Markup

from plugins.feeds.entry_html import entry_html
from plugins.newsroom.articles import Article, Body, Sponsor
from plugins.newsroom.forms.form_parts import TextBox
from plugins.newsroom.forms.shown_picture import Candidate, Picture
from plugins.newsroom.front_matter.schema import CorrectionFields
from plugins.newsroom.words.catalogues import english
from tests.values import article, at, body

SILENT = body(blocks=())
TEXT = body(blocks=(Markup("<p>A.</p>"),))


def html_of(one: Article, text: Body = TEXT, feed_lang: str = "en", words_lang: str = "") -> str:
    return str(entry_html("https://example.test/news", one, text, english(), words_lang or feed_lang, feed_lang).html)


def unsummarised(**changes: object) -> Article:
    """Return an article without a summary of its own."""
    one = article(**changes)
    fields = one.fields.model_construct({*one.fields.model_fields_set} - {"summary"}, **dict(one.fields))
    return replace(one, fields=fields)


def test_the_standfirst_stands_before_the_text_where_its_author_wrote_one() -> None:
    assert html_of(article()) == "<p>What happened.</p>\n<p>A.</p>"
    assert html_of(unsummarised()) == "<p>A.</p>"


def test_corrections_come_first_the_newest_before_all() -> None:
    notes = [CorrectionFields.model_construct(date=at(f"2023-11-0{day}T10:00"), text=f"No <{day}>.") for day in (2, 3)]

    html = html_of(unsummarised(corrections=tuple(notes)))

    assert html == (
        "<aside>\n<p><strong>Corrections</strong></p>\n"
        '<p><strong><time datetime="2023-11-03T10:00:00+08:00">3 November 2023</time></strong> No &lt;3&gt;.</p>\n'
        '<p><strong><time datetime="2023-11-02T10:00:00+08:00">2 November 2023</time></strong> No &lt;2&gt;.</p>\n'
        "</aside>\n<p>A.</p>"
    )


def test_what_comes_first_is_in_the_language_of_its_words_and_a_correction_in_its_own() -> None:
    note = CorrectionFields.model_construct(date=at("2023-11-02T10:00"), text="No.")
    one = unsummarised(lang="ms", sample=True, corrections=(note,))

    html = html_of(one, feed_lang="ar")

    assert html.startswith('<div lang="ar" dir="rtl">\n<p><strong>Sample.')
    assert '<span lang="ms" dir="ltr">No.</span></p>\n</aside>\n</div>\n<div lang="ms" dir="ltr">\n<p>A.' in html


def test_an_article_with_words_in_its_own_language_tells_that_once() -> None:
    html = html_of(unsummarised(lang="ar", sample=True), words_lang="ar")

    assert html.startswith('<div lang="ar" dir="rtl">\n<p><strong>Sample.')
    assert html.count(' lang="') == 1


def test_who_paid_and_that_it_is_a_sample_stand_before_everything() -> None:
    sponsor = Sponsor(
        slug="s",
        name="Sari",
        url="https://sari.example",
        label="Paid by Sari",
        disclosure_html=Markup("<p>Sari paid.</p>"),
    )

    html = html_of(unsummarised(sponsor=sponsor, sample=True))

    assert html == (
        '<p><strong><a href="https://sari.example" rel="sponsored">Paid by Sari</a></strong></p>\n<p>Sari paid.</p>\n'
        "<p><strong>Sample.</strong> The people, companies and figures in this article are invented.</p>\n<p>A.</p>"
    )


def test_the_lead_picture_stands_before_the_text_with_its_words() -> None:
    files = (Candidate("/news/y-480-aa.jpg", 480), Candidate("/news/y-1200-aa.jpg", 1200))
    shown = {"url": files[-1].url, "older": files, "width": 4000, "height": 3000, "alt": "A <shelf>"}

    bare, said = (
        html_of(unsummarised(picture=Picture(**shown, **words)))
        for words in ({}, {"caption": "Books & boards", "credit": "Ida Lens"})
    )

    image = '<img src="https://example.test/news/y-1200-aa.jpg" width="1200" height="900" alt="A &lt;shelf&gt;">'
    assert bare == f"<p>{image}</p>\n<p>A.</p>"
    assert said == f"<figure>{image}<figcaption>Books &amp; boards Ida Lens</figcaption></figure>\n<p>A.</p>"


def test_a_form_is_plain_html_with_absolute_addresses() -> None:
    box = TextBox(
        look="note", label="Note", title_html=Markup(), name="Note", html=Markup('<p><a href="/x/">a</a></p>')
    )

    html = html_of(unsummarised(), body(blocks=(box,)))

    assert html == '<aside>\n<p><strong>Note</strong></p>\n<p><a href="https://example.test/x/">a</a></p>\n</aside>'


@pytest.mark.parametrize(
    ("lang", "feed_lang", "begin"),
    [
        ("en", "en", "<p>"),
        ("ms", "en", '<div lang="ms" dir="ltr">\n<p>'),
        ("ar", "en", '<div lang="ar" dir="rtl">\n<p>'),
        ("ar", "ar", '<div lang="ar" dir="rtl">\n<p>'),
    ],
)
def test_the_text_tells_its_language_and_direction_where_they_differ(lang: str, feed_lang: str, begin: str) -> None:
    html = html_of(article(lang=lang), TEXT, feed_lang)

    assert html.startswith(begin)
    assert html.count("<div") == html.count("</div>") == begin.count("<div")


def test_a_retracted_article_has_nothing_but_that_and_the_reason() -> None:
    reason = body(blocks=(Markup("<p>Why.</p>"),))

    assert html_of(article(retracted_since=at("2023-12-01T09:00"), summary="Why."), reason) == (
        "<p><strong>Retracted.</strong> We took this article back on 1 December 2023. "
        "The reason stands in its place.</p>\n"
        "<p>Why.</p>"
    )
