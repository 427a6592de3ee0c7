"""Weight and speed of a page in a browser: what it loads until its end, and when its largest part is painted."""

from typing import NamedTuple

from playwright.sync_api import Browser, Page

from tests.browser.pictures import scroll_through

WATCH = """window.largest = 0; window.shift = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.largest = entry.startTime }))
    .observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value }))
    .observe({ type: 'layout-shift', buffered: true });"""

SLOW_PHONE = {"latency": 562.5, "downloadThroughput": 1_474_560 / 8, "uploadThroughput": 675_000 / 8, "offline": False}
"""A slow 4G connection as Lighthouse emulates it in the browser: the latency stands for several round trips."""

SLOWDOWN = 4
"""How many times slower than this machine the processor of a phone is, as Lighthouse has it."""


class PageWeight(NamedTuple):
    """Figures of one visit to a page."""

    requests: int
    first_bytes: int
    """Bytes before readers scroll."""
    bytes: int
    """Bytes to the end of the page."""
    largest_paint: float
    """Seconds until the largest part is painted."""
    shift: float
    """Cumulative layout shift."""


def weigh_page(browser: Browser, address: str, width: int, density: int, *, is_slow: bool = False) -> PageWeight:
    """Visit a page in a window of that width, with no cache, and scroll through it."""
    context = browser.new_context(viewport={"width": width, "height": 844}, device_scale_factor=density)
    page = context.new_page()
    page.add_init_script(WATCH)
    sizes = _watch_sizes(page, is_slow=is_slow)
    page.goto(address, wait_until="networkidle")
    first = sum(sizes)
    largest = page.evaluate("window.largest")
    scroll_through(page)
    shift = page.evaluate("window.shift")
    context.close()
    return PageWeight(len(sizes), first, sum(sizes), largest / 1000, shift)


def _watch_sizes(page: Page, *, is_slow: bool) -> list[int]:
    """Return a list to which the bytes of every answer are added, headers included."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    if is_slow:
        session.send("Network.emulateNetworkConditions", SLOW_PHONE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    return sizes
