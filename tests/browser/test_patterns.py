"""Every component with every example in a real browser, checked by axe, light and dark, on phone and desk."""

from dataclasses import replace
from itertools import product

import pytest
from playwright.sync_api import Browser

from plugins.press.patterns import patterns
from plugins.press.render import TemplateRenderer
from tests.browser.accessibility import Scheme, violations
from tests.conftest import ROOT
from tests.theme import models
from tests.tools.chance import thinned

THEME = ROOT / "theme"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
"""All that WCAG asks; axe's advice about whole pages (one heading of level 1, landmarks by name) cannot hold here,
where mastheads and fronts stand one below the other."""
SIGHTS = thinned(product((320, 360, 1280), ("light", "dark")), "sights of patterns", 6)
"""Widths and colour schemes, of which one look costs as much as at ten pages."""


@pytest.fixture(scope="module")
def html() -> str:
    return TemplateRenderer(THEME).render(replace(models.patterns(), patterns=patterns(THEME)))


@pytest.mark.parametrize(("width", "scheme"), SIGHTS)
def test_axe_finds_nothing_in_the_patterns(browser: Browser, html: str, width: int, scheme: Scheme) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.route("**/*", lambda route: route.abort())
    page.set_content(html, wait_until="domcontentloaded")

    found = violations(page, RULES)

    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
    assert found == []
    assert not wide
