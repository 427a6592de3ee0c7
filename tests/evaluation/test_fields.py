from datetime import UTC, datetime
from typing import Any

import pytest

from tests.evaluation.fields import COMMAS_AND, date_in_path, first, names, seconds, slug_of_path, slugs

DAY = int(datetime(2015, 3, 17, tzinfo=UTC).timestamp())
HOUR = 3600


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2015-03-17", DAY),
        ("2015-03-17 00:00:00", DAY),
        ("2015-03-17T10:00:00+08:00", DAY + 2 * HOUR),
        ("2015-03-17 10:00:00 -0400", DAY + 14 * HOUR),
        ("2015-03-17T10:00:00.123Z", DAY + 10 * HOUR),
        ("2015-03-17 10:00 EST", DAY + 10 * HOUR),
        ("Tue, 17 Mar 2015 10:00:00 +0000", DAY + 10 * HOUR),
        ("March 17, 2015", DAY),
        ("20150317", DAY),
        (str(DAY), DAY),
        ("2015-02-30", None),
        ("soon", None),
        ("9" * 400, None),
        ("0001-01-01", -62135596800),
    ],
)
def test_dates_are_read_in_any_form(written: str, date: int | None) -> None:
    assert seconds(written) == date


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ("2015-03-17-a.md", DAY),
        ("2015/03/17/a.md", DAY),
        ("posts/2015-3-17-a/index.md", DAY),
        ("12345-03-17.md", None),
        ("a.md", None),
        ("2015-99-99-a.md", None),
    ],
)
def test_a_path_may_hold_a_date(source: str, date: int | None) -> None:
    assert date_in_path(source) == date


@pytest.mark.parametrize(
    ("source", "slug"),
    [
        ("2015-03-17-A-b_c.md", "A-b_c"),
        ("2024-12-5-d.md", "d"),
        ("a/b.markdown", "b"),
        ("2015-03-17-a/index.md", "a"),
        ("a/_index.html", "a"),
        ("index.md", "index"),
        ("2015-03-17.md", "2015-03-17"),
        ("v1.2.md", "v1.2"),
    ],
)
def test_a_slug_is_made_of_a_path_as_it_is_written(source: str, slug: str) -> None:
    assert slug_of_path(source) == slug


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("a, b; c", ("a", "b", "c")),
        (["a, b", "c"], ("a, b", "c")),
        ([{"name": "Mei", "url": "x"}, {"slug": "ari"}, "Bo"], ("Mei", "ari", "Bo")),
        ({"name": "Mei"}, ("Mei",)),
        ({"mei": {"url": "x"}, "ari": None}, ("mei", "ari")),
        (["a", "a", "", None, "null"], ("a",)),
        ([["a"]], ("['a']",)),
        ("", ()),
        (2015, ("2015",)),
    ],
)
def test_names_are_read_in_any_form(value: Any, found: tuple[str, ...]) -> None:
    assert names(value) == found


def test_people_may_have_and_between_them() -> None:
    assert names("Mei Tan and Ari Wibowo, Sandy & Co", COMMAS_AND) == ("Mei Tan", "Ari Wibowo", "Sandy", "Co")


def test_labels_become_slugs_in_any_script() -> None:
    assert slugs(("Open Source", "open-source", "Étranger", "市場", "!!!")) == (
        "open-source",
        "etranger",
        "shi-chang",
        "!!!",
    )


def test_the_first_key_that_says_something_counts() -> None:
    assert (
        first(
            {"summary": "", "description": None, "excerpt": "~", "dek": "A"}, "summary", "description", "excerpt", "dek"
        )
        == "A"
    )
    assert first({}, "a") == ""
