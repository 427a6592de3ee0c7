from datetime import datetime

import pytest

from plugins.desk.files.entry import Entry, month_of, url_of
from tests.unit.desk.conftest import NOW, READER, ZONE, article


def entry(source: str, text: str) -> Entry:
    return Entry(*READER.read(source, text.encode()).light)


@pytest.mark.parametrize(
    ("source", "text", "url"),
    [
        ("articles/one.md", article(), "/2023/11/one/"),
        ("articles/one.md", article(keys="embargo: 2024-02-01\n"), "/2024/02/one/"),
        ("articles/one.md", "---\ntitle: A\nstatus: draft\n---\n", "/2023/12/one/"),
        ("pages/about.md", "---\ntitle: A\nsummary: B\n---\n", "/about/"),
        ("authors/mei.md", "---\nname: Mei\nrole: Editor\n---\n", "/authors/mei/"),
        ("categories/media.md", "---\nname: M\norder: 1\ncolour: blue\nsummary: S\n---\n", "/media/"),
    ],
)
def test_what_has_a_page_has_an_address(source: str, text: str, url: str) -> None:
    assert url_of(entry(source, text), NOW) == url


def test_a_draft_without_a_date_moves_with_the_months() -> None:
    draft = entry("articles/one.md", "---\ntitle: A\nstatus: draft\n---\n")

    assert [month_of(draft, now) for now in (NOW, datetime(2024, 1, 1, tzinfo=ZONE))] == [(2023, 12), (2024, 1)]
