from datetime import datetime

import pytest

from plugins.desk.stories import finish_article
from tests.unit.desk.conftest import NOW, ZONE, Load, article

PATH = "articles/2023/11/one.md"


@pytest.mark.parametrize(
    ("keys", "date", "url"),
    [
        ("", datetime(2023, 11, 24, 9, 30, tzinfo=ZONE), "/2023/11/one/"),
        ("embargo: 2023-11-20 08:00\n", datetime(2023, 11, 24, 9, 30, tzinfo=ZONE), "/2023/11/one/"),
        ("embargo: 2023-12-01 08:00\n", datetime(2023, 12, 1, 8, tzinfo=ZONE), "/2023/12/one/"),
        ("embargo: 2024-02-01 08:00\n", datetime(2024, 2, 1, 8, tzinfo=ZONE), "/2024/02/one/"),
    ],
)
def test_the_later_one_of_date_and_embargo_is_the_date(load_content: Load, keys: str, date: datetime, url: str) -> None:
    found = load_content({PATH: article(keys=keys)}, drafts=True).newsroom.articles[PATH].article

    assert (found.date, found.url) == (date, url)
    assert found.embargo == (date if date > NOW else None)


def test_a_draft_without_a_date_is_of_today_and_in_the_first_category(load_content: Load) -> None:
    files = {PATH: "---\ntitle: A\nstatus: draft\n---\n"}

    found = load_content(files, drafts=True).newsroom.articles[PATH].article

    assert (found.date, found.category.slug) == (datetime(2023, 12, 1, tzinfo=ZONE), "social")


def test_the_mark_names_the_dont_miss_and_its_place(load_content: Load) -> None:
    files = {
        PATH: article(body="One.\n\n[Dont-Miss: two]\n\nTwo."),
        "articles/2023/11/two.md": article(title="Two"),
    }

    start = load_content(files).newsroom.articles[PATH].article

    assert start.dont_miss == "two"
    assert finish_article(start, "<!--desk:block--><p>One.</p><!--desk:dont-miss-->").dont_miss_after == 1
