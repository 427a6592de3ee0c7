"""The archive: every month that has an article, and the overview of years and months."""

from datetime import datetime
from itertools import groupby

from plugins.newsroom.moments import moment, month_and_year, month_name, month_title, shown_year
from plugins.newsroom.page_models import ArchivePage, MonthPage
from plugins.newsroom.page_parts import Day, MonthLink, Year
from plugins.newsroom.urls import ARCHIVE_URL, month_url
from plugins.newsroom.words.phrases import number
from plugins.pages.head.page_head import frame, head
from plugins.pages.head.structured_data import front_data
from plugins.pages.material import Material
from plugins.pages.plan_pages import MonthSpec


def archive_page(material: Material, months: tuple[MonthSpec, ...]) -> ArchivePage:
    """Return the overview of the months that have articles, newest first."""
    by_year = groupby(months, key=lambda spec: spec[0])
    words, url = material.words, ARCHIVE_URL
    description = words.archive_about.format(site=material.site.name)
    listed = [material.href(month_url(year, month)) for year, month, _ in months]
    data = front_data(material, words.archive, description, url, listed)
    page_head = head(material, title=words.archive, description=description, url=url, structured_data=data)
    return ArchivePage(
        **frame(material, url, page_head),
        years=tuple(
            Year(year=shown_year(year, material.words), months=tuple(_month_link(material, spec) for spec in specs))
            for year, specs in by_year
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
    words, url = material.words, month_url(year, month)
    title, in_sentence = month_title(year, month, words), month_and_year(year, month, words)
    description = words.month_about.format(site=material.site.name, month=in_sentence)
    days = groupby(map(material.article, articles), key=lambda article: article.date.date())
    data = front_data(material, title, description, url, [material.card(slug).url for slug in articles])
    return MonthPage(
        **frame(material, url, head(material, title=title, description=description, url=url, structured_data=data)),
        title=title,
        days=tuple(_day(material, [(article.slug, article.date) for article in day]) for _, day in days),
        older=_month_link(material, older) if older else None,
        newer=_month_link(material, newer) if newer else None,
    )


def _day(material: Material, articles: list[tuple[str, datetime]]) -> Day:
    return Day(date=moment(articles[0][1], material.words), cards=material.cards(slug for slug, _ in articles))


def _month_link(material: Material, spec: MonthSpec) -> MonthLink:
    year, month, count = spec
    words = material.words
    return MonthLink(
        name=month_name(month, words),
        title=month_title(year, month, words),
        url=material.href(month_url(year, month)),
        count=number(count, words),
    )
