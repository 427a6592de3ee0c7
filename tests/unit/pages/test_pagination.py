import pytest

from plugins.pages.pagination import pagination


@pytest.mark.parametrize(
    ("number", "count", "numbers"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (1, 9, [1, 2, None, 9]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (9, 9, [1, None, 8, 9]),
        (2, 4, [1, 2, 3, 4]),
    ],
)
def test_the_pages_around_the_current_one_are_linked(number: int, count: int, numbers: list[int | None]) -> None:
    pages = pagination("/social/", number, count).pages

    assert [page and page.number for page in pages] == numbers


def test_the_ends_of_a_front_lead_nowhere_further() -> None:
    first, last = pagination("/social/", 1, 2), pagination("/social/", 2, 2)

    assert (first.newer, first.older, last.newer, last.older) == (None, "/social/page/2/", "/social/", None)
