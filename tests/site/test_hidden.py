"""Drafts and embargoed articles leave no trace in production; the preview shows and labels them."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import BUILD_TIME, ROOT
from tests.site.documents import documents
from tests.site.hidden import Hidden, hidden_articles

HIDDEN = hidden_articles(ROOT / "content", datetime.fromtimestamp(int(BUILD_TIME), UTC))


@pytest.fixture(scope="module")
def everything(shipped_site: Path) -> str:
    """Every byte of text that production wrote, tags out and white space folded, and every file's name."""
    files = [path for path in sorted(shipped_site.rglob("*")) if path.is_file()]
    texts = [path.read_text(encoding="utf-8") for path in files if path.suffix not in {".webp", ".png", ".ico"}]
    names = [str(path) for path in files]
    ledger = shipped_site.with_name("output.ledger.json").read_text(encoding="utf-8")
    return re.sub(r"[\s\u00a0]+", " ", re.sub(r"<[^>]*>|&nbsp;", " ", "\n".join([*texts, *names, ledger])))


def test_the_shipped_content_has_something_to_hide() -> None:
    assert len(HIDDEN) >= 4
    assert sum(len(article.phrases) for article in HIDDEN) >= 8


@pytest.mark.parametrize("article", HIDDEN, ids=lambda article: article.slug)
def test_a_hidden_article_leaves_no_trace(everything: str, article: Hidden) -> None:
    found = [trace for trace in (article.slug, article.title, *article.phrases) if trace in everything]

    assert found == []


def test_pictures_of_hidden_articles_alone_are_not_published(shipped_site: Path) -> None:
    public_html = "".join(page.html for page in documents(shipped_site).values())
    published = {path.name for path in (shipped_site / "pictures").iterdir()}

    assert {name for name in published if name not in public_html} == set()


def test_the_phrases_do_find_an_article_that_is_shown(preview_site: Path) -> None:
    preview = "\n".join(page.html for page in documents(preview_site).values())
    text = re.sub(r"[\s\u00a0]+", " ", re.sub(r"<[^>]*>|&nbsp;", " ", preview))

    assert [article.slug for article in HIDDEN if not all(phrase in text for phrase in article.phrases)] == []


def test_the_preview_labels_what_is_not_public(preview_site: Path) -> None:
    pages = documents(preview_site)
    labelled = {
        path.split("/")[-2] for path, page in pages.items() if "/20" in f"/{path}" and page.with_class("notice--state")
    }

    assert {article.slug for article in HIDDEN} <= labelled


def test_public_articles_do_not_point_to_hidden_ones_in_the_preview_either(preview_site: Path) -> None:
    slugs = {article.slug for article in HIDDEN}
    pointing = [
        (path, link.get("href"))
        for path, page in documents(preview_site).items()
        if re.match(r"20\d\d/", path) and path.split("/")[-2] not in slugs
        for block in (*page.with_class("related"), *page.with_class("dont-miss"), *page.with_class("neighbours"))
        for link in block.iter("a")
        if link.get("href", "").rstrip("/").rsplit("/", 1)[-1] in slugs
    ]

    assert pointing == []
