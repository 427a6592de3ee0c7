"""Hostile titles and names in a browser, on a site below a path: heads and structured data say them and run nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.site.conftest import write_small_site
from tests.tools.commands import Commands

RUN = "window.ran=1"
TITLES = {
    "plain": "A plain title",
    "script": f"&lt;/script>&lt;script>{RUN}&lt;/script>",
    "element": f"A </script><script>{RUN}</script>",
    "comment": f"&lt;!--&lt;script>{RUN}//",
    "markup": f"&lt;/title>&lt;img src=x onerror={RUN}> & &lt;/style> &amp;lt;b>",
    "attribute": f"\"'>&lt;svg onload={RUN}> `'\"",
    "cdata": "]]> <![CDATA[ ]]>",
    "separators": "One\u2028two\u2029three",
    "directions": "\u202eright to left\u202c \u2067and\u2069 \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467 in \U0001f1f8\U0001f1ec",
    "backslashes": "\\u003c/script\\u003e \\\\ \\n {{ 7 * 7 }} {% raw %}",
    "long": "word " * 31 + "end",
}
STATE = """() => {
    const path = (element) => element ? path(element.parentElement) + "/" + element.localName : "";
    const meta = (name) => document.querySelector(`meta[property="${name}"]`).content;
    const heads = [...document.head.children].map((each) => each.localName);
    const scripts = [...document.querySelectorAll("script[type='application/ld+json']")];
    return {
        ran: "ran" in window,
        heads,
        landmarks: [...document.querySelectorAll("header, nav, main, article, footer, h1")].map(path),
        title: document.title,
        shown: document.querySelector("h1").textContent.trim(),
        openGraph: [meta("og:title"), meta("og:url")],
        graph: scripts.map((each) => JSON.parse(each.textContent)["@graph"]),
    };
}"""


def written(text: str) -> str:
    """Return a text as YAML has it in double quotes."""
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> Path:
    """Output of a small publication below `/news`, with an article for each title."""
    site = write_small_site(tmp_path_factory.mktemp("titles"), commands)
    for name, title in TITLES.items():
        site.article(name, title=written(title))
    site.write("authors/mei.md", f"---\nname: Mei Tan\nrole: {written(TITLES['script'])}\n---\nWrites.\n")
    site.write("tags/video.md", f"---\nname: Video\nsummary: {written(TITLES['markup'])}\n---\nText.\n")
    settings = 'from publishconf import *\n\nSITEURL = "https://titles.example/news"\n'
    (site.root / "belowconf.py").write_text(settings, encoding="utf-8")
    done = site.build(settings="belowconf.py")
    assert done.returncode == 0, done.stdout + done.stderr
    return site.output


def seen(browser: Browser, site: Path, path: str) -> dict[str, Any]:
    """Return what became of a page, opened as a file; no header guards it."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("dialog", lambda dialog: (errors.append(dialog.message), dialog.dismiss())[0])
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / path / "index.html").as_uri())
    state: dict[str, Any] = page.evaluate(STATE)
    page.close()
    return {**state, "errors": errors}


@pytest.fixture(scope="module")
def plain(browser: Browser, hostile_site: Path) -> dict[str, Any]:
    """What becomes of an article whose title is not hostile."""
    return seen(browser, hostile_site, "2023/11/plain")


@pytest.mark.parametrize("name", TITLES)
def test_a_title_is_a_title_whatever_stands_in_it(
    browser: Browser, hostile_site: Path, plain: dict[str, Any], name: str
) -> None:
    state = seen(browser, hostile_site, f"2023/11/{name}")

    [nodes] = state["graph"]
    trail = nodes[1]["itemListElement"]
    titles = {nodes[0]["headline"], trail[-1]["name"], state["openGraph"][0]}
    assert {" ".join(title.split()) for title in titles} == {" ".join(state["shown"].split())}
    assert state["openGraph"][1] == nodes[0]["mainEntityOfPage"] == f"https://titles.example/news/2023/11/{name}/"
    assert state["title"].endswith(plain["title"].removeprefix(TITLES["plain"]))
    assert ("</script><script>" in state["shown"]) == (name == "script")
    for part in ("ran", "heads", "landmarks", "errors"):
        assert state[part] == plain[part]
    assert (state["ran"], state["errors"]) == (False, [])


@pytest.mark.parametrize("path", ["", "authors/mei", "tags/video", "social", "archive/2023/11", "tags"])
def test_a_front_reads_hostile_names_as_words(browser: Browser, hostile_site: Path, path: str) -> None:
    state = seen(browser, hostile_site, path)

    [nodes] = state["graph"]
    assert (state["ran"], state["errors"]) == (False, [])
    assert {node["@type"] for node in nodes} & {"NewsMediaOrganization", "ProfilePage", "CollectionPage"}
    assert all(
        node.get("url", "https://titles.example/news/").startswith("https://titles.example/news/") for node in nodes
    )
