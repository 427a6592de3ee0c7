"""Tags of a text that are words, and tags without their counterpart."""

import re
from collections import Counter
from collections.abc import Collection

from plugins.desk.text import allowed_html as allowed
from plugins.desk.text.findings import Inspection
from plugins.desk.text.tree import Element, count_tags, elements, is_closed, is_html, parse, starts_tag

_NAMED = allowed.names("body head html listing plaintext textarea title xmp")
"""Tags that stand in a sentence to be named more often than to be meant, and that swallow what follows or vanish."""
_SWALLOWING = allowed.names("iframe math noembed noframes noscript script select style svg template")
"""Tags that swallow what follows when nothing closes them."""
_TABLE_PARTS = allowed.names("caption col colgroup tbody td tfoot th thead tr")
_FORMATTING = allowed.names("a b big code em font i nobr s small strike strong tt u")
"""Tags that the parser opens anew in every block until it meets their end."""


def check_balance(html: str, found: Inspection) -> Inspection:
    """Take the tags that no article has for words, as far as they are no elements, and check that the rest is balanced.

    A browser takes `the <title> of a page` for the begin of a title, which goes on to the end of the page.
    """
    named: set[str] = set()
    while names := _wordlike_tags(html, found.root):
        pattern = "|".join(map(re.escape, names))
        html, count = re.subn(rf"<(?=/?(?:{pattern})[\s/>])", "&lt;", html, flags=re.IGNORECASE)
        if not count:
            break
        named.update(names)
        found = Inspection(parse(html))
    found.named_tags = "|".join(map(re.escape, sorted(named)))
    _find_unbalanced(found, html, named)
    return found


def _find_unbalanced(found: Inspection, html: str, named: Collection[str]) -> None:
    """Find tags without their counterpart; what nothing closes ends with its block. `named` are words, not tags."""
    starts, ends = count_tags(html)
    there = Counter(element.tag for element in elements(found.root) if starts_tag(element))
    closed = Counter(element.tag for element in elements(found.root) if is_closed(element))
    for name in starts - there:
        if name in _TABLE_PARTS:
            found.say("stray part", name)
    for name in ends - closed:
        # Python-Markdown writes a </p> too many behind blocks in lists.
        if name != "p" and name not in named:
            found.say("stray end", name)
    for element in elements(found.root):
        if element.tag in _FORMATTING and not starts_tag(element):
            element.unwrap()


def _wordlike_tags(html: str, root: Element) -> list[str]:
    """Return the names of tags in `html` that are to be shown as words."""
    names = {name for name in ("body", "head", "html") if re.search(rf"<{name}[\s/>]", html, re.IGNORECASE)}
    for element in elements(root):
        is_unknown = element.tag not in allowed.KNOWN
        swallows = element.tag in _SWALLOWING and not is_closed(element)
        if (is_unknown and is_html(element)) or element.tag in _NAMED or swallows:
            names.add(element.tag)
    return sorted(names)
