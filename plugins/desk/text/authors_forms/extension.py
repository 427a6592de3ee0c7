"""An extension of Python-Markdown that reads the forms of other systems."""

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from plugins.desk.text.authors_forms.bare_addresses import EMPHASIS_IN_ADDRESS
from plugins.desk.text.authors_forms.blocks import AttributeLists, Quotations, Tables
from plugins.desk.text.authors_forms.characters import without_unseen
from plugins.desk.text.authors_forms.list_lines import arrange_lists
from plugins.desk.text.authors_forms.tags import mark_tags

ESCAPED_BY_EXPORTERS = "\"$%&',/:;<=>?@^~"
"""Punctuation that exporters put a backslash before, and Markdown of old prints it; CommonMark has it so."""

BACKSLASH_BREAK = r"\\\n"

_BOXES = {
    '<input type="checkbox" disabled/>': '<span class="task-box" role="img">☐</span>',
    '<input type="checkbox" disabled checked/>': '<span class="task-box" role="img">☑</span>',
}
"""Boxes of task lists as `pymdownx.tasklist` writes them, and as readers get them; `finishing` adds the words."""


class AuthorsForms(Extension):
    """Reads the forms of GitHub, Ghost and Word; see the modules beside this one."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown calls it so
        """Add the parts, each with its place in Python-Markdown's order."""
        md.ESCAPED_CHARS = list(dict.fromkeys([*md.ESCAPED_CHARS, *ESCAPED_BY_EXPORTERS]))
        # Between whitespace (30), fences (25) and HTML (20).
        md.preprocessors.register(_Characters(md), "authors_characters", 29)
        md.preprocessors.register(_Lists(md), "authors_lists", 28)
        md.preprocessors.register(_Tags(md), "authors_tags", 22)
        # In the places of Python-Markdown's own.
        md.parser.blockprocessors.register(Tables(md.parser), "table", 75)
        md.parser.blockprocessors.register(Quotations(md.parser), "quote", 20)
        md.treeprocessors.register(AttributeLists(md), "attr_list", 8)
        # Before escapes (180), behind code (190).
        md.inlinePatterns.register(SubstituteTagInlineProcessor(BACKSLASH_BREAK, "br"), "authors_break", 185)
        # Behind links (160) and HTML (90), before emphasis (60).
        md.inlinePatterns.register(_Address(EMPHASIS_IN_ADDRESS, md), "authors_address", 65)
        # When raw HTML is back (30).
        md.postprocessors.register(_TaskBoxes(md), "authors_task_boxes", 5)


class _Characters(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return without_unseen("\n".join(lines)).split("\n")


class _Lists(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return arrange_lists(lines, self.md.tab_length)


class _Tags(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return mark_tags("\n".join(lines)).split("\n")


class _Address(InlineProcessor):
    # Its types are those of an older kind of pattern, and its name is Python-Markdown's.
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # see above  # noqa: N802 - see above
        return m[0], m.start(0), m.end(0)


class _TaskBoxes(Postprocessor):
    def run(self, text: str) -> str:
        if "<input" in text:
            for written, shown in _BOXES.items():
                text = text.replace(written, shown)
        return text


def makeExtension(**settings: Any) -> AuthorsForms:  # noqa: N802 - Python-Markdown calls it so
    """Return the extension, for whom Python-Markdown loads it by name."""
    return AuthorsForms(**settings)
