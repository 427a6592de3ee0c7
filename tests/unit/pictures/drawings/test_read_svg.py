import time

import pytest

from plugins.pictures.drawings.read_svg import looks_like_svg, read_svg, svg_size
from plugins.pictures.values import PictureError


def sized(attributes: str) -> bytes:
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
    assert svg_size(sized(attributes)) == size


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"<html/>",
        sized(""),
        sized('viewBox="0 0 0 0"'),
        sized('viewBox="0 0 1e999 1"'),
        sized('viewBox="0 0 1e300 1e300"'),
        sized(f'width="{"1" * 100_000}!" height="3"'),
        sized(f'width="1{" " * 100_000}!" height="3"'),
        b'<?xml version="1.0" encoding="x"?><svg/>',
    ],
)
def test_an_svg_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        svg_size(data)


@pytest.mark.parametrize(
    ("start", "is_svg"),
    [
        ("<svg/>", True),
        ("\ufeff <?xml version='1.0'?><!-- by Hush --><svg width='3'>", True),
        ("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/svg11.dtd'><svg:svg>", True),
        ("<!doctype html><p><svg>", False),
        ("<html><svg>", False),
        ("<p>", False),
        ("svg", False),
    ],
)
def test_a_drawing_is_told_by_its_root(start: str, is_svg: bool) -> None:
    assert looks_like_svg(start.encode()) is is_svg


@pytest.mark.parametrize(
    ("start", "part", "times", "words"),
    [
        (b"<svg>", b"<g/>", 500_000, "has far too many parts"),
        (b"<svg ", b'a="" ', 1_100_000, "has far too many parts"),
        (b"<svg>", b" ", 20_000_000, "has 20 MB, which readers would load whole"),
        (b'<!DOCTYPE svg [<!ATTLIST g class CDATA "%s">]><svg>' % (b"x" * 999), b"<g/>", 999, "declares "),
    ],
)
def test_a_drawing_that_would_take_much_memory_is_refused_before_it_is_read(
    start: bytes, part: bytes, times: int, words: str
) -> None:
    data = start + part * times + (b"</svg>" if start.endswith(b">") else b"/>")
    started = time.process_time()

    with pytest.raises(PictureError) as caught:
        read_svg(data)

    assert str(caught.value).startswith(words)
    assert time.process_time() - started < 0.5


def test_a_name_space_may_be_declared_beforehand() -> None:
    space = "http://www.w3.org/2000/svg"

    root = read_svg(f'<!DOCTYPE svg [<!ATTLIST svg xmlns CDATA #FIXED "{space}">]><svg/>'.encode())

    assert root.tag == f"{{{space}}}svg"
