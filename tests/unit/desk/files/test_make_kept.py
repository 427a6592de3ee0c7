from typing import Any

import pytest

from plugins.desk.files.kept import ArticleHead, PlacedPicture
from plugins.desk.files.make_kept import head_of
from plugins.newsroom.articles import CtaSwitches, PromoNotice
from tests.unit.desk.conftest import READER, article


def head(source: str, text: str) -> Any:
    document, problems = READER.document(source, text.encode())
    assert problems == []
    return head_of(document, READER.typography)


def test_an_articles_head_is_set_in_type() -> None:
    found: ArticleHead = head("articles/one.md", article(title='A & "B"', keys="cta: {telegram: false}\nlang: ms\n"))

    assert (found.title, found.lang, found.cta) == ('A & "B"', "ms", CtaSwitches(telegram=False))
    assert found.title_html == 'A <span class="amp">&amp;</span>&nbsp;&#8220;B&#8221;'
    assert found.summary_html.startswith("A summary that is long enough")


def test_what_an_article_leaves_out_is_empty() -> None:
    found: ArticleHead = head("articles/one.md", "---\ntitle: A\nstatus: draft\n---\n")

    assert (found.lang, found.summary, found.summary_html, found.corrections) == ("", "", "", ())
    assert (found.date, found.updated, found.picture) == (None, None, None)


def test_a_picture_is_named_by_its_file() -> None:
    keys = "picture: {file: ../a.svg, alt: A, caption: C, credit: D}\n"
    author = "---\nname: A\nrole: R\nportrait: {file: /pictures/a.svg, alt: A}\n---\n"

    assert head("articles/2023/11/one.md", article(keys=keys)).picture == PlacedPicture(
        source="articles/2023/a.svg", alt="A", caption="C", credit="D"
    )
    assert head("authors/a.md", author).picture == PlacedPicture(
        source="pictures/a.svg", alt="A", caption="", credit=""
    )


@pytest.mark.parametrize(
    ("source", "text", "slug", "text_name"),
    [
        ("pages/about.md", "---\ntitle: A\nsummary: B\n---\nText.", "about", "body_html"),
        ("authors/a-b.md", "---\nname: A B\nrole: R\n---\nText.", "a-b", "biography_html"),
        ("categories/c.md", "---\nname: C\norder: 1\ncolour: blue\nsummary: S\n---\n", "c", "introduction_html"),
        ("tags/d.md", "---\nname: D\n---\nText.", "d", "introduction_html"),
        ("sponsors/e.md", "---\nname: E\nurl: https://e.example/\n---\nText.", "e", "disclosure_html"),
    ],
)
def test_all_else_is_a_value_without_picture_and_text(source: str, text: str, slug: str, text_name: str) -> None:
    found = head(source, text)

    assert (found.value.slug, found.picture, getattr(found.value, text_name)) == (slug, None, "")


def test_a_promo_is_whole() -> None:
    keys = "title: A\ntext: B\nurl: /about/\nadvertiser: C\nstart: 2023-12-01\nend: 2023-12-02\npriority: 3"

    value = head("promos/talk.md", f"---\n{keys}\n---\n").value

    assert isinstance(value, PromoNotice)
    assert (value.slug, value.title, value.text, value.url, value.advertiser, value.priority) == (
        *("talk", "A", "B", "/about/", "C", 3),
    )
    assert (value.end - value.start).days == 1
