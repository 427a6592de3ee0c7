"""Every kind of page in a real browser: accessible, in the window's width, in both colour schemes, on paper."""

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import Scheme, violations
from tests.conftest import SOAK_MINUTES
from tests.tools.chance import chance

PAGES = {
    "home": "/",
    "article": "/2023/11/tiktok-indonesia-partners/",
    "sponsored": "/2023/08/tideline-commuter-ferries/",
    "long word": "/2023/07/campaign-name/",
    "long headline": "/2023/05/lift-advertising-study/",
    "one line": "/2023/11/kopi-sembilan-sits-out-1111/",
    "chinese": "/2023/08/chaoshang-zhibo/",
    "table and chart": "/2023/11/lift-seconds/",
    "audio and interview": "/2023/11/lift-radio/",
    "video and embeds": "/2023/11/six-second-door/",
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

SIGHTS: list[tuple[int, Scheme]] = [(360, "light"), (1280, "dark"), (360, "dark"), (1280, "light")]
"""Widths and colour schemes in which axe looks at pages."""
WIDTHS = (320, 768, 1280)


EDITORS_PAGES = ("/coverage/", "/coverage/agenda/")
IN_TURN = {
    path: SIGHTS if SOAK_MINUTES else [SIGHTS[number % len(SIGHTS)]]
    for number, path in enumerate((*PAGES.values(), *EDITORS_PAGES), chance("sights").randrange(len(SIGHTS)))
}
"""Sights of each page: the four take turns, beginning with one that the seed chooses; in `make soak` a page has all."""


@pytest.fixture(scope="module", params=PAGES.values(), ids=PAGES.keys())
def shipped(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Page]:
    """A page of the shipped publication, loaded once for all that looks at it."""
    yield from opened(browser, site_url + request.param)


@pytest.fixture(scope="module", params=EDITORS_PAGES)
def for_editors(request: pytest.FixtureRequest, browser: Browser, preview_url: str) -> Iterator[Page]:
    """A page of the preview for editors."""
    yield from opened(browser, preview_url + request.param)


def opened(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def violations_at(page: Page) -> list[tuple[int, Scheme, str, list[str]]]:
    """Return what axe finds in a page that is open, at phone or desktop width, light or dark."""
    found = []
    for width, scheme in IN_TURN[urlsplit(page.url).path]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [(width, scheme, *violation) for violation in violations(page)]
    return found


def too_wide(page: Page) -> list[tuple[int, int]]:
    """Return the widths of windows that an open page does not fit, each with that of the page."""
    wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        own, window = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if own != window:
            wide.append((width, own))
    return wide


def test_axe_finds_nothing(shipped: Page) -> None:
    assert violations_at(shipped) == []


def test_axe_finds_nothing_in_the_pages_for_editors(for_editors: Page) -> None:
    assert violations_at(for_editors) == []


def test_no_page_is_wider_than_its_window(shipped: Page) -> None:
    assert too_wide(shipped) == []


def test_a_page_for_editors_fits_its_window(for_editors: Page) -> None:
    assert too_wide(for_editors) == []


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
