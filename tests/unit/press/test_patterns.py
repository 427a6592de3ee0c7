from collections.abc import Sequence
from functools import cache

import pytest

from plugins.newsroom.page_models import PatternsPage
from plugins.newsroom.page_parts import Pattern
from plugins.newsroom.words.catalogues import english
from plugins.press.patterns import patterns, patterns_page
from tests.conftest import ROOT
from tests.theme import models

pytestmark = pytest.mark.slow

THEME = ROOT / "theme"


@cache
def shown() -> Sequence[Pattern]:
    return patterns(THEME)


@cache
def page() -> PatternsPage:
    return patterns_page(THEME, models.SITE, english())


def test_every_component_of_the_theme_is_a_pattern_in_order_of_name() -> None:
    names = [pattern.name for pattern in shown()]

    assert names == sorted(path.stem for path in (THEME / "templates" / "components").glob("*.html"))


def test_every_pattern_has_an_example_that_shows_something() -> None:
    empty = [pattern.name for pattern in shown() if not any(example.html for example in pattern.examples)]

    assert empty == []


def test_the_page_stands_in_the_frame_of_the_publication() -> None:
    assert (page().site, page().lang) == (models.SITE, models.SITE.lang)
    assert page().head.title == "Patterns | Lowdown"


def test_the_page_is_for_this_house_only() -> None:
    assert (page().path, page().head.robots, page().head.canonical) == ("patterns/index.html", "noindex", "")
