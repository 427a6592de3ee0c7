"""Pages in every language in a browser: no wider than its window, mirrored where text runs from the right, accessible.

Pages are rendered from models, without a build; the faces are those of the machine, which need not have all scripts:
boxes for missing letters are as wide as letters are.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from plugins.press.render import TemplateRenderer
from tests.browser.accessibility import violations
from tests.conftest import ROOT
from tests.theme.publications import LANGUAGES, Publication
from tests.tools.chance import thinned

WIDTHS = (320, 390, 1280)
KINDS = ("home", "article", "category", "tag", "author", "archive", "text", "not found")
SHOWN = [*product(thinned(LANGUAGES, "languages", 6), KINDS)]
"""Pages of few languages, for what costs is to compile and minify a language's theme."""
EXAMINED = thinned(product(("ar", "he", "id", "zh-Hant"), ("home", "article")), "pages for axe")
PARTS = (".masthead__name", ".article__margin", ".article__picture", ".footer__name", ".prose blockquote")
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>'
WIDE = """() => {
    const page = document.documentElement;
    const isScrolled = one => one.closest('.masthead__sections, .table, pre, .newsletter__trap, .skip');
    const hasText = one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const sticksOut = one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1
        || one.getBoundingClientRect().right > page.clientWidth + 1 || one.getBoundingClientRect().left < -1;
    const wide = [...document.querySelectorAll('body *')]
        .filter(one => hasText(one) && sticksOut(one) && !isScrolled(one));
    return [...page.scrollWidth > page.clientWidth ? ['page'] : [], ...wide.map(one => one.className || one.localName)];
}"""
"""Classes of text that sticks out of its own box or of the window, but for what readers scroll sideways."""


@pytest.fixture(scope="module")
def html() -> Callable[[str, str], str]:
    """Return the page of a kind in a language."""

    @cache
    def pages(lang: str) -> dict[str, str]:
        publication = Publication(lang)
        renderer = TemplateRenderer(ROOT / "theme", words=publication.words)
        return {kind: renderer.render(page) for kind, page in publication.pages().items()}

    return lambda lang, kind: pages(lang)[kind]


@pytest.fixture(scope="module")
def desktop(browser: Browser) -> Iterator[Page]:
    """A window that shows pages one after another; what they would load is a picture."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body=PICTURE, content_type="image/svg+xml"))
    yield page
    context.close()


@pytest.mark.parametrize(("lang", "kind"), SHOWN)
def test_no_page_is_wider_than_its_window(desktop: Page, html: Callable[[str, str], str], lang: str, kind: str) -> None:
    desktop.set_content(html(lang, kind), wait_until="domcontentloaded")

    wide = {}
    for width in WIDTHS:
        desktop.set_viewport_size({"width": width, "height": 900})
        wide[width] = desktop.evaluate(WIDE)
    assert wide == {width: [] for width in WIDTHS}


@pytest.mark.parametrize(("lang", "kind"), EXAMINED)
def test_axe_finds_nothing(desktop: Page, html: Callable[[str, str], str], lang: str, kind: str) -> None:
    desktop.set_viewport_size({"width": 390, "height": 900})
    desktop.set_content(html(lang, kind), wait_until="domcontentloaded")

    assert violations(desktop) == []


@pytest.mark.parametrize("lang", ["ar", "he"])
def test_a_publication_from_the_right_is_the_mirror_of_one_from_the_left(
    desktop: Page, html: Callable[[str, str], str], lang: str
) -> None:
    script = f"{list(PARTS)}.map(part => {{ const box = document.querySelector(part).getBoundingClientRect(); return "

    desktop.set_viewport_size({"width": 1280, "height": 900})
    desktop.set_content(html("en", "article"), wait_until="domcontentloaded")
    left = desktop.evaluate(script + "Math.round(box.left) })")
    desktop.set_content(html(lang, "article"), wait_until="domcontentloaded")
    right = desktop.evaluate(script + "Math.round(document.documentElement.clientWidth - box.right) })")

    assert right == left


@pytest.mark.parametrize(
    ("lang", "face"), [("en", "Iowan Old Style"), ("ja", "Hiragino Mincho ProN"), ("zh-CN", "Songti SC")]
)
def test_foreign_text_in_a_chinese_publication_has_faces_of_its_own_script(
    desktop: Page, html: Callable[[str, str], str], lang: str, face: str
) -> None:
    desktop.set_content(html("zh-Hant", "article"), wait_until="domcontentloaded")

    faces = desktop.evaluate(
        "lang => ['.article__title', '.prose'].map(part => { const one = document.querySelector(part); "
        "one.lang = lang; return getComputedStyle(one).fontFamily })",
        lang,
    )

    assert [each.split(",")[0].strip('"') for each in faces] == [face, face]
