from datetime import timedelta
from typing import Any

import pytest
from markupsafe import Markup

from plugins.feeds.plan_partners import ages_of, partner_problems, plan_partners
from plugins.feeds.settings import FeedsSettings
from plugins.newsroom.articles import Article, Sponsor
from tests.values import ARI, MEDIA, MEI, SOCIAL, VIDEO, article, at, publication

SPONSOR = Sponsor(slug="acme", name="Acme", url="https://acme.example/", label="Paid", disclosure_html=Markup(""))
NOW = at("2023-11-30T12:00")
ARTICLES = (
    article("new", date="2023-11-30T09:00", category=SOCIAL, tags=(VIDEO,), authors=(MEI,)),
    article("paid", date="2023-11-29T09:00", category=SOCIAL, tags=(VIDEO,), authors=(MEI,), sponsor=SPONSOR),
    article("media", date="2023-11-28T13:00", category=MEDIA, tags=(), authors=(MEI, ARI)),
    article("old", date="2023-11-28T12:00", category=SOCIAL, tags=(VIDEO,), authors=(ARI,)),
)


def taken(partner: dict[str, Any], *articles: Article) -> list[str]:
    """Return the slugs in the feed of a partner."""
    settings = FeedsSettings.model_validate({"partners": {"reader": partner}})
    (output,) = plan_partners(publication(*(articles or ARTICLES)), settings, NOW.timestamp())
    return list(output.spec[3])


@pytest.mark.parametrize(
    ("partner", "expected"),
    [
        ({}, ["new", "media", "old"]),
        ({"sponsored": True}, ["new", "paid", "media", "old"]),
        ({"categories": ["social"]}, ["new", "old"]),
        ({"categories": ["social", "media"]}, ["new", "media", "old"]),
        ({"tags": ["video"], "authors": ["ari"]}, ["old"]),
        ({"authors": ["ari"]}, ["media", "old"]),
        ({"hours": 48}, ["new", "media"]),
        ({"size": 1}, ["new"]),
    ],
)
def test_a_partner_gets_the_articles_that_the_settings_say(partner: dict[str, Any], expected: list[str]) -> None:
    assert taken(partner) == expected


def test_partners_get_no_drafts_nothing_embargoed_and_nothing_that_is_over() -> None:
    hidden = (
        article("draft", is_draft=True),
        article("held", embargo=NOW + timedelta(days=1)),
        article("over", over_since=NOW - timedelta(days=1)),
    )

    assert taken({}, *hidden, article("gone", retracted_since=NOW - timedelta(days=1))) == ["gone"]


@pytest.mark.parametrize(
    ("form", "path"),
    [("rss", "feeds/reader/rss.xml"), ("atom", "feeds/reader/feed.xml"), ("json", "feeds/reader/feed.json")],
)
def test_the_file_of_a_partner_has_the_name_of_its_format(form: str, path: str) -> None:
    settings = FeedsSettings.model_validate({"partners": {"reader": {"format": form, "text": "summary"}}})

    (output,) = plan_partners(publication(*ARTICLES), settings, NOW.timestamp())

    assert (output.path, output.kind) == (path, "feed")
    assert (output.spec[0], output.spec[-1]) == ("partner", "summary")


def test_builds_fall_due_at_the_hours_of_partners() -> None:
    settings = FeedsSettings.model_validate({"partners": {"one": {"hours": 48}, "two": {"hours": 2}, "three": {}}})

    assert ages_of(settings) == {172_800, 7_200}


def test_a_name_that_nothing_has_is_a_problem() -> None:
    found = {"partners": {"reader": {"categories": ["media", "medai"], "tags": ["x"], "authors": ["mei"]}}}

    problems = list(partner_problems({"FEEDS": found}, FeedsSettings.model_validate(found), publication(*ARTICLES)))

    assert [(problem.what, problem.remedy) for problem in problems] == [
        ("FEEDS.partners.reader.categories.1: there is no category 'medai'", "did you mean 'media'?"),
        ("FEEDS.partners.reader.tags.0: there is no tag 'x'", "known are: video"),
    ]
