import re

from plugins.desk.text import allowed_html as allowed
from plugins.desk.text.html_reference import html_reference
from tests.conftest import ROOT

DOCUMENT = ROOT / "docs" / "html.md"


def test_the_page_is_that_of_the_tables() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == html_reference(), "run `make docs`"


def test_every_tag_that_is_allowed_stands_in_one_row() -> None:
    rows = re.findall(r"^\| [A-Z][^|]*\| ([^|]+) \|", html_reference(), re.MULTILINE)

    assert sorted(tag for row in rows for tag in re.findall("`([^`]+)`", row)) == sorted(allowed.ALLOWED)
