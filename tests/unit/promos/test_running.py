from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from plugins.newsroom.articles import PromoNotice
from plugins.newsroom.choices import Promo
from plugins.promos.running import make_promo, running_notice
from tests.values import at

START, END = at("2023-11-01T09:00"), at("2023-11-24T18:00")


def notice(slug: str = "webinar", **changes: Any) -> PromoNotice:
    standard: dict[str, Any] = {
        "title": "A webinar",
        "text": "Forty minutes.",
        "url": "https://events.example/webinar/",
        "advertiser": "",
        "start": START,
        "end": END,
        "priority": 0,
    }
    return PromoNotice(slug=slug, **{**standard, **changes})


@pytest.mark.parametrize(
    ("now", "runs"),
    [
        (START - timedelta(microseconds=1), False),
        (START, True),
        (datetime(2023, 11, 1, 1, 0, tzinfo=UTC), True),
        (datetime(2023, 11, 1, 0, 59, 59, tzinfo=UTC), False),
        (END - timedelta(microseconds=1), True),
        (END, False),
        (datetime(2023, 11, 24, 10, 0, tzinfo=UTC), False),
    ],
)
def test_a_promo_runs_from_its_start_until_just_before_its_end(now: datetime, runs: bool) -> None:
    assert (running_notice([notice()], now) is not None) is runs


def test_without_notices_nothing_runs() -> None:
    assert running_notice([], START) is None


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("notices", "expected"),
    [
        ([notice("a", priority=1), notice("b", priority=2, start=START - timedelta(days=9))], "b"),
        ([notice("a", priority=-1), notice("b")], "b"),
        ([notice("a", start=START - timedelta(minutes=1)), notice("b")], "b"),
        ([notice("b"), notice("a")], "a"),
        ([notice("a", priority=9, end=START), notice("b")], "b"),
    ],
)
def test_of_several_the_most_urgent_then_the_latest_then_the_first_by_name_runs(
    notices: list[PromoNotice], expected: str, order: int
) -> None:
    current = running_notice(notices[::order], START)

    assert current is not None
    assert current.slug == expected


def test_a_promo_says_what_its_notice_says() -> None:
    assert make_promo(notice(advertiser="Pohon Data"), "https://lowdown.example") == Promo(
        title="A webinar",
        text="Forty minutes.",
        url="https://events.example/webinar/",
        advertiser="Pohon Data",
        is_external=True,
    )


@pytest.mark.parametrize(
    ("url", "siteurl", "expected", "is_external"),
    [
        ("https://lowdown.example/x/", "https://lowdown.example", "https://lowdown.example/x/", False),
        ("https://LOWDOWN.example/x/", "https://lowdown.example/news", "https://LOWDOWN.example/x/", False),
        ("https://events.lowdown.example/", "https://lowdown.example", "https://events.lowdown.example/", True),
        ("//other.example/", "https://lowdown.example", "//other.example/", True),
        ("/newsletter/", "https://lowdown.example", "/newsletter/", False),
        ("/newsletter/", "https://lowdown.example/news/", "/news/newsletter/", False),
        ("/newsletter/", "", "/newsletter/", False),
        ("https://other.example/", "", "https://other.example/", True),
        ("mailto:ads@lowdown.example", "https://lowdown.example", "mailto:ads@lowdown.example", True),
    ],
)
def test_a_link_to_another_host_is_external(url: str, siteurl: str, expected: str, is_external: bool) -> None:
    made = make_promo(notice(url=url), siteurl)

    assert (made.url, made.is_external) == (expected, is_external)
