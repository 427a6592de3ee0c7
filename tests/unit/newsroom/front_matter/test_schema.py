from datetime import UTC, datetime

import pytest

from plugins.newsroom.front_matter.schema import ArticleFields, AuthorFields, PageFields, needs_unless_draft

DATE, LATER = datetime(2023, 11, 24, 9, 30, tzinfo=UTC), datetime(2023, 11, 27, 8, tzinfo=UTC)


def fields(**changes: object) -> ArticleFields:
    return ArticleFields.model_construct(title="A", **changes)


@pytest.mark.parametrize(
    ("changes", "published", "public_from"),
    [
        ({"date": DATE}, DATE, DATE),
        ({"date": DATE, "embargo": LATER}, LATER, LATER),
        ({"date": LATER, "embargo": DATE}, LATER, LATER),
        ({"date": DATE, "status": "draft"}, DATE, None),
        ({"embargo": LATER, "status": "draft"}, LATER, None),
        ({"status": "draft"}, None, None),
    ],
)
def test_an_embargo_later_than_the_date_is_the_date_that_readers_see(
    changes: dict[str, object], published: datetime | None, public_from: datetime | None
) -> None:
    assert (fields(**changes).published, fields(**changes).public_from) == (published, public_from)


def test_only_drafts_may_leave_out_the_keys_that_a_page_needs() -> None:
    assert needs_unless_draft(ArticleFields) == ("date", "category", "authors")
    assert needs_unless_draft(PageFields) == ("summary",)
    assert needs_unless_draft(AuthorFields) == ()
