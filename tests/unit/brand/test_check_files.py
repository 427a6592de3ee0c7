import io
from pathlib import Path

import pytest
from PIL import Image

from plugins.brand.check_files import file_findings
from plugins.newsroom.problems import Severity
from tests.conftest import DEMONSTRATION, ROOT

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"><path d="M0 0h1z"/></svg>'
FACE = (ROOT / "plugins" / "share_cards" / "fonts" / "hebrew.woff2").read_bytes()
LARGE_FACE = (ROOT / "plugins" / "share_cards" / "fonts" / "kore.woff2").read_bytes()


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#0058a3").save(file, kind)
    return file.getvalue()


def said(name: str, data: bytes) -> list[str]:
    return [f"{severity.word}: {what}; {remedy}" for what, remedy, severity in file_findings(name, data)]


@pytest.mark.parametrize(
    "path", sorted((DEMONSTRATION / "content" / "brand").glob("[!w]*")), ids=lambda path: path.name
)
def test_the_files_of_the_demonstration_are_right(path: Path) -> None:
    assert said(path.name, path.read_bytes()) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("icon.svg", SVG.format(64, 64).encode()),
        ("icon.png", picture(180, 180)),
        ("icon.png", picture(512, 512)),
        ("share.png", picture(1200, 630)),
        ("share.jpg", picture(1200, 630, "JPEG")),
        ("logo.png", picture(264, 60)),
        ("logo.svg", SVG.format(264, 60).encode()),
        ("display.woff2", FACE),
    ],
)
def test_files_as_they_should_be_have_no_findings(name: str, data: bytes) -> None:
    assert said(name, data) == []


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        (
            "icon.png",
            picture(64, 64),
            "error: is 64 × 64, and phones show icons of 180 × 180; export it at 180 × 180 or more",
        ),
        ("icon.png", picture(200, 180), "error: is 200 × 180, and icons are square; draw it on a square"),
        ("icon.svg", SVG.format(64, 32).encode(), "error: is 64 × 32, and icons are square; draw it on a square"),
        ("icon.png", picture(180, 180, "JPEG"), "error: is JPEG, though its name says PNG; export it as PNG"),
        ("icon.svg", picture(180, 180), "error: is PNG, though its name says SVG; export it as SVG"),
        ("icon.png", b"", "error: is empty; save or upload it anew"),
        (
            "icon.svg",
            SVG.format(9, 9).replace("<path", "<script/><path").encode(),
            "error: holds a script; export it as plain SVG",
        ),
        (
            "share.jpg",
            picture(500, 262, "JPEG"),
            "error: is 500 × 262, and services show it small below a width of 600; export it at 1200 × 630",
        ),
        (
            "share.png",
            picture(1200, 1200),
            "warning: is 1200 × 1200, and services cut it; a picture of 1200 × 630 is shown whole",
        ),
        (
            "display.woff2",
            b"\0\1\0\0",
            "error: is no WOFF2 font; convert it to WOFF2, for example with `fonttools ttLib.woff2 compress`",
        ),
        ("display.woff2", FACE[:400], "error: is damaged, or no font; export it anew"),
        (
            "display.woff2",
            LARGE_FACE,
            "warning: has 328 KB, for which headlines wait; leave out the characters that no headline has "
            "(fonttools subset), or one weight is enough",
        ),
    ],
)
def test_others_are_told_with_what_to_do(name: str, data: bytes, expected: str) -> None:
    assert said(name, data) == [expected]


def test_only_a_mistake_that_cannot_be_shown_is_an_error() -> None:
    [(_, _, severity)] = file_findings("share.png", picture(1200, 1200))

    assert severity is Severity.WARNING
