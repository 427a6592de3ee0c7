"""The security policy in a real browser: all pages are whole under it, and what is put into them does nothing."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

from plugins.publish.settings import HeaderSettings
from plugins.publish.site.built import BuiltSite
from tests.browser.serving import Served, serving

ARTICLE = "/2023/11/tiktok-indonesia-partners/"
WITH_TABLE = {"2022/06/pitch-costs/index.html"}
RECORD = """
    window.refused = [];
    document.addEventListener("securitypolicyviolation", (e) => window.refused.push(e.effectiveDirective));
"""
"""Run before all scripts of a page; a debugger's own are under no policy."""
STATE = """() => ({
    refused: window.refused,
    hasStyles: document.styleSheets.length > 0,
    withoutSheet: [...document.querySelectorAll("style")].filter((style) => !style.sheet?.cssRules.length).length,
    margin: getComputedStyle(document.body).margin,
    pictures: [...document.images].filter((image) => image.complete && !image.naturalWidth).map((image) => image.src),
})"""
WHOLE = {"refused": [], "hasStyles": True, "withoutSheet": 0, "margin": "0px", "pictures": []}
SIDES = """async address => {
    const image = new Image();
    image.src = address;
    await image.decode().catch(error => { throw new Error(`${address}: ${error}`); });
    return `${image.naturalWidth}x${image.naturalHeight}`;
}"""
FOREIGN = "https://elsewhere.example"


@pytest.fixture(scope="module")
def strict_url(shipped_site: Path) -> Iterator[str]:
    """Address of the shipped publication with the headers that it is published with."""
    with serving(
        Served(folder=shipped_site, notes=BuiltSite(shipped_site).notes, settings=HeaderSettings())
    ) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A context whose pages record what their policy refuses, and reach no other site."""
    context = browser.new_context()
    context.add_init_script(RECORD)
    context.route(lambda url: urlsplit(url).hostname != "127.0.0.1", lambda route: route.fulfill(body="elsewhere"))
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def kinds(site: Path) -> dict[str, list[str]]:
    """Return the pages of a built site, by what the build calls their kind."""
    found: dict[str, list[str]] = {}
    for path, file in BuiltSite(site).files().items():
        if path.endswith(".html"):
            found.setdefault(file.kind, []).append(path)
    return found


Put = Callable[[str], Page]


@pytest.fixture
def put(page: Page, strict_url: str) -> Put:
    """Opens the model article with something put into its text, on the way to the browser."""

    def open_page(fragment: str) -> Page:
        def answer(route: Route) -> None:
            real = route.fetch()
            route.fulfill(response=real, body=real.text().replace("<main", f"{fragment}<main", 1))

        page.route(strict_url + ARTICLE, answer)
        page.goto(strict_url + ARTICLE)
        return page

    return open_page


def complaints(page: Page) -> list[str]:
    """Return a list that what the page's console complains of goes into."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.append(f"{page.url}: {message.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    return found


def test_pages_of_all_kinds_are_whole_and_nothing_of_them_is_refused(
    page: Page, strict_url: str, shipped_site: Path
) -> None:
    """Which styles and scripts all the other pages have is in tests/site/test_inline.py."""
    paths = {path for kind in kinds(shipped_site).values() for path in (kind[0], kind[-1])} | WITH_TABLE
    found, broken = complaints(page), {}
    for path in sorted(paths):
        page.goto(f"{strict_url}/{path.removesuffix('index.html')}")
        state = page.evaluate(STATE)
        if state != WHOLE:
            broken[path] = state

    assert len(paths) > 15
    assert (broken, found) == ({}, [])


def test_cells_of_numbers_stand_at_their_end(page: Page, strict_url: str) -> None:
    page.goto(f"{strict_url}/2022/06/pitch-costs/")

    cells = page.locator("td").evaluate_all("cells => cells.slice(0, 2).map(cell => getComputedStyle(cell).textAlign)")
    assert cells == ["start", "end"]


def test_an_address_of_nothing_shows_the_page_for_that_with_its_styles(page: Page, strict_url: str) -> None:
    answer = page.goto(f"{strict_url}/nothing/here/")

    assert answer is not None
    assert answer.status == 404
    assert page.evaluate(STATE) == WHOLE


def test_the_script_of_an_article_runs(context: BrowserContext, strict_url: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    found = complaints(page)
    page.goto(strict_url + ARTICLE)

    page.get_by_role("button", name="Copy link").first.click()

    expect(page.get_by_role("status").first).to_have_text("Link copied")
    assert page.locator("script[type='application/ld+json']").count() == 1
    assert found == []


@pytest.mark.parametrize(
    ("fragment", "directive"),
    [
        ("<script>document.title = 'changed'</script>", "script-src-elem"),
        ("<script type=module>document.title = 'changed'</script>", "script-src-elem"),
        (f"<script src='{FOREIGN}/a.js'></script>", "script-src-elem"),
        ("<script src='/a.js'></script>", "script-src-elem"),
        ("<style>h1 { color: rgb(1, 2, 3) !important }</style>", "style-src-elem"),
        (f"<link rel=stylesheet href='{FOREIGN}/a.css'>", "style-src-elem"),
        ("<p style='color: red'>A</p>", "style-src-attr"),
        ("<details open ontoggle=\"document.title = 'changed'\">A</details>", "script-src-attr"),
        ("<img src='/nothing.webp' onerror=\"document.title = 'changed'\">", "script-src-attr"),
        (f"<img src='{FOREIGN}/a.png'>", "img-src"),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "img-src"),
        (f"<video src='{FOREIGN}/a.mp4'></video>", "media-src"),
        (f"<iframe src='{FOREIGN}/'></iframe>", "frame-src"),
        (f"<object data='{FOREIGN}/'></object>", "object-src"),
        (f"<base href='{FOREIGN}/'>", "base-uri"),
    ],
)
def test_what_is_put_into_a_page_is_refused(put: Put, fragment: str, directive: str) -> None:
    page = put(fragment)

    page.wait_for_function("window.refused.length > 0", timeout=5000)
    assert set(page.evaluate("window.refused")) == {directive}
    assert page.title() != "changed"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(1, 2, 3)"


def test_pages_may_fetch_from_their_own_site_alone(page: Page, strict_url: str) -> None:
    page.goto(strict_url + ARTICLE)

    status = page.evaluate("fetch('/feed.xml').then(answer => answer.status)")
    page.evaluate(f"fetch('{FOREIGN}/a').catch(() => {{}})")

    assert status == 200
    assert page.evaluate("window.refused") == ["connect-src"]


def test_no_other_page_may_frame_one(page: Page, strict_url: str) -> None:
    page.route(f"{strict_url}/frame", lambda route: route.fulfill(body=f"<iframe src='{strict_url}/'></iframe>"))
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(f"{strict_url}/frame")


def test_the_newsletters_form_is_sent_to_its_provider(page: Page, strict_url: str) -> None:
    page.goto(strict_url + ARTICLE)
    page.get_by_label("Your e-mail address").fill("reader@example.com")

    with page.expect_popup() as opened:
        page.get_by_role("button", name="Sign up").click()

    opened.value.wait_for_load_state()
    assert opened.value.url == "https://lists.lowdown.example/subscription/form"
    assert page.evaluate("window.refused") == []


def test_the_newsletters_form_is_sent_nowhere_else(page: Page, strict_url: str) -> None:
    page.goto(strict_url + ARTICLE)
    page.evaluate(f"document.querySelector('form').action = '{FOREIGN}/form'")
    page.get_by_label("Your e-mail address").fill("reader@example.com")

    page.get_by_role("button", name="Sign up").click()

    page.wait_for_function("window.refused.length > 0", timeout=5000)
    assert page.evaluate("window.refused") == ["form-action"]


def test_the_manifest_is_read_without_an_error_and_its_icons_are_there(page: Page, strict_url: str) -> None:
    page.goto(strict_url)
    found = page.context.new_cdp_session(page).send("Page.getAppManifest")
    shown = {icon["src"]: icon["sizes"] for icon in json.loads(found["data"])["icons"]}

    assert found["errors"] == []
    assert {address: page.evaluate(SIDES, address) for address in shown} == shown
    # Asked beside the page: Playwright answers requests of pages for this name itself, where it routes any.
    assert page.request.get(f"{strict_url}/favicon.ico").status == 200
    assert page.evaluate("window.refused") == []
