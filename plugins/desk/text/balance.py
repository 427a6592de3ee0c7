"""Tags of a text that are words, and tags without their counterpart."""

import re
from collections import Counter
from collections.abc import Collection

from plugins.desk.text import allowed_html as allowed
from plugins.desk.text.findings import Inspection
from plugins.desk.text.tree import (
    Element,
    TagCount,
    count_tags,
    elements,
    ends_in_text,
    is_closed,
    is_html,
    parse,
    starts_tag,
)

_NAMED = allowed.names("body head html listing plaintext textarea title xmp")
"""Tags that stand in a sentence to be named more often than to be meant, and that swallow what follows or vanish."""
_SWALLOWING = allowed.names("iframe math noembed noframes noscript script select style svg template")
"""Tags that swallow what follows when nothing closes them."""
_TABLE_PARTS = allowed.names("caption col colgroup tbody td tfoot th thead tr")
_FORMATTING = allowed.names("a b big code em font i nobr s small strike strong tt u")
"""Tags that the parser opens anew in every block until it meets their end."""
_PLAIN = allowed.KNOWN - _NAMED - _SWALLOWING
_NO_END_TAG = re.compile(r"</(?![A-Za-z])")
_SHOWN = 40
"""Characters of what is no text that a message shows."""
_MOST_ROUNDS = 20
"""Readings of one text: a tag that becomes words may have hidden others."""


def escape_slashes(html: str) -> str:
    """Return HTML in which `</` that begins no end tag is words; a browser shows nothing from there to the next `>`."""
    return _NO_END_TAG.sub("&lt;/", html)


def check_balance(html: str, found: Inspection) -> Inspection:
    """Take the tags that no article has for words, as far as they are no elements, and check that the rest is balanced.

    A browser takes `the <title> of a page` for the begin of a title, which goes on to the end of the page.
    """
    if _is_plain(html, found.root):
        return found
    named: set[str] = set()
    unfinished: list[str] = []
    count = count_tags(html)
    for round_number in range(_MOST_ROUNDS):
        names = [name for name in _wordlike_tags(html, found.root) if name not in named]
        if not names and not count.unfinished:
            break
        if count.unfinished:
            unfinished.append(_beginning(count.unfinished))
            html = _with_words(html, count.unfinished, is_last=round_number == _MOST_ROUNDS - 1)
        if names:
            named.update(names)
            pattern = rf"<(?=/?(?:{'|'.join(map(re.escape, names))})[\s/>])"
            html = re.sub(pattern, "&lt;", html, flags=re.IGNORECASE)
        found = Inspection(parse(html))
        count = count_tags(html)
    found.named_tags = "|".join(map(re.escape, sorted(named)))
    for start in unfinished:
        found.say("unfinished tag", start)
    for name in sorted(named):
        if "<" in name:  # `<t<b>`: another tag stands in it, so that the walk does not meet its name
            found.say("unknown tag", name.partition("<")[0])
    _find_unbalanced(found, count, named)
    return found


def _is_plain(html: str, root: Element) -> bool:
    """Tell whether every `<` is of a tag of an element that may be there: then nothing can be wrong, as mostly."""
    tags = 0
    for element in elements(root):
        if element.tag not in _PLAIN or not (starts_tag(element) or element.tag == "tbody"):
            return False
        tags += starts_tag(element) + is_closed(element)
    return tags == html.count("<")


def _with_words(html: str, unfinished: str, *, is_last: bool) -> str:
    """Return HTML in which the tag that nothing ends is words; if it `is_last`, all behind it are words too."""
    words = unfinished.replace("<", "&lt;", -1 if is_last else 1)
    return html[: len(html) - len(unfinished)] + words


def _beginning(html: str) -> str:
    """Return the beginning of what is no text as its author wrote it: tags in it may have become words."""
    return html.partition("\n")[0].replace("&lt;", "<")[:_SHOWN]


def _find_unbalanced(found: Inspection, count: TagCount, named: Collection[str]) -> None:
    """Find tags without their counterpart; what nothing closes ends with its block. `named` are words, not tags."""
    there = Counter(element.tag for element in elements(found.root) if starts_tag(element))
    closed = Counter(element.tag for element in elements(found.root) if is_closed(element))
    for name in count.starts - there:
        if name in _TABLE_PARTS:
            found.say("stray part", name)
    for name in count.ends - closed:
        # Python-Markdown writes a </p> too many behind blocks in lists.
        if name != "p" and name not in named:
            found.say("stray end", name)
    for instruction in count.instructions:
        found.say("instruction", instruction[:_SHOWN])
    if count.open_comment:
        found.say("unended comment", _beginning(count.open_comment))
    for element in elements(found.root):
        if element.tag in _FORMATTING and not starts_tag(element):
            element.unwrap()


def _wordlike_tags(html: str, root: Element) -> list[str]:
    """Return the names of tags in `html` that are to be shown as words."""
    names = {name for name in ("body", "head", "html") if re.search(rf"<{name}[\s/>]", html, re.IGNORECASE)}
    swallowing = {element.tag for element in elements(root) if element.tag in _SWALLOWING}
    for element in elements(root):
        is_unknown = element.tag not in allowed.KNOWN and not allowed.is_needless(element.tag)
        swallows = element.tag in _SWALLOWING and not is_closed(element)
        if (is_unknown and is_html(element)) or element.tag in _NAMED or swallows:
            names.add(element.tag)
    if swallowing and not ends_in_text(html):
        names |= swallowing
    return sorted(names)
