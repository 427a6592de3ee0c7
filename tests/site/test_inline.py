"""Every style and script in every page of the shipped publication, against what its build says of them."""

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from plugins.newsroom.embeds.frame_page import FRAME_STYLE_HASH
from plugins.press.needed_sheets import NEEDED_SHEETS
from plugins.publish.headers.csp import is_frame
from plugins.publish.site.built import BuiltSite
from plugins.publish.site.model import Notes
from tests.site.documents import Document, documents

DATA = "application/ld+json"


@pytest.fixture(scope="module")
def pages(shipped_site: Path) -> dict[str, Document]:
    return documents(shipped_site)


@pytest.fixture(scope="module")
def notes(shipped_site: Path) -> Notes:
    return BuiltSite(shipped_site).notes


def hashes(elements: Iterator[Element]) -> set[str]:
    return {b64encode(sha256((element.text or "").encode()).digest()).decode() for element in elements}


def test_no_element_has_a_style_or_a_script_in_an_attribute(pages: dict[str, Document]) -> None:
    found = [
        f"{page.path}: <{element.tag} {name}>"
        for page in pages.values()
        for element in page.root.iter()
        for name in list(element.attrib)
        if name == "style" or name.startswith("on")
    ]

    assert found == []


def test_the_styles_that_the_build_names_are_those_in_its_pages(pages: dict[str, Document], notes: Notes) -> None:
    """Beside them are sheets that a page gets by its text, as `css/needed/` has them; no page may have one yet."""
    found = hashes(element for path, page in pages.items() if not is_frame(path) for element in page.all("style"))
    of_frames = hashes(element for path, page in pages.items() if is_frame(path) for element in page.all("style"))

    assert found <= set(notes.styles)
    assert of_frames == {FRAME_STYLE_HASH}
    assert len(set(notes.styles) - found) <= len(NEEDED_SHEETS)


def test_the_scripts_that_the_build_names_are_those_in_its_pages(pages: dict[str, Document], notes: Notes) -> None:
    scripts = [element for page in pages.values() for element in page.all("script") if element.get("type") != DATA]

    assert hashes(iter(scripts)) == set(notes.scripts)
    assert [script.get("src") for script in scripts if script.get("src")] == []


def test_structured_data_is_data(pages: dict[str, Document]) -> None:
    texts = [
        element.text or "" for page in pages.values() for element in page.all("script") if element.get("type") == DATA
    ]

    assert len(texts) > 40
    assert [text for text in texts if not isinstance(json.loads(text), dict)] == []


def test_the_forms_that_the_build_names_are_those_in_its_pages(pages: dict[str, Document], notes: Notes) -> None:
    actions = {form.get("action", "") for page in pages.values() for form in page.all("form")}

    assert {"/".join(action.split("/")[:3]) for action in actions} == set(notes.form_origins)
