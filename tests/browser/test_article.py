"""The model article in a real browser: every block, with scripts and without, by mouse and by keyboard."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

ARTICLE = "/2023/11/tiktok-indonesia-partners/"
NETWORKS = ["X", "Facebook", "LinkedIn", "WhatsApp", "Telegram", "Threads", "Bluesky", "Reddit", "LINE", "e-mail"]


@pytest.fixture
def article(page: Page, site_url: str) -> Page:
    page.goto(site_url + ARTICLE)
    return page


@pytest.fixture
def without_scripts(browser: Browser, site_url: str) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + ARTICLE)
    yield page
    context.close()


def share_names(page: Page) -> list[list[str | None]]:
    rows = page.get_by_role("navigation").filter(has=page.locator("[data-share]")).all()
    return [[link.get_attribute("aria-label") for link in row.get_by_role("link").all()] for row in rows]


def test_every_block_is_there_without_scripts(without_scripts: Page) -> None:
    page = without_scripts

    expect(page.get_by_role("complementary", name="Promotion")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Don’t miss:")).to_be_visible()
    expect(page.get_by_role("heading", name="Related articles")).to_be_visible()
    expect(page.get_by_role("heading", name="Follow us on Telegram")).to_be_visible()
    expect(page.get_by_role("button", name="opens in new window")).to_be_visible()
    expect(page.get_by_role("button", name="Copy link")).to_have_count(0)


def test_share_links_stand_above_and_below_with_names_that_announce_a_window(without_scripts: Page) -> None:
    expected = [f"Share on {name} (opens in new window)" for name in NETWORKS[:-1]] + ["Share by e-mail"]

    assert share_names(without_scripts) == [expected, expected]


def test_copy_hands_over_the_canonical_address_and_says_so(browser: Browser, site_url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site_url + ARTICLE)

    page.get_by_role("button", name="Copy link").first.click()

    expect(page.get_by_role("status").first).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"https://lowdown.example{ARTICLE}"
    context.close()


def test_a_copy_that_is_refused_shows_the_address(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(site_url + ARTICLE)

    page.get_by_role("button", name="Copy link").first.click()

    expect(page.get_by_role("status").first).to_have_text(f"https://lowdown.example{ARTICLE}")
    context.close()


@pytest.mark.parametrize(
    ("outcome", "said"),
    [("resolve()", ""), ("reject(new DOMException('', 'AbortError'))", "")],
    ids=["shared", "cancelled"],
)
def test_the_devices_share_sheet_gets_title_and_address(page: Page, site_url: str, outcome: str, said: str) -> None:
    page.add_init_script(f"navigator.share = (data) => {{ window.shared = data; return Promise.{outcome}; }}")
    page.goto(site_url + ARTICLE)

    page.get_by_role("button", name="Share with this device").first.click()

    shared: dict[str, Any] = page.evaluate("window.shared")
    assert shared["url"] == f"https://lowdown.example{ARTICLE}"
    assert shared["title"] == page.get_by_role("heading", level=1).inner_text().replace("\n", " ").replace(
        "\u00a0", " "
    )
    page.wait_for_timeout(120)
    expect(page.get_by_role("status").first).to_have_text(said)


def test_without_a_share_sheet_there_is_no_button_for_it(page: Page, site_url: str) -> None:
    page.add_init_script("delete Navigator.prototype.share; delete navigator.share")
    page.goto(site_url + ARTICLE)

    expect(page.get_by_role("button", name="Share with this device")).to_have_count(0)


def test_the_keyboard_meets_everything_in_reading_order(article: Page) -> None:
    names = []
    for _ in range(80):
        article.keyboard.press("Tab")
        names.append(
            article.evaluate(
                "(document.activeElement.ariaLabel || document.activeElement.innerText"
                " || document.activeElement.name || '').trim()"
            )
        )
    stations = [
        "Skip to the content",
        "On demand",
        "Social",
        "E-commerce",
        "Lowdown newsroom",
        "Share on X",
        "creator fund",
    ]
    stations += ["Share on X", "pro-Palestinian", "email", "Sign up", "Telegram", "About"]

    position = -1
    for station in stations:
        found = [index for index, name in enumerate(names) if index > position and station.lower() in name.lower()]
        assert found, f"{station!r} does not come after what is before it: {names}"
        position = found[0]


def test_the_skip_link_leads_past_the_masthead(article: Page) -> None:
    article.keyboard.press("Tab")
    expect(article.get_by_role("link", name="Skip to the content")).to_be_focused()

    article.keyboard.press("Enter")
    article.keyboard.press("Tab")

    assert article.evaluate("document.activeElement.closest('main') !== null")


def test_focus_is_always_visible(article: Page) -> None:
    invisible = []
    for _ in range(60):
        article.keyboard.press("Tab")
        name, outline = article.evaluate(
            "[document.activeElement.outerHTML.slice(0, 80),"
            " parseFloat(getComputedStyle(document.activeElement).outlineWidth)]"
        )
        if not outline >= 2:
            invisible.append(name)

    assert invisible == []


def test_the_sign_up_sends_the_form_to_its_provider_in_a_new_window(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    sent = []
    context.route(
        "https://lists.lowdown.example/**", lambda route: (sent.append(route.request), route.fulfill(body="ok"))
    )
    page = context.new_page()
    page.goto(site_url + ARTICLE)

    page.get_by_label("Your e-mail address").fill("reader@example.org")
    with context.expect_page() as opened:
        page.get_by_role("button", name="Sign up").click()
    opened.value.wait_for_load_state()

    [request] = sent
    assert (request.method, request.url) == ("POST", "https://lists.lowdown.example/subscription/form")
    assert request.post_data == "email=reader%40example.org&l=7b1d0c0e-2f63-4f5e-9a44-6f0d3c1a8e55&nonce="
    assert page.url == site_url + ARTICLE
    context.close()


def test_a_reader_makes_no_request_elsewhere_and_gets_no_cookie(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    hosts = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))

    page.goto(site_url + ARTICLE, wait_until="networkidle")
    page.mouse.wheel(0, 20_000)
    page.wait_for_timeout(300)

    assert hosts == {site_url.split("/")[2]}
    assert context.cookies() == []
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    context.close()


def test_nothing_moves_while_the_page_loads(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "entry => { if (!entry.hadRecentInput) window.shift += entry.value }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )

    page.goto(site_url + ARTICLE, wait_until="networkidle")
    page.mouse.wheel(0, 20_000)
    page.wait_for_timeout(300)

    assert page.evaluate("window.shift") == 0
    context.close()
