from collections import Counter

import pytest

from plugins.newsroom.syndication.apple_categories import CATEGORIES, NAMES, category_named


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Business", ("Business", "")),
        ("Marketing", ("Business", "Marketing")),
        ("marketing", ("Business", "Marketing")),
        ("Business > Marketing", ("Business", "Marketing")),
        ("business: marketing", ("Business", "Marketing")),
        ("Fashion and Beauty", ("Arts", "Fashion & Beauty")),
        ("News > Marketing", None),
        ("Business > Business", None),
        ("Advertising", None),
        ("", None),
    ],
)
def test_a_category_is_found_by_its_name_alone(written: str, expected: tuple[str, str] | None) -> None:
    assert category_named(written) == expected


def test_each_name_stands_in_one_place() -> None:
    written = [*CATEGORIES, *(inner for all_inner in CATEGORIES.values() for inner in all_inner)]

    assert [name for name, count in Counter(written).items() if count > 1] == []
    assert len(NAMES) == len(written) == 110
