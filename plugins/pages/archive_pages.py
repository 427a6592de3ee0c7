"""The archive: every month that has an article, and the overview of years and months."""

from datetime import datetime
from itertools import groupby

from plugins.newsroom.moments import MONTHS, moment
from plugins.newsroom.page_models import ArchivePage, MonthPage
from plugins.newsroom.page_parts import Day, MonthLink, Year
from plugins.newsroom.urls import ARCHIVE_URL, month_url
from plugins.pages.material import Material
from plugins.pages.page_head import frame, head

MonthSpec = tuple[int, int, int]
"""Year, month, and number of articles."""


def archive_page(material: Material, months: tuple[MonthSpec, ...]) -> ArchivePage:
    """Return the overview of the months that have articles, newest first."""
    by_year = groupby(months, key=lambda spec: spec[0])
    url, description = ARCHIVE_URL, f"Every article of {material.site.name}, by month."
    return ArchivePage(
        **frame(material, url, head(material, title="Archive", description=description, url=url)),
        years=tuple(
            Year(year=year, months=tuple(_month_link(material, spec) for spec in specs)) for year, specs in by_year
        ),
        count=sum(count for _, _, count in months),
    )


def month_page(
    material: Material,
    year: int,
    month: int,
    articles: tuple[str, ...],
    older: MonthSpec | None,
    newer: MonthSpec | None,
) -> MonthPage:
    """Return the page of a month; its articles by slug, newest first."""
    title = f"{MONTHS[month - 1]} {year}"
    url, description = month_url(year, month), f"What {material.site.name} published in {title}."
    days = groupby(map(material.article, articles), key=lambda article: article.date.date())
    return MonthPage(
        **frame(material, url, head(material, title=title, description=description, url=url)),
        title=title,
        days=tuple(_day(material, [(article.slug, article.date) for article in day]) for _, day in days),
        older=_month_link(material, older) if older else None,
        newer=_month_link(material, newer) if newer else None,
    )


def _day(material: Material, articles: list[tuple[str, datetime]]) -> Day:
    return Day(date=moment(articles[0][1]), cards=material.cards(slug for slug, _ in articles))


def _month_link(material: Material, spec: MonthSpec) -> MonthLink:
    year, month, count = spec
    return MonthLink(name=MONTHS[month - 1], year=year, url=material.href(month_url(year, month)), count=count)
