"""Markdown to HTML: a pure function of a text."""

import copy
from collections.abc import Mapping
from typing import Any

from plugins.desk.text.fast_markdown import GuardedMarkdown
from plugins.newsroom.front_matter.slugs import slugify

_HEADER_EXTENSIONS = ("markdown.extensions.meta", "meta", "full_yaml_metadata")
"""Extensions that would read front matter, which is gone from the text by now."""


class MarkdownConverter:
    """Turns texts into HTML, with one Python-Markdown instance for all of them."""

    def __init__(self, markdown_settings: Mapping[str, Any]) -> None:
        """Set up Python-Markdown as Pelican's MARKDOWN setting says; headings get ids in any case."""
        settings = copy.deepcopy(dict(markdown_settings))
        configs = settings.get("extension_configs", {})
        names = [*settings.get("extensions", []), *configs]
        extensions = [name for name in dict.fromkeys(names) if name not in _HEADER_EXTENSIONS]
        if "markdown.extensions.toc" not in extensions:
            extensions.append("markdown.extensions.toc")
        configs.setdefault("markdown.extensions.toc", {}).setdefault("slugify", _heading_id)
        settings["extension_configs"] = {name: configs.get(name, {}) for name in extensions if isinstance(name, str)}
        settings["extensions"] = extensions
        self._markdown = GuardedMarkdown(**settings)

    def convert(self, text: str) -> tuple[str, bool]:
        """Return the HTML of a text, and whether any of it is not Markdown's own, but as the author wrote it."""
        self._markdown.reset()
        html = str(self._markdown.convert(text))
        return html, self._markdown.htmlStash.html_counter > 0


def _heading_id(text: str, separator: str) -> str:
    return slugify(text).replace("-", separator) or "section"
