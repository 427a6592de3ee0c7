"""Hostile texts of an archive in a browser, without a security policy: they run and load nothing, and stay inside."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.site.conftest import write_small_site
from tests.tools.commands import Commands

RUN = "window.ran=1"
ELSEWHERE = "https://elsewhere.example"

HOSTILE = {
    "backticks": f"In O`ahu it began.\n\n<script>{RUN}</script>\n\n<img src=x onerror={RUN} alt=x>\n\n"
    "Hawai`i followed.",
    "mutation": f'<svg><p><style><a title="</style><img src=x onerror={RUN}>">\n\nWords.',
    "math": f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={RUN}&gt;">',
    "noscript": f'<noscript><p title="</noscript><img src=x onerror={RUN}>"></noscript>',
    "attributes": f'*Words*{{: onmouseover="{RUN}" onfocus="{RUN}" tabindex=0 }}\n\n'
    f"<details open ontoggle={RUN}><summary>More</summary>text</details>\n\n<b onmouseover={RUN}>bold",
    "addresses": f'[one](javascript:{RUN}) <a href="java&#x09;script:{RUN}">two</a> '
    f'<a href="&#1;JaVaScRiPt:{RUN}">three</a> '
    f'[four][ref] <a href="data:text/html,<script>{RUN}</script>">five</a>\n\n[ref]: <javascript:{RUN}>',
    "loads": f'![a]({ELSEWHERE}/a.png) <img src="\\\\elsewhere.example\\b.png" alt=b>\n\n'
    f'<img srcset="{ELSEWHERE}/c.png 2x" alt=c>\n\n'
    f"<video src={ELSEWHERE}/d.mp4 poster=//elsewhere.example/e.png></video>\n\n"
    f"<input type=image src={ELSEWHERE}/f.png>\n\n"
    f'<p style="background:url({ELSEWHERE}/g.png)">g</p>\n\n<iframe src="{ELSEWHERE}/h"></iframe>\n\n'
    f"<svg><image href={ELSEWHERE}/i.png /></svg>\n\n<object data={ELSEWHERE}/j></object><embed src={ELSEWHERE}/k>",
    "page": f'<base href="{ELSEWHERE}/"><meta http-equiv=refresh content="0;url={ELSEWHERE}">\n\n'
    f"<link rel=stylesheet href={ELSEWHERE}/x.css><style>footer {{ display: none }}</style>\n\n"
    f"<form action={ELSEWHERE}><input name=a autofocus onfocus={RUN}></form>",
    "closers": "Words </div></article></main></body></html> more.\n\n</section>\n\n<div>\n\n</div></div></div></main>",
    "openers": "Read the <title> and <textarea> and <plaintext>.\n\n<b><i><a href=/2023/11/one/>never closed\n\n"
    "<table><tr><td>\n\n"
    '<!-- a comment -- with halves\n\n<div class="box"><p title="nothing ends this',
}

TOUCH = """() => {
    for (const element of document.querySelectorAll(".prose, .prose *")) {
        for (const event of ["mouseover", "focus", "click", "toggle", "load", "error"]) {
            element.dispatchEvent(new Event(event, {bubbles: false, cancelable: true}));
        }
    }
}"""
"""Does all that readers do, but for going away."""
STATE = """() => {
    const path = (element) => element ? path(element.parentElement) + "/" + element.localName : "";
    const footer = document.querySelector("body > footer");
    const style = getComputedStyle(footer);
    const landmarks = [...document.querySelectorAll("header, nav, main, article, footer, h1, form")];
    return {
        ran: "ran" in window,
        landmarks: landmarks.filter((each) => !each.closest(".prose")).map(path),
        footer: [style.display, style.fontWeight, style.fontStyle, style.textDecorationLine, footer.innerText],
        forbidden: document.querySelectorAll(".prose :is(script, style, iframe, form, svg, [style], [srcset])").length,
        whole: document.querySelector(".prose").innerText.includes("The last words"),
    };
}"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> Path:
    """Output of a small publication whose articles are hostile, and in an archive; `plain` is not."""
    site = write_small_site(tmp_path_factory.mktemp("hostile"), commands)
    for name, text in {"plain": "Words.", **HOSTILE}.items():
        site.article(name, body=f"The first words.\n\nThe last words.\n\n{text}")
    settings = 'from publishconf import *\n\nDESK = {**DESK, "archive": ["articles"]}\n'
    (site.root / "archiveconf.py").write_text(settings, encoding="utf-8")
    done = site.build(settings="archiveconf.py")
    assert done.returncode == 0, done.stdout + done.stderr
    return site.output


def seen(browser: Browser, site: Path, name: str) -> dict[str, Any]:
    """Return what became of an article, opened as a file; no header guards it."""
    page = browser.new_page()
    events: list[str] = []
    page.on("dialog", lambda dialog: (events.append(f"dialog {dialog.message}"), dialog.dismiss())[0])
    page.on("console", lambda message: events.append(f"console {message.text}"))
    page.on("pageerror", lambda error: events.append(f"error {error}"))
    page.on("request", lambda request: events.append(request.url) if not request.url.startswith("file:") else None)
    page.goto((site / f"2023/11/{name}/index.html").as_uri())
    page.evaluate(TOUCH)
    state: dict[str, Any] = page.evaluate(STATE)
    page.close()
    return {**state, "events": [event for event in events if "ERR_FILE_NOT_FOUND" not in event]}  # icons


@pytest.fixture(scope="module")
def plain(browser: Browser, hostile_site: Path) -> dict[str, Any]:
    """What becomes of a text that is not hostile."""
    return seen(browser, hostile_site, "plain")


def test_a_plain_text_is_there_and_does_nothing(plain: dict[str, Any]) -> None:
    assert "/html/body/footer" in plain["landmarks"]
    assert (plain["ran"], plain["forbidden"], plain["whole"], plain["events"]) == (False, 0, True, [])


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_does_nothing_and_ends_where_it_ends(
    browser: Browser, hostile_site: Path, plain: dict[str, Any], name: str
) -> None:
    assert seen(browser, hostile_site, name) == plain
