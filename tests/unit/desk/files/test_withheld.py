import pytest

from tests.unit.desk.conftest import SVG, Load, article

ONE, TWO, PAGE = "articles/2023/11/one.md", "articles/2023/11/two.md", "pages/terms.md"
KEYS = "aliases: [/2012/two/]\ntags: [Both, Alone]\npicture:\n  file: /pictures/stall.svg\n  alt: A\n"
FILES = {
    ONE: article(
        "One",
        keys="related: [two]\ntags: [Both]\n",
        body="[a](two.md), [b](/2023/11/two/), [c](/tags/alone/), [d](/terms/), [e](/tags/alone/feed.xml).",
    ),
    TWO: article(
        "Two",
        23,
        "aliases: [/2012/two/]\ntags: [Both, Alone]\npicture:\n  file: /pictures/stall.svg\n  alt: A\n",
        "Its *secret*.",
    ),
    PAGE: "---\ntitle: Terms\nsummary: S\n---\nTerms.\n",
    "pictures/stall.svg": SVG,
}


def test_an_article_that_was_taken_down_is_nowhere(load_content: Load) -> None:
    loaded = load_content(FILES, takedown=("two", "/terms"))

    assert loaded.problems == ()
    assert [line.slug for line in loaded.desk.articles] == ["one"]
    assert [tag.slug for tag in loaded.desk.tags] == ["both"]
    assert loaded.desk.text_pages == ()
    assert loaded.pictures == []
    assert "".join(loaded.body("one").blocks) == "<p>a, b, c, d, e.</p>"


@pytest.mark.parametrize("written", ["pictures/stall.svg", "/pictures/stall-vector-{digits}000000.svg"])
def test_a_picture_that_was_taken_down_is_nowhere(load_content: Load, written: str) -> None:
    known = load_content(FILES).content.sources.known["pictures/stall.svg"]

    loaded = load_content(FILES, takedown=(written.format(digits=known.digest.hex()[:6]),))

    assert loaded.problems == ()
    assert loaded.pictures == []
    assert loaded.article("two").picture is None


def test_another_picture_of_that_name_stays(load_content: Load) -> None:
    assert load_content(FILES, takedown=("/pictures/stall-vector-000000000000.svg",)).pictures == ["pictures/stall.svg"]


def test_the_addresses_of_each_entry_are_told(load_content: Load) -> None:
    files = {**FILES, "articles/2023/10/two.md": article("Two", 10).replace("2023-11", "2023-10")}
    digits = load_content(files).content.sources.known["pictures/stall.svg"].digest.hex()[:6]

    taken_down = load_content(
        files, takedown=("two", "stall", "terms", "content/pictures/stall.svg")
    ).structure.taken_down

    assert taken_down == {
        "two": {"/2023/10/two/": [], "/2023/11/two/": ["/2012/two/"]},
        "terms": {"/terms/": []},
        "content/pictures/stall.svg": {f"/pictures/stall-all-{digits}000000.jpg": []},
    }


def test_mistakes_in_a_text_that_was_taken_down_stop_nothing(load_content: Load) -> None:
    files = {**FILES, TWO: article("Two", 23, "realted: [x]\ntags: [Alone]\n", "[gone](/nowhere/)")}

    loaded = load_content(files, takedown=("two",))

    assert not loaded.content.has_errors
    assert loaded.content.waiting_files == []


def test_a_page_of_lists_is_not_withheld(load_content: Load) -> None:
    assert len(load_content(FILES, takedown=("ana-lim", "/authors/ana-lim/")).desk.articles) == 2


def test_a_promo_that_leads_there_is_left_out(load_content: Load) -> None:
    promo = "---\ntitle: A\ntext: B\nurl: {}\nstart: 2023-11-20\nend: 2023-12-20\n---\n"
    written = (
        "/2023/11/two/?from=promo",
        "/2012/two",
        "https://own.example/2023/11/two",
        "/2023/11/one/",
        "https://s.example/",
    )
    promos = {f"promos/{number}.md": promo.format(url) for number, url in enumerate(written)}

    loaded = load_content({**FILES, **promos}, takedown=("two",))

    assert [notice.url for notice in loaded.desk.promos] == ["/2023/11/one/", "https://s.example/"]
    assert len(load_content({**FILES, **promos}).desk.promos) == len(written)


@pytest.mark.parametrize("written", ["files/Rates 1.csv", "/files/{digits}000000/Rates%201.csv", "rates 1.csv"])
def test_a_file_to_open_that_was_taken_down_is_nowhere(load_content: Load, written: str) -> None:
    files = {"articles/2023/11/one.md": article(body="[a](/files/Rates%201.csv)"), "files/Rates 1.csv": "a,b\n1,2\n"}
    digits = load_content(files).content.sources.known["files/Rates 1.csv"].digest.hex()[:6]
    entry = written.format(digits=digits)

    loaded = load_content(files, takedown=(entry,))

    assert loaded.problems == ()
    assert loaded.desk.attachments == ()
    assert "".join(loaded.body("one").blocks) == "<p>a</p>"
    assert loaded.structure.taken_down == {entry: {f"/files/{digits}000000/Rates 1.csv": []}}


def test_a_file_that_only_an_article_links_goes_with_it(load_content: Load) -> None:
    files = {"articles/2023/11/two.md": article("Two", body="[a](rates.csv)"), "articles/2023/11/rates.csv": "a,b\n"}

    assert load_content(files, takedown=("two",)).desk.attachments == ()
