import pytest

from plugins.desk.front_matter.header import Header, Keys
from plugins.desk.places import Place

HEADER = Header(
    values={"picture": {"alt": "A"}, "related": ["a"], "slug": "b"},
    value_places={("picture",): Place(3, 3), ("picture", "alt"): Place(3, 8), ("related",): Place(4, 10)},
    key_places={("picture",): Place(2, 1), ("picture", "alt"): Place(3, 3), ("slug",): Place(5, 1)},
)


@pytest.mark.parametrize(
    ("keys", "value", "key"),
    [
        (("picture", "alt"), (3, 8), (3, 3)),
        (("picture", "credit"), (3, 3), (2, 1)),
        (("related", 1), (4, 10), (4, 10)),
        (("slug",), (5, 1), (5, 1)),
        (("title",), (1, 1), (1, 1)),
    ],
)
def test_what_does_not_stand_in_the_file_has_the_place_of_what_is_around_it(
    keys: Keys, value: tuple[int, int], key: tuple[int, int]
) -> None:
    assert (HEADER.place_of(*keys), HEADER.place_of_key(*keys)) == (value, key)
