"""Publications without one of the plugins that can be left out, and without any of them: real builds of a small one."""

import json
import runpy
import subprocess
from collections.abc import Collection, Mapping

import pytest

from plugins.newsroom.setup import NEEDED, OPTIONAL
from tests.conftest import DEMONSTRATION
from tests.site.conftest import SmallSite
from tests.site.documents import Document, documents, references, target
from tests.tools.nu import problems as html_problems

PROMO = """---
title: Our webinar
text: How to measure it.
url: https://example.org/
start: 2020-01-01 08:00
end: 2100-01-01 08:00
---
"""
SETTINGS = runpy.run_path(str(DEMONSTRATION / "pelicanconf.py"))

BLOCKS: Mapping[str, str] = {
    "related": "related",
    "share": "share",
    "cta": "calls",
    "promos": "promo",
    "embeds": "embed__offer",
    "feeds": "heading__feed",
}
"""Class of an element that the plugin alone brings to an article or a front; share cards stand in the head."""

FILES: Mapping[str, str] = {"sitemaps": "sitemap.xml", "crawlers": "robots.txt"}
"""File at the root that the plugin alone brings."""


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    small_site.write("promos/webinar.md", PROMO)
    for slug, other in (("one", "two"), ("two", "three"), ("three", "one")):
        small_site.article(slug, f"related: [{other}]", body="One.\n\nhttps://vimeo.com/76979871\n\nTwo.")
    return small_site


def build(
    site: SmallSite, without: Collection[str], settings: str = "publishconf.py"
) -> subprocess.CompletedProcess[str]:
    names = [f"plugins.{name}" for name in (*NEEDED, *OPTIONAL) if name not in without]
    return site.build("-e", f"PLUGINS={json.dumps(names)}", settings=settings)


def shown(site: SmallSite, pages: Mapping[str, Document]) -> set[str]:
    """Return the plugins of which an article or a front has a block, or the site a file."""
    found = [pages["2023/11/one/index.html"], pages["social/index.html"]]
    cards = {"share_cards"} if all("/card.jpg?v=" in page.html for page in found) else set()
    files = {name for name, file in FILES.items() if (site.output / file).is_file()}
    return cards | files | {name for name, block in BLOCKS.items() if any(page.with_class(block) for page in found)}


def dead_links(site: SmallSite, pages: Mapping[str, Document]) -> list[str]:
    found = [(page.path, target(page.path, each.url)) for page in pages.values() for each in references(page)]
    return [f"{page}: {file[0]}" for page, file in found if file and not (site.output / file[0]).is_file()]


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_plugin_that_is_left_out_leaves_no_block_and_no_link(site: SmallSite, name: str) -> None:
    done = build(site, [name])

    assert done.returncode == 0, done.stderr
    pages = documents(site.output)
    assert shown(site, pages) == set(OPTIONAL) - {name}
    assert dead_links(site, pages) == []
    is_told = f": {name.upper()} is unused; PLUGINS does not name 'plugins.{name}'" in done.stdout
    assert is_told == (name.upper() in SETTINGS)


def test_without_all_of_them_pages_are_valid_and_nothing_else_is_built(site: SmallSite) -> None:
    done = build(site, OPTIONAL)

    assert done.returncode == 0, done.stderr
    pages = documents(site.output)
    assert shown(site, pages) == set()
    assert not list(site.output.rglob("feed.xml"))
    links = [link for page in pages.values() for link in page.all("link") if link.get("rel") == "alternate"]
    assert all(link.get("hreflang") for link in links)
    assert dead_links(site, pages) == []
    assert html_problems({path: page.html for path, page in pages.items()}) == []


def test_a_plugin_that_goes_and_comes_again_leaves_the_output_as_it_was(site: SmallSite) -> None:
    def output() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in site.output.rglob("*") if path.is_file()}

    build(site, [])
    whole = output()
    build(site, OPTIONAL)
    bare = output()
    build(site, [])

    assert len(bare) < len(whole)
    assert output() == whole


def test_the_preview_of_a_publication_without_related_articles_has_the_agenda_alone(site: SmallSite) -> None:
    done = build(site, ["related"], "pelicanconf.py")

    assert done.returncode == 0, done.stderr
    assert [path.name for path in (site.output / "coverage").iterdir()] == ["agenda"]
