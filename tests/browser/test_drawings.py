"""Drawings of authors, opened alone: nothing in them runs, and nothing is loaded from elsewhere."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from plugins.pictures.drawings.clean_svg import clean_svg
from plugins.pictures.values import PictureError

ELSEWHERE = "https://elsewhere.example/x"
RUN = "document.title='ran'"
SHEET = "style sheet before the drawing"
HOSTILE = {
    SHEET: "<g/>",
    "script": f"<script>{RUN}</script>",
    "script in CDATA": f"<script><![CDATA[{RUN}]]></script>",
    "script of XHTML": f'<h:script xmlns:h="http://www.w3.org/1999/xhtml">{RUN}</h:script>',
    "script elsewhere": f'<script xlink:href="{ELSEWHERE}"/>',
    "script in a title": f"<title><script>{RUN}</script></title>",
    "script in a use": f'<defs><g id="a"><script>{RUN}</script></g></defs><use href="#a"/>',
    "handler": f'<g onload="{RUN}"/>',
    "handler of an animation": f'<rect width="9"><animate attributeName="x" dur="1s" onbegin="{RUN}"/></rect>',
    "handler of a picture": f'<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="{RUN}"/>',
    "handler set by an animation": f'<rect width="9" height="9"><set attributeName="onclick" to="{RUN}"/></rect>',
    "frame": f'<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" srcdoc="&lt;script>parent.{RUN}&lt;/script>"/>',
    "HTML": f'<foreignObject><h:script xmlns:h="http://www.w3.org/1999/xhtml">{RUN}</h:script></foreignObject>',
    "import": f"<style>@import '{ELSEWHERE}';</style>",
    "import behind an element": f"<style>a{{}}<g/>@import '{ELSEWHERE}';</style>",
    "import that is hidden": f"<style>@\\69mport '{ELSEWHERE}';</style>",
    "style": f'<rect width="9" height="9" style="fill:red;mask-image:url({ELSEWHERE})"/>',
    "style that is hidden": f'<rect width="9" height="9" style="mask-image:\\75rl({ELSEWHERE})"/>',
    "set of pictures": f"<style>svg{{background:image-set('{ELSEWHERE}' 1x)}}</style>",
    "style cut off": f"<style>svg{{background:url({ELSEWHERE}",
    "font": f"<style>@font-face{{font-family:x;src:url({ELSEWHERE})}}</style><text font-family='x' y='20'>x</text>",
    "picture": f'<image href="{ELSEWHERE}" width="9" height="9"/>',
    "picture of a filter": f'<filter id="f"><feImage href="{ELSEWHERE}"/></filter><g filter="url(#f)"/>',
    "drawing elsewhere": f'<use href="{ELSEWHERE}#a"/>',
    "drawing written out": '<use href="data:image/svg+xml,x#a"/>',
}


def drawing(kind: str) -> bytes:
    body = HOSTILE[kind]
    if not body.endswith(">"):
        body += "</style>"
    sheet = f"<?xml-stylesheet href='{ELSEWHERE}'?>" if kind == SHEET else ""
    return f"""{sheet}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
      viewBox="0 0 64 36">{body}<circle r="9"/></svg>""".encode()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A page for one drawing after the other: each is a document of its own, which leaves nothing to the next."""
    page = browser.new_page()
    page.route("**/x", lambda route: route.fulfill(body=""))
    yield page
    page.close()


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_runs_and_nothing_is_loaded(kind: str, window: Page) -> None:
    try:
        clean = clean_svg(drawing(kind))
    except PictureError:
        return
    address = f"https://here.example/{quote(kind)}.svg"
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.route(address, lambda route: route.fulfill(body=clean, content_type="image/svg+xml"))

    window.goto(address)
    window.mouse.click(5, 5)
    window.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    assert window.locator("circle").count() == 1
    assert window.evaluate("document.title") != "ran"
    assert asked == [address]
