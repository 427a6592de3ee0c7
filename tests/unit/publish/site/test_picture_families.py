"""Files of one picture, found by their names."""

from pathlib import Path

import pytest

from plugins.publish.site.picture_families import family_of, grouped, pattern_of, picture_name


@pytest.mark.parametrize(
    ("path", "family"),
    [
        ("pictures/stall-480-0a1b2c333333.avif", ("pictures/stall", "0a1b2c")),
        ("pictures/stall-2023-16x9-0a1b2c333333.jpg", ("pictures/stall-2023", "0a1b2c")),
        ("https://a.test/news/pictures/stall-480-0a1b2c333333.avif", ("https://a.test/news/pictures/stall", "0a1b2c")),
        ("pictures/stall-0a1b2c33.webp", None),
        ("assets/stall-480-0a1b2c333333.avif", None),
        ("2023/11/pictures/index.html", None),
        ("index.html", None),
    ],
)
def test_names_tell_the_family(path: str, family: tuple[str, str] | None) -> None:
    assert family_of(path) == family


def test_files_of_one_picture_are_one_group_in_the_place_of_the_first() -> None:
    small, large = "pictures/x-320-0a1b2c333333.avif", "pictures/x-480-0a1b2c333333.avif"

    assert list(grouped(["a", small, "b", large]).values()) == [["a"], [small, large], ["b"]]


def test_files_to_open_share_name_and_content(tmp_path: Path) -> None:
    whole, clean = "files/012345012345/Rates [1].csv", "files/012345abcdef/Rates [1].csv"
    (tmp_path / clean).parent.mkdir(parents=True)
    (tmp_path / clean).touch()

    family = family_of(whole)

    assert family
    assert family == family_of(clean) == ("files/Rates [1].csv", "012345")
    assert [file.relative_to(tmp_path).as_posix() for file in tmp_path.glob(pattern_of(family))] == [clean]
    assert family_of("files/ffffff012345/Rates [1].csv") != family
    assert picture_name(whole) == "files/Rates [1].csv"
    assert family_of("files/report.pdf") is None
