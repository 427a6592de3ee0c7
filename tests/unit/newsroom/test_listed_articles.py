from datetime import UTC, datetime

import pytest

from plugins.newsroom.listed_articles import (
    ListedArticle,
    each_story_once,
    newest_first,
    scheduled_line,
    scheduled_times,
    with_repeated,
)

NOW = datetime(2023, 12, 1, 4, tzinfo=UTC)
TOMORROW = NOW.timestamp() + 24 * 60 * 60
YEAR = 365 * 24 * 60 * 60


def line(slug: str, date: int) -> ListedArticle:
    return ListedArticle(
        slug=slug,
        source=f"articles/{slug}.md",
        url=f"/2023/11/{slug}/",
        date=date,
        month=(2023, 11),
        category="social",
        tags=(),
        authors=(),
        is_public=True,
        is_over=False,
        is_retracted=False,
        is_sponsored=False,
        has_picture=False,
        related=(),
        dont_miss=None,
        has_mark=False,
    )


def test_articles_come_newest_first_and_those_of_one_moment_by_slug() -> None:
    lines = [line("b", 1), line("c", 2), line("a", 1), line("d", 3)]

    assert [each.slug for each in newest_first(lines)] == ["d", "c", "a", "b"]


def test_the_order_does_not_depend_on_the_one_that_they_came_in() -> None:
    lines = [line(slug, len(slug)) for slug in ("a", "bb", "b", "aa")]

    assert newest_first(lines) == newest_first(lines[::-1])


def test_articles_before_1970_come_last() -> None:
    assert [each.slug for each in newest_first([line("a", -5), line("b", 0)])] == ["b", "a"]


@pytest.mark.parametrize(
    ("scheduled", "count", "line"),
    [
        ({}, 0, ""),
        ({"a.md": TOMORROW}, 1, "1 article waits: a.md until 2023-12-02 12:00"),
        ({"a.md": NOW.timestamp() + YEAR}, 1, "1 article waits: a.md until 2024-11-30 12:00 (in 1 year)"),
        ({"a.md": NOW.timestamp() + YEAR - 1}, 1, "1 article waits: a.md until 2024-11-30 11:59"),
        (
            {"a.md": TOMORROW, "b.md": TOMORROW + 9 * YEAR},
            2,
            "2 articles wait: a.md until 2023-12-02 12:00, b.md until 2032-11-29 12:00 (in 9 years)",
        ),
        (
            {f"{name}.md": TOMORROW for name in "abcdef"},
            1200,
            f"1,200 articles wait: {', '.join(f'{name}.md until 2023-12-02 12:00' for name in 'abcde')} "
            "… and 1,195 more",
        ),
    ],
)
def test_what_waits_is_named_with_its_time(scheduled: dict[str, float], count: int, line: str) -> None:
    assert scheduled_line(scheduled, count, "Asia/Singapore", NOW) == line


def test_times_are_told_in_the_zone_of_the_publication_or_in_utc() -> None:
    assert scheduled_times({"a.md": TOMORROW}, "Asia/Singapore") == {"a.md": "2023-12-02T12:00:00+08:00"}
    assert scheduled_times({"a.md": TOMORROW}, "Nowhere/Land") == {"a.md": "2023-12-02T04:00:00+00:00"}
    assert scheduled_times({"a.md": TOMORROW}, "") == {"a.md": "2023-12-02T04:00:00+00:00"}


@pytest.mark.parametrize(
    ("changes", "is_current", "is_offered"),
    [
        ({}, True, True),
        ({"is_public": False}, True, False),
        ({"is_over": True}, False, False),
        ({"is_retracted": True}, False, False),
    ],
)
def test_nobody_is_led_to_what_is_over_or_retracted(
    changes: dict[str, bool], is_current: bool, is_offered: bool
) -> None:
    found = line("a", 1)._replace(**changes)  # type: ignore[arg-type]

    assert (found.is_current, found.is_offered) == (is_current, is_offered)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "english"),
        ({"english": {"is_public": False}}, "original"),
        ({"english": {"is_over": True}}, "original"),
        ({"english": {"lang": "ms"}}, "original"),
        ({"english": {"lang": "ms"}, "original": {"is_retracted": True}}, "english"),
    ],
)
def test_of_a_story_in_several_languages_lists_have_one_version(
    changes: dict[str, dict[str, object]], shown: str
) -> None:
    versions = [("original", "zh-Hant"), ("english", "en"), ("satu", "id")]
    story = [
        line(slug, 1)._replace(**({"lang": lang, "story": "original"} | changes.get(slug, {})))  # type: ignore[arg-type]
        for slug, lang in versions
    ]
    other = line("other", 2)._replace(lang="id", story="other")

    told = with_repeated([*story, other], "en")

    assert [each.slug for each in told if not each.is_repeated] == [shown, "other"]
    assert [each.slug for each in told] == ["original", "english", "satu", "other"]


def test_a_list_shows_a_story_once_and_another_version_where_it_lacks_the_shown_one() -> None:
    versions = [("one", "en"), ("satu", "id"), ("yi", "zh")]
    one, satu, yi = with_repeated([line(slug, 1)._replace(story="one", lang=lang) for slug, lang in versions], "en")

    assert each_story_once([yi, satu, one]) == [one]
    assert each_story_once([yi, satu]) == [yi]
