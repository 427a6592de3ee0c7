"""The plan of the feeds for partners, each a part of all articles, and the check of the names in their settings."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from plugins.feeds.plan_feeds import FEED, PARTNER, FeedSpec
from plugins.feeds.settings import FeedsSettings, PartnerFeed
from plugins.newsroom.articles import Publication
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.problems import Problem
from plugins.newsroom.settings import unknown_name
from plugins.newsroom.urls import output_path, partner_feed_url
from plugins.stet.outputs import Output

_HOUR = 60 * 60


def plan_partners(publication: Publication, settings: FeedsSettings, now: float) -> Iterator[Output]:
    """Yield the feeds for partners, with the articles that each takes at `now`, in seconds since 1970.

    What is retracted stays for as long as it would have: partners learn of it in no other way.
    """
    for name, partner in settings.partners.items():
        taken = tuple(line.slug for line in publication.articles if _is_taken(line, partner, now))
        spec = FeedSpec(PARTNER, name, partner.format, taken[: partner.size], text=partner.text)
        yield Output(output_path(partner_feed_url(name, partner.format)), FEED, tuple(spec))


def ages_of(settings: FeedsSettings) -> set[int]:
    """Return the ages, in seconds, at which articles leave feeds for partners."""
    return {partner.hours * _HOUR for partner in settings.partners.values() if partner.hours}


def partner_problems(settings: Mapping[str, Any], own: FeedsSettings, publication: Publication) -> Iterator[Problem]:
    """Find names in the settings of partners that are those of no category, tag or author."""
    known = {
        "categories": {each.slug for each in publication.categories},
        "tags": {each.slug for each in publication.tags},
        "authors": {each.slug for each in publication.authors},
    }
    singular = {"categories": "category", "tags": "tag", "authors": "author"}
    for name, partner in own.partners.items():
        for kind, slugs in known.items():
            for number, slug in enumerate(getattr(partner, kind)):
                if slug not in slugs:
                    path = ("FEEDS", "partners", name, kind, str(number))
                    yield unknown_name(settings, path, f"there is no {singular[kind]} {slug!r}", slug, slugs)


def _is_taken(line: ListedArticle, partner: PartnerFeed, now: float) -> bool:
    is_young = partner.hours is None or line.date + partner.hours * _HOUR > now
    return (
        line.is_public
        and not line.is_repeated
        and not line.is_over
        and is_young
        and (partner.sponsored or not line.is_sponsored)
        and _shares(partner.categories, (line.category,))
        and _shares(partner.tags, line.tags)
        and _shares(partner.authors, line.authors)
    )


def _shares(wanted: Collection[str], names: Collection[str]) -> bool:
    return not wanted or any(name in wanted for name in names)
