from typing import Any

from plugins.pages.check_names import page_problems
from plugins.pages.settings import PagesSettings

SLUGS = {"about", "privacy", "newsletter"}


def said_of_pages(slugs: set[str] = SLUGS, **values: Any) -> list[str]:
    found = page_problems({"PAGES": values}, PagesSettings(**values), slugs)
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
