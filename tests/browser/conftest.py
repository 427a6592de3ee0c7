"""A real Chromium, and the shipped publication served to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from plugins.preview.current_state import CurrentState, PreviewState
from plugins.preview.server import PreviewServer
from tests.browser.install import FLAGS, MISSING, find, noted


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests; without one they fail, since a skipped test proves nothing."""
    path = noted() or find()
    if path is None:
        pytest.fail(MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a context of its own: no storage, no cookies, nothing of another test."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def site_url(shipped_site: Path) -> Iterator[str]:
    """Address of the shipped publication as production builds it, without a slash at its end."""
    yield from serve(shipped_site)


@pytest.fixture(scope="session")
def preview_url(preview_site: Path) -> Iterator[str]:
    """Address of the shipped publication as the preview builds it, without a slash at its end."""
    yield from serve(preview_site)


def serve(folder: Path) -> Iterator[str]:
    """Serve a built publication; yields its address, without a slash at its end."""
    with PreviewServer(CurrentState(PreviewState(folder=folder)), port=0).running() as address:
        yield address
