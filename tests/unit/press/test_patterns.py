import pytest

from plugins.newsroom.words.catalogues import english
from plugins.press.patterns import patterns, patterns_page
from tests.conftest import ROOT
from tests.theme import models

pytestmark = pytest.mark.slow

THEME = ROOT / "theme"


def test_every_component_of_the_theme_is_a_pattern_in_order_of_name() -> None:
    names = [pattern.name for pattern in patterns(THEME)]

    assert names == sorted(path.stem for path in (THEME / "templates" / "components").glob("*.html"))


def test_every_pattern_has_an_example_that_shows_something() -> None:
    empty = [pattern.name for pattern in patterns(THEME) if not any(example.html for example in pattern.examples)]

    assert empty == []


def test_the_page_stands_in_the_frame_of_the_publication() -> None:
    page = patterns_page(THEME, models.SITE, english())

    assert (page.site, page.lang) == (models.SITE, models.SITE.lang)
    assert page.head.title == "Patterns | Lowdown"


def test_the_page_is_for_this_house_only() -> None:
    page = patterns_page(THEME, models.SITE, english())

    assert (page.path, page.head.robots, page.head.canonical) == ("patterns/index.html", "noindex", "")
