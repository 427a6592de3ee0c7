from datetime import datetime

import pytest

from plugins.desk.files.document import read_document
from plugins.desk.files.entry import MARK_SPOT, DatedChange, Entry, Ref
from plugins.desk.files.make_entry import header_links, lead_picture, make_entry
from plugins.newsroom.problems import Problem
from tests.unit.desk.conftest import TEXTS, ZONE, article

ONE = "articles/2023/11/one.md"
PROMO = "---\ntitle: A\ntext: B\nurl: {}\nstart: 2023-12-01\nend: 2023-12-02\n---\n{}"


def entry(text: str, source: str = ONE) -> Entry:
    document, problems = read_document(text.encode(), source, f"content/{source}", ZONE, TEXTS)
    return make_entry(document, problems)


def refs(text: str, source: str = ONE) -> list[tuple[str, str, str]]:
    return [(ref.kind, ref.key, ref.fragment) for ref in map(Ref._make, entry(text, source).refs)]


@pytest.mark.parametrize(
    ("target", "ref"),
    [
        ("two.md", ("file", "articles/2023/11/two.md", "")),
        ("two.md?a=b#the%20part", ("file", "articles/2023/11/two.md", "the part")),
        ("{filename}/pages/about.md#top", ("file", "pages/about.md", "")),
        ("/about/?a#b", ("address", "/about/", "b")),
        ("/2023/11/caf%C3%A9/", ("address", "/2023/11/café/", "")),
        ("#part", ("part", ONE, "part")),
        ("a.svg#x", ("picture", "articles/2023/11/a.svg", "")),
        ("/pictures/a.svg", ("picture", "pictures/a.svg", "")),
        ("../../../../a.svg", ("picture", "../a.svg", "")),
    ],
)
def test_a_link_of_the_text_is_a_reference(target: str, ref: tuple[str, str, str]) -> None:
    assert refs(article(body=f"[a]({target})")) == [ref]


@pytest.mark.parametrize(
    "target", ["#", "#top", "#_share", "https://a.example/#x", "//a.example/", "{tag}a", "nowhere"]
)
def test_what_leads_to_no_other_file_is_none(target: str) -> None:
    assert refs(article(body=f"[a]({target})")) == []


@pytest.mark.parametrize("target", ["a.svg", "{static}a.svg", "{other}a.svg", "../11/a.svg#x"])
def test_a_picture_of_the_text_is_a_reference_however_it_is_written(target: str) -> None:
    assert refs(article(body=f"![A]({target})")) == [("picture", "articles/2023/11/a.svg", "")]


def test_the_front_matter_refers_to_pictures_and_addresses() -> None:
    author = "---\nname: A\nrole: R\nportrait: {file: a.svg, alt: A}\nlinks:\n  - {name: N, url: /about/}\n---\n"

    assert refs(article(keys="picture: {file: /pictures/a.svg, alt: A}\n")) == [("picture", "pictures/a.svg", "")]
    assert refs(article(keys="picture: {file: https://a.example/a.svg, alt: A}\n")) == []
    assert refs(author, "authors/a.md") == [("picture", "authors/a.svg", ""), ("address", "/about/", "")]
    assert refs(PROMO.format("/about/", "[a](/none/)"), "promos/a.md") == [("address", "/about/", "")]
    assert refs(PROMO.format("https://a.example/", ""), "promos/a.md") == []


@pytest.mark.parametrize(
    ("keys", "body", "dont_miss", "place"),
    [
        ("", "Text.", None, (1, 1)),
        ("dont_miss: two\n", "Text.", "two", (7, 12)),
        ("dont_miss: two\n", "[dont-miss: two]", "two", (7, 12)),
        ("", "One.\n\n[dont-miss: two]", "two", MARK_SPOT),
        ("", "[dont-miss]", None, MARK_SPOT),
        ("", "[dont-miss]\n\n[dont-miss: two]", None, MARK_SPOT),
    ],
)
def test_the_dont_miss_is_that_of_the_front_matter_or_of_the_first_mark(
    keys: str, body: str, dont_miss: str | None, place: tuple[int, int]
) -> None:
    found = entry(article(keys=keys, body=body))

    assert (found.dont_miss, found.at.dont_miss) == (dont_miss, place)
    assert found.has_mark == ("[dont-miss" in body)


def test_changes_have_their_times_and_places() -> None:
    keys = "updated: 2023-11-25\ncorrections:\n  - {date: 2023-11-26, text: Wrong.}\n"

    assert [DatedChange._make(change) for change in entry(article(keys=keys)).changes] == [
        ((7, 10), datetime(2023, 11, 25, tzinfo=ZONE).timestamp(), "updated"),
        ((9, 12), datetime(2023, 11, 26, tzinfo=ZONE).timestamp(), "corrected"),
    ]


def test_names_have_their_places() -> None:
    keys = "tags: [A, B]\nrelated:\n  - two\n  - three\nsponsor: tideline\nslug: uno\n"
    found = entry(article(keys=keys)).at

    assert (found.category, found.authors, found.slug, found.sponsor) == ((4, 11), ((5, 11),), (12, 1), (11, 10))
    assert (found.tags, found.related) == (((7, 8), (7, 11)), ((9, 5), (10, 5)))
    assert entry("---\nname: A\n---\n", "tags/a.md").at.name == (2, 7)
    assert entry("title: A\ntags: a, b\n\nText.").at.tags == ((2, 7), (2, 7))


def test_references_have_their_places() -> None:
    text = article(keys="picture: {file: a.svg, alt: A}\n", body="One.\n\nA [b](two.md) and ![c](c.svg).")

    assert [Ref._make(ref).place for ref in entry(text).refs] == [(7, 17), (0, 0), (0, 1)]


def test_the_month_is_that_of_the_publications_zone() -> None:
    found = entry(article().replace("2023-11-24 09:30", "2023-11-30T23:30Z"))

    assert found.month == (2023, 12)


def test_a_tag_is_called_by_the_name_in_its_file() -> None:
    assert entry("---\nname: Live  sale\n---\n", "tags/live-sale.md").tags == (("Live sale", "live-sale"),)
    assert entry(article(keys="tags: [A, a b]\n")).tags == (("A", "a"), ("a b", "a-b"))


def test_a_category_with_mistakes_elsewhere_keeps_its_name() -> None:
    found = entry("---\nname: Media\norder: x\n---\n", "categories/media.md")

    assert (found.name, found.is_sound, found.has_fields) == ("Media", False, False)


def test_problems_are_kept_as_plain_values() -> None:
    found = entry(article(keys="colour: x\n"))

    assert found.own_problems == [Problem(*found.problems[0])]
    assert str(found.own_problems[0]).startswith(f"content/{ONE}:7:1: unknown key 'colour'")


def test_an_entry_is_light() -> None:
    """The engine keeps it with `marshal`, which knows plain values only."""

    def is_plain(value: object) -> bool:
        if type(value) is tuple:
            return all(map(is_plain, value))
        return value is None or type(value) in (str, bytes, int, float, bool)

    keys = (
        "picture: {file: a.svg, alt: A}\ntags: [A]\nrelated: [b]\nupdated: 2023-11-25\nsponsor: c\nx: y\n"
        "corrections:\n  - {date: 2023-11-26, text: Wrong.}\n"
    )

    assert [value for value in entry(article(keys=keys, body="[a](b.md#c) [dont-miss]")) if not is_plain(value)] == []


def test_documents_without_pictures_and_addresses_have_none() -> None:
    document, _ = read_document(b"---\nname: A\n---\n", "tags/a.md", "content/tags/a.md", ZONE, TEXTS)

    assert lead_picture(document.fields) is None
    assert list(header_links(document.fields)) == []
