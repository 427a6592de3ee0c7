"""The archive: every month that has an article, and the overview of years and months."""

from collections.abc import Iterator
from itertools import groupby

from plugins.newsroom.articles import Article
from plugins.newsroom.moments import moment, month_name
from plugins.newsroom.pages import ArchivePage, MonthPage
from plugins.newsroom.parts import Day, MonthLink, Year
from plugins.newsroom.urls import archive_url, month_url, output_path
from plugins.pages.cards import cards
from plugins.pages.head import head
from plugins.pages.material import Material


def archive_pages(material: Material) -> Iterator[ArchivePage | MonthPage]:
    """Yield the overview, then a page a month, newest first."""
    months = [
        (key, list(articles))
        for key, articles in groupby(material.articles, key=lambda article: (article.date.year, article.date.month))
    ]
    links = [_month_link(material, articles) for _, articles in months]
    yield _overview(material, [key[0] for key, _ in months], links)
    for index, (_, articles) in enumerate(months):
        newer = links[index - 1] if index else None
        older = links[index + 1] if index + 1 < len(links) else None
        yield _month(material, articles, newer, older)


def _month_link(material: Material, articles: list[Article]) -> MonthLink:
    date = articles[0].date
    return MonthLink(
        name=month_name(date), year=date.year, url=material.href(month_url(date.year, date.month)), count=len(articles)
    )


def _overview(material: Material, years: list[int], links: list[MonthLink]) -> ArchivePage:
    by_year = groupby(zip(years, links, strict=True), key=lambda pair: pair[0])
    description = f"Every article of {material.site.name}, by month."
    return ArchivePage(
        path=output_path(archive_url()),
        lang=material.site.lang,
        site=material.site,
        head=head(material, title="Archive", description=description, url=archive_url()),
        promo=material.promo,
        years=tuple(Year(year=year, months=tuple(link for _, link in pairs)) for year, pairs in by_year),
        count=len(material.articles),
    )


def _month(material: Material, articles: list[Article], newer: MonthLink | None, older: MonthLink | None) -> MonthPage:
    date = articles[0].date
    title = f"{month_name(date)} {date.year}"
    url = month_url(date.year, date.month)
    days = (list(day) for _, day in groupby(articles, key=lambda article: article.date.date()))
    return MonthPage(
        path=output_path(url),
        lang=material.site.lang,
        site=material.site,
        head=head(material, title=title, description=f"What {material.site.name} published in {title}.", url=url),
        promo=material.promo,
        title=title,
        days=tuple(Day(date=moment(day[0].date), cards=cards(material, day)) for day in days),
        older=older,
        newer=newer,
    )
