from dataclasses import replace

import pytest

from plugins.desk.files.entry import Entry
from plugins.newsroom.problems import Problem, Severity
from tests.unit.desk.conftest import READER, SVG, Load, article


@pytest.mark.parametrize("kind", ["authors/mei.md", "categories/media.md", "tags/video.md", "pages/about.md"])
def test_the_texts_of_all_kinds_are_checked(load_content: Load, kind: str) -> None:
    heads = {
        "authors": "name: Mei\nrole: Editor",
        "categories": "name: Media\norder: 2\ncolour: teal\nsummary: S",
        "tags": "name: Video",
        "pages": "title: A\nsummary: S",
    }
    head = heads[kind.partition("/")[0]]

    problems = load_content({kind: f'---\n{head}\n---\n<a href="{{filename}}x.md">x</a>'}).problems

    assert [problem.what for problem in problems] == ["linked file '{filename}x.md' does not exist"]


def test_tags_that_are_named_like_links_are_none(load_content: Load) -> None:
    body = "<abbr title='a'>A</abbr> <aside>B</aside> 1 <a 2 `<a href='x'>`\n\n    <a href='x'>"

    assert load_content({"articles/2023/11/one.md": article(body=body)}).problems == ()


def test_an_address_defined_below_is_a_picture_where_it_is_shown_as_one(load_content: Load) -> None:
    files = {
        "articles/2023/11/one.md": article(
            body="![][c] ![a d]\n\n[c]: a.svg\n[a d]: https://other.example/d.png\n[e]: https://other.example/e.png"
        ),
        "articles/2023/11/a.svg": SVG,
    }

    assert [str(problem).partition(": ")[2] for problem in load_content(files).problems] == [
        "picture 'a.svg' without a description; write ![what it shows](a.svg)",
        "picture 'https://other.example/d.png' from another site; save it beside the article and name the file",
    ]


@pytest.mark.parametrize("body", ["", " \n\n", "<!-- To come. -->", "&nbsp;", "[dont-miss: two]"])
def test_an_article_without_a_text_is_told(load_content: Load, body: str) -> None:
    files = {"articles/2023/11/one.md": article(body=body), "articles/2023/11/two.md": article("Two", day=23)}

    assert [str(problem) for problem in load_content(files).problems] == [
        "content/articles/2023/11/one.md:1:1: warning: nothing under the headline; "
        "write the text, or 'status: draft' until there is one"
    ]


@pytest.mark.parametrize("body", ["Text.", "字", "    code", "![A](a.svg)", "- one"])
def test_a_short_text_is_one(load_content: Load, body: str) -> None:
    files = {"articles/2023/11/one.md": article(body=body), "articles/2023/11/a.svg": SVG}

    assert load_content(files).problems == ()


def test_a_draft_may_have_no_text_yet(load_content: Load) -> None:
    assert load_content({"articles/2023/11/one.md": article(keys="status: draft\n", body="")}).problems == ()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("ဗမာစာ", ["no font of share cards has 'ဗ', so this one shows no headline"]),
        ("電車の中吊り — 40% 한국 ไทย वाह עברית عربي", []),
    ],
)
def test_a_title_that_a_share_card_cannot_show_is_told(title: str, expected: list[str]) -> None:
    data = article(title).encode()

    with_cards, without = (replace(READER, has_cards=has).read("articles/one.md", data).light for has in (True, False))

    problems = [Problem(*problem) for problem in Entry(*with_cards).problems]
    assert [(problem.line, problem.what, problem.severity) for problem in problems] == [
        (2, what, Severity.NOTICE) for what in expected
    ]
    assert Entry(*without).problems == ()


@pytest.mark.parametrize(
    ("written", "name", "several"),
    [("[電視，直播、外送]", "電視，直播、外送", "電視, 直播, 外送"), ("تلفاز، بث", "تلفاز، بث", "تلفاز, بث")],
)
def test_tags_with_commas_of_their_script_between_them_are_told(
    load_content: Load, written: str, name: str, several: str
) -> None:
    problems = load_content({"articles/2023/11/one.md": article(keys=f"tags: {written}\n")}).problems

    remedy = f"if it is several, write commas as code has them: {several}"
    assert [(problem.severity, problem.what, problem.remedy) for problem in problems] == [
        (Severity.WARNING, f"{name!r} is one tag", remedy)
    ]
