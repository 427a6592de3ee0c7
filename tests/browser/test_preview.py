"""The preview as an author sees it: a mistake appears in the open page, and goes away when it is mended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.preview.current_state import CurrentState, PreviewState
from plugins.preview.server import PreviewServer
from tests.browser.accessibility import violations

PROBLEMS = ["content/articles/2023/11/a.md:3:1: unknown key 'categroy'; did you mean 'category'?"] * 3
PAGE = "<!doctype html><html lang=en><head><title>{0}</title></head><body><main><h1>{0}</h1></main></body></html>"


@pytest.fixture
def current(tmp_path: Path) -> CurrentState:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(PAGE.format(name))
    current = CurrentState(PreviewState())
    current.show_build(tmp_path / "first")
    return current


@pytest.fixture
def address(current: CurrentState) -> Iterator[str]:
    with PreviewServer(current, port=0).running() as address:
        yield address


def test_an_open_page_follows_every_build(page: Page, current: CurrentState, address: str, tmp_path: Path) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("first")
    current.show_build(tmp_path / "second")
    expect(page.get_by_role("heading", level=1)).to_have_text("second")


def test_a_problem_comes_and_goes_by_itself(page: Page, current: CurrentState, address: str, tmp_path: Path) -> None:
    page.goto(address)
    current.show_problems(PROBLEMS)
    alert = page.get_by_role("alert", name="The last save could not be built")
    expect(alert).to_be_visible()
    expect(alert.get_by_role("listitem").first).to_contain_text("unknown key 'categroy'; did you mean 'category'?")
    expect(page.get_by_role("heading", level=1)).to_have_text("first")
    current.show_build(tmp_path / "second")
    expect(alert).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("second")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_problems_can_be_read_by_everybody(
    page: Page, current: CurrentState, address: str, scheme: str, width: int
) -> None:
    current.show_problems(PROBLEMS)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(address)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_before_the_first_build_the_page_waits_and_opens_by_itself(
    page: Page, current: CurrentState, tmp_path: Path
) -> None:
    waiting = CurrentState(PreviewState(version="none"))
    with PreviewServer(waiting, port=0).running() as address:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("The preview is being built")
        waiting.show_build(tmp_path / "first")
        expect(page.get_by_role("heading", level=1)).to_have_text("first")


def test_a_page_that_waits_tells_how_far_the_build_has_come(page: Page) -> None:
    waiting = CurrentState(PreviewState(version="none"))
    with PreviewServer(waiting, port=0).running() as address:
        page.goto(address)
        waiting.show_progress("Making pages 1 of 2, 3 s")
        expect(page.get_by_role("main")).to_contain_text("Making pages 1 of 2, 3 s")


def test_a_page_without_scripts_opens_by_itself_too(browser: Browser, tmp_path: Path, current: CurrentState) -> None:
    waiting = CurrentState(PreviewState(version="none"))
    page = browser.new_context(java_script_enabled=False).new_page()
    with PreviewServer(waiting, port=0).running() as address:
        page.goto(address)
        waiting.show_progress("Making pages 1 of 2, 3 s")
        expect(page.get_by_role("main")).to_contain_text("Making pages 1 of 2, 3 s", timeout=10_000)
        waiting.show_build(tmp_path / "first")
        expect(page.get_by_role("heading", level=1)).to_have_text("first", timeout=10_000)
    page.context.close()


def test_an_open_page_tells_how_far_a_long_build_has_come(page: Page, current: CurrentState, address: str) -> None:
    page.goto(address)
    current.show_progress("Making pages 1 of 2, 3 s")
    progress = page.get_by_role("status")
    expect(progress).to_have_text("Making pages 1 of 2, 3 s")
    current.show_build(current.state.folder or Path())
    expect(progress).to_have_count(0)


def test_more_tabs_than_a_browser_connects_all_open(page: Page, current: CurrentState, address: str) -> None:
    for _ in range(8):
        tab = page.context.new_page()
        tab.goto(address, timeout=10_000)
        expect(tab.get_by_role("heading", level=1)).to_have_text("first")
