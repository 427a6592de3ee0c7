"""Guards of Python-Markdown's patterns and processors: the letters without which they do nothing with a text.

Read from the source of the versions named here, and true of those only: of other versions, and of whatever a
publication's own extensions bring, nothing is known.
"""

from collections.abc import Callable
from typing import Any

import pymdownx.__meta__
from markdown import inlinepatterns
from markdown.__meta__ import __version_info__
from markdown.util import STX

from plugins.desk.text.authors_forms.bare_addresses import EMPHASIS_IN_ADDRESS
from plugins.desk.text.authors_forms.extension import BACKSLASH_BREAK

KNOWN_VERSION = (3, 11)
KNOWN_EXTENSIONS_VERSIONS = ((12, 3), (13, 1))
"""The locks have the older one for Python before 3.11.5."""

_NEEDED_BY_PATTERN = {
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "]",
    inlinepatterns.IMAGE_LINK_RE: "![",
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
    inlinepatterns.LINE_BREAK_RE: "  \n",
    EMPHASIS_IN_ADDRESS: "://",
    BACKSLASH_BREAK: "\\\n",
    r"\[\^([^\]]*)\]": "[^",
}
"""The texts without which a regular expression cannot match; the last one is that of footnotes."""
_DELIMITERS = frozenset(
    ("markdown.inlinepatterns.DelimiterProcessor", "pymdownx.delimiterprocessor.DelimiterProcessor")
)
_LINKS = frozenset(f"markdown.inlinepatterns.{kind}InlineProcessor" for kind in ("Link", "Image"))
"""Links and pictures with the address behind them; their patterns are also those of references."""
_REFERENCES = frozenset(
    f"markdown.inlinepatterns.{kind}InlineProcessor"
    for kind in ("Reference", "ShortReference", "ImageReference", "ShortImageReference")
)


def _is_indented(block: str) -> bool:
    return block[:1] == " "


def _begins_with_digit(block: str) -> bool:
    return block.lstrip(" ")[:1].isdigit()


def _begins_with_bullet(block: str) -> bool:
    return block.lstrip(" ")[:1] in "*+-"


def _may_hold_rule(block: str) -> bool:
    return "\n" in block or block.lstrip(" ")[:1] in "-_*"


def _contains(*needed: str) -> Callable[[str], bool]:
    if len(needed) == 1:
        return lambda block: needed[0] in block
    return lambda block: all(part in block for part in needed)


_NEEDED_BY_PROCESSOR: dict[str, Callable[[str], bool]] = {
    "markdown.blockprocessors.EmptyBlockProcessor": lambda block: block[:1] in "\n",
    "markdown.blockprocessors.ListIndentProcessor": _is_indented,
    "markdown.blockprocessors.CodeBlockProcessor": _is_indented,
    "markdown.blockprocessors.HashHeaderProcessor": _contains("#"),
    "markdown.blockprocessors.SetextHeaderProcessor": lambda block: "\n=" in block or "\n-" in block,
    "markdown.blockprocessors.HRProcessor": _may_hold_rule,
    "markdown.blockprocessors.OListProcessor": _begins_with_digit,
    "markdown.blockprocessors.UListProcessor": _begins_with_bullet,
    "plugins.desk.text.authors_forms.blocks.Quotations": _contains(">"),
    "markdown.blockprocessors.ReferenceProcessor": _contains("]:"),
    "markdown.extensions.abbr.AbbrBlockprocessor": _contains("*["),
    "markdown.extensions.def_list.DefListIndentProcessor": _is_indented,
    "markdown.extensions.def_list.DefListProcessor": _contains(":"),
    "markdown.extensions.footnotes.FootnoteBlockProcessor": _contains("[^"),
    "markdown.extensions.md_in_html.MarkdownInHtmlProcessor": lambda block: block.startswith(STX),
    "markdown.extensions.sane_lists.SaneOListProcessor": _begins_with_digit,
    "markdown.extensions.sane_lists.SaneUListProcessor": _begins_with_bullet,
    "plugins.desk.text.authors_forms.blocks.Tables": _contains("\n", "|"),
    "pymdownx.superfences.SuperFencesCodeBlockProcessor": _is_indented,
}


def is_known() -> bool:
    """Tell whether the installed Python-Markdown and its extensions are those that this module knows."""
    extensions = pymdownx.__meta__.__version_info__[:2]
    return __version_info__[:2] == KNOWN_VERSION and extensions in KNOWN_EXTENSIONS_VERSIONS


def letters_needed(pattern: inlinepatterns.Pattern) -> tuple[str, ...]:
    """Return texts of which a text must contain one for a pattern to match; the empty text if unknown."""
    if type(pattern).getCompiledRegExp is not inlinepatterns.Pattern.getCompiledRegExp:
        return ("",)
    if class_name(pattern) in _DELIMITERS:
        delimiters: Any = pattern
        return tuple(delimiters.tokens)
    if class_name(pattern) in _LINKS:
        return ("](",)
    return (_NEEDED_BY_PATTERN.get(pattern.compiled_re.pattern, ""),)


def looks_up_references(pattern: inlinepatterns.Pattern) -> bool:
    """Tell whether an inline pattern does nothing in a text that defines no references."""
    return class_name(pattern) in _REFERENCES


def is_fences(preprocessor: object) -> bool:
    """Tell whether a preprocessor does nothing in a text without fences."""
    return class_name(preprocessor) == "pymdownx.superfences.SuperFencesBlockPreprocessor"


def block_guard(processor: object) -> Callable[[str], bool] | None:
    """Return a test that a block passes if a block processor may do something with it; None if it is unknown."""
    return _NEEDED_BY_PROCESSOR.get(class_name(processor))


def class_name(thing: object) -> str:
    """Return the full name of the class, which no class of an extension of another package shares."""
    return f"{type(thing).__module__}.{type(thing).__qualname__}"
