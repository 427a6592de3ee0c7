import pytest

from plugins.desk.moving.moved_thing import MoveError, find_thing, new_slug
from plugins.newsroom.urls import own_site
from tests.unit.desk.conftest import AUTHOR, Load, article

OWN = own_site("https://www.own.example/news")
FILES = {
    "articles/2023/11/old.md": article(keys="tags: [Live Selling]\naliases: [/2023/11/before/]\n"),
    "articles/2023/11/report/index.md": article("Two"),
    "articles/2023/10/shows.md": article("Three", keys="slug: show-report\n"),
    "articles/2022/show-report.md": article("Four").replace("2023-11", "2022-11"),
    "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\nWe.\n",
    "pages/both.md": "---\ntitle: Both\nsummary: A page.\n---\nText.\n",
    "promos/sale.md": "---\ntitle: A\ntext: B.\nurl: /about/\nstart: 2023-11-20\nend: 2023-12-20\n---\n",
    "authors/both.md": AUTHOR.replace("Ana Lim", "Both"),
}


@pytest.mark.parametrize(
    ("written", "kind", "slug"),
    [
        ("old", "articles", "old"),
        ("/2023/11/old/", "articles", "old"),
        ("2023/11/old", "articles", "old"),
        ("articles/2023/11/old", "articles", "old"),
        ("https://own.example/news/2023/11/old/index.html?x=1#y", "articles", "old"),
        ("/news/2023/11/old/", "articles", "old"),
        ("/2023/11/before/", "articles", "old"),
        ("https://own.example/news/2023/11/before", "articles", "old"),
        ("content/articles/2023/11/old.md", "articles", "old"),
        ("./content/articles/2023/11/report/index.md", "articles", "report"),
        ("2022/11/show-report", "articles", "show-report"),
        ("about", "pages", "about"),
        ("/about", "pages", "about"),
        ("social", "categories", "social"),
        ("categories/social", "categories", "social"),
        ("/social/", "categories", "social"),
        ("ana-lim", "authors", "ana-lim"),
        ("/authors/ana-lim/", "authors", "ana-lim"),
        ("tags/live-selling", "tags", "live-selling"),
        ("tags/Live Selling", "tags", "live-selling"),
        ("/tags/live-selling/", "tags", "live-selling"),
        ("pages/both", "pages", "both"),
        ("authors/both.md", "authors", "both"),
    ],
)
def test_a_thing_is_found_by_whatever_its_author_calls_it(
    load_content: Load, written: str, kind: str, slug: str
) -> None:
    found = find_thing(load_content(FILES).index, OWN, written)

    assert (found.kind, found.slug) == (kind, slug)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "nothing to move; name it: make move FROM=old-slug TO=new-slug"),
        ("/", "nothing to move; name it: make move FROM=old-slug TO=new-slug"),
        ("odl", "nothing is called 'odl'; did you mean 'FROM=old'?"),
        ("xyz", "nothing is called 'xyz'; name it by its slug, its address or its file"),
        ("/archive/", "nothing is called '/archive/'; name it by its slug, its address or its file"),
        ("/feed.xml", "nothing is called '/feed.xml'; name it by its slug, its address or its file"),
        ("promos/sale", "content/promos/sale.md has no address; give the file another name"),
        ("both", r"'both' may be one of 2; write FROM=pages/both \(a page\) or FROM=authors/both \(an author\)"),
        (
            "show-report",
            r"'show-report' may be one of 2; write FROM=2022/11/show-report \(an article\) or FROM=2023/11/show-report",
        ),
    ],
)
def test_what_is_not_found_or_is_several_things_is_refused(load_content: Load, written: str, message: str) -> None:
    with pytest.raises(MoveError, match=message):
        find_thing(load_content(FILES).index, OWN, written)


@pytest.mark.parametrize(
    "written", ["new", "/2023/11/new/", "2023/11/new", "content/articles/2023/11/new.md", "articles/new"]
)
def test_the_next_slug_may_be_written_as_an_address(load_content: Load, written: str) -> None:
    index = load_content(FILES).index

    assert new_slug(index, OWN, find_thing(index, OWN, "old"), written) == "new"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "no place to move it to"),
        (
            "2023/12/new",
            r"'2023/12' is another month, .*; change 'date' in its file, and write 'aliases: \[/2023/11/old/\]'",
        ),
        ("2023/11/", "'2023/11/' is a month alone; write a slug: TO=new-slug"),
        ("tags/new", "'tags/new' is no place for an article; write a slug: TO=new"),
        ("Näher dran!", "'Näher dran!' cannot stand in an address; write TO=naher-dran"),
        ("…", "'…' cannot stand in an address; use the letters a-z, digits and hyphens"),
    ],
)
def test_a_slug_that_cannot_be_is_refused(load_content: Load, written: str, message: str) -> None:
    index = load_content(FILES).index

    with pytest.raises(MoveError, match=message):
        new_slug(index, OWN, find_thing(index, OWN, "old"), written)
