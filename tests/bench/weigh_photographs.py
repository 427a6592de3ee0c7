"""Weight of pages with photographs of 12 megapixels, as a browser loads them: rows for the table of `weigh.py`."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from plugins.publish.settings import HeaderSettings
from plugins.publish.site.built import BuiltSite
from tests.browser.install import FLAGS, find, noted
from tests.browser.serving import Served, serving
from tests.browser.weight import weigh_page
from tests.tools.photographed import build_photographed

PAGES = {"home front": "/", "article with a lead": "/2023/11/supermarket-shelf-screens/"}
WINDOWS = {
    "a phone (390 pixels, double density)": (390, 2),
    "a phone of triple density": (390, 3),
    "a desktop (1280 pixels)": (1280, 1),
    "a desktop of double density (1440 pixels)": (1440, 2),
}


def photograph_rows(folder: Path) -> Iterator[tuple[str, str]]:
    """Build the publication with photographs in a folder, and yield what each page weighs in each window."""
    output = build_photographed(folder)
    served = Served(folder=output, notes=BuiltSite(output).notes, settings=HeaderSettings(), compresses=True)
    chromium = noted() or find()
    with sync_playwright() as playwright, serving(served) as address:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for page, path in PAGES.items():
            for window, (width, density) in WINDOWS.items():
                weight = weigh_page(browser, address + path, width, density)
                first, whole = weight.first_bytes / 1000, weight.bytes / 1000
                yield f"{page} with photographs, on {window}", f"{first:.0f} KB, {whole:.0f} KB to its end"
            slow = weigh_page(browser, address + path, *WINDOWS["a phone (390 pixels, double density)"], is_slow=True)
            yield (
                f"{page} with photographs, largest paint on a slow phone; shift",
                f"{slow.largest_paint:.1f} s; {slow.shift:.2f}",
            )
        browser.close()
