"""Addresses of the publication's own in all forms that authors write: checked alike, and published alike."""

import re

import pytest

from tests.unit.desk.conftest import Load, article

HOST = "https://www.own.example"
FILES = {
    "articles/2023/11/two.md": article(title="Two", body="## A part"),
    "articles/2024/02/later.md": article(title="Later", keys="embargo: 2024-02-01\n"),
    "articles/2023/11/draft.md": article(title="Draft", keys="status: draft\n"),
    "pages/about.md": "---\ntitle: A\nsummary: What stands there.\n---\nText.\n",
}
FORMS = [
    *("/2023/11/two/", "/2023/11/two", "/2023/11/two/index.html", "/2023/11/%74wo/", "/2023/./11/two/"),
    *(f"{HOST}/2023/11/two/", "http://own.example/2023/11/two", "//own.example/2023/11/two/index.html"),
    *("HTTPS://OWN.EXAMPLE/2023/11/two/", "https://own.example:443/2023/11/two/", "https://own.example/2023/11/%74wo"),
    *("{filename}two.md", "{filename}/articles/2023/11/two.md", "{static}two.md", "{attach}two.md", "two.md"),
    *("../11/two.md", "./two.md"),
]


def links(load_content: Load, *targets: str, prefix: str = "") -> list[str]:
    """Return where links lead to that are written so."""
    body = "\n\n".join(f"[words](<{target}>)" for target in targets)
    loaded = load_content({**FILES, "articles/2023/11/one.md": article(body=body)}, prefix=prefix)
    assert [str(problem) for problem in loaded.problems] == []
    return re.findall('href="([^"]*)"', "".join(loaded.body("one").blocks))


def problems(load_content: Load, body: str, prefix: str = "") -> list[str]:
    loaded = load_content({**FILES, "articles/2023/11/one.md": article(body=body)}, prefix=prefix)
    return [f"{problem.what}; {problem.remedy}" for problem in loaded.problems]


def test_every_form_leads_to_the_address_that_the_page_has(load_content: Load) -> None:
    assert links(load_content, *FORMS) == ["/2023/11/two/"] * len(FORMS)
    assert links(load_content, *(f"{form}?a#a-part" for form in FORMS)) == ["/2023/11/two/?a#a-part"] * len(FORMS)


def test_below_a_folder_they_may_have_its_name_or_not(load_content: Load) -> None:
    forms = [
        "/2023/11/two/",
        "/news/2023/11/two",
        f"{HOST}/news/2023/11/two/",
        "//own.example/news/2023/11/two",
        "two.md",
    ]

    assert links(load_content, *forms, prefix="/news") == ["/news/2023/11/two/"] * len(forms)
    assert links(load_content, f"{HOST}/shop/", prefix="/news") == [f"{HOST}/shop/"]


@pytest.mark.parametrize("form", ["/{}/", HOST + "/{}", "//own.example/{}/index.html", "{{filename}}/articles/{}.md"])
@pytest.mark.parametrize(
    ("target", "told"),
    [("2024/02/later", "is not public before"), ("2023/11/draft", "is a draft"), ("2023/11/gone", "")],
)
def test_a_target_that_readers_cannot_open_is_told_in_every_form(
    load_content: Load, form: str, target: str, told: str
) -> None:
    (said,) = problems(load_content, f"[words]({form.format(target)})")

    assert told in said
    assert form.format(target) in said


@pytest.mark.parametrize("form", ["/2023/11/two/#b-part", HOST + "/2023/11/two#b-part", "two.md#b-part"])
def test_a_part_that_is_not_there_is_told_in_every_form(load_content: Load, form: str) -> None:
    assert problems(load_content, f"[words]({form})") == [
        "no heading '#b-part' in content/articles/2023/11/two.md; did you mean '#a-part'?"
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("[words](none.pdf)", "linked file 'none.pdf' does not exist"),
        ("[words]({static}/files/none.csv)", "linked file '{static}/files/none.csv' does not exist"),
        ("[words](/files/none.csv)", "linked file '/files/none.csv' does not exist"),
        (f"[words]({HOST}/files/none.csv)", f"linked file '{HOST}/files/none.csv' does not exist"),
        ('<a href="none.pdf" download>words</a>', "linked file 'none.pdf' does not exist"),
        ('<audio controls src="none.mp3"></audio>', "linked file 'none.mp3' does not exist"),
        ('<video controls><source src="none.webm"></video>', "linked file 'none.webm' does not exist"),
        ('<video controls><track src="none.vtt"></video>', "video without a file"),
        ('<audio controls src="none.odd"></audio>', "file 'none.odd' is no audio or video"),
    ],
)
def test_a_file_that_is_not_there_is_told_in_every_form(load_content: Load, body: str, told: str) -> None:
    (said,) = problems(load_content, body)

    assert said.startswith(told)


@pytest.mark.parametrize("body", [f"[words](/{'x' * 9_000}/)", f"[words]({'x' * 9_000}.pdf)", "[words](/a%00b.pdf)"])
def test_a_target_that_no_file_can_have_leads_nowhere(load_content: Load, body: str) -> None:
    (said,) = problems(load_content, body)

    assert "leads nowhere" in said or "does not exist" in said
    assert len(said) < 500


def test_a_poster_is_a_picture(load_content: Load) -> None:
    said = problems(load_content, '<video controls poster="/none.jpg" src="none.mp4"></video>')

    assert any(each.startswith("picture '/none.jpg' does not exist") for each in said)


def test_front_matter_links_alike(load_content: Load) -> None:
    author = "---\nname: B\nlinks: [{{name: Home, url: {}}}]\n---\nWrites.\n"
    promo = "---\ntitle: A\ntext: B\nurl: {}\nstart: 2023-01-02\nend: 2024-01-03\n---\n"
    here = {"authors/b.md": author.format(f"{HOST}/about"), "promos/a.md": promo.format("http://own.example/about/")}
    dead = {"authors/b.md": author.format(f"{HOST}/abuot"), "promos/a.md": promo.format("http://own.example/later/")}
    loaded = load_content(FILES | here)

    assert [str(problem) for problem in loaded.problems] == []
    assert [link.url for writer in loaded.desk.authors for link in writer.links] == ["/about/"]
    assert [promo.url for promo in loaded.desk.promos] == ["/about/"]
    assert len(load_content(FILES | dead).problems) == 2


def test_a_full_address_that_is_written_as_it_is_stays_in_the_words(load_content: Load) -> None:
    body = f"See <{HOST}/2023/11/two/> and {HOST}/about/."
    loaded = load_content({**FILES, "articles/2023/11/one.md": article(body=body)})

    assert re.findall("<a[^>]*>[^<]*</a>", "".join(loaded.body("one").blocks)) == [
        f'<a href="/2023/11/two/">{HOST}/2023/11/two/</a>',
        f'<a href="/about/">{HOST}/about/</a>',
    ]
