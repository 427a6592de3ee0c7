"""Whatever an author writes, feed readers get its words, every address in full, and nothing that runs or looks."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest
import turbohtml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from turbohtml import Element

from plugins.desk.text.forms.text_form import block_html
from plugins.desk.text.slots import fill
from plugins.feeds.clean_html import KEPT
from plugins.feeds.entry_html import entry_html
from plugins.newsroom.forms.shown_picture import Candidate, Picture
from plugins.newsroom.words.catalogues import english
from tests.tools.hostile_texts import CONTROLS, HTML, MARKDOWN
from tests.unit.desk.conftest import TEXTS, Given
from tests.values import article, body

_SITE = "https://e.test/news"
_FILES = tuple(Candidate(f"/news/x-{width}.jpg", width) for width in (480, 1200))
_SHOWN = Picture(url=_FILES[-1].url, older=_FILES, modern=_FILES, width=3000, height=2000, alt="")
_OWN = (
    'A claim.[^1]\n\n[^1]: A note, *typeset* -- with "quotes".',
    '![A stall](a.svg "By the harbour | Ida Lens")',
    "| A | B |\n|---|--:|\n| 1 | 2 |",
    "## Café {#café}\n\nBack to [it](#café), to [none](#none), to [a place](../two/#x).",
    "Q&A by AT&T & NASA",
    '<p hidden="">Unseen</p>',
)


class _Everywhere(Given):
    """Shows the same picture wherever one is."""

    def picture(self, target: str) -> Picture:
        return _SHOWN


def _written(source: str) -> str:
    """Return the text as pages have it."""
    return "\n".join(fill(block_html(block), _Everywhere()) for block in TEXTS.read(source).body.blocks)


def _entry(html: str) -> str:
    text, one = body(blocks=(Markup(html),)), article(summary=None)
    return str(entry_html(_SITE, one, text, english(), "en", "en").html)


def _words(html: str) -> Counter[str]:
    """Return the words that somebody sees, with how often."""
    root = turbohtml.parse_fragment(html, positions=False)
    for node in [*root.descendants]:
        if isinstance(node, Element) and "hidden" in node.attrs:
            node.decompose()
    return Counter(re.findall(r"\w+", root.text))


def _faults(html: str) -> list[str]:
    """Return all that programs cannot use, in words."""
    elements = [
        node for node in turbohtml.parse_fragment(html, positions=False).descendants if isinstance(node, Element)
    ]
    names = Counter(str(each.attrs["id"]) for each in elements if "id" in each.attrs)
    found = [f"{name} twice" for name, times in names.items() if times > 1]
    for each in elements:
        allowed = {*KEPT.get(each.tag, ()), "lang", "dir", "title", "id"}
        found += [f"{name} of {each.tag}" for name in each.attrs if name not in allowed]
        if each.tag in ("script", "style", "iframe", "object", "embed", "form", "picture", "svg", "button"):
            found.append(each.tag)
        for name in ("href", "src", "poster", "cite"):
            address = str(each.attrs.get(name, "https://e.test/"))
            if address.startswith("#"):
                found += [] if address[1:] in names else [f"{address} leads nowhere"]
            elif not urlsplit(address).scheme or address.lower().startswith(("javascript:", "data:")):
                found.append(address)
    return found


pieces = st.sampled_from((*HTML, *MARKDOWN, *CONTROLS, *_OWN))


@pytest.mark.parametrize("source", [*HTML, *MARKDOWN, *CONTROLS, *_OWN])
def test_any_text_stands_alone(source: str) -> None:
    html = _written(f"Before.\n\n{source}\n\nAfter.")

    entry = _entry(html)

    assert _faults(entry) == []
    assert _words(entry) == _words(html)


@given(st.lists(st.tuples(pieces, st.sampled_from(("\n\n", "\n", " ", "\n> "))), min_size=1, max_size=5))
def test_any_texts_together_stand_alone(parts: list[tuple[str, str]]) -> None:
    html = _written("".join(piece + separator for piece, separator in parts))

    entry = _entry(html)

    assert _faults(entry) == []
    assert _words(entry) == _words(html)
    assert _entry(html) == entry
