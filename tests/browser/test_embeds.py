"""Cards of other sites in a real browser, under the policy: who is asked for what, and when."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from plugins.publish.settings import HeaderSettings
from plugins.publish.site.built import BuiltSite
from tests.browser.serving import Served, serving
from tests.site.conftest import write_small_site
from tests.tools.commands import Commands

ARTICLE = "/2023/11/one/"
TEXT = """Before.

[The shop at night](https://vimeo.com/76979871 "| Shelf Talk")

https://youtu.be/dQw4w9WgXcQ

After.
"""
RECORD = """
    window.refused = [];
    document.addEventListener("securitypolicyviolation", (e) => window.refused.push(e.effectiveDirective));
"""
PUT_FRAME = """(address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
}"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> Iterator[str]:
    """Address of a small publication with two cards on one article, with the headers that it is published with."""
    site = write_small_site(tmp_path_factory.mktemp("embeds"), commands)
    site.article("one", body=TEXT)
    done = site.build()
    assert done.returncode == 0, done.stderr
    with serving(Served(folder=site.output, notes=BuiltSite(site.output).notes, settings=HeaderSettings())) as address:
        yield address


@pytest.fixture
def asked() -> list[str]:
    """Addresses on other sites that pages have asked for, in order."""
    return []


@pytest.fixture
def context(browser: Browser, asked: list[str]) -> Iterator[BrowserContext]:
    """A context in which other sites answer with a page that names itself."""

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<p>The player</p>", content_type="text/html")

    context = browser.new_context()
    context.add_init_script(RECORD)
    context.route(lambda url: urlsplit(url).hostname != "127.0.0.1", answer)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url + ARTICLE)
    return page


def test_nobody_is_asked_before_a_click(page: Page, asked: list[str]) -> None:
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")

    expect(page.get_by_role("button", name="Play here")).to_have_count(2)
    assert (asked, page.locator("iframe").count(), page.evaluate("window.refused")) == ([], 0, [])


def test_a_click_asks_that_one_site_through_a_page_of_our_own(page: Page, url: str, asked: list[str]) -> None:
    page.get_by_role("button", name="Play here").first.click()

    frame = page.frame_locator("iframe")
    expect(frame.frame_locator("iframe").get_by_text("The player")).to_be_visible()
    expect(frame.get_by_role("link", name="Open on Vimeo")).to_have_attribute("href", "https://vimeo.com/76979871")
    assert asked == ["https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"]
    assert page.locator("iframe").get_attribute("src") == "/embeds/vimeo/76979871/"
    assert page.locator("iframe").get_attribute("title") == "Vimeo: The shop at night"
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    expect(page.get_by_role("button", name="Play here")).to_have_count(1)
    assert [each.evaluate("window.refused") for each in page.frames[:2]] == [[], []]
    box = page.locator("iframe").bounding_box()
    assert box is not None and 1.4 < box["width"] / box["height"] < 16 / 9


def test_a_key_opens_a_card_too(page: Page, asked: list[str]) -> None:
    page.get_by_role("button", name="Play here").last.press("Enter")

    expect(page.frame_locator("iframe").frame_locator("iframe").get_by_text("The player")).to_be_visible()
    assert [urlsplit(each).hostname for each in asked] == ["www.youtube-nocookie.com"]


def test_the_title_of_a_card_leads_to_the_site(page: Page, asked: list[str]) -> None:
    page.get_by_role("link", name="The shop at night").click()

    page.wait_for_url("https://vimeo.com/76979871")
    assert asked == ["https://vimeo.com/76979871"]


def test_an_article_itself_may_hold_no_foreign_frame(page: Page, asked: list[str]) -> None:
    page.evaluate(PUT_FRAME, "https://player.vimeo.com/video/76979871")

    page.wait_for_function("window.refused.length > 0")
    assert (page.evaluate("window.refused"), asked) == (["frame-src"], [])


def test_a_page_with_a_frame_may_hold_no_other_site(page: Page, url: str, asked: list[str]) -> None:
    page.goto(f"{url}/embeds/vimeo/76979871/")
    asked.clear()

    page.evaluate(PUT_FRAME, "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")

    page.wait_for_function("window.refused.length > 0")
    assert (page.evaluate("window.refused"), asked) == (["frame-src"], [])


def test_without_scripts_a_card_is_a_link(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url + ARTICLE)

    expect(page.get_by_role("link", name="The shop at night")).to_have_attribute("href", "https://vimeo.com/76979871")
    expect(page.get_by_role("link", name="Video on YouTube")).to_be_visible()
    expect(page.get_by_role("button", name="Play here")).to_have_count(0)
    context.close()


def test_other_pages_have_neither_script_nor_styles_of_cards(page: Page, url: str) -> None:
    page.goto(f"{url}/2023/11/two/")

    assert "data-frame" not in page.content() and ".embed__" not in page.content()
