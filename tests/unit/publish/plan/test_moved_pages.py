from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.newsroom.addresses.redirect_page import RedirectPage, redirect_page
from plugins.publish.plan.moved_pages import Move, find_moves, move_in_words
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.manifest import PublishedFile

FURNITURE = " ".join(f"furniture{number}" for number in range(200))


def page(text: str, title: str = "A headline", links: str = "") -> bytes:
    body = f"<nav>{FURNITURE}</nav><main><h1>{title}</h1>{links}<p>{text}</p><footer>{FURNITURE}</footer></main>"
    return f"<!DOCTYPE html><body>{body}</body>".encode()


def words(name: str, count: int = 60) -> str:
    return " ".join(f"{name}{number}" for number in range(count))


def moves(old: Mapping[str, bytes | None], new: Mapping[str, bytes], kind: str = "article") -> list[Move]:
    files = {path: PublishedFile(sha256="0", bytes=1, kind=kind) for path in new}
    gone = [f"/{path.removesuffix('index.html')}" for path in old]
    return find_moves(gone, PublishPlan(new=[*new], files=files), old.get, new.get)


OLD, NEW = "2023/10/old/index.html", "2023/11/new/index.html"


def test_an_article_with_the_same_text_has_moved() -> None:
    edited = words("a", 50) + " " + words("b", 20)

    assert moves({OLD: page(words("a"))}, {NEW: page(edited, "Another")}) == [Move("/2023/10/old/", "/2023/11/new/")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (page(words("a")), page(words("b"))),
        (page(words("a")), page(words("a", 20) + words("b"))),
        (page("Short."), page("Short.")),
        (b"no page of this kit", b"no page of this kit"),
        (b"", page(words("a"))),
    ],
    ids=["another text", "a quotation", "too short to tell", "without a main part", "nothing"],
)
def test_other_pages_have_not(old: bytes, new: bytes) -> None:
    assert moves({OLD: old}, {NEW: new}) == []


def test_pages_of_another_kind_are_not_compared() -> None:
    assert (
        moves({"archive/2023/10/index.html": page(words("a"))}, {"archive/2023/11/index.html": page(words("a"))}) == []
    )
    assert moves({OLD: page(words("a"))}, {"about/index.html": page(words("a"))}) == []


def test_a_redirect_page_is_no_new_place() -> None:
    assert moves({OLD: page(words("a"))}, {NEW: page(words("a"))}, kind="redirect") == []


CARDS = '<a href="/2023/11/a/">A</a><a href="/2023/11/b/">B</a>'


@pytest.mark.parametrize(("links", "count"), [(CARDS, 1), ('<a href="/2023/11/a/">A</a>', 0)])
def test_a_tag_with_one_article_was_replaced_not_moved(links: str, count: int) -> None:
    found = moves(
        {"tags/video/index.html": page(words("a"), links=links)},
        {"tags/films/index.html": page(words("a"), links=links)},
        "tag",
    )

    assert len(found) == count


def test_of_a_page_that_cannot_be_read_the_slug_speaks() -> None:
    new = {NEW: page(words("a")), "2023/11/old/index.html": page(words("b"))}

    assert moves({OLD: None}, new) == [Move("/2023/10/old/", "/2023/11/old/", is_certain=False)]
    assert moves({"2023/10/other/index.html": None}, new) == []


def test_no_more_than_a_slip_is_read() -> None:
    old = {f"2023/10/old-{number}/index.html": page(words("a")) for number in range(100)}
    asked: list[str] = []

    def read(path: str) -> bytes | None:
        asked.append(path)
        return old[path]

    files = {NEW: PublishedFile(sha256="0", bytes=1, kind="article")}
    find_moves(
        [f"/{path.removesuffix('index.html')}" for path in old], PublishPlan(new=[NEW], files=files), read, old.get
    )

    assert len(asked) == 20


ARTICLE = "---\ntitle: A\ndate: 2023-11-04\n{}---\n"


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (
            Move("/2023/10/old/", "/2023/11/new/"),
            "/2023/10/old/ is public, and what it shows is now at /2023/11/new/: "
            "write 'aliases: [/2023/10/old/]' into {}/articles/new.md.",
        ),
        (
            Move("/2023/10/old/", "/2023/11/again/"),
            "/2023/10/old/ is public, and what it shows is now at /2023/11/again/: "
            "add /2023/10/old/ to the aliases of {}/articles/again.md.",
        ),
        (
            Move("/tags/video/", "/tags/films/"),
            "/tags/video/ is public, and what it shows is now at /tags/films/: "
            'write \'"/tags/video/" = "/tags/films/"\' under [moved] in {}/addresses.toml.',
        ),
        (
            Move("/2023/10/new/", "/2023/11/new/", is_certain=False),
            "/2023/10/new/ goes, and /2023/11/new/ is new: if the page has moved, "
            "write 'aliases: [/2023/10/new/]' into {}/articles/new.md.",
        ),
    ],
)
def test_a_move_is_told_with_the_line_to_write(tmp_path: Path, move: Move, said: str) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/new.md").write_text(ARTICLE.format(""))
    (tmp_path / "articles/again.md").write_text(ARTICLE.format("aliases: [/a/]\n"))

    assert move_in_words(move, tmp_path, "") == said.format(tmp_path)


def test_an_address_that_begins_like_the_site_is_told_with_its_path(tmp_path: Path) -> None:
    said = move_in_words(Move("/news/", "/stories/"), tmp_path, "/news")

    assert "write 'aliases: [/news/news/]'" in said


@pytest.mark.parametrize(("old", "new", "count"), [(OLD, NEW, 1), ("tags/a/index.html", "tags/b/index.html", 0)])
def test_a_page_that_led_on_to_it_may_be_its_place_again(old: str, new: str, count: int) -> None:
    text = page(words("a"), links=CARDS)
    files = {new: PublishedFile(sha256="0", bytes=1)}
    plan = PublishPlan(changed=[new], files=files)

    found = find_moves([f"/{old.removesuffix('index.html')}"], plan, lambda _: text, lambda _: text)

    assert len(found) == count


@pytest.mark.parametrize(("leads_on", "count"), [(True, 1), (False, 0)])
def test_a_tag_may_get_back_the_name_that_led_on_from_it(leads_on: bool, count: int) -> None:
    old, new = "tags/films/index.html", "tags/video/index.html"
    text = page(words("a"), links=CARDS)
    led_on = redirect_page(
        RedirectPage(
            location="/tags/films/", full_location="/tags/films/", lang="en", direction="ltr", moved="{address}"
        )
    )
    plan = PublishPlan(changed=[new], files={new: PublishedFile(sha256="0", bytes=1)})

    found = find_moves(["/tags/films/"], plan, {old: text, new: led_on if leads_on else text}.get, lambda _: text)

    assert len(found) == count


def test_a_front_is_known_by_its_articles() -> None:
    old, new = "media/index.html", "press/index.html"

    assert moves({old: page("Media.", "Media", CARDS)}, {new: page("Press.", "Press", CARDS)}) == [
        Move("/media/", "/press/")
    ]
    assert (
        moves({old: page(words("a"), links=CARDS)}, {new: page(words("a"), links=CARDS.replace("2023", "2024"))}) == []
    )


def test_the_most_alike_page_is_the_new_place() -> None:
    new = {NEW: page(words("a", 45) + words("b")), "2023/11/newer/index.html": page(words("a", 58))}

    assert moves({OLD: page(words("a"))}, new) == [Move("/2023/10/old/", "/2023/11/newer/")]
