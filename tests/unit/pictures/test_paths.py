"""Names of the files made from pictures, and what publishing reads from them."""

import unicodedata
from hashlib import blake2b

import pytest

from plugins.pictures.paths import print_path, uniform_path
from plugins.pictures.values import Developed, Negative, Print, Proof, SourcePicture
from plugins.publish.headers.per_file import is_lasting_path
from plugins.publish.site.picture_families import family_of

NFC, NFD = (unicodedata.normalize(form, "café") for form in ("NFC", "NFD"))
MADE = [Print(name, 480, 360, 1) for name in ("480.avif", "1200.jpg", "16x9.jpg", "original.jpg", "whole.jpeg")]


def proof(source: str = "news/Stall at night.JPG", content: bytes = b"a", key: str = "0123456789abcdef") -> Proof:
    picture = SourcePicture(source, "jpeg", 4000, 3000, 1)
    negative = Negative(f"content/{source}", picture, blake2b(content, digest_size=16).digest())
    return Proof(negative, Developed(key, 4000, 3000, 0))


def test_a_name_tells_the_picture_and_the_size() -> None:
    assert print_path(proof(), MADE[0]) == "pictures/stall-at-night-480-27c35e012345.avif"


@pytest.mark.parametrize("source", ["pictures/市場.jpg", "pictures/....jpg", "pictures/-480-0a1b2c333333.jpg"])
@pytest.mark.parametrize("made", MADE, ids=lambda made: made.name)
def test_every_name_is_kept_by_browsers_for_ever(source: str, made: Print) -> None:
    assert is_lasting_path(print_path(proof(source), made))


def test_all_files_of_one_content_are_of_one_family_and_no_other() -> None:
    paths = [print_path(proof(key=key), made) for made in MADE for key in ("0" * 64, "f" * 64)]
    others = [print_path(proof(content=b"b"), MADE[0]), print_path(proof("news/stall.jpg"), MADE[0])]

    assert len(set(paths)) == len(MADE) * 2
    assert len({family_of(path) for path in paths}) == 1
    assert family_of(paths[0]) not in {None, *map(family_of, others)}


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("pictures/stall.webp", "pictures/stall.webp"),
        (f"pictures/{NFD}/{NFD}.JPG", f"pictures/{NFC}/{NFC}.JPG"),
        ("pictures/my%20stall.webp", "pictures/my stall.webp"),
        ("pictures/100%.webp", "pictures/100%.webp"),
    ],
)
def test_a_file_is_found_by_a_name_that_looks_like_its_own(path: str, key: str) -> None:
    assert uniform_path(path) == key


@pytest.mark.parametrize(("one", "other"), [("my%20stall.jpg", "my stall.jpg"), (f"{NFC}.jpg", f"{NFD}.jpg")])
def test_files_that_are_found_by_one_name_have_one_in_the_output(one: str, other: str) -> None:
    """Pages need not be made anew when a file is renamed from one spelling to another."""
    assert print_path(proof(one), MADE[0]) == print_path(proof(other), MADE[0])


def test_a_long_name_is_cut() -> None:
    assert len(print_path(proof(f"{'stall-' * 40}.jpg"), MADE[0])) < 120
