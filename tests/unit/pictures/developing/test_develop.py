"""Development: the files of a picture, their sizes in pixels and bytes, and what they look like."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from plugins.pictures.developing.develop import Development, develop_together
from plugins.pictures.picture_formats import format_of
from plugins.pictures.strip import without_metadata
from plugins.pictures.values import Negative, PictureError, Print, SourcePicture
from tests.photographs import photograph
from tests.unit.pictures.negatives import LARGE, SMALL, drawing, encoded_as, negative_of, small_photograph

pytestmark = pytest.mark.slow


def develop(negative: Negative, *others: Negative) -> Development:
    (made, *_) = develop_together([negative, *others], Path(negative.place).read_bytes())
    assert isinstance(made, Development)
    return made


def sizes(prints: Sequence[Print]) -> list[tuple[str, int, int]]:
    return [(made.name, made.width, made.height) for made in prints]


def test_a_photograph_becomes_a_ladder(tmp_path: Path) -> None:
    data = photograph(LARGE, has_metadata=False)
    made = develop(negative_of(tmp_path / "a.jpg", data))

    assert sizes(made.developed.modern) == [
        ("320.avif", 320, 240),
        ("480.avif", 480, 360),
        ("720.avif", 720, 540),
        ("960.avif", 960, 720),
        ("1200.avif", 1200, 900),
        ("1600.avif", 1600, 1200),
    ]
    assert sizes(made.developed.older) == [("480.jpg", 480, 360), ("1200.jpg", 1200, 900)]
    assert (made.developed.width, made.developed.height) == (2000, 1500)


def test_every_file_is_as_its_print_says(tmp_path: Path) -> None:
    negative = small_photograph(tmp_path)
    for each in (negative, negative._replace(purpose="ratios"), negative._replace(purpose="original")):
        made = develop(each)
        assert made.files.keys() == {made.name for made in made.developed.prints}
        for one in made.developed.prints:
            content = made.files[one.name]
            with Image.open(BytesIO(content)) as image:
                assert (*image.size, len(content)) == (one.width, one.height, one.bytes)


def test_files_do_not_depend_on_those_that_are_made_together(tmp_path: Path) -> None:
    sizes = small_photograph(tmp_path)
    ratios = sizes._replace(purpose="ratios", focus=(20, 30))

    together = list(develop_together([sizes, ratios], Path(sizes.place).read_bytes()))

    assert together == [develop(sizes), develop(ratios)]


def test_no_file_of_a_photograph_has_more_bytes_than_the_next_wider(tmp_path: Path) -> None:
    developed = develop(small_photograph(tmp_path)).developed

    assert [made.bytes for made in developed.modern] == sorted(made.bytes for made in developed.modern)
    assert developed.prints[-1].bytes < len(photograph(SMALL, has_metadata=False))


@pytest.mark.parametrize("picture_format", ["PNG", "WEBP", "GIF"])
def test_a_drawing_of_few_bytes_is_shown_with_every_pixel(tmp_path: Path, picture_format: str) -> None:
    options = {"lossless": True} if picture_format == "WEBP" else {}
    data = encoded_as(drawing(1200, 900), picture_format, **options)

    made = develop(negative_of(tmp_path / f"a.{picture_format.lower()}", data))

    (whole,) = made.developed.older
    assert whole.name in ("1200x900.webp", f"1200x900.{picture_format.lower()}")
    assert whole.bytes <= len(data)
    with Image.open(BytesIO(made.files[whole.name])) as image:
        assert image.convert("RGB").tobytes() == drawing(1200, 900).tobytes()
    assert made.developed.modern == () or made.developed.modern[-1] == whole


def test_a_part_of_a_drawing_keeps_every_pixel(tmp_path: Path) -> None:
    data = encoded_as(drawing(1200, 900), "WEBP", lossless=True)

    made = develop(negative_of(tmp_path / "a.webp", data, crop=(25, 0, 50, 50)))

    (whole,) = made.developed.older
    assert whole.name == "600x450.webp"
    with Image.open(BytesIO(made.files[whole.name])) as image:
        assert image.convert("RGB").tobytes() == drawing(1200, 900).crop((300, 0, 900, 450)).tobytes()


def test_a_large_drawing_is_not_shown_larger_than_its_file(tmp_path: Path) -> None:
    data = encoded_as(drawing(4000, 3000), "PNG", optimize=True)

    made = develop(negative_of(tmp_path / "a.png", data))

    assert made.developed.modern[0].name == "320.avif"
    assert all(each.bytes <= len(data) for each in made.developed.modern[1:])


@pytest.mark.parametrize("size", [(60, 17_000), (1, 20_000), (20_000, 1)])
def test_a_strip_of_any_length_is_developed(tmp_path: Path, size: tuple[int, int]) -> None:
    clear = Image.new("RGBA", size, (40, 80, 120, 90))

    made = develop(negative_of(tmp_path / "a.png", encoded_as(clear, "PNG")))

    assert made.developed.older[-1].name.endswith((".webp", ".png"))


def test_an_avif_has_an_older_form(tmp_path: Path) -> None:
    image = Image.open(BytesIO(photograph(SMALL, has_metadata=False)))
    data = encoded_as(image, "AVIF", quality=20)

    made = develop(negative_of(tmp_path / "a.avif", data))

    assert made.developed.modern[-1].name == "800x600.avif"
    assert made.files["800x600.avif"] == without_metadata(data, "avif")
    assert sizes(made.developed.older) == [("480.jpg", 480, 360), ("800.jpg", 800, 600)]


def test_a_jpeg_of_few_bytes_is_handed_on(tmp_path: Path) -> None:
    image = Image.open(BytesIO(photograph(SMALL, has_metadata=False)))
    data = encoded_as(image, "JPEG", quality=20)

    made = develop(negative_of(tmp_path / "a.jpg", data))

    assert made.developed.older[-1].name == "800x600.jpg"
    assert all(each.bytes <= len(data) for each in made.developed.prints)


@pytest.mark.parametrize("orientation", [3, 6])
def test_a_picture_that_has_to_be_turned_is_never_handed_on(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = Image.open(BytesIO(photograph(SMALL, has_metadata=False)))
    data = encoded_as(image, "JPEG", quality=20, exif=exif)
    negative = negative_of(tmp_path / "a.jpg", data)
    size = (600, 800) if orientation == 6 else (800, 600)
    negative = negative._replace(source=negative.source._replace(width=size[0], height=size[1]))

    made = develop(negative)

    assert made.developed.older[-1].name == f"{size[0]}.jpg"
    assert (made.developed.width, made.developed.height) == size


def test_what_can_be_seen_through_stays_so(tmp_path: Path) -> None:
    image = Image.open(BytesIO(photograph(SMALL, has_metadata=False)))
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    data = encoded_as(image, "PNG")

    made = develop(negative_of(tmp_path / "a.png", data))

    assert [each.name for each in made.developed.older] == ["480.webp", "800.webp"]
    for each in made.developed.prints:
        with Image.open(BytesIO(made.files[each.name])) as found:
            assert found.mode == "RGBA"


def test_ratios_are_jpegs_of_their_ratio(tmp_path: Path) -> None:
    made = develop(small_photograph(tmp_path, purpose="ratios", focus=(0, 0)))

    assert sizes(made.developed.ratios) == [("16x9.jpg", 800, 450), ("4x3.jpg", 800, 600), ("1x1.jpg", 600, 600)]
    assert made.developed.modern == made.developed.older == ()
    assert {format_of(content) for content in made.files.values()} == {"jpeg"}


def test_ratios_are_no_wider_than_machines_ask_for(tmp_path: Path) -> None:
    data = photograph(LARGE, has_metadata=False)
    made = develop(negative_of(tmp_path / "a.jpg", data, purpose="ratios"))

    assert sizes(made.developed.ratios) == [("16x9.jpg", 1200, 675), ("4x3.jpg", 1200, 900), ("1x1.jpg", 1200, 1200)]


@pytest.mark.parametrize(("focus", "is_red"), [((0, 50), True), ((100, 50), False)])
def test_a_ratio_shows_its_focal_point(tmp_path: Path, focus: tuple[int, int], is_red: bool) -> None:
    image = Image.new("RGB", (400, 100), "blue")
    image.paste("red", (0, 0, 100, 100))
    negative = negative_of(tmp_path / "a.png", encoded_as(image, "PNG"), purpose="ratios", focus=focus)

    with Image.open(BytesIO(develop(negative).files["1x1.jpg"])) as square:
        red, _, blue = square.resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]  # a pixel of RGB

    assert (red > blue) == is_red


@pytest.mark.parametrize("options", [{"save_all": True, "duration": 100}])
def test_what_moves_is_handed_on_alone(tmp_path: Path, options: dict[str, Any]) -> None:
    data = encoded_as(Image.new("RGB", (90, 60), "red"), "GIF", append_images=[Image.new("RGB", (90, 60))], **options)

    made = develop(negative_of(tmp_path / "a.gif", data))

    assert sizes(made.developed.older) == [("90x60.gif", 90, 60)]
    assert made.developed.modern == ()
    with Image.open(BytesIO(made.files["90x60.gif"])) as image:
        assert getattr(image, "n_frames", 1) == 2


def test_a_part_of_what_moves_stands_still(tmp_path: Path) -> None:
    data = encoded_as(
        Image.new("RGB", (90, 60), "red"), "GIF", append_images=[Image.new("RGB", (90, 60))], save_all=True
    )

    made = develop(negative_of(tmp_path / "a.gif", data, crop=(0, 0, 50, 50)))

    assert sizes(made.developed.older) == [("45x30.webp", 45, 30)]


def test_what_moves_has_ratios_of_its_first_frame(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (90, 60), colour) for colour in ("red", "blue")]
    data = encoded_as(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)

    made = develop(negative_of(tmp_path / "a.gif", data, purpose="ratios"))

    assert [each.name for each in made.developed.ratios] == ["16x9.jpg", "4x3.jpg", "1x1.jpg"]


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36"><rect width="9" height="9"/></svg>'
LINES = SourcePicture("a.svg", "svg", 64, 36, len(SVG))


def test_a_drawing_in_lines_is_handed_on_alone_and_has_no_ratios() -> None:
    negative = Negative("content/a.svg", LINES, b"1" * 16)

    shown, ratios = develop_together([negative, negative._replace(purpose="ratios")], SVG)

    assert isinstance(shown, Development)
    assert isinstance(ratios, Development)
    assert sizes(shown.developed.prints) == [("64x36.svg", 64, 36)]
    assert b"<rect" in shown.files["64x36.svg"]
    assert ratios.developed.prints == ()


def test_a_part_of_a_drawing_in_lines_is_a_drawing() -> None:
    (made,) = develop_together([Negative("content/a.svg", LINES, b"1" * 16, (0, 0, 50, 100))], SVG)

    assert isinstance(made, Development)
    assert (made.developed.width, made.developed.height) == (32, 36)
    assert sizes(made.developed.prints) == [("32x36.svg", 32, 36)]


def test_the_original_is_the_authors_file(tmp_path: Path) -> None:
    negative = small_photograph(tmp_path, purpose="original")

    made = develop(negative)

    assert made.developed.original is not None
    assert made.developed.original.name == "original.jpg"
    with Image.open(BytesIO(made.files["original.jpg"])) as found, Image.open(negative.place) as saved:
        assert found.tobytes() == saved.tobytes()


def test_an_original_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    negative = negative_of(tmp_path / "a.jpg", encoded_as(drawing(400, 300), "JPEG", exif=exif), purpose="original")

    with Image.open(BytesIO(develop(negative).files["original.jpg"])) as image:
        assert image.size == (300, 400)
        assert not image.getexif()


def test_a_damaged_picture_is_an_error(tmp_path: Path) -> None:
    negative = small_photograph(tmp_path)
    data = Path(negative.place).read_bytes()

    (cut,) = develop_together([negative], data[: len(data) // 2])

    assert isinstance(cut, PictureError)


def test_a_library_that_fails_is_an_error_of_the_picture_and_others_are_made(tmp_path: Path, monkeypatch: Any) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise ValueError("encoder says no")

    monkeypatch.setattr("plugins.pictures.developing.develop.rung_bytes", fail)
    negative = small_photograph(tmp_path)

    error, ratios = develop_together([negative, negative._replace(purpose="ratios")], Path(negative.place).read_bytes())

    assert isinstance(error, PictureError)
    assert str(error) == "cannot be developed (encoder says no)"
    assert error.remedy == "open it in an image editor and export it anew"
    assert isinstance(ratios, Development)
