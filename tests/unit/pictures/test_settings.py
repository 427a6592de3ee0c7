"""The place of developed pictures: a folder of their own."""

from pathlib import Path

import pytest

from plugins.newsroom.settings import settings_problems
from plugins.pictures.settings import CACHE_VARIABLE, PicturesSettings, cache_problems, cache_root

HERE = {"OUTPUT_PATH": "out", "PATH": "texts", "THEME": "looks"}
REMEDY = "name a folder for developed pictures alone, such as '.pictures'"


@pytest.fixture(autouse=True)
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "checkout"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)
    return folder


@pytest.mark.parametrize("place", [".pictures", ".cache/pictures", "outside", "../shared", "/srv/pictures", "out.d"])
def test_a_folder_of_its_own_is_fine(place: str) -> None:
    assert cache_problems({**HERE, "PICTURES": {"cache": place}}) == []


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("out", "lies in out/, which holds something else"),
        ("out/pictures", "lies in out/, which holds something else"),
        ("out.stet/pictures", "lies in out.stet/, which holds something else"),
        ("texts/pictures", "lies in texts/, which holds something else"),
        ("./looks/../looks/static", "lies in looks/, which holds something else"),
        ("plugins", "lies in plugins/, which holds something else"),
        (".git/pictures", "lies in .git/, which holds something else"),
        (".", "holds the whole project"),
        ("", "holds the whole project"),
        ("..", "holds the whole project"),
        ("/", "holds the whole project"),
    ],
)
def test_a_folder_that_holds_something_else_is_refused(place: str, where: str) -> None:
    (problem,) = cache_problems({**HERE, "PICTURES": {"cache": place}})

    assert str(problem) == f"pelicanconf.py:1:1: PICTURES.cache: the folder {where}; {REMEDY}"


def test_a_link_is_followed(checkout: Path) -> None:
    (checkout / "texts").mkdir()
    (checkout / "kept").symlink_to("texts")

    assert len(cache_problems({**HERE, "PICTURES": {"cache": "kept/pictures"}})) == 1


def test_one_that_the_environment_names_is_told_by_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "out/pictures")

    (problem,) = cache_problems(HERE)

    assert str(problem) == f"PICTURES_CACHE: 'out/pictures' lies in out/, which holds something else; {REMEDY}"


def test_the_environment_goes_before_the_settings(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = {**HERE, "PICTURES": {"cache": "a"}}
    assert cache_root(settings) == checkout / "a"

    monkeypatch.setenv(CACHE_VARIABLE, "b")
    assert cache_root(settings) == checkout / "b"


SIZES = ["92vw", "624px", "40.5rem", "(min-width: 43rem) 624px, 92vw", "min(624px, 92vw)", "calc(100vw - 2rem)"]
SIZES += ["(min-width: 60rem) and (orientation: landscape) 40rem,(min-width: 43rem) min(80vw, 30em), 92vw"]


@pytest.mark.parametrize("sizes", SIZES)
def test_widths_as_html_has_them_are_fine(sizes: str) -> None:
    assert PicturesSettings(text_sizes=sizes, portrait_text_sizes=sizes).text_sizes == sizes


@pytest.mark.parametrize(
    "sizes", ["", " ", "100 elephants", "624", "100%", "92vw, 624px", "(min-width: 43rem) 624px", "92vw\n", '92vw"><b>']
)
def test_what_browsers_would_not_understand_is_told(sizes: str) -> None:
    settings = {"PICTURES": {"text_sizes": sizes}}

    (problem,) = settings_problems(PicturesSettings, settings, "PICTURES")

    assert problem.what == f"PICTURES.text_sizes: {sizes!r} is no list of widths"
    assert problem.remedy == "write it as in '(min-width: 43rem) 624px, 92vw'"
