"""Validity of all HTML, by one run of the checker: pages as shipped, pages with much and with little, and examples."""

from pathlib import Path

from plugins.press.patterns import patterns
from plugins.press.render import TemplateRenderer
from tests.conftest import ROOT
from tests.theme import models
from tests.tools.nu import problems

THEME = ROOT / "theme"
DOCUMENT = '<!doctype html><html lang="en"><title>{name}</title><body>{html}</body></html>'


def test_all_html_is_valid(shipped_site: Path) -> None:
    renderer = TemplateRenderer(THEME)
    pages = {path.relative_to(shipped_site).as_posix(): path.read_text() for path in shipped_site.rglob("*.html")}
    full = {f"full {name}": renderer.render(page) for name, page in models.full_pages().items()}
    minimal = {f"minimal {name}": renderer.render(page) for name, page in models.minimal_pages().items()}
    examples = {
        f"{pattern.name}: {example.name}": DOCUMENT.format(name=pattern.name, html=example.html)
        for pattern in patterns(THEME)
        for example in pattern.examples
    }

    assert min(map(len, (pages, full, minimal, examples))) > 0
    assert problems(pages | full | minimal | examples) == []
