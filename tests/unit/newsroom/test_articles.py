import pytest
from markupsafe import Markup

from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.front_matter.schema import CorrectionFields
from tests.values import article, at, publication, text_page


@pytest.mark.parametrize(
    ("change", "is_public"),
    [({}, True), ({"is_draft": True}, False), ({"embargo": at("2035-01-01T00:00")}, False)],
)
def test_drafts_and_embargoed_articles_are_not_public(change: dict[str, object], is_public: bool) -> None:
    assert article(**change).is_public is is_public


def test_settings_find_the_text_pages_by_slug() -> None:
    assert publication(text_pages=(text_page("b"), text_page("a"))).page_slugs == ("a", "b")


def test_title_and_summary_are_plain_text_as_pages_show_them() -> None:
    typeset = {'"A" & b': Markup('“A” <span class="amp">&amp;</span>&nbsp;b'), "It's.": Markup("It’s."), "": Markup()}

    one = article(title='"A" & b', summary="It's.", typeset=typeset)

    assert (one.title, one.summary) == ("“A” & b", "It’s.")


def test_the_focal_point_of_a_picture_is_told_in_tenths() -> None:
    picture = Picture(url="/a.jpg", width=4, height=3, alt="", focus=(96, 4))

    assert picture.focus_tenths == (10, 0)


@pytest.mark.parametrize(
    ("updated", "corrected", "retracted", "changed"),
    [
        (None, [], None, None),
        ("2023-11-02T10:00", [], None, "2023-11-02T10:00"),
        (None, ["2023-11-03T10:00", "2023-11-05T10:00"], None, "2023-11-05T10:00"),
        ("2023-11-06T10:00", ["2023-11-03T10:00"], None, "2023-11-06T10:00"),
        ("2023-11-06T10:00", ["2023-11-03T10:00"], "2023-11-04T10:00", "2023-11-04T10:00"),
    ],
)
def test_an_article_changed_when_it_was_last_updated_or_corrected(
    updated: str | None, corrected: list[str], retracted: str | None, changed: str | None
) -> None:
    notes = tuple(CorrectionFields.model_construct(date=at(time), text="A.") for time in corrected)

    one = article(
        updated=at(updated) if updated else None,
        corrections=notes,
        retracted_since=at(retracted) if retracted else None,
    )

    assert one.changed == (at(changed) if changed else None)
