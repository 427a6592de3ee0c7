from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from plugins.desk.checks.settings_checks import language_problems, setting_problems
from plugins.newsroom.words.words_of import languages_remedy

ADDRESS = "write it as https://www.example.org or https://www.example.org/news"


def settings(folder: Path) -> dict[str, Any]:
    return {
        "SITEURL": "https://a.example:8080/news",
        "SITENAME": "Lowdown",
        "SITESUBTITLE": "News",
        "TIMEZONE": "Asia/Singapore",
        "DEFAULT_LANG": "en",
        "PATH": str(folder),
        "ARTICLE_PATHS": ["articles"],
        "PAGE_PATHS": ["pages"],
        "MARKDOWN": {"extensions": ["footnotes"], "extension_configs": {"markdown.extensions.extra": {}}},
        "TYPOGRIFY_DASHES": "oldschool",
        "TYPOGRIFY_IGNORE_TAGS": ["h2", "div.x"],
        "TYPOGRIFY_OMIT_FILTERS": ["caps"],
    }


def said(settings: Mapping[str, Any]) -> list[str]:
    return [str(problem) for problem in setting_problems(settings).values()]


def test_settings_that_the_desk_can_work_by_have_no_problems(tmp_path: Path) -> None:
    assert said(settings(tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("SITEURL", "", f"SITEURL is missing; {ADDRESS}"),
        (
            "SITEURL",
            "https://市場.example/a",
            "SITEURL cannot be 'https://市場.example/a'; write it as machines do: https://xn--rlsx8k.example/a",
        ),
        *(
            ("SITEURL", value, f"SITEURL cannot be {value!r}; {ADDRESS}")
            for value in (
                "a.example",
                "ftp://a.example",
                "https://",
                "https://a b.example",
                "https://a.example/?x",
                "https://a.example#x",
                "https://a.example:http",
                "https://[a.example",
                3,
            )
        ),
        ("SITENAME", None, "SITENAME is missing; set it: every page shows it"),
        ("SITENAME", "A Pelican Blog", "SITENAME is missing; set it: every page shows it"),
        ("SITESUBTITLE", None, "SITESUBTITLE is missing; set it: every page shows it"),
        ("SITESUBTITLE", 3, "SITESUBTITLE cannot be 3; write a line of text"),
        ("TIMEZONE", "Asia/Singapur", "TIMEZONE cannot be 'Asia/Singapur'; did you mean 'Asia/Singapore'?"),
        ("TIMEZONE", "??", "TIMEZONE cannot be '??'; name one such as 'Asia/Singapore'"),
        ("TIMEZONE", None, "TIMEZONE cannot be None; name one such as 'Asia/Singapore'"),
        ("DEFAULT_LANG", "english", f"DEFAULT_LANG cannot be 'english'; {languages_remedy()}"),
        ("DEFAULT_LANG", "Bahasa", f"DEFAULT_LANG cannot be 'Bahasa'; {languages_remedy()}"),
        ("PATH", "none", "PATH names no folder: 'none'; make it, or name the one that the content is in"),
        ("ARTICLE_PATHS", [""], "ARTICLE_PATHS cannot be ['']; the desk reads ['articles']: write that"),
        (
            "TYPOGRIFY_DASHES",
            "oldshool",
            "TYPOGRIFY_DASHES cannot be 'oldshool'; did you mean 'oldschool'?",
        ),
        ("TYPOGRIFY_OMIT_FILTERS", ["cap"], "TYPOGRIFY_OMIT_FILTERS names no filter: 'cap'; did you mean 'caps'?"),
        (
            "TYPOGRIFY_IGNORE_TAGS",
            ["h2", "div#"],
            "TYPOGRIFY_IGNORE_TAGS names no tag: 'div#'; write a tag, a '.class' or a '#id'",
        ),
        ("PAGE_PATHS", [], "PAGE_PATHS cannot be []; the desk reads ['pages']: write that"),
        ("MARKDOWN", None, "MARKDOWN cannot be None; write a dict, as Pelican's documentation has it"),
        (
            "MARKDOWN",
            {"extensions": ["extra", "fotnotes"]},
            "MARKDOWN names an extension that cannot be loaded: No module named 'fotnotes'; "
            "install it, or correct its name",
        ),
        (
            "MARKDOWN",
            {"extension_configs": {"toc": {"permalnk": True}}},
            "MARKDOWN cannot be used: 'permalnk'; correct it, as Python-Markdown's documentation has it",
        ),
    ],
)
def test_a_setting_that_the_desk_cannot_work_by_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object, problem: str
) -> None:
    monkeypatch.chdir(tmp_path)

    assert said({**settings(tmp_path), name: value}) == [f"pelicanconf.py:1:1: {problem}"]


@pytest.mark.parametrize(
    ("output", "source"),
    [("site/content", "content"), ("site", "content"), ("site/content/out", "content"), ("site/theme", "theme")],
)
def test_an_output_where_sources_would_be_deleted_is_a_problem(tmp_path: Path, output: str, source: str) -> None:
    places = {"PATH": str(tmp_path / "site/content"), "THEME": str(tmp_path / "site/theme")}
    Path(places["PATH"]).mkdir(parents=True)
    found = said(settings(tmp_path) | places | {"OUTPUT_PATH": str(tmp_path / output)})

    assert len(found) == 1
    assert "OUTPUT_PATH cannot be" in found[0]
    assert found[0].endswith(f"site/{source}'; name another one")


def test_an_output_beside_the_sources_is_none(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    assert said(settings(tmp_path / "content") | {"OUTPUT_PATH": str(tmp_path / "output")}) == []


def test_a_problem_stands_at_the_settings_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelicanconf.py").write_text('PATH = "content"\nTIMEZONE = "Mars"\n', encoding="utf-8")

    problem = setting_problems({**settings(tmp_path), "TIMEZONE": "Mars"})["TIMEZONE"]

    assert (problem.path, problem.line, problem.column) == ("pelicanconf.py", 2, 12)


@pytest.mark.parametrize("epoch", ["yesterday", "", "99999999999999999999", "1e9"])
def test_a_time_of_the_run_that_is_none_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert said(settings(tmp_path)) == [
        f"SOURCE_DATE_EPOCH:1:1: {epoch!r} is no time; "
        "give seconds since 1970, such as 1795417200, or take it out of the environment"
    ]


def test_the_publications_own_language_is_none_beside_it() -> None:
    declared = {"DEFAULT_LANG": "en", "DESK": {"languages": {"id": {}, "EN": {}}}}

    assert [f"{found.what}; {found.remedy}" for found in language_problems(declared)] == [
        "DESK.languages: 'EN' is the publication's own; take it out: DEFAULT_LANG is 'en'"
    ]
    assert language_problems({**declared, "DEFAULT_LANG": "ms"}) == []
