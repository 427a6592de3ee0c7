"""Facts for the report on pictures: what a folder's texts and pictures lack."""

import io
from pathlib import Path

import pytest
from PIL import Image

from plugins.desk.picture_facts import picture_report
from plugins.pictures.darkroom import Darkroom
from plugins.pictures.report.picture_report import PictureReport
from tests.unit.desk.conftest import AUTHOR, CATEGORY, Load, article


def jpeg(width: int, height: int, shade: int = 0) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), (shade, 90, 90)).save(file, "JPEG")
    return file.getvalue()


LEAD = "picture: {{file: /pictures/{}.jpg, alt: {}, credit: {}}}\n"
FILES = {
    "articles/a.md": article(title="A", keys=LEAD.format("wide", "Stall", "Ida")),
    "articles/b.md": article(title="B", keys=LEAD.format("upright", '""', '""')),
    "articles/c.md": article(
        title="C",
        keys="status: draft\n" + LEAD.format("upright-2", "x, focus: 50% 20%", "Ida"),
        body="![](b.jpg)\n\n![](b.jpg) ![B](b.jpg)",
    ),
    "authors/ana-lim.md": AUTHOR.replace("beat", "portrait: {file: /pictures/upright-3.jpg, alt: Ana}\nbeat"),
    "categories/social.md": CATEGORY,
    "articles/b.jpg": jpeg(8, 8),
    "pictures/wide.jpg": jpeg(64, 36),
    "pictures/copy.jpg": jpeg(64, 36),
    **{f"pictures/upright{end}.jpg": jpeg(36, 64, shade) for shade, end in ((90, ""), (130, "-2"), (170, "-3"))},
}


@pytest.fixture
def report(load_content: Load, tmp_path: Path) -> PictureReport:
    loaded = load_content(FILES)
    assert not loaded.content.has_errors
    return picture_report(loaded.content, Darkroom(tmp_path / "cache"), [])


def test_pictures_that_some_file_shows_are_reported_with_their_size(report: PictureReport) -> None:
    shown = {picture.path: (picture.width, picture.height) for picture in report.pictures}

    assert shown == {
        "content/pictures/wide.jpg": (64, 36),
        "content/articles/b.jpg": (8, 8),
        **{f"content/pictures/upright{end}.jpg": (36, 64) for end in ("", "-2", "-3")},
    }
    assert [picture.bytes for picture in report.pictures] == sorted(
        (picture.bytes for picture in report.pictures), reverse=True
    )


def test_what_editors_may_want_to_add_is_told_by_its_place(report: PictureReport) -> None:
    assert report.without_alt == ["content/articles/b.md", "content/articles/c.md (2)"]
    assert report.without_credit == ["content/articles/b.md: /pictures/upright.jpg"]
    assert report.without_focus == [
        "content/articles/b.md: /pictures/upright.jpg",
        "content/authors/ana-lim.md: /pictures/upright-3.jpg",
    ]


def test_pictures_in_vain_are_told(report: PictureReport) -> None:
    assert report.never_shown == ["content/pictures/copy.jpg"]
    assert report.same == [["content/pictures/copy.jpg", "content/pictures/wide.jpg"]]
