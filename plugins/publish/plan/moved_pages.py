"""Pages that have moved without a redirect: one goes, and a new page has mostly its text."""

import html
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.newsroom.addresses.address_forms import written_address
from plugins.newsroom.addresses.redirect_page import REDIRECT, location_of
from plugins.publish.plan.content_file import aliases_line, content_file, says_aliases
from plugins.publish.plan.gone_pages import kind_of_page, url_of_page
from plugins.publish.plan.publish_plan import PublishPlan

ALIKE = 0.6
"""Part of the shorter text, in runs of three words, that the other has too. Judged: two articles of one subject and of
this kit's demonstration share a third at most, most of that the furniture of pages."""
_LEAST = 20
"""Runs of words below which a text is too short to be known again."""
_MOST_READ = 20
"""Pages that go which are read, and new ones that each is compared with at most ten times as many; more are no slip."""
_MOVING = ("article", "page", "tag", "author")
_REPLACED = ("article", "page")
"""Kinds of which a page that was there may be the new place too. Lists of tags and authors are alike by themselves:
of those only a page that led on to another one may."""
_LIST = 2
"""Articles from which a front is known by them. A tag with fewer is none of its own: it was replaced, not moved."""

_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_PARAGRAPH = re.compile(r"<(h[1-3]|p|li|td)\b[^>]*>(.*?)</\1>", re.DOTALL)
_SENTENCE = 6
"""Words from which a paragraph says something: bylines, times and labels are shorter, and alike on many pages."""
_UNREAD = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
_ARTICLE_LINK = re.compile(r'href="[^"]*?(/\d{4}/\d{2}/[^/"]+/)"')

Read = Callable[[str], bytes | None]
"""Returns the content of a file by its path; None where it cannot be read."""


class Move(NamedTuple):
    """A page that goes, and the new page with its text; both as root-relative addresses."""

    old: str
    new: str
    is_certain: bool = True
    """False where the old page could not be read, and its slug alone speaks for it."""


def find_moves(gone: Sequence[str], plan: PublishPlan, read_old: Read, read_new: Read) -> list[Move]:
    """Return the moves among pages that go, in their order; reads none where no page of the kind is new or changed.

    A changed page may have led on to the one that goes, or have taken its place on purpose.
    """
    shown = [path for path in (*plan.new, *plan.changed) if plan.files[path].kind != REDIRECT]
    pages = [(path, url) for path in shown if (url := url_of_page(path))]
    fresh = frozenset(plan.new)
    moves: list[Move] = []
    texts: dict[str, frozenset[str]] = {}
    for old in [url for url in gone if kind_of_page(url) in _MOVING][:_MOST_READ]:
        kind = kind_of_page(old)
        others = [each for each in pages if kind_of_page(each[1]) == kind]
        others.sort(key=lambda each: (each[0] not in fresh and kind not in _REPLACED, not _has_slug_of(old, each[1])))
        others = others[: 10 * _MOST_READ]
        body = read_old(_path(old)) if others else b""
        if body is None:
            moves += [Move(old, new, is_certain=False) for _, new in others[:1] if _has_slug_of(old, new)]
            continue
        text = _text(body, kind)
        for path, _ in others:
            if path not in texts:
                texts[path] = _text(read_new(path) or b"", kind)
        alike = [(likeness, each) for each in others if (likeness := _likeness(text, texts[each[0]])) >= ALIKE]
        for _, (path, new) in sorted(alike, reverse=True):
            if path in fresh or kind in _REPLACED or location_of(read_old(path) or b""):
                moves.append(Move(old, new))
                break
    return moves


def move_in_words(move: Move, content: Path, prefix: str) -> str:
    """Return what a move means, and where in the `content` folder to write what; `prefix` is the path of the site."""
    file, old = content_file(content, move.new), written_address(move.old, prefix)
    if file is None and kind_of_page(move.new) == "tag":
        new = written_address(move.new, prefix)
        remedy = f'write \'"{old}" = "{new}"\' under [moved] in {content}/addresses.toml'
    elif file is not None and says_aliases(file):
        remedy = f"add {old} to the aliases of {file}"
    else:
        remedy = f"write '{aliases_line(file, old)}' into {file or 'the file that makes it'}"
    if move.is_certain:
        return f"{move.old} is public, and what it shows is now at {move.new}: {remedy}."
    return f"{move.old} goes, and {move.new} is new: if the page has moved, {remedy}."


def _path(url: str) -> str:
    return f"{url[1:]}index.html" if url.endswith("/") else url[1:]


def _has_slug_of(old: str, new: str) -> bool:
    return old.strip("/").rpartition("/")[2] == new.strip("/").rpartition("/")[2]


def _text(body: bytes, kind: str) -> frozenset[str]:
    """Return what tells a page from others: the articles on a front, else the runs of three words in its paragraphs.

    Nothing where that is too little.
    """
    main = _MAIN.search(body.decode("utf-8", "replace"))
    if main is None:
        return frozenset()
    part = main[0][max(main[0].find("<h1"), 0) :].partition("<footer")[0]
    listed = frozenset(_ARTICLE_LINK.findall(part)) if kind != "article" else frozenset()
    if len(listed) >= _LIST:
        return listed
    if kind == "tag":
        return frozenset()
    found: set[str] = set()
    for tag, inner in _PARAGRAPH.findall(part):
        words = re.findall(r"\w+", html.unescape(_UNREAD.sub(" ", inner)).casefold())
        if tag != "p" or len(words) >= _SENTENCE:
            found |= {" ".join(words[number : number + 3]) for number in range(len(words) - 2)}
    return frozenset(found) if len(found) >= _LEAST else frozenset()


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the part of the shorter one that the other has too, from 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
