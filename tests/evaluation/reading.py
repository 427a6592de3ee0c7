"""Any folder of posts as articles. Front matter is read leniently, the text as the site reads it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from plugins.desk.text.forms.text_form import KeptBody, block_html
from plugins.desk.text.plain_text import count_words, plain_text
from plugins.desk.text.text_reader import text_reader
from plugins.desk.text.typography import read_typography
from plugins.newsroom.language.terms import terms
from tests.evaluation.fields import (
    COMMAS_AND,
    clean,
    date_in_path,
    first,
    line,
    names,
    seconds,
    slug_of_path,
    slugs,
)
from tests.evaluation.headers import Header, split

_MARKDOWN, _HTML = (".md", ".markdown", ".mkd", ".mdown", ".mdx"), (".html", ".htm")
_NOT_POSTS = frozenset(["readme", "license", "contributing", "changelog"])
"""Files that come with a folder of posts; one with front matter is a post all the same."""
_SHORTCODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
"""Of Jekyll (`{% include … %}`, `{{ site.baseurl }}`) and Hugo (`{{< figure … >}}`)."""
_SHORTCODE_LENGTH = 1000  # what is longer is a brace that was never closed; judgement
_HEADING = re.compile(r"^#+[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_HTML_TITLE = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_HTML_HEAD = re.compile(r"<head\b.*?</head\s*>|<!doctype[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One article of the folder."""

    slug: str
    """As its front matter writes it."""
    title: str
    summary: str
    date: int
    """In seconds since 1970."""
    category: str
    """Slug, as are tags and authors."""
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    blocks: tuple[Markup, ...]
    words: int
    terms: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Posts of a folder, with notes about them."""

    posts: tuple[Post, ...]
    notes: tuple[str, ...]
    """Oddities, a sentence each."""


def read_folder(folder: Path, settings: Mapping[str, Any]) -> Folder:
    """Return the posts of a folder in the order of their paths, read with Pelican's `settings`."""
    reader = _Reader(folder, settings)
    posts: dict[str, Post] = {}
    sources = _sources(folder)
    others = [source for source in sources if not _is_text(source)]
    if others:
        reader.note(others[0], f"no Markdown or HTML, left out like all {len(others)} files of other kinds")
    for source in filter(_is_text, sources):
        post = reader.read(source)
        if post and posts.setdefault(post.slug, post) is not post:
            reader.note(source, f"the slug {post.slug!r} again; the first post keeps it, this one is left out")
    return Folder(posts=tuple(posts.values()), notes=tuple(reader.notes))


def _is_text(source: str) -> bool:
    return Path(source).suffix.casefold() in (*_MARKDOWN, *_HTML)


def _sources(folder: Path) -> list[str]:
    """Return the paths of all files below `folder`, but for hidden ones, in order."""
    found = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name).relative_to(folder).as_posix() for name in files if not name.startswith(".")]
    return sorted(found)


class _Reader:
    """Reads the files of one folder, and notes oddities."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        self._folder = folder
        self._texts = text_reader(settings["MARKDOWN"], read_typography(settings), settings["DEFAULT_LANG"])
        self.notes: list[str] = []

    def note(self, source: str, what: str) -> None:
        self.notes.append(f"{source}: {what}")

    def read(self, source: str) -> Post | None:
        """Return the post in a file of Markdown or HTML, or None if it is none or cannot be read."""
        try:
            data = (self._folder / source).read_bytes()
        except OSError as error:
            self.note(source, f"cannot be read ({error.strerror}), left out")
            return None
        header, body, odd = split(clean(self._decoded(source, data)))
        if odd:
            self.note(source, odd)
        if not header and Path(source).stem.casefold() in _NOT_POSTS:
            self.note(source, "no post, left out")
            return None
        return self._post(source, header, body, is_html=Path(source).suffix.casefold() in _HTML)

    def _decoded(self, source: str, data: bytes) -> str:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16", errors="replace")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            self.note(source, "not UTF-8, read as Windows-1252")
            return data.decode("cp1252", errors="replace")

    def _post(self, source: str, header: Header, body: str, is_html: bool) -> Post:
        finished, text = self._finished(source, body, is_html)
        title = _plain(line(first(header, "title", "headline", "name"))) or _title_in(body, is_html)
        slug = line(first(header, "slug")) or slug_of_path(source)
        title = title or clean(slug.replace("-", " "))
        summary = _plain(line(first(header, "summary", "description", "excerpt", "standfirst", "subtitle", "dek")))
        return Post(
            slug=slug,
            title=title,
            summary=summary,
            date=self._date(source, header),
            category="".join(slugs(names(first(header, "category", "categories", "section")))[:1]),
            tags=slugs(names(first(header, "tags", "tag", "keywords"))),
            authors=slugs(names(first(header, "authors", "author", "byline"), COMMAS_AND)),
            blocks=tuple(Markup(block_html(block)) for block in finished.blocks),
            words=finished.words,
            terms=terms(title, summary, text),
        )

    def _finished(self, source: str, body: str, is_html: bool) -> tuple[KeptBody, str]:
        """Return the text as the site finishes it; a text that Markdown fails on is one block of plain text."""
        body = _SHORTCODE.sub(lambda code: " " if len(code[0]) < _SHORTCODE_LENGTH else code[0], body)
        if is_html:
            return _one_block(_HTML_HEAD.sub(" ", body))
        try:
            reading = self._texts.read(body)
        except Exception as error:  # whatever a stranger's text does to Markdown, the others are measured
            self.note(source, f"Markdown failed ({type(error).__name__}), read as plain text")
            return _one_block(escape(body))
        return reading.body, reading.words

    def _date(self, source: str, header: Header) -> int:
        written = line(first(header, "date", "published", "publishdate", "pubdate", "publish_date", "created"))
        date = seconds(written) if written else None
        if written and date is None:
            self.note(source, f"no date: {written!r}")
        known = date if date is not None else date_in_path(source)
        if known is None:
            self.note(source, "without a date, so 1970")
        return known or 0


def _one_block(html: str) -> tuple[KeptBody, str]:
    words = plain_text(html)
    return KeptBody(blocks=(Markup(html),), dont_miss_after=None, words=count_words(words)), words


def _plain(text: str) -> str:
    """Return a title or a summary without the markup and entities that some publishers write there."""
    return clean(plain_text(text)) if "<" in text or "&" in text else clean(" ".join(text.split()))


def _title_in(body: str, is_html: bool) -> str:
    found = _HTML_TITLE.search(body) if is_html else _HEADING.search(body)
    return _plain(found[found.re.groups]) if found else ""
