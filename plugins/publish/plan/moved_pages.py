"""Pages that have moved without a redirect: one goes, and a new page has mostly its text."""

import html
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.newsroom.addresses.redirect_page import REDIRECT
from plugins.publish.plan.content_file import content_file, says_aliases
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
_FEWEST_ON_TAG = 2
"""Articles on a tag's page from which it is a page of its own: with its only article a tag is replaced, not moved."""

_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
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
    """Return the moves among pages that go, in their order; reads none where no page of the kind is new."""
    pages = [(path, url) for path in plan.new if plan.files[path].kind != REDIRECT and (url := url_of_page(path))]
    moves: list[Move] = []
    texts: dict[str, frozenset[str]] = {}
    for old in [url for url in gone if kind_of_page(url) in _MOVING][:_MOST_READ]:
        others = [(path, new) for path, new in pages if kind_of_page(new) == kind_of_page(old)]
        others.sort(key=lambda each: not _has_slug_of(old, each[1]))
        others = others[: 10 * _MOST_READ]
        body = read_old(_path(old)) if others else b""
        if body is None:
            moves += [Move(old, new, is_certain=False) for _, new in others[:1] if _has_slug_of(old, new)]
            continue
        text = _text(body, kind_of_page(old))
        for path, new in others:
            if path not in texts:
                texts[path] = _text(read_new(path) or b"", kind_of_page(new))
            if _is_alike(text, texts[path]):
                moves.append(Move(old, new))
                break
    return moves


def move_in_words(move: Move, content: Path) -> str:
    """Return what a move means, and where in the `content` folder to write what."""
    file = content_file(content, move.new)
    if file is None and kind_of_page(move.new) == "tag":
        remedy = f'write \'"{move.old}" = "{move.new}"\' under [moved] in {content}/addresses.toml'
    else:
        where = file or "the file that makes it"
        is_there = file is not None and says_aliases(file)
        remedy = (
            f"add {move.old} to the aliases of {where}" if is_there else f"write 'aliases: [{move.old}]' into {where}"
        )
    if move.is_certain:
        return f"{move.old} is public, and what it shows is now at {move.new}: {remedy}."
    return f"{move.old} goes, and {move.new} is new: if the page has moved, {remedy}."


def _path(url: str) -> str:
    return f"{url[1:]}index.html" if url.endswith("/") else url[1:]


def _has_slug_of(old: str, new: str) -> bool:
    return old.strip("/").rpartition("/")[2] == new.strip("/").rpartition("/")[2]


def _text(body: bytes, kind: str) -> frozenset[str]:
    """Return the runs of three words in the part of a page that others do not have; none where it is too short."""
    main = _MAIN.search(body.decode("utf-8", "replace"))
    if main is None:
        return frozenset()
    part = main[0][max(main[0].find("<h1"), 0) :].partition("<footer")[0]
    if kind == "tag" and len({*_ARTICLE_LINK.findall(part)}) < _FEWEST_ON_TAG:
        return frozenset()
    words = re.findall(r"\w+", html.unescape(_UNREAD.sub(" ", part)).casefold())
    found = frozenset(" ".join(words[number : number + 3]) for number in range(len(words) - 2))
    return found if len(found) >= _LEAST else frozenset()


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= ALIKE * shorter
