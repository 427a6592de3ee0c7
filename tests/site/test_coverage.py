"""What the preview says of the archive, beside what its pages show; production says nothing."""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import BUILD_TIME, DEMONSTRATION
from tests.site.conftest import SmallSite
from tests.site.documents import Document, documents
from tests.site.hidden import hidden_articles

PLACE = "coverage/index.html"
AGENDA = "coverage/agenda/index.html"
ARTICLE = re.compile(r"/\d{4}/\d{2}/([^/]+)/")
FEW = ("-e", 'RELATED={"articles": 1, "dont_miss": false}')
"""One related article each, so that there is something to miss."""

WORDS = (b"coverage", b"agenda", b"tally__", b"figures__")
"""What the pages and their styles say of themselves."""


def linked(element: Element) -> list[str]:
    """Return the slugs of the articles that stand in a part of a page, in their order."""
    found = (ARTICLE.match(link.get("href", "")) for link in element.iter("a"))
    return [match[1] for match in found if match]


def tables(page: Document) -> dict[str, Element]:
    return {table.get("aria-label", ""): table for table in page.all("table")}


def listed(page: Document, title: str) -> list[str]:
    found = tables(page).get(title)
    return [] if found is None else linked(found)


def counted(page: Document) -> dict[str, int]:
    """Return how often the page says that each article is shown."""
    rows = [row for row in tables(page)["Shown most"].iter("tr") if row.find("td") is not None]
    return {linked(row)[0]: int("".join(row.find("td").itertext())) for row in rows}  # type: ignore[union-attr]  # looked for above


def is_repeated(page: Document) -> bool:
    """Tell whether lists have another version of the article, in the publication's language."""
    links = {link.get("hreflang"): link.get("href", "") for link in page.all("link") if link.get("hreflang")}
    return bool(links) and not links["x-default"].endswith(f"/{page.path.removesuffix('index.html')}")


def shown_by(pages: dict[str, Document]) -> dict[str, int]:
    """Return how often the pages of others show each public article that is not over, as a reader would count."""
    hidden = {
        article.slug
        for article in hidden_articles(DEMONSTRATION / "content", datetime.fromtimestamp(int(BUILD_TIME), UTC))
    }
    found = ((ARTICLE.fullmatch(f"/{path.removesuffix('index.html')}"), page) for path, page in pages.items())
    met = {match[1]: page for match, page in found if match and match[1] not in hidden and not is_repeated(page)}
    public = {slug: page for slug, page in met.items() if not page.with_class("notice--state")}
    times: Counter[str] = Counter()
    for page in public.values():
        blocks = [set(linked(block)) for name in ("related", "dont-miss") for block in page.with_class(name)]
        texts = {slug for text in page.with_class("prose") for slug in linked(text)}
        times.update(slug for block in (*blocks, texts) for slug in block)
    return {slug: times[slug] for slug in public}


def test_the_page_says_of_the_shipped_articles_what_their_pages_show(preview_site: Path) -> None:
    pages = documents(preview_site)
    times, most = shown_by(pages), counted(pages[PLACE])

    assert set(listed(pages[PLACE], "Nothing links to")) == {slug for slug, count in times.items() if not count}
    assert most == {slug: times[slug] for slug in most}
    assert list(most.values()) == sorted(times.values(), reverse=True)[: len(most)]


def test_the_page_is_english_and_runs_from_the_left_in_every_publication(preview_site: Path) -> None:
    assert '<div lang="en" dir="ltr">' in (preview_site / PLACE).read_text(encoding="utf-8")


@pytest.fixture
def coverage_site(small_site: SmallSite) -> SmallSite:
    """Two articles that name each other, one that a text links to, and one that only a draft shows."""
    small_site.article("one", "related: [two]")
    small_site.article("two", "related: [one]")
    small_site.article("three", "related: [one]", body="By address: [one](/2023/11/one/).")
    small_site.article("four", "related: [one]", body="By file: [three]({filename}three.md).")
    small_site.article("five", "status: draft\nrelated: [four]", body="[four]({filename}four.md)")
    return small_site


def test_the_preview_tells_what_nothing_links_to_and_what_is_shown_most(coverage_site: SmallSite) -> None:
    done = coverage_site.build(*FEW, settings="pelicanconf.py")

    assert done.returncode == 0, done.stderr
    agenda = Document(path=AGENDA, html=coverage_site.page(AGENDA))
    assert linked(agenda.with_class("agenda__list")[0]) == ["five"]
    page = Document(path=PLACE, html=coverage_site.page(PLACE))
    assert listed(page, "Nothing links to") == ["four"]
    assert counted(page) == {"one": 4, "three": 1, "two": 1}
    assert ["".join(note.itertext()) for note in page.with_class("tally__note")] == [
        "3 related, 1 in text",
        "1 in text",
        "1 related",
    ]
    assert '<meta name="robots" content="noindex">' in page.html


def test_the_page_is_made_again_when_something_else_is_shown_and_else_stands(coverage_site: SmallSite) -> None:
    coverage_site.build(*FEW, settings="pelicanconf.py")
    page = coverage_site.output / PLACE
    before = page.stat().st_mtime_ns

    coverage_site.article("two", "related: [one]", body="Other words, and nobody is led elsewhere.")
    coverage_site.build(*FEW, settings="pelicanconf.py")
    after_words = page.stat().st_mtime_ns
    coverage_site.article("two", "related: [one]", body="Other words and [four]({filename}four.md).")
    coverage_site.build(*FEW, settings="pelicanconf.py")

    assert before == after_words < page.stat().st_mtime_ns
    assert listed(Document(path=PLACE, html=page.read_text(encoding="utf-8")), "Nothing links to") == []


def test_production_has_neither_the_page_nor_a_word_of_it(coverage_site: SmallSite) -> None:
    done = coverage_site.build(*FEW)

    assert done.returncode == 0, done.stderr
    texts = {path: path.read_bytes().lower() for path in coverage_site.output.rglob("*") if path.is_file()}
    assert [path for path in coverage_site.output.rglob("*") if "coverage" in path.name] == []
    assert [(path, word) for path, text in texts.items() for word in WORDS if word in text] == []


def test_a_preview_becomes_production_without_the_page(coverage_site: SmallSite) -> None:
    coverage_site.build(*FEW, settings="pelicanconf.py")
    was_there = (coverage_site.output / PLACE).is_file()

    coverage_site.build(*FEW)

    assert (was_there, (coverage_site.output / "coverage").exists()) == (True, False)
