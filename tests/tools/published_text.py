"""An oracle for texts: what readers get of one, as two parsers read it that the kit does not use.

The blocks are put into a page, for it is there that tags which nothing closes do harm.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Set
from html.parser import HTMLParser

from selectolax.lexbor import LexborHTMLParser, LexborNode

from plugins.desk.text import allowed_html as allowed
from plugins.desk.text.forms.marks import FORM_OF_MARK
from plugins.desk.text.forms.text_form import TextForm, block_html
from plugins.desk.text.text_reader import TextReader, TextReading

BEGIN, END = "<!DOCTYPE html><html lang=en><body><main>", "</main><footer>Behind</footer></body></html>"

Event = tuple[str, str, tuple[tuple[str, str], ...]]
"""`start`, `end` and a tag, or `text` and words, or another word for what no text holds; the attributes of a start."""

_ADDED = {"figure": "", "figcaption": "", "div": "aria-label class role tabindex", "span": "class"}
"""Tags that the kit adds to a text."""
_OF_PAGE = {"footer", "main"}
_SLOT = re.compile("\ufdd0([a-zA-Z])([^\ufdd1]*)\ufdd1")
_LETTERS = re.compile(r"[^\W_]+")
_NO_WORDS = ("script", "style")
_VAGUE = ("open comment", "unended comment", "too deep", "too deep text", "unfinished tag")
_VAGUE_HTML = re.compile(r"<(?:svg|math)\b|<!\[|</[^A-Za-z]|</[^>]*[\"']", re.IGNORECASE)
"""HTML that the parsers read each in its own way: an end tag with attributes, too."""
_WITHOUT_PLACE = ("attribute", "skipped level", "stray end", "unclosed tag")
"""Kinds of problems that may be of Markdown's own tags, and one whose value is a number."""
_TAKEN_WHOLE = ("iframe", "math", "script", "style", "svg", "template")


def page_of(reading: TextReading) -> str:
    """Return a page with nothing but a text and a footer."""
    return BEGIN + "\n".join(map(block_html, reading.body.blocks)) + END


def events_by_lexbor(page: str) -> list[Event]:
    """Return what a browser's algorithm reads in the body of a page."""
    body = LexborHTMLParser(page).body
    assert body is not None
    return _joined(list(_events_of(body))[1:-1])


def _events_of(node: LexborNode) -> Iterator[Event]:
    """Yield the events of a node and all in it; without recursion, for texts may be nested deep."""
    levels: list[tuple[LexborNode, LexborNode | None]] = []
    here: LexborNode | None = node
    while here is not None or levels:
        if here is None:
            parent, here = levels.pop()
            yield ("end", str(parent.tag), ())
        elif here.is_element_node:
            yield ("start", str(here.tag), tuple((name, value or "") for name, value in here.attributes.items()))
            levels.append((here, here.next if here is not node else None))
            here = here.first_child
        else:
            yield ("text" if here.is_text_node else str(here.tag), str(here.text_content or ""), ())
            here = here.next


def events_by_html_parser(page: str) -> list[Event]:
    """Return the tags and words of a page's body as they are written, one after another."""
    events = _Events()
    events.feed(page.partition("<body>")[2].rpartition("</body>")[0])
    events.close()
    return _joined(events.found)


class _Events(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(("start", tag, tuple((name, value or "") for name, value in attrs)))
        if tag in allowed.VOID:
            self.found.append(("end", tag, ()))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][:2] == ("start", "pre"):
            data = data.removeprefix("\n")  # as browsers do
        self.found.append(("text", data, ()))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data, ()))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", decl, ()))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", data, ()))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("declaration", data, ()))


def _joined(events: list[Event]) -> list[Event]:
    """Return events with adjoining words as one."""
    joined: list[Event] = []
    for event in events:
        if event[0] == "text" and joined and joined[-1][0] == "text":
            joined[-1] = ("text", joined[-1][1] + event[1], ())
        elif event[0] != "text" or event[1]:
            joined.append(event)
    return joined


def is_balanced(events: list[Event]) -> bool:
    """Tell whether every tag is closed, in order."""
    open_tags: list[str] = []
    for kind, tag, _ in events:
        if kind == "start":
            open_tags.append(tag)
        elif kind == "end" and (not open_tags or open_tags.pop() != tag):
            return False
    return not open_tags


def refused(events: list[Event], reading: TextReading) -> Iterator[str]:
    """Yield what no text may hold, and addresses that nobody would check."""
    checked = {reference.target for reference in reading.references}
    for kind, tag, attributes in events:
        if kind not in ("start", "end", "text"):
            yield f"a {kind}: {tag!r}"
        if kind != "start":
            continue
        if tag not in allowed.ALLOWED:
            yield f"<{tag}>"
            continue
        for name, value in attributes:
            if not allowed.is_allowed(tag, name) and name not in _ADDED.get(tag, "").split():
                yield f"<{tag} {name}=>"
            if name in allowed.ADDRESSES:
                yield from _refused_address(tag, name, value, checked)


def _refused_address(tag: str, name: str, value: str, checked: set[str]) -> Iterator[str]:
    slot = _SLOT.fullmatch(value)
    address = slot[2] if slot else value
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address), re.IGNORECASE)
    if scheme and scheme[1].lower() not in allowed.SCHEMES:
        yield f"<{tag} {name}={value!r}>"
    is_elsewhere = scheme is not None or re.match(r"[\\/\s]{2}", address) is not None
    if name in allowed.LOADING and is_elsewhere:
        yield f"a load from elsewhere: <{tag} {name}={value!r}>"
    is_note = re.match(r"#fn(ref\d*)?:", address) is not None
    if address and address not in checked and not is_note:
        yield f"not checked: <{tag} {name}={value!r}>"


def faults(reader: TextReader, source: str) -> list[str]:
    """Return all that is wrong with what readers get of a text, in words."""
    assert reader.converter is not None
    reading = reader.read(source)
    page = page_of(reading)
    by_lexbor, by_html_parser = events_by_lexbor(page), events_by_html_parser(page)
    found = [] if is_balanced(by_html_parser) else ["not balanced"]
    if by_lexbor != by_html_parser:
        differing = [pair for pair in zip(by_lexbor, by_html_parser, strict=False) if pair[0] != pair[1]]
        found.append(f"browsers read it otherwise than it is written: {differing[:1]}")
    main = by_html_parser[1:-4]
    html = reader.converter.convert(source).html
    found += refused(main, reading)
    found += [f"lost: {word}" for word in words_lost(html, main, reading)]
    found += [f"not told: {what}" for what in untold(html, reading)]
    found += misplaced(reading)
    again = reader.read(source)
    if (again.body, _told(again)) != (reading.body, _told(reading)):
        found.append("read otherwise a second time")
    return found


def _told(reading: TextReading) -> list[tuple[str, str, int]]:
    return [(problem.kind, problem.value, offset) for problem, offset in reading.problems]


def untold(markdown_html: str, reading: TextReading) -> Iterator[str]:
    """Yield what Markdown's own HTML holds and no text may, and of which no problem tells.

    Where tags are left unfinished, or SVG holds its own, the parsers differ in what is a tag.
    """
    told = {(problem.kind, problem.value.lower()) for problem in reading.found.problems}
    if any(kind in _VAGUE for kind, _ in told) or _VAGUE_HTML.search(markdown_html):
        return
    inside: list[str] = []
    for kind, tag, attributes in events_by_lexbor(BEGIN + markdown_html + END):
        if kind == "end" and inside:
            inside.pop()
        elif kind == "start" and tag in allowed.OPAQUE:
            inside.append(tag)  # a tag that is named there is shown as it is
        elif kind == "start" and (inside or tag in _TAKEN_WHOLE):
            if not inside and ("tag", tag) not in told:
                yield f"<{tag}>"
            inside.append(tag)
        elif kind == "start" and tag == "h1":
            yield from () if ("top heading", "") in told else ["<h1>"]
        elif kind == "start" and tag not in allowed.ALLOWED:
            name = tag.partition("<")[0]
            if name not in _OF_PAGE and not {("tag", name), ("needless tag", name), ("unknown tag", name)} & told:
                yield f"<{tag}>"
        elif kind == "start":
            yield from _untold_attributes(tag, attributes, told)


def _untold_attributes(tag: str, attributes: Iterable[tuple[str, str]], told: Set[tuple[str, str]]) -> Iterator[str]:
    for name, value in attributes:
        is_markdowns = name == "markdown" or (tag in ("td", "th") and value.startswith("text-align:"))
        if not allowed.is_allowed(tag, name) and not is_markdowns:
            if not {(kind, name.lower()) for kind in ("handler", "style", "attribute")} & told:
                yield f"{name}="
        elif name in allowed.ADDRESSES:
            address = allowed.clean_address(value)
            scheme = allowed.scheme_of(address)
            if scheme and scheme not in allowed.SCHEMES and all(value != address.lower() for _, value in told):
                yield address


def misplaced(reading: TextReading) -> Iterator[str]:
    """Yield the problems that are not where their value stands in the source, if it stands there but once."""
    for problem, offset in reading.problems:
        value, source = problem.value, reading.source
        is_there = value in source[max(0, offset - 2) : offset + len(value) + 40]
        is_once = len(value) > 2 and source.count(value) == 1 and problem.kind not in _WITHOUT_PLACE
        if not 0 <= offset <= len(source) or (is_once and not is_there):
            yield f"misplaced: {problem.kind} {value!r} at {offset}"


def words_lost(markdown_html: str, events: list[Event], reading: TextReading) -> list[str]:
    """Return the words of Markdown's own HTML that are not in what readers get, whatever stands between them."""
    if any(problem.kind in _VAGUE for problem in reading.found.problems) or _VAGUE_HTML.search(markdown_html):
        return []
    source = _Events()
    source.feed(markdown_html)
    source.close()
    marks = {word for mark in reading.marks for word in _LETTERS.findall(mark.node.data)}
    forms = [block for block in reading.body.blocks if isinstance(block, TextForm)]
    marks |= {word for form in forms for _, value in form.options for word in _LETTERS.findall(value)}
    of_boxes = {name for name, made in FORM_OF_MARK.items() if made in {form.form for form in forms}}
    told = tuple(problem.value for problem in reading.found.problems if problem.kind == "words in a player")
    lost = _lost(_words(source.found, told), _words(events))
    return [word for word in lost if word not in marks and word.upper() not in of_boxes]


def _lost(wanted: list[str], there: list[str]) -> list[str]:
    found = "".join(there)
    end = 0
    for word in wanted:
        place = found.find(word, end)
        if place < 0:
            break
        end = place + len(word)
    else:
        return []
    # A browser moves what stands between the cells of a table in front of it.
    return [word for word, count in Counter(wanted).items() if found.count(word) < count]


def _words(events: list[Event], unread: Collection[str] = ()) -> list[str]:
    """Return the words of some HTML, without those in these tags."""
    words, unseen = [], ""
    for kind, value, _ in events:
        if kind == "start" and (value in _NO_WORDS or value in unread):
            unseen = value
        elif kind == "end" and value == unseen:
            unseen = ""
        elif kind == "text" and not unseen:
            words += _LETTERS.findall(value)
    return words
