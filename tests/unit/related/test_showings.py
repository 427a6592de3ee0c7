from collections.abc import Mapping, Sequence

import pytest

from plugins.newsroom.choices import Coverage, Related, Showings
from plugins.newsroom.listed_articles import ListedArticle
from plugins.related.showings import LISTED, MOST, count_showings
from tests.values import NOTHING_RELATED, article, listed_article

NO_LINKS: Mapping[str, tuple[str, ...]] = {}


def lines(*slugs: str, hidden: Sequence[str] = ()) -> list[ListedArticle]:
    return [listed_article(article(slug), is_public=slug not in hidden) for slug in slugs]


def choice(*related: str, dont_miss: str | None = None) -> Related:
    return Related(dont_miss=dont_miss, articles=related)


def test_every_way_of_being_shown_counts() -> None:
    chosen = {
        "a": choice("b", dont_miss="c"),
        "b": choice("a", "c"),
        "c": choice("b", dont_miss="a"),
        "d": choice("b", "c"),
    }

    found = count_showings(lines("a", "b", "c", "d"), chosen, {"a": ("b",), "d": ("c",)})

    assert found == Coverage(
        articles=4,
        shown=3,
        unshown=("d",),
        most=(
            Showings(slug="b", related=3, dont_miss=0, links=1),
            Showings(slug="c", related=2, dont_miss=1, links=1),
            Showings(slug="a", related=1, dont_miss=1, links=0),
        ),
        bare=0,
        bare_articles=(),
    )


def test_a_link_in_a_text_is_enough_to_be_shown() -> None:
    found = count_showings(lines("a", "b"), {"a": choice(), "b": choice("a")}, {"a": ("b",)})

    assert (found.shown, found.unshown) == (2, ())


@pytest.mark.parametrize("links", [NO_LINKS, {"draft": ("a",)}])
def test_what_is_hidden_neither_shows_nor_is_shown(links: Mapping[str, tuple[str, ...]]) -> None:
    chosen = {"draft": choice("a", dont_miss="a"), "a": choice("b"), "b": choice("draft", dont_miss="draft")}

    found = count_showings(lines("draft", "a", "b", hidden=["draft"]), chosen, links)

    assert (found.articles, found.shown, found.unshown) == (2, 1, ("a",))
    assert [showings.slug for showings in found.most] == ["b"]


def test_of_those_shown_equally_often_the_newest_comes_first() -> None:
    chosen = {"z": choice("a", "y"), "y": choice("z", "a"), "a": choice("y")}

    found = count_showings(lines("z", "y", "a"), chosen, NO_LINKS)

    assert [showings.slug for showings in found.most] == ["y", "a", "z"]


def test_articles_without_related_ones_are_named() -> None:
    found = count_showings(
        lines("a", "b", "c"), {"a": choice("b"), "b": choice(dont_miss="a"), "c": choice()}, NO_LINKS
    )

    assert (found.bare, found.bare_articles) == (2, ("b", "c"))


def test_long_lists_are_cut_and_the_numbers_are_not() -> None:
    slugs = [f"n{number}" for number in range(LISTED + MOST + 5)]
    chosen = dict.fromkeys(slugs, NOTHING_RELATED) | {"n0": choice(*slugs[1 : MOST + 3])}

    found = count_showings(lines(*slugs), chosen, NO_LINKS)

    assert (found.articles, found.shown, found.bare) == (len(slugs), MOST + 2, len(slugs) - 1)
    assert (len(found.unshown), len(found.most), len(found.bare_articles)) == (LISTED, MOST, LISTED)
    assert found.unshown[:2] == ("n0", f"n{MOST + 3}")


def test_an_archive_without_articles_has_nothing_to_say() -> None:
    assert count_showings([], {}, NO_LINKS) == Coverage(
        articles=0, shown=0, unshown=(), most=(), bare=0, bare_articles=()
    )


@pytest.mark.parametrize("end", ["is_over", "is_retracted"])
def test_nobody_misses_links_to_what_is_over(end: str) -> None:
    ended = listed_article(article("b"))._replace(**{end: True})

    found = count_showings([*lines("a"), ended], {"a": choice(), "b": choice("a")}, NO_LINKS)

    assert (found.articles, found.unshown) == (1, ("a",))
