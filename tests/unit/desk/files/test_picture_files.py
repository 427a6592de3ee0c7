import io

import pytest
from PIL import Image

from plugins.desk.files.picture_files import PictureError, is_picture, measure, missing_picture


def svg(attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="30px"', (40, 30)),
        ('width="1in" height="72pt"', (96, 96)),
        ('viewBox="0 0 64 36"', (64, 36)),
        ('viewBox="0,0,64,36" width="100%"', (64, 36)),
        ('viewBox="-10 -10 64 36" width="128"', (128, 72)),
        ('viewBox="0,0 6.4e1,3.6E+1"', (64, 36)),
        ('viewBox="-.5-.5 64. 36."', (64, 36)),
        ('width="1e2" height=".5e2px"', (100, 50)),
        ('viewBox="0 0 9000 9000"', (9000, 9000)),
    ],
)
def test_an_svg_is_as_large_as_browsers_show_it(attributes: str, size: tuple[int, int]) -> None:
    assert measure(svg(attributes), "svg") == size


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"<html/>",
        svg(""),
        svg('viewBox="0 0 0 0"'),
        svg('viewBox="0 0 1e999 1"'),
        b'<?xml version="1.0" encoding="x"?><svg/>',
    ],
)
def test_an_svg_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        measure(data, "svg")


def test_a_photo_that_lies_on_its_side_is_measured_upright() -> None:
    image, file = Image.new("RGB", (40, 30)), io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(file, "JPEG", exif=exif)

    assert measure(file.getvalue(), "jpg") == (30, 40)


@pytest.mark.parametrize(
    ("size", "problem"),
    [
        ((6001, 10), "has 6001 × 10 pixels (at most 6000 a side and 40 million in all)"),
        ((5999, 9999), "has 5999 × 9999 pixels (at most 6000 a side and 40 million in all)"),
        ((10000, 10000), "has 10000 × 10000 pixels (at most 6000 a side and 40 million in all)"),
        ((20000, 20000), "has far too many pixels (at most 6000 a side and 40 million in all)"),
    ],
)
@pytest.mark.filterwarnings("error")
def test_a_picture_that_no_page_needs_so_large_is_refused(size: tuple[int, int], problem: str) -> None:
    file = io.BytesIO()
    Image.new("1", size).save(file, "PNG")

    with pytest.raises(PictureError) as caught:
        measure(file.getvalue(), "png")

    assert str(caught.value) == problem


def test_a_large_picture_is_taken() -> None:
    file = io.BytesIO()
    Image.new("1", (6000, 6000)).save(file, "PNG")

    assert measure(file.getvalue(), "png") == (6000, 6000)


@pytest.mark.parametrize(
    ("source", "words", "is_missing"),
    [
        ("../secret.png", "lies outside the content folder", False),
        ("articles/talk.pdf", "is of a type that browsers do not show", False),
        ("articles/none.png", "does not exist", True),
    ],
)
def test_a_picture_that_is_not_among_the_files_says_why(source: str, words: str, is_missing: bool) -> None:
    problem = missing_picture(source)

    assert str(problem).startswith(words)
    assert problem.is_missing == is_missing


def test_a_picture_is_known_by_its_name() -> None:
    names = ("a.png", "A.JPG", "a.b/c.webp", "png", "a.bmp", "a.md", ".svg")

    assert [name for name in names if is_picture(name)] == ["a.png", "A.JPG", "a.b/c.webp"]
