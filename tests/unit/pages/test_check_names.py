from pathlib import Path
from typing import Any

import pytest

from plugins.pages.check_names import page_problems, picture_problems
from plugins.pages.settings import PagesSettings

SLUGS = {"about", "privacy", "newsletter"}


@pytest.fixture
def static(tmp_path: Path) -> Path:
    folder = tmp_path / "theme" / "static"
    (folder / "css").mkdir(parents=True)
    for name in ("logo.png", "share.png", "favicon.svg"):
        (folder / name).touch()
    return folder


def said_of_pages(slugs: set[str] = SLUGS, **values: Any) -> list[str]:
    found = page_problems({"PAGES": values}, PagesSettings(**values), slugs)
    return [f"{problem.what}; {problem.remedy}" for problem in found]


def said_of_pictures(static: Path, **values: Any) -> list[str]:
    found = picture_problems({"PAGES": values}, PagesSettings(**values), static)
    return [f"{problem.what}; {problem.remedy}" for problem in found]


def test_pages_that_there_are_have_no_problems() -> None:
    assert said_of_pages(footer=("privacy", "about"), newsletter_page="newsletter") == []


def test_a_page_of_the_footer_that_there_is_not_is_a_problem() -> None:
    assert said_of_pages(footer=("about", "privcy")) == [
        "PAGES.footer.1: there is no page 'privcy' in this build; did you mean 'privacy'?"
    ]


def test_a_newsletter_page_that_there_is_not_is_a_problem_if_it_was_asked_for() -> None:
    assert said_of_pages({"about"}, newsletter_page="letters") == [
        "PAGES.newsletter_page: there is no page 'letters' in this build; known are: about"
    ]
    assert said_of_pages({"about"}) == []


def test_pictures_of_the_theme_have_no_problems(static: Path) -> None:
    assert said_of_pictures(static, logo="favicon.svg") == []


def test_a_picture_that_the_theme_does_not_have_is_a_problem(static: Path) -> None:
    assert said_of_pictures(static, logo="logo.pgn", share_picture="css") == [
        "PAGES.logo: there is no 'logo.pgn' in theme/static; did you mean 'logo.png'?",
        "PAGES.share_picture: there is no 'css' in theme/static; known are: favicon.svg, logo.png, share.png",
    ]


def test_the_usual_pictures_are_needed_too(static: Path) -> None:
    (static / "share.png").unlink()

    [said] = said_of_pictures(static)

    assert said.startswith("PAGES.share_picture: there is no 'share.png' in theme/static")
