"""Markdown to HTML: a pure function of a text."""

import copy
import re
from collections.abc import Mapping
from html import escape
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown.extensions.toc import TocExtension, TocTreeprocessor

from plugins.desk.text.fast_markdown import GuardedMarkdown
from plugins.newsroom.front_matter.slugs import slugify

_TOC = "markdown.extensions.toc"


def _heading_id(text: str, separator: str) -> str:
    return slugify(text).replace("-", separator) or "section"


class _TocWhereAsked(TocTreeprocessor):
    """Makes a table of contents where `[TOC]` asks for one; the ids of other headings are made in `finishing`."""

    def run(self, doc: Element) -> None:
        lines: list[str] = self.md.lines  # type: ignore[attr-defined]  # the types know nothing of it
        if any(self.marker in line for line in lines):
            super().run(doc)


class _TocWhereAskedExtension(TocExtension):
    TreeProcessorClass = _TocWhereAsked


ALWAYS: Mapping[str, Mapping[str, Any]] = {
    "markdown.extensions.extra": {},
    "markdown.extensions.sane_lists": {},
    _TOC: {"slugify": _heading_id},
    "pymdownx.highlight": {"use_pygments": False},
    "pymdownx.superfences": {"relaxed_headers": True},
    "pymdownx.tilde": {"subscript": False},
    "pymdownx.tasklist": {},
    "plugins.desk.text.authors_forms.extension": {},
}
"""The extensions that every text is read with, and their settings; MARKDOWN of `pelicanconf.py` adds to them."""

_HEADER_EXTENSIONS = ("markdown.extensions.meta", "meta", "full_yaml_metadata")
"""Extensions that would read front matter, which is gone from the text by now."""


class Converted(NamedTuple):
    """The HTML of a text."""

    html: str
    has_raw_html: bool = False
    """True if any of it is not Markdown's own, but as the author wrote it."""
    is_too_deep: bool = False
    """True if lists and quotations are nested deeper than Python-Markdown can read."""


class MarkdownConverter:
    """Turns texts into HTML, with one Python-Markdown instance for all of them."""

    def __init__(self, markdown_settings: Mapping[str, Any]) -> None:
        """Set up Python-Markdown as Pelican's MARKDOWN setting says, and with the extensions of every text."""
        settings = copy.deepcopy(dict(markdown_settings))
        configs = {_full_name(name): config for name, config in settings.get("extension_configs", {}).items()}
        named = [*map(_full_name, settings.get("extensions", [])), *configs]
        # The extensions of every text come last: some take the place of parts that others bring.
        names = [name for name in dict.fromkeys(named) if name not in ALWAYS and name not in _HEADER_EXTENSIONS]
        names += ALWAYS
        settings["extension_configs"] = {
            name: {**ALWAYS.get(name, {}), **configs.get(name, {})} for name in names if isinstance(name, str)
        }
        if _TOC not in named:
            names[names.index(_TOC)] = _TocWhereAskedExtension(**ALWAYS[_TOC])
        settings["extensions"] = names
        self._settings = settings
        self._markdown = GuardedMarkdown(**settings)

    def convert(self, text: str) -> Converted:
        """Return the HTML of a text; of one that is nested too deep, its words."""
        self._markdown.reset()
        try:
            html = str(self._markdown.convert(text))
        except RecursionError:
            self._markdown = GuardedMarkdown(**self._settings)  # the other one is in the middle of a list
            return Converted(_as_words(text), is_too_deep=True)
        return Converted(html, has_raw_html=self._markdown.htmlStash.html_counter > 0)


def _as_words(text: str) -> str:
    """Return a text as paragraphs that show its Markdown."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n".join(f"<p>{escape(' '.join(paragraph.split()), quote=False)}</p>" for paragraph in paragraphs)


def _full_name(extension: Any) -> Any:
    """Return the name by which an extension of every text is known, for its short one; any other as it is."""
    full = f"markdown.extensions.{extension}"
    return full if full in ALWAYS else extension
