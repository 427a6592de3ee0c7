"""The walk over the tree of a text: it collects what the text refers to, and takes out what may not stand there.

Long because it is one walk.
"""

import re
from collections.abc import Callable
from typing import Literal

from plugins.desk.text import allowed_html as allowed
from plugins.desk.text.authors_forms.bare_addresses import link_addresses
from plugins.desk.text.authors_forms.blocks import EXTRA_CELL
from plugins.desk.text.authors_forms.leftovers import leftovers, may_hold_leftovers
from plugins.desk.text.balance import check_balance, escape_slashes
from plugins.desk.text.findings import Inspection, TextMark, TextReference
from plugins.desk.text.forms.table_paragraphs import check_tables, link_of_table
from plugins.desk.text.link_targets import is_shown_or_opened
from plugins.desk.text.tree import (
    REPLACEMENT,
    Element,
    Text,
    attributes_of,
    drop_empty_paragraphs,
    is_closed,
    is_html,
    is_in_link,
    new_element,
    parse,
    starts_tag,
)
from plugins.newsroom.urls import UNKNOWN_SITE, OwnSite

MOST_DEPTH = 100
"""Levels of elements: Python's own limit is a thousand calls, and no page looks right with half as many."""

_MARK = re.compile(r"\[dont-miss(?:[ \t]*:[ \t]*(?P<target>[^\]\n]*?))?[ \t]*\]", re.IGNORECASE)
"""`[dont-miss]` or `[dont-miss: slug]`."""
_BEHIND_PICTURE = re.compile(r"(?P<file>.+?\.\w{3,4}) +(?:(?P<size>=\d+x?\d*|=x\d+)|[“”„«‘’「].*)")
"""The size of a picture as other systems have it, or a caption in the quotes of a word processor."""
_NOTES = ("#fn:", "#fnref")
"""Beginnings of the addresses between notes and text."""
_WITHOUT_WORDS = allowed.names("script style")
"""Tags whose text is no text of the article."""


def inspect(
    html: str,
    own_site: OwnSite = UNKNOWN_SITE,
    *,
    has_raw_html: bool = True,
    prepare: Callable[[Element], None] = lambda _: None,
) -> Inspection:
    """Return what stands in the HTML of a text, whose tree goes through `prepare` first.

    Full addresses of `own_site` become root-relative. Of HTML that Markdown alone has made, the balance is known.
    """
    if has_raw_html:
        html = escape_slashes(html)
    found = Inspection(parse(html, has_raw_html=has_raw_html))
    if has_raw_html:
        found = check_balance(html, found)
    found.has_raw_html = has_raw_html
    found.may_hold_leftovers = may_hold_leftovers(html)
    found.own_site = own_site
    prepare(found.root)
    _walk(found, found.root, 0, in_code=False)
    if has_raw_html:
        drop_empty_paragraphs(found.root)
    _check_notes(found)
    check_tables(found)
    return found


def _walk(found: Inspection, parent: Element, depth: int, *, in_code: bool) -> None:
    for node in list(parent.children):
        if isinstance(node, Text):
            if not in_code:
                _read_words(found, node)
        elif not isinstance(node, Element):
            node.extract()  # a comment, or what the parser has taken for one
        elif depth > MOST_DEPTH:
            found.say("too deep", node.tag, node)
            node.replace_with(Text(node.text))
        else:
            _read_element(found, node, depth, in_code=in_code)


def _read_words(found: Inspection, text: Text) -> None:
    words = text.data
    if found.named_tags and "<" in words:
        for match in re.finditer(rf"<({found.named_tags})(?=[\s/>])", words, re.IGNORECASE):
            tag = match[1]
            found.say("tag" if tag.lower() in allowed.RUNNING else "unknown tag", tag, text, match.end())
    if REPLACEMENT in words:
        found.say("lost character", "", text)
    if "[" in words:
        for match in _MARK.finditer(words):
            found.marks.append(_mark(found, text, match))
    for kind, leftover, position in leftovers(words) if found.may_hold_leftovers else ():
        found.say(kind, leftover, text, position)
    if "://" in words or "@" in words:
        for link in link_addresses(text):
            _read_attribute(found, link, "href", str(link.attrs["href"]))


def _mark(found: Inspection, text: Text, match: re.Match[str]) -> TextMark:
    around = text.parent
    is_alone, is_inside = False, True
    if isinstance(around, Element) and around.tag == "p":
        is_alone = text.data.strip() == match[0] and len(list(around.children)) == 1
        is_inside = around.parent is not found.root
    return TextMark((match["target"] or "").strip() or None, is_alone, is_inside, text, match.start())


def _read_element(found: Inspection, element: Element, depth: int, *, in_code: bool) -> None:
    tag = element.tag
    if tag not in allowed.ALLOWED or (found.has_raw_html and not is_html(element)):
        _take_out(found, element, depth, in_code=in_code)
        return
    if found.has_raw_html and tag not in allowed.MAY_STAY_OPEN and starts_tag(element) and not is_closed(element):
        found.say("unclosed tag", tag, element)
    if tag == "img" and (link := link_of_table(element)):
        element.replace_with(link)
        _read_element(found, link, depth, in_code=in_code)
        return
    for name, value in attributes_of(element).items():
        _read_attribute(found, element, name, value)
    if level := allowed.HEADINGS.get(tag):
        if level > found.level + 1:
            found.say("skipped level", str(level), element)
        found.level = level
    _walk(found, element, depth + 1, in_code=in_code or tag in allowed.OPAQUE)
    if tag == "img":
        _read_picture(found, element)
    elif tag == "a":
        _read_link(found, element)


def _read_link(found: Inspection, link: Element) -> None:
    address, words, picture = link.attrs.get("href"), link.text.strip(), link.find("img")
    if address == "":
        found.say("no address", words or str(picture.attrs.get("alt") if picture else ""), link)
        del link.attrs["href"]
    elif address and not words and picture is None:
        found.say("empty link", str(address), link, "href")


def _take_out(found: Inspection, element: Element, depth: int, *, in_code: bool) -> None:
    """Take out an element that may not stand in a text; the words in it stay."""
    tag = element.tag
    if tag == "h1":
        found.say("top heading", "", element)
        element.tag = "h2"
        _read_element(found, element, depth, in_code=in_code)
        return
    found.say("needless tag" if allowed.is_needless(tag) else "tag", tag, element)
    source = allowed.clean_address(str(element.attrs.get("src") or ""))
    if tag == "iframe" and allowed.scheme_of(source) in ("http", "https"):
        words = element.text  # of a browser without frames, or all that it has swallowed
        _put_link(found, element, source, source).insert_after(Text(words))
    elif tag in _WITHOUT_WORDS:
        element.extract()
    elif tag in ("iframe", "template") or not is_html(element):
        element.replace_with(Text(element.text))
    else:
        _walk(found, element, depth + 1, in_code=in_code)
        element.unwrap()


def _put_link(found: Inspection, element: Element, address: str, words: str) -> Element:
    """Put a link in the place of an element that would load something: it is safe to follow."""
    link = new_element("a", {"href": address}, words)
    element.replace_with(link)
    found.references.append(TextReference("link", address, link, "href", address))
    return link


def _read_attribute(found: Inspection, element: Element, name: str, value: str) -> None:
    if name == "markdown":
        del element.attrs[name]  # Python-Markdown's own, where it has not looked at it
    elif name == EXTRA_CELL:
        del element.attrs[name]
        words = next((node for node in element.descendants if isinstance(node, Text)), None)
        found.say("extra cell", words.data if words else "", words or element, 0)
    elif element.tag in ("td", "th") and name == "style" and value.startswith("text-align:"):
        pass  # Python-Markdown's own, which `finishing` puts a class in place of
    elif not allowed.is_allowed(element.tag, name):
        kind = "handler" if name.startswith("on") else "style" if name == "style" else "attribute"
        found.say(kind, name, element, name)
        del element.attrs[name]
    elif name == "id" or (name == "name" and element.tag == "a"):
        _read_id(found, element, name, value)
    elif name in allowed.ADDRESSES:
        _read_address(found, element, name, value)


def _read_id(found: Inspection, element: Element, name: str, value: str) -> None:
    if value.startswith("_"):
        found.say("taken id", value, element, name)
    elif value in found.ids and element.attrs.get("id") != element.attrs.get("name"):
        found.say("id twice", value, element, name)
    else:
        found.ids[value] = None
        return
    del element.attrs[name]


def _read_address(found: Inspection, element: Element, name: str, written: str) -> None:
    written = allowed.clean_address(written)
    address = found.own_site.path_of(written) or written
    refused = allowed.address_problem(address, element.tag, name)
    if refused:
        found.say(refused, address, element, name)
        _disarm(found, element, name, address)
        return
    if " " in address:
        more = _BEHIND_PICTURE.fullmatch(address) if element.tag == "img" else None
        if more:
            found.say("size behind" if more["size"] else "space", more["size"] or address, element, name)
            address = more["file"]
        elif not (is_shown_or_opened(address) or address.startswith(_NOTES)):  # else nothing else can be meant
            found.say("space", address, element, name)
        address = address.replace(" ", "%20")
    element.attrs[name] = address
    is_media = name == "src" and element.tag != "img"
    is_picture = name == "poster" or element.tag == "img"
    kind: Literal["link", "picture", "media"] = "picture" if is_picture else "media" if is_media else "link"
    if address:
        found.references.append(TextReference(kind, address, element, name, written))


def _disarm(found: Inspection, element: Element, name: str, address: str) -> None:
    """Take out an address that may not stand there; of a picture elsewhere a link stays."""
    del element.attrs[name]
    if allowed.scheme_of(address) in ("http", "https") and element.tag == "img" and not is_in_link(element):
        _put_link(found, element, address, str(element.attrs.get("alt") or address))


def _read_picture(found: Inspection, image: Element) -> None:
    if image.parent is None:  # another site's
        return
    source = image.attrs.get("src")
    alt = image.attrs.get("alt") or ""
    if not isinstance(source, str) or not source:
        if not any(problem.node is image for problem in found.problems):
            found.say("no picture", "", image)
        image.replace_with(Text(str(alt)))
    elif not str(alt).strip() and image.attrs.get("role") != "presentation":
        found.say("no description", source, image, "src")


def _check_notes(found: Inspection) -> None:
    """Find notes that nothing refers to; the links between notes and text are Markdown's own, and no references."""
    for reference in list(found.references):
        target = reference.target.replace("%20", " ")
        if target.startswith(_NOTES):
            found.references.remove(reference)
            if target[1:] not in found.ids:
                found.say("unused note", target.partition(":")[2], reference.element, "href")
