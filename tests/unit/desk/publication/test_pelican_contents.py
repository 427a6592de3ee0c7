from dataclasses import replace

import pytest

from plugins.desk.publication.pelican_contents import LazyContents, article_metadata, page_metadata
from tests.unit.desk.conftest import Load, article

SLUGS = ["one", "two", "three"]


class Maker:
    """Makes contents, and remembers of which slugs."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, slug: str) -> str:
        self.made.append(slug)
        return slug.upper()


def test_counting_makes_nothing() -> None:
    make = Maker()

    assert len(LazyContents(SLUGS, make)) == 3
    assert bool(LazyContents(SLUGS, make))
    assert not LazyContents([], make)
    assert make.made == []


def test_contents_are_in_the_order_of_their_slugs() -> None:
    contents = LazyContents(SLUGS, Maker())

    assert list(contents) == ["ONE", "TWO", "THREE"]
    assert list(reversed(contents)) == ["THREE", "TWO", "ONE"]
    assert (contents[0], contents[-1], contents[1:]) == ("ONE", "THREE", ["TWO", "THREE"])
    assert "TWO" in contents
    with pytest.raises(IndexError):
        contents[3]


def test_each_is_made_once_and_only_what_was_looked_at() -> None:
    make = Maker()
    contents = LazyContents(SLUGS, make)

    assert contents[1] is contents[1]
    assert contents[:2][1] is contents[1]
    assert make.made == ["two", "one"]


def test_metadata_is_what_pelicans_reader_would_say(load_content: Load) -> None:
    keys = "tags: [Video]\n"
    loaded = load_content({"articles/2023/11/one.md": article(title='A <b> & "c"', keys=keys)})
    found = loaded.article("one")

    assert article_metadata(found) == {
        "title": "A &lt;b&gt; &amp; “c”",
        "summary": "A summary that is long enough to stand under a headline.",
        "slug": "one",
        "date": found.date,
        "status": "published",
        "category": "Social",
        "tags": ["Video"],
        "authors": ["Ana Lim"],
    }


def test_pelican_shows_drafts_of_the_preview_as_published(load_content: Load) -> None:
    files = {"pages/about.md": "---\ntitle: A & B\nstatus: draft\n---\n"}
    (page,) = load_content(files, drafts=True).desk.text_pages

    assert page.is_draft
    assert page_metadata(page) == {"title": "A &amp; B", "summary": "", "slug": "about", "status": "published"}
    assert page_metadata(replace(page, summary="<i>"))["summary"] == "&lt;i&gt;"
