from datetime import datetime

import pytest

from plugins.desk.index import Index, make_index, pictures_of, public_from
from tests.unit.desk.conftest import NOW, ZONE, Load, article

PROMO = "---\ntitle: A\ntext: B\nurl: https://a.example/\nstart: 2024-01-02\nend: 2024-01-03\n---\n"


@pytest.fixture
def index(load_content: Load) -> Index:
    files = {
        "articles/2023/11/one.md": article(
            keys="embargo: 2023-11-25 08:00\npicture: {file: a.svg, alt: A}\n",
            body="![B](../b.svg) [C](/pictures/c.svg) [D](https://d.example/d.svg) [E](one.md)",
        ),
        "pages/draft.md": "---\ntitle: D\nstatus: draft\n---\n",
        "promos/talk.md": PROMO,
    }
    return make_index(load_content(files).folder, NOW)


@pytest.mark.parametrize(
    ("source", "time"),
    [
        ("articles/2023/11/one.md", datetime(2023, 11, 25, 8, tzinfo=ZONE)),
        ("pages/draft.md", None),
        ("promos/talk.md", datetime(2024, 1, 2, tzinfo=ZONE)),
        ("authors/ana-lim.md", NOW),
    ],
)
def test_every_document_has_a_time_that_it_is_public_from(index: Index, source: str, time: datetime | None) -> None:
    assert public_from(index.by_source[source], NOW) == time


@pytest.mark.parametrize("name", ["social", "Social", "SOCIAL"])
def test_a_category_is_found_by_slug_and_by_name(index: Index, name: str) -> None:
    found = index.category_of(name)

    assert found is not None
    assert found.slug == "social"


def test_pictures_are_those_shown_and_those_linked_to(index: Index) -> None:
    assert pictures_of(index.by_source["articles/2023/11/one.md"]) == [
        "articles/2023/11/a.svg",
        "articles/2023/b.svg",
        "pictures/c.svg",
    ]
