from pathlib import Path

import pytest

from plugins.newsroom.front_matter.types import Url
from plugins.newsroom.settings import PluginSettings, read_settings, settings_problems, unknown_name


class Shelf(PluginSettings):
    width: int = 10
    books: tuple[int, ...] = ()
    shop: Url | None = None


def test_settings_that_are_not_there_are_the_defaults() -> None:
    assert read_settings(Shelf, {}, "SHELF") == Shelf(width=10, books=())


def test_good_settings_have_no_problems() -> None:
    assert settings_problems(Shelf, {"SHELF": {"width": 3}}, "SHELF") == []


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('{"widht": 3}', "pelicanconf.py:2:19: unknown setting 'SHELF.widht'; did you mean 'width'?"),
        ('{"books": "1"}', "pelicanconf.py:2:19: SHELF.books is no list; write ['1']"),
        ('{"books": None}', "pelicanconf.py:2:19: SHELF.books is no list; write [] for none"),
        ('{"q": 3}', "pelicanconf.py:2:15: unknown setting 'SHELF.q'; known are: books, shop, width"),
        (
            '{"shop": "x.example"}',
            "pelicanconf.py:2:18: SHELF.shop: 'x.example' is no address; write it in full: https://…",
        ),
        (
            '{"books": [1, "x"]}',
            "pelicanconf.py:2:23: SHELF.books.1: input should be a valid integer, "
            "unable to parse string as an integer; found 'x'",
        ),
    ],
)
def test_a_mistake_is_placed_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, said: str
) -> None:
    (tmp_path / "pelicanconf.py").write_text(f"NAME = 'x'\nSHELF = {value}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    problems = settings_problems(Shelf, {"SHELF": eval(value)}, "SHELF")  # the file's own literal

    assert [str(problem) for problem in problems] == [said]


def test_a_mistake_without_a_settings_file_is_placed_at_its_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    problems = settings_problems(Shelf, {"SHELF": {"width": "wide"}}, "SHELF")

    assert (problems[0].line, problems[0].column) == (1, 1)


def test_a_mistake_in_another_settings_file_is_placed_there(tmp_path: Path) -> None:
    file = tmp_path / "publishconf.py"
    file.write_text('\nSHELF = {"width": "wide"}\n', encoding="utf-8")

    [problem] = settings_problems(Shelf, {"SHELF": {"width": "wide"}}, "SHELF", [file])

    assert (problem.path, problem.line, problem.column) == (str(file), 2, 19)


@pytest.mark.parametrize(
    ("found", "known", "remedy"),
    [
        ("abuot", ["about", "privacy"], "did you mean 'about'?"),
        ("x", ["privacy", "about"], "known are: about, privacy"),
        ("x", [], "known are: none"),
    ],
)
def test_a_name_that_leads_nowhere_is_a_problem_at_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: str, known: list[str], remedy: str
) -> None:
    (tmp_path / "pelicanconf.py").write_text(f'PAGES = {{"footer": ["ok", "{found}"]}}\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    settings = {"PAGES": {"footer": ["ok", found]}}

    problem = unknown_name(settings, ("PAGES", "footer", "1"), f"there is no page {found!r}", found, known)

    assert str(problem) == f"pelicanconf.py:1:27: PAGES.footer.1: there is no page {found!r}; {remedy}"
