"""The report on pictures in words and for programs."""

import json

from plugins.pictures.report.page_weights import PageWeight
from plugins.pictures.report.picture_report import (
    CacheContent,
    PictureReport,
    ReportedPicture,
    report_as_json,
    report_as_text,
)

REPORT = PictureReport(
    pages=[PageWeight("index.html", 6, 48_600, 1_104_000), PageWeight("about/index.html", 1, 900, 900)],
    pictures=[
        ReportedPicture("content/stall.jpg", 4_800_000, 4000, 3000, 35_000),
        ReportedPicture("b.jpg", 9, 3, 2, None),
    ],
    without_alt=[],
    without_credit=["content/a.md: stall.jpg"],
    without_focus=[],
    never_shown=[f"content/{number}.jpg" for number in range(12)],
    same=[["content/a.jpg", "content/b.jpg"]],
    cache=CacheContent(".pictures", 11, 310_000),
)


def test_the_report_is_tables_and_lists() -> None:
    assert (
        report_as_text(REPORT)
        == """\
Heaviest pages      phone  desktop  pictures
index.html        48.6 KB   1.1 MB         6
about/index.html   0.9 KB   0.9 KB         1

Heaviest pictures       pixels    file    phone
content/stall.jpg  4000 × 3000  4.8 MB  35.0 KB
b.jpg                    3 × 2  0.0 KB        –

Lead pictures without a credit: 1
  content/a.md: stall.jpg

Shown nowhere: 12
  content/0.jpg
  content/1.jpg
  content/2.jpg
  content/3.jpg
  content/4.jpg
  content/5.jpg
  content/6.jpg
  content/7.jpg
  content/8.jpg
  content/9.jpg
  … and 2 more; ALL=1 lists them

The same picture under several names: 1
  content/a.jpg = content/b.jpg

2 pictures shown, 4.8 MB.
A phone gets 35.0 KB in place of 4.8 MB (99% less).
1 picture not developed yet: the next build does that.
.pictures keeps 11 files, 310.0 KB, earlier ones among them."""
    )


def test_all_is_listed_where_it_is_asked_for() -> None:
    assert "content/11.jpg" in report_as_text(REPORT, shows_all=True)


def test_without_a_build_and_pictures_the_report_says_so() -> None:
    said = report_as_text(PictureReport([], [], [], [], [], [], [], CacheContent(".pictures", 0, 0)))

    assert said.startswith("No page is weighed, for there is no build in output/: make plan makes one.\n\n")
    assert "There is no picture." in said


def test_programs_get_every_value() -> None:
    found = json.loads(report_as_json(REPORT))

    assert found["pages"][0] == {"path": "index.html", "pictures": 6, "phone": 48_600, "desktop": 1_104_000}
    assert found["pictures"][1]["phone"] is None
    assert len(found["never_shown"]) == 12
    assert found["cache"] == {"place": ".pictures", "files": 11, "bytes": 310_000}
