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


def test_an_article_is_over_and_retracted_from_its_times_on() -> None:
    keys = "expires: 2023-12-01 12:00\nretracted: {date: 2023-12-02 08:00, text: Invented.}\n"
    found, noon = entry("articles/one.md", article(keys=keys)), NOW.timestamp()
    morning = datetime(2023, 12, 2, 8, tzinfo=ZONE).timestamp()

    assert [found.is_over_at(seconds) for seconds in (noon - 1, noon)] == [False, True]
    assert [found.is_retracted_at(seconds) for seconds in (morning - 1, morning)] == [False, True]
    assert [found.has_ended_at(seconds) for seconds in (noon - 1, noon, morning)] == [False, True, True]
    assert {noon, morning} < set(found.times)
