from pathlib import Path

from plugins.pictures.as_is import as_is, read_as_is
from plugins.pictures.values import Negative, SourcePicture


def test_the_authors_file_stands_for_all_that_would_be_made_from_it(tmp_path: Path) -> None:
    place = tmp_path / "a.jpg"
    place.write_bytes(b"a photograph")
    negative = Negative(str(place), SourcePicture("a.jpg", "jpeg", 4000, 3000, 12), b"digest")

    (made,) = as_is(negative).prints

    assert (made.width, made.height, made.bytes) == (4000, 3000, 12)
    assert read_as_is(negative, made.name) == b"a photograph"
    assert read_as_is(negative, "480.avif") is None
