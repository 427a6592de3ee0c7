from plugins.newsroom.words.catalogues import catalogue, make_words
from plugins.pages.archive_pages import archive_page, month_page
from tests.values import article, material

MONTHS = ((2023, 11, 3), (2022, 6, 1))


def test_the_archive_counts_every_month_newest_first() -> None:
    page = archive_page(material(), MONTHS)

    assert page.count == 4
    assert [(year.year, [(m.name, m.url, m.count) for m in year.months]) for year in page.years] == [
        (2023, [("November", "/archive/2023/11/", "3")]),
        (2022, [("June", "/archive/2022/06/", "1")]),
    ]


def test_the_months_of_a_year_stand_under_it() -> None:
    [year] = archive_page(material(), ((2023, 11, 3), (2023, 6, 1))).years

    assert [(month.name, month.url) for month in year.months] == [
        ("November", "/archive/2023/11/"),
        ("June", "/archive/2023/06/"),
    ]


def test_an_empty_archive_has_its_overview() -> None:
    page = archive_page(material(), ())

    assert (page.path, page.years, page.count) == ("archive/index.html", (), 0)


def test_a_month_lists_its_days() -> None:
    dates = ["2023-11-02T10:00", "2023-11-02T09:00", "2023-11-01T09:00"]
    articles = [article(f"a{number}", date=date) for number, date in enumerate(dates)]

    page = month_page(material(*articles), 2023, 11, ("a0", "a1", "a2"), None, None)

    assert (page.path, page.title) == ("archive/2023/11/index.html", "November 2023")
    assert [(day.date.date, [card.title for card in day.cards]) for day in page.days] == [
        ("2 November 2023", ["A0", "A1"]),
        ("1 November 2023", ["A2"]),
    ]


def test_a_month_leads_to_the_next_months_with_articles() -> None:
    page = month_page(material(article()), 2023, 11, ("one",), MONTHS[1], None)

    assert page.newer is None
    assert page.older and (page.older.title, page.older.url) == ("June 2022", "/archive/2022/06/")


def test_a_month_begins_a_heading_with_a_capital_and_a_sentence_without() -> None:
    spanish = make_words("es", catalogue("es"))

    page = month_page(material(article(), words=spanish), 2023, 11, ("one",), None, None)

    assert (page.title, page.head.description) == ("Noviembre de 2023", "Lo que The Test publicó en noviembre de 2023.")


def test_many_articles_are_counted_as_the_language_writes_numbers() -> None:
    german = make_words("de", catalogue("de"))

    (year,) = archive_page(material(words=german), ((2023, 11, 1234),)).years

    assert [month.count for month in year.months] == ["1.234"]
