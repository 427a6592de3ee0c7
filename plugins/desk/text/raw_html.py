"""HTML of the author's own that is refused: Markdown has a better way, or browsers would leave it out.

Pages are served with a security policy that names every style and script, and no other site.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from plugins.desk.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A tag or an attribute that may not stand in a text."""

    kind: Literal["tag", "attribute", "file", "elsewhere"]
    """`file` is a tag that names a file in an attribute, as only Markdown can; `elsewhere` loads from another site."""
    name: str
    """Of the tag or the attribute, in small letters; the address of a `file`."""
    place: Place


_REST = r"(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*"
"""The inside of a tag up to its end."""
_TAG = re.compile(
    rf"<(?:(?P<tag>a|area|base|embed|form|frame|h1|iframe|img|link|meta|object|script|style)(?=[\s/>])(?={_REST}>)"
    r"|[a-z][^<>]*?\s(?:href|src|poster|data|cite|action|content)\s*=\s*[\"']?(?P<file>[{|]\w+[}|][^\s\"'>]*)"
    r"|(?P<elsewhere>audio|source|track|video)\s[^<>]*?\b(?:src|srcset|poster)\s*=\s*[\"']?\s*(?:https?:)?//)",
    re.IGNORECASE,
)
_NAME = r"(?P<attribute>style|on[a-z]{3,})"
"""Styles and event handlers; the words that begin like one, such as "once", are shorter."""
_ATTRIBUTE = re.compile(rf"<[a-z](?:\"[^\"]*\"|'[^']*'|[^<>\"'])*?\s{_NAME}\s*=(?={_REST}>)", re.IGNORECASE)
_ATTRIBUTE_LIST = re.compile(rf"\{{:?(?:[^{{}}\n]*[ :])?{_NAME}=[^{{}}\n]*\}}", re.IGNORECASE)
"""Attributes that Markdown gives to the element before them: `{: .quiet style="…" }`."""


def refused_html(text: str, place: Callable[[int], Place]) -> Iterator[Raw]:
    """Yield the HTML in `text` that is refused; of a tag the first attribute is enough."""
    if "<" in text:
        for match in _TAG.finditer(text):
            for kind in ("tag", "file", "elsewhere"):
                if match[kind]:
                    name = match[kind] if kind == "file" else match[kind].lower()
                    yield Raw(kind=kind, name=name, place=place(match.start()))
        yield from _attributes(_ATTRIBUTE, text, place)
    if "{" in text and "=" in text:
        yield from _attributes(_ATTRIBUTE_LIST, text, place)


def _attributes(pattern: re.Pattern[str], text: str, place: Callable[[int], Place]) -> Iterator[Raw]:
    for match in pattern.finditer(text):
        yield Raw(kind="attribute", name=match["attribute"].lower(), place=place(match.start("attribute")))
