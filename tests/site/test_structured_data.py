"""Structured data of all pages as shipped: strict JSON-LD, terms of schema.org, rules of search engines, true."""

import re
from pathlib import Path
from typing import Any

import extruct
import pytest
from pyld import jsonld

from plugins.publish.headers.csp import is_frame
from tests.site.documents import Document, documents
from tests.tools.schema_org import PARENTS, PROPERTIES, faults, inner_nodes, with_parents

SCHEMA = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": SCHEMA}}
"""In the place of schema.org's own, which would have to be fetched: a term is an address below it."""

ADVISED = {
    "Article": ("headline", "image", "datePublished", "dateModified", "author"),
    "BreadcrumbList": ("itemListElement",),
    "ProfilePage": ("mainEntity",),
    "NewsMediaOrganization": ("name", "url", "logo"),
    "Person": ("name", "url"),
    "ImageObject": ("url",),
    "ListItem": ("position",),
}
"""Properties that Google's documentation requires of a kind or asks for, with those that nodes of ours always have."""

KINDS = {
    r"index\.html": {"NewsMediaOrganization", "WebSite"},
    r"\d{4}/\d\d/[^/]+/index\.html": {"Article", "BreadcrumbList"},
    r"authors/[^/]+/.*index\.html": {"ProfilePage", "BreadcrumbList"},
    r"(tags|archive)/.*|authors/index\.html": {"CollectionPage", "BreadcrumbList"},
    r"about/index\.html": {"AboutPage", "BreadcrumbList"},
    r"contact/index\.html": {"ContactPage", "BreadcrumbList"},
    r"404\.html": set(),
}
"""Kinds of nodes that pages have, by paths; the first that fits."""


@pytest.fixture(scope="module")
def pages(shipped_site: Path) -> dict[str, Document]:
    """All pages but frames of other sites and those that only lead on."""
    found = documents(shipped_site)
    return {
        path: page for path, page in found.items() if not is_frame(path) and 'http-equiv="refresh"' not in page.html
    }


@pytest.fixture(scope="module")
def graphs(pages: dict[str, Document]) -> dict[str, list[dict[str, Any]]]:
    """The nodes of each page, read as search engines do."""
    return {path: [node for block in _blocks(page) for node in block["@graph"]] for path, page in pages.items()}


def _blocks(page: Document) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = extruct.extract(page.html, syntaxes=["json-ld"])["json-ld"]
    return found


def test_every_page_has_the_nodes_of_its_kind(graphs: dict[str, list[dict[str, Any]]]) -> None:
    wrong = []
    for path, nodes in graphs.items():
        expected = next((kinds for form, kinds in KINDS.items() if re.fullmatch(form, path)), {"BreadcrumbList"})
        found = {kind for node in nodes for kind in with_parents(node["@type"])}
        wrong += [(path, found)] if not expected <= found or (not expected and nodes) else []

    assert wrong == []


def test_a_strict_reader_of_json_ld_loses_nothing(pages: dict[str, Document]) -> None:
    wrong: list[tuple[str, object]] = []
    for path, page in pages.items():
        for block in _blocks(page):
            [expanded] = jsonld.expand([{**block, **CONTEXT}], {"processingMode": "json-ld-1.1"}) or [{}]
            names = {name for node in _expanded_nodes(expanded) for name in [*node, *node.get("@type", [])]}
            terms = {name.removeprefix(SCHEMA) for name in names if name[0] != "@"}
            wrong += [(path, terms - PROPERTIES.keys() - PARENTS.keys())] if terms - {*PROPERTIES, *PARENTS} else []
            ids = [node["@id"] for node in _expanded_nodes(expanded) if "@id" in node]
            wrong += [(path, each) for each in ids if not each.startswith("https://")]

    assert wrong == []


def _expanded_nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for each in value for node in _expanded_nodes(each)]
    if not isinstance(value, dict) or "@value" in value:
        return []
    return [value, *(node for each in value.values() for node in _expanded_nodes(each))]


def test_terms_are_schema_orgs_on_nodes_that_have_them(graphs: dict[str, list[dict[str, Any]]]) -> None:
    wrong = [
        (path, fault)
        for path, nodes in graphs.items()
        for node in nodes
        for each in inner_nodes(node)
        for fault in faults(each)
    ]

    assert wrong == []


def test_search_engines_find_what_they_ask_for(graphs: dict[str, list[dict[str, Any]]]) -> None:
    wrong = [
        (path, each["@type"], name)
        for path, nodes in graphs.items()
        for node in nodes
        for each in inner_nodes(node)
        for kind in with_parents(each["@type"])
        for name in ADVISED.get(kind, ())
        if name not in each and each.get("creativeWorkStatus") != "Retracted"
    ]

    assert wrong == []


def test_a_trail_leads_from_home_to_the_page(
    pages: dict[str, Document], graphs: dict[str, list[dict[str, Any]]]
) -> None:
    wrong = []
    for path, nodes in graphs.items():
        for trail in (node["itemListElement"] for node in nodes if node["@type"] == "BreadcrumbList"):
            numbers = [step["position"] for step in trail]
            files = [f"{step['item'].partition('.example/')[2]}index.html" for step in trail[:-1]]
            is_right = numbers == [*range(1, len(trail) + 1)] and len(trail) > 1 and files[0] == "index.html"
            is_here = "item" not in trail[-1] and trail[-1]["name"] in pages[path].root.findtext(".//title", "")
            wrong += [] if is_right and is_here and pages.keys() >= {*files} else [(path, files)]

    assert wrong == []


def test_facts_of_an_article_are_those_that_readers_see(
    pages: dict[str, Document], graphs: dict[str, list[dict[str, Any]]]
) -> None:
    wrong = []
    for path, nodes in graphs.items():
        page = pages[path]
        for node in (node for node in nodes if "Article" in with_parents(node["@type"])):
            [headline] = ["".join(title.itertext()) for title in page.all("h1")]
            times = {time.get("datetime") for time in page.all("time")}
            properties = {meta.get("property"): meta.get("content") for meta in page.all("meta")}
            told = {author["name"] for author in node["author"]}
            facts = {
                "headline": " ".join(headline.split()).endswith(" ".join(node["headline"].split())),
                "published": {node["datePublished"], properties["article:published_time"]} <= times,
                "modified": node["dateModified"] in times,
                "same": properties.get("article:modified_time", node["datePublished"]) == node["dateModified"],
                "authors": all(name in page.html for name in told),
                "canonical": node["mainEntityOfPage"] == _link(page, "canonical"),
                "language": node["inLanguage"] == page.root.get("lang"),
            }
            wrong += [(path, name) for name, is_true in facts.items() if not is_true]

    assert wrong == []


def test_pictures_of_structured_data_and_open_graph_are_there(
    shipped_site: Path, pages: dict[str, Document], graphs: dict[str, list[dict[str, Any]]]
) -> None:
    addresses = {node["url"] for nodes in graphs.values() for top in nodes for node in _pictures(top)}
    for page in pages.values():
        addresses |= {str(m.get("content")) for m in page.all("meta") if m.get("property") == "og:image"}
    files = {address.partition(".example/")[2].partition("?")[0] for address in addresses}

    assert len(files) > 100
    assert [file for file in sorted(files) if not (shipped_site / file).is_file()] == []


def _pictures(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in inner_nodes(node) if each["@type"] == "ImageObject"]


def _link(page: Document, rel: str) -> str:
    return next((str(link.get("href")) for link in page.all("link") if link.get("rel") == rel), "")
