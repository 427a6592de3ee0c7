"""Every component with every example in a real browser, checked by axe, light and dark, on phone and desk."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from plugins.press.patterns import patterns
from plugins.press.render import TemplateRenderer
from tests.conftest import ROOT
from tests.theme import models

THEME = ROOT / "theme"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
"""All that WCAG asks; axe's advice about whole pages (one heading of level 1, landmarks by name) cannot hold here,
where mastheads and fronts stand one below the other."""


@pytest.fixture(scope="module")
def html() -> str:
    return TemplateRenderer(THEME).render(replace(models.patterns(), patterns=patterns(THEME)))


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_patterns(browser: Browser, html: str, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.route("**/*", lambda route: route.abort())
    page.set_content(html, wait_until="domcontentloaded")

    found = Axe().run(page, options=RULES)

    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
    assert [f"{one['id']}: {node['html']}" for one in found.response["violations"] for node in one["nodes"]] == []
    assert not wide
