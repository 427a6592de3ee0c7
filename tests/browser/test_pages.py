"""Every kind of page in a real browser: accessible, in the window's width, in both colour schemes, on paper."""

from collections.abc import Iterator
from io import BytesIO
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page

PAGES = {
    "home": "/",
    "article": "/2023/11/tiktok-indonesia-partners/",
    "sponsored": "/2023/08/tideline-commuter-ferries/",
    "long word": "/2023/07/campaign-name/",
    "long headline": "/2023/05/lift-advertising-study/",
    "one line": "/2023/11/kopi-sembilan-sits-out-1111/",
    "chinese": "/2023/08/chaoshang-zhibo/",
    "category": "/social/",
    "second page": "/social/page/2/",
    "tag": "/tags/indonesia/",
    "author": "/authors/nicola-devarajan/",
    "archive": "/archive/",
    "month": "/archive/2023/11/",
    "tags": "/tags/",
    "authors": "/authors/",
    "text": "/newsletter/",
    "not found": "/no-such-page/",
}

Scheme = Literal["light", "dark"]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    scheme: Scheme = request.param
    return scheme


@pytest.fixture(params=[360, 1280])
def themed(request: pytest.FixtureRequest, browser: Browser, scheme: Scheme) -> Iterator[Page]:
    """A page at phone or desktop width, in light or dark."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Return the rules that axe finds broken, each with where."""
    found = Axe().run(page).response["violations"]
    return [(item["id"], [node["html"][:120] for node in item["nodes"]]) for item in found]


def widths(browser: Browser, url: str, width: int) -> tuple[int, int]:
    """Return how wide the page at `url` is and how wide its window."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(url)
    found = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    context.close()
    return found[0], found[1]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing(themed: Page, site_url: str, path: str) -> None:
    themed.goto(site_url + path)

    assert violations(themed) == []


def test_axe_finds_nothing_in_what_the_preview_says_of_the_archive(themed: Page, preview_url: str) -> None:
    themed.goto(f"{preview_url}/coverage/")

    assert violations(themed) == []


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_no_page_is_wider_than_its_window(browser: Browser, site_url: str, path: str, width: int) -> None:
    page, window = widths(browser, site_url + path, width)

    assert page == window


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_what_the_preview_says_of_the_archive_fits_its_window(browser: Browser, preview_url: str, width: int) -> None:
    page, window = widths(browser, f"{preview_url}/coverage/", width)

    assert page == window


def test_dark_is_dark_and_light_is_light(browser: Browser, site_url: str) -> None:
    lightness = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(site_url)
        corner = page.screenshot(clip={"x": 0, "y": 400, "width": 1, "height": 1})
        lightness[scheme] = Image.open(BytesIO(corner)).convert("L").getpixel((0, 0))
        context.close()

    assert lightness["light"] > 235
    assert lightness["dark"] < 45


def test_print_starts_with_the_masthead_and_ends_with_the_address(page: Page, site_url: str) -> None:
    page.goto(site_url + PAGES["article"])
    page.emulate_media(media="print")

    shown = page.evaluate(
        """() => [...document.body.children].filter(e => getComputedStyle(e).display !== 'none')
            .map(e => [e.className, e.innerText.trim()])"""
    )

    assert "masthead" in shown[0][0]
    assert shown[-1][1] == f"https://lowdown.example{PAGES['article']}"


def test_targets_are_large_enough_for_a_finger(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(site_url + PAGES["article"])

    small = page.evaluate(
        """() => [...document.querySelectorAll('.share a, .share button, .masthead nav a, form button, [type=email]')]
            .filter(e => e.getClientRects().length)
            .map(e => [e.ariaLabel || e.innerText, e.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)"""
    )

    assert small == []
    context.close()
