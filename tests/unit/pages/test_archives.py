from plugins.newsroom.pages import ArchivePage, MonthPage
from plugins.pages.archives import archive_pages
from tests.values import article, material, story

DATES = ["2023-11-02T10:00", "2023-11-02T09:00", "2023-11-01T09:00", "2022-06-09T09:00"]


def test_the_archive_counts_every_month_newest_first() -> None:
    overview, *_ = archive_pages(material(*(story(article(f"a{n}", date=date)) for n, date in enumerate(DATES))))

    assert isinstance(overview, ArchivePage)
    assert [(year.year, [(m.name, m.url, m.count) for m in year.months]) for year in overview.years] == [
        (2023, [("November", "/archive/2023/11/", 3)]),
        (2022, [("June", "/archive/2022/06/", 1)]),
    ]


def test_a_month_lists_its_days_and_leads_to_the_next_month_with_articles() -> None:
    _, november, june = archive_pages(material(*(story(article(f"a{n}", date=date)) for n, date in enumerate(DATES))))

    assert isinstance(november, MonthPage) and isinstance(june, MonthPage)
    assert [(day.date.date, len(day.cards)) for day in november.days] == [
        ("2 November 2023", 2),
        ("1 November 2023", 1),
    ]
    assert november.newer is None and november.older and november.older.url == "/archive/2022/06/"
    assert june.newer and june.newer.url == "/archive/2023/11/" and june.older is None


def test_an_empty_archive_has_its_overview() -> None:
    pages = list(archive_pages(material()))

    assert [page.path for page in pages] == ["archive/index.html"]
