"""Photographs in a browser: the file that it chooses in every place, in every window, and what a page weighs."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import serve
from tests.browser.pictures import ShownPicture, scroll_through, shown_pictures
from tests.tools.chance import thinned
from tests.tools.photographed import build_photographed
from tests.tools.workers import made_once

ARTICLE = "/2023/11/supermarket-shelf-screens/"
PAGES = {"home": "/", "article": ARTICLE, "author": "/authors/wulan-prameswari/"}
WINDOWS = thinned(product((320, 390, 768, 1280, 1680), (1, 2, 3)), "windows", 5)
"""Widths in pixels of CSS, and densities of the screen."""
SHIFTS = """window.shift = 0; window.paints = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value }))
    .observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.paints.push(entry.element?.className) }))
    .observe({ type: 'largest-contentful-paint', buffered: true })"""


@pytest.fixture(scope="session")
def photographed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Output of the publication with photographs."""
    return made_once(tmp_path_factory, "photographed", build_photographed) / "output"


@pytest.fixture(scope="session")
def photographed_url(photographed: Path) -> Iterator[str]:
    yield from serve(photographed)


@pytest.fixture(scope="module")
def look(browser: Browser, photographed_url: str) -> "Look":
    return Look(browser, photographed_url)


class Look:
    """Looks at each page in each window once."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.shown = cache(lambda page, width, density: shown_pictures(browser, address + page, width, density))


def phone(browser: Browser, **options: object) -> Page:
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, **options)  # type: ignore[arg-type]
    return context.new_page()


@pytest.mark.parametrize(("width", "density"), WINDOWS)
def test_the_chosen_file_is_about_as_wide_as_it_is_shown(look: Look, width: int, density: int) -> None:
    shown = {name: look.shown(path, width, density) for name, path in PAGES.items()}

    wrong = [
        f"{name}, {one.slot}: {one.chosen} pixels for {one.needed * density:.0f}, of {one.candidates}"
        for name, pictures in shown.items()
        for one in pictures
        if one.chosen < 0.9 * one.needed * density < max(one.candidates) * 0.9 or is_too_wide(one, pictures, density)
    ]
    assert wrong == []
    assert sum(map(len, shown.values())) >= 18


def is_too_wide(one: ShownPicture, pictures: list[ShownPicture], density: int) -> bool:
    """Tell whether a smaller file would have done, and the same one was needed nowhere else on the page."""
    most = max(other.needed for other in pictures if other.stem == one.stem) * density
    return any(0.9 * most <= candidate < one.chosen for candidate in one.candidates) and one.chosen > 1.5 * most


@pytest.mark.parametrize(("width", "density"), WINDOWS)
def test_sizes_foretell_the_width(look: Look, width: int, density: int) -> None:
    shown = [(name, one) for name, path in PAGES.items() for one in look.shown(path, width, density)]

    wrong = [f"{name}, {one.slot}: {one.said:.0f} for {one.needed:.0f}" for name, one in shown if is_off(one)]
    assert wrong == []


def is_off(one: ShownPicture) -> bool:
    return abs(one.said / one.needed - 1) > 0.15


def test_every_place_for_pictures_has_been_looked_at(look: Look) -> None:
    slots = {one.slot for path in PAGES.values() for one in look.shown(path, *WINDOWS[0])}

    assert slots == {"top", "second", "feature", "related", "lead", "entry", "profile", "figure", "prose"}


@pytest.mark.parametrize(("name", "most"), [("home", 250_000), ("article", 120_000)])
def test_a_phone_gets_a_page_with_all_its_pictures_in_few_bytes(
    browser: Browser, photographed: Path, photographed_url: str, name: str, most: int
) -> None:
    page = phone(browser)
    requested: list[str] = []
    page.on("request", lambda request: requested.append(urlsplit(request.url).path))

    page.goto(photographed_url + PAGES[name], wait_until="networkidle")
    scroll_through(page)
    page.context.close()

    assert sum(sent_bytes(photographed, path) for path in requested) <= most


def sent_bytes(output: Path, path: str) -> int:
    """Return the bytes of a file as publishing sends it, without its headers."""
    data = (output / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))).read_bytes()
    return len(brotli.compress(data)) if path.endswith(("/", ".svg")) else len(data)


@pytest.mark.parametrize(
    ("name", "lead", "width", "largest"),
    [
        ("home", ".card--top img", 390, ".card--top img"),
        ("home", ".card--top img", 1280, ".card--top img"),
        ("article", ".figure img", 390, ".article__standfirst"),  # the picture begins below
        ("article", ".figure img", 1280, ".figure img, .article__title"),  # which are about as large
    ],
)
def test_the_lead_comes_first_and_nothing_moves(
    browser: Browser, photographed_url: str, name: str, lead: str, width: int, largest: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))

    page.goto(photographed_url + PAGES[name], wait_until="networkidle")
    chosen = page.evaluate(f"document.querySelector('{lead}').currentSrc")
    # That is painted last which readers see as the largest; it never comes if something larger follows.
    page.wait_for_function(
        f"[...document.querySelectorAll('{largest}')].some(each => each.className === window.paints.at(-1))"
    )
    scroll_through(page)
    shift = page.evaluate("window.shift")
    context.close()

    assert requested.index(chosen) == 1
    assert shift == 0
    assert len(requested) > 2  # the page, the lead and others


def test_pictures_further_down_wait_for_readers(browser: Browser, photographed_url: str) -> None:
    page = phone(browser)
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(photographed_url, wait_until="networkidle")

    shown = page.evaluate(
        """() => [...document.images]
            .map(image => [image.getBoundingClientRect().top > 4000, image.loading, image.currentSrc])"""
    )
    page.context.close()

    near = {source for is_far, _, source in shown if not is_far}  # one photograph may stand in both places
    far = {source for is_far, _, source in shown if is_far} - near
    assert far
    assert {loading for is_far, loading, _ in shown if is_far} == {"lazy"}
    assert [source for source in far if source in requested] == []


def test_without_scripts_every_picture_is_shown_and_none_is_broken(browser: Browser, photographed_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 12_000}, java_script_enabled=False)
    page = context.new_page()
    answers: list[int] = []
    page.on("response", lambda response: answers.append(response.status))

    page.goto(photographed_url + ARTICLE, wait_until="load")  # which waits for all: without scripts none is lazy
    widths = page.evaluate("[...document.images].map(image => image.complete && image.naturalWidth)")
    context.close()

    assert len(widths) > 4
    assert all(widths)
    assert set(answers) == {200}


def test_paper_shows_the_pictures_of_the_article(browser: Browser, photographed_url: str) -> None:
    page = phone(browser)
    page.goto(photographed_url + ARTICLE, wait_until="networkidle")
    page.emulate_media(media="print")
    page.pdf()  # printing loads what still waits

    printed = page.evaluate(
        """() => [...document.querySelectorAll('.article img')].map(image => image.getClientRects().length > 0)"""
    )
    page.context.close()

    assert len(printed) > 1
    assert all(printed)
