"""How many files each kind of edit renders: exactly those that show what was edited, and nothing else."""

import shutil
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.soundness.builds import build, files_of
from tests.soundness.publication import FOOTER, Publication, Story
from tests.tools.preload import preload

Edit = Callable[[Publication], None]

PAGE = "2026/11/one/index.html"
DAY = 24 * 60 * 60
CARD = "2026/11/one/card.jpg"
FEEDS = {"feed.xml", "rss.xml", "feed.json", "social/feed.xml", "authors/mei/feed.xml"}
"""Feeds that hold the article: it has no tags."""
HOME_FEEDS = {"feed.xml", "rss.xml", "feed.json"}
ARCHIVES = {f"feeds/{number}/{name}" for number in (1, 2) for name in HOME_FEEDS}
LISTS = {"index.html", "social/index.html", "authors/mei/index.html"}
"""Lists that show its card."""
SHORT_LISTS = {"404.html", "archive/2026/11/index.html"}
"""Lists that show its title alone: they are rendered when the card changes, and may come out the same."""
TIMES = {"sitemap.xml", "sitemaps/articles-2026-11.xml", "sitemaps/fronts.xml", "sitemaps/archive.xml"}
"""Sitemaps that tell the time of its change."""
NEIGHBOUR = {"2026/11/two/index.html"}


ARTICLE = '{% extends "!theme/article.html" %}{% block main %}<p>Own.</p>{{ super() }}{% endblock %}'
MISSING = '{% extends "!theme/404.html" %}{% block main %}<p>Own.</p>{{ super() }}{% endblock %}'


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Make a publication of two articles without anything in common but their category, built once."""
    preload()
    made = Publication(tmp_path_factory.mktemp("counted") / "now" / "site")
    made.root.mkdir(parents=True)
    made.begin()
    for name in ("three", "four"):
        made.remove(name)
    pages = {"front_size": 20, "footer": list(FOOTER)}
    made.set(PAGES=pages, RELATED={"articles": 0, "dont_miss": False})
    made.put("one", Story(title="Story one", day=4))
    made.put("two", Story(title="Another", day=2, authors=("ari",)))
    assert build(made, made.root.with_name("output")).status == 0
    shutil.copytree(made.root.parent, made.root.parents[1] / "first")
    return made


@pytest.fixture
def publication(begun: Publication) -> Publication:
    """Return the publication as it was after the first build, output and state included."""
    shutil.rmtree(begun.root.parent)
    shutil.copytree(begun.root.parents[1] / "first", begun.root.parent)
    return replace(begun, stories={**begun.stories}, settings={**begun.settings})


def override(publication: Publication, name: str, text: str) -> None:
    publication.write(f"brand/templates/{name}", text)


def link_a_file(publication: Publication) -> None:
    """Let one article link a file; nothing links another."""
    for name in "ab":
        publication.write(f"files/{name}.csv", f"{name},b\n")
    publication.change("one", words="[Rates](/files/a.csv).")


def rebuild(publication: Publication) -> tuple[set[str], int]:
    """Build again; return the files that are others than before, by their inodes, and how many were rendered."""
    output = publication.root.parent / "output"
    before = {path: path.stat().st_ino for path in output.rglob("*") if path.is_file()}
    done = build(publication, output)
    assert done.status == 0, done.said
    after = {path: path.stat().st_ino for path in output.rglob("*") if path.is_file()}
    written = {path.relative_to(output).as_posix() for path, inode in after.items() if before.get(path) != inode}
    return written, int(done.said.partition(" rendered")[0].rpartition(" ")[2])


@pytest.mark.parametrize(
    ("edit", "written", "more"),
    [
        pytest.param(lambda p: None, set(), 0, id="nothing"),
        pytest.param(lambda p: p.change("one", words="One thing led to an other."), {PAGE, *FEEDS}, 0, id="typo"),
        pytest.param(
            lambda p: p.change("one", title="Story 1"),
            {PAGE, CARD, *FEEDS, *LISTS, *SHORT_LISTS, *NEIGHBOUR},
            0,
            id="title",
        ),
        pytest.param(
            lambda p: p.change("one", summary="Another summary, which is long enough to stand there."),
            {PAGE, *FEEDS, *LISTS},
            len(SHORT_LISTS),
            id="summary",
        ),
        pytest.param(lambda p: p.change("one", updated=True), {PAGE, *FEEDS, *TIMES}, 0, id="updated"),
        pytest.param(
            lambda p: p.change("one", tags=("Radio",)),
            {PAGE, *FEEDS, "sitemaps/fronts.xml", "tags/index.html"}
            | {f"tags/radio/{name}" for name in ("index.html", "card.jpg", "feed.xml")},
            0,
            id="tag",
        ),
        pytest.param(
            lambda p: p.author("mei", "Mei Tan", "Chief"),
            {PAGE, "authors/index.html", "authors/mei/index.html", "authors/mei/card.jpg", "authors/mei/feed.xml"},
            len({"index.html", "social/index.html", *SHORT_LISTS}),
            id="role of an author",
        ),
        pytest.param(
            lambda p: p.set(FEEDS={"size": 1}), {*HOME_FEEDS, *ARCHIVES, "social/feed.xml"}, 0, id="size of feeds"
        ),
        pytest.param(
            lambda p: p.write("words.toml", 'dont_miss = "Read:"'),
            set(),
            len({PAGE, *NEIGHBOUR}),
            id="phrase of articles",
        ),
        pytest.param(lambda p: p.write("words.toml", 'missing_title = "Gone"'), {"404.html"}, 0, id="phrase of 404"),
        pytest.param(lambda p: p.write("words.toml", 'numbered_title = "{n}: {title}"'), set(), 0, id="unused phrase"),
        pytest.param(
            lambda p: p.write("words.toml", 'by = "From {authors}"'),
            {PAGE, CARD, *NEIGHBOUR, "2026/11/two/card.jpg", *LISTS, "authors/ari/index.html"},
            1,
            id="phrase of bylines",
        ),
        pytest.param(lambda p: p.write("words.toml", ""), set(), 0, id="no words"),
        pytest.param(lambda p: override(p, "article.css", "a { top: 0 }"), {PAGE, *NEIGHBOUR}, 0, id="own styles"),
        pytest.param(lambda p: override(p, "article.html", ARTICLE), {PAGE, *NEIGHBOUR}, 0, id="own article"),
        pytest.param(lambda p: override(p, "404.html", MISSING), {"404.html"}, 0, id="own 404"),
        pytest.param(lambda p: override(p, "unused.html", "x"), set(), 0, id="unused template"),
        pytest.param(lambda p: p.change("one", aliases=("/old.html",)), {"old.html"}, 0, id="alias"),
        pytest.param(
            lambda p: p.change("one", aliases=("/2026/10/old/",)),
            {"2026/10/old/index.html", *FEEDS},
            0,
            id="dated alias",
        ),
        pytest.param(lambda p: p.change("one", id="/2026/10/old/"), FEEDS, 0, id="id"),
        pytest.param(
            lambda p: p.write("addresses.toml", '[moved]\n"/screens/" = "/media/"\n"/atom.xml" = "/feed.xml"\n'),
            {"screens/index.html", "screens/feed.xml", "atom.xml"},
            0,
            id="moved addresses",
        ),
        pytest.param(lambda p: p.write("addresses.toml", 'gone = ["/x/"]\n'), set(), 0, id="gone address"),
        pytest.param(link_a_file, {PAGE, *FEEDS, "files/82b362d8cf6d/a.csv"}, 0, id="linked file"),
    ],
)
def test_an_edit_renders_what_shows_it(publication: Publication, edit: Edit, written: set[str], more: int) -> None:
    """`more` are files whose models have changed, and whose bytes turn out to be the same."""
    edit(publication)

    assert rebuild(publication) == (written, len(written) + more)


ENDED = {PAGE, *FEEDS, *LISTS, *SHORT_LISTS, *NEIGHBOUR, "authors/index.html"}
"""Files that differ once lists do not show the article: those that did, and one that counts it."""


def test_an_article_that_expires_renders_the_pages_that_showed_it(publication: Publication) -> None:
    publication.change("one", expires="2026-11-24")

    before, publication.time = rebuild(publication), publication.time + 2 * DAY
    after = rebuild(publication)

    assert before == ({PAGE}, 1)  # search engines are told
    assert after == (ENDED, len(ENDED))
    assert rebuild(publication) == (set(), 0)


def test_a_retraction_renders_the_pages_that_showed_the_article(publication: Publication) -> None:
    publication.change("one", retracted="2026-11-24")

    before, publication.time = rebuild(publication), publication.time + 2 * DAY
    after = rebuild(publication)

    assert before == (set(), 0)
    assert after == (ENDED | TIMES, len(ENDED | TIMES))
    assert not (publication.root.parent / "output" / CARD).exists()
    assert rebuild(publication) == (set(), 0)


def pages_with(publication: Publication, mark: str) -> set[str]:
    """Return the pages of the last build that have this in their text."""
    output = publication.root.parent / "output"
    pages = {path: path.read_text(encoding="utf-8") for path in output.rglob("*.html")}
    return {path.relative_to(output).as_posix() for path, text in pages.items() if mark in text}


def test_an_own_card_renders_the_pages_with_cards_and_without_it_they_are_as_before(publication: Publication) -> None:
    output = publication.root.parent / "output"
    before, shown = files_of(output), pages_with(publication, '<article class="card')
    card = (publication.root / "theme/templates/components/card.html").read_text(encoding="utf-8")

    override(publication, "components/card.html", card.replace("<article ", "<article data-own "))
    written, rendered = rebuild(publication)

    assert written == shown == pages_with(publication, "<article data-own")
    assert len(shown) < rendered < len(pages_with(publication, "<html"))

    (publication.root / "content/brand/templates/components/card.html").unlink()

    assert rebuild(publication) == (written, rendered)
    assert files_of(output) == before


def test_a_style_of_the_publication_s_renders_every_page(publication: Publication) -> None:
    publication.write("brand/brand.css", "a { top: 0 }")

    written, rendered = rebuild(publication)

    assert written == pages_with(publication, "<html")
    assert rendered == len(written)
    assert rebuild(publication) == (set(), 0)


def test_an_edit_of_rows_renders_the_pages_that_show_them(publication: Publication) -> None:
    publication.write("files/rates.csv", "Port,Rate\nKlang,1\n")
    publication.change("one", words="One thing.\n\n[Rates](/files/rates.csv){: .bars }")
    rebuild(publication)

    publication.write("files/rates.csv", "Port,Rate\nKlang,2\n")
    written, rendered = rebuild(publication)

    assert {path for path in written if not path.startswith("files/")} == {PAGE, *FEEDS}
    assert rendered == len({PAGE, *FEEDS}) + 1


def test_a_phrase_of_a_declared_language_renders_the_pages_in_it(publication: Publication) -> None:
    publication.set(DESK={"languages": {"id": {"tagline": "Berita"}}})
    publication.change("two", lang="id")
    rebuild(publication)

    publication.write("words.id.toml", 'skip = "Lompat"')

    assert rebuild(publication) == ({"2026/11/two/index.html", "id/index.html"}, 2)


def test_a_language_that_is_no_longer_declared_leaves_what_was_there_before(publication: Publication) -> None:
    publication.change("two", lang="id")
    rebuild(publication)
    before = files_of(publication.root.parent / "output")

    for languages in ({"id": {}, "zh": {}}, {}):
        publication.set(DESK={"languages": languages})
        rebuild(publication)

    assert files_of(publication.root.parent / "output") == before
