"""Pages in languages that an English publication declares: as wide as the window, mirrored, accessible."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import violations
from tests.browser.conftest import serve
from tests.browser.test_languages import WIDE, WIDTHS
from tests.site.conftest import SmallSite, write_small_site
from tests.theme.publications import TEXTS
from tests.tools.commands import Commands
from tests.tools.workers import made_once

DECLARED = {"id": "id", "zh": "zh-Hans", "ar": "ar"}
"""Languages, and the texts that articles in them have."""
SETTINGS = f"""
import os, sys
sys.path.insert(0, os.curdir)
from publishconf import *
DESK = {{"languages": {{lang: {{"tagline": "…"}} for lang in {list(DECLARED)!r}}}}}
"""
TEXT = """{text}[^1]

> [!FACTS]
> {text}

| {role} |
|---|
| {role} |

- [x] {role}

> {quote}

[^1]: {summary}
"""
SHOWN = tuple(product(DECLARED, ("/{lang}/", "/2023/11/{lang}-1/")))


def write_articles(site: SmallSite, lang: str) -> None:
    texts = TEXTS[DECLARED[lang]]
    for number, title in enumerate(texts["titles"][:3]):
        keys = f"lang: {lang}\nsponsor: tideline" if number == 1 else f"lang: {lang}"
        site.article(f"{lang}-{number}", keys, TEXT.format_map(texts), title=f"'{title}'")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> Iterator[str]:
    """Where an English publication is served that declares three languages."""

    def make(folder: Path) -> None:
        site = write_small_site(folder, commands)
        (site.root / "conf.py").write_text(SETTINGS, encoding="utf-8")
        site.write("sponsors/tideline.md", "---\nname: Tideline\nurl: https://tideline.example/\n---\nPaid.\n")
        for lang in DECLARED:
            write_articles(site, lang)
        done = site.build(settings="conf.py")
        assert done.returncode == 0, done.stderr

    yield from serve(made_once(tmp_path_factory, "declared languages", make) / "output")


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("lang", "path"), SHOWN)
def test_no_page_is_wider_than_its_window(window: Page, address: str, lang: str, path: str) -> None:
    window.goto(address + path.format(lang=lang))

    wide = {}
    for width in WIDTHS:
        window.set_viewport_size({"width": width, "height": 900})
        wide[width] = window.evaluate(WIDE)
    assert wide == {width: [] for width in WIDTHS}


@pytest.mark.parametrize(("lang", "path"), SHOWN)
def test_axe_finds_nothing(window: Page, address: str, lang: str, path: str) -> None:
    window.set_viewport_size({"width": 390, "height": 900})
    window.goto(address + path.format(lang=lang))

    assert violations(window) == []


@pytest.mark.parametrize(
    ("lang", "direction", "skip"), [("id", "ltr", "Langsung ke isi"), ("ar", "rtl", "الانتقال إلى المحتوى")]
)
def test_a_page_is_all_in_its_language(window: Page, address: str, lang: str, direction: str, skip: str) -> None:
    window.goto(f"{address}/2023/11/{lang}-1/")

    html = window.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir") or "ltr") == (lang, direction)
    assert window.evaluate("getComputedStyle(document.querySelector('.masthead')).direction") == direction
    assert window.locator("body").get_attribute("lang") is None
    assert window.locator(".skip").text_content() == skip
