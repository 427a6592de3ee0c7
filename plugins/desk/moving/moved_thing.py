"""The thing that a move is about: found by whatever its author calls it, with its present and its next address."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, url_of
from plugins.desk.text.link_targets import is_text_name, split_suffix
from plugins.newsroom.front_matter.slugs import is_slug, slugify
from plugins.newsroom.near_misses import KnownNames
from plugins.newsroom.problems import did_you_mean, shortened
from plugins.newsroom.urls import OwnSite, author_url, category_url, page_path, tag_url, text_page_url

ONE = {
    "articles": "an article",
    "pages": "a page",
    "authors": "an author",
    "categories": "a category",
    "tags": "a tag",
    "sponsors": "a sponsor",
}
"""The kinds of things that have a name of their own in addresses or in other files."""
_URLS = {"pages": text_page_url, "authors": author_url, "categories": category_url, "tags": tag_url}
_PAGE_KINDS = {"text page": "pages", "author": "authors", "category": "categories", "tag": "tags"}

_MONTH = re.compile(r"(?:^|/)\d{4}/\d{1,2}$")


class MoveError(Exception):
    """A move that cannot be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A thing with its present slug and the next one."""

    kind: str
    entry: Entry | None
    """Its file; None of a tag that has none."""
    slug: str
    new_slug: str
    url: str | None
    """Its present address, root-relative without prefix; None of a sponsor."""
    new_url: str | None
    rename: tuple[str, str] | None = None
    """The file or folder that gets another name, and that name, as paths below the content folder."""

    def source(self, path: str) -> str:
        """Return the path that a file has afterwards."""
        old, new = self.rename or ("", "")
        is_renamed = bool(old) and (path == old or path.startswith(f"{old}/"))
        return f"{new}{path.removeprefix(old)}" if is_renamed else path

    def name(self, slug: str) -> str:
        """Return what other files call an article of this month with a slug, month and all."""
        return f"{(self.url or '').strip('/').rpartition('/')[0]}/{slug}"


@dataclass(frozen=True, slots=True)
class MovableThing:
    """A thing as it was named."""

    kind: str
    slug: str
    entry: Entry | None

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.entry.source if self.entry else self.slug


def find_thing(index: ContentIndex, own: OwnSite, written: str) -> MovableThing:
    """Return what is called `written`: a slug, an address, or the path of a file. Raises MoveError."""
    path = _path(index, own, written)
    if not path:
        raise MoveError("nothing to move; name it: make move FROM=old-slug TO=new-slug")
    found = {thing.key: thing for thing in _things(index, path)}
    if not found and (target := index.former.at(f"/{path}/")):
        found = {thing.key: thing for thing in _things(index, target.path.strip("/"))}
    if not found:
        if (entry := index.entries.get(path)) or (entry := index.entries.get(f"{path}.md")):
            raise MoveError(f"{index.path_of(entry.source)} has no address; give the file another name")
        names = KnownNames(sorted(_names(index)))
        remedy = did_you_mean(
            path, names, "name it by its slug, its address or its file", shown=lambda name: f"FROM={name}"
        )
        raise MoveError(f"nothing is called {shortened(written)!r}; {remedy}")
    if len(found) > 1:
        named = " or ".join(f"FROM={_exact(index, thing)} ({ONE[thing.kind]})" for thing in found.values())
        raise MoveError(f"{shortened(written)!r} may be one of {len(found)}; write {named}")
    return next(iter(found.values()))


def _names(index: ContentIndex) -> Iterator[str]:
    """Yield the names of all that can be moved."""
    yield from index.known.articles
    yield from (source for source, entry in index.entries.items() if entry.kind in ONE)
    yield from (url.strip("/") for url, page in index.pages.items() if page.kind in _PAGE_KINDS)


def _exact(index: ContentIndex, thing: MovableThing) -> str:
    if thing.kind == "articles" and thing.entry:
        return url_of(thing.entry, index.now).strip("/")
    return f"{thing.kind}/{thing.slug}"


def _path(index: ContentIndex, own: OwnSite, written: str) -> str:
    """Return what was written as a path without a slash at either end."""
    address = own.path_of(written.strip()) or _without_prefix(written.strip(), own.prefix)
    path = split_suffix(address)[0].removeprefix("./").strip("/")
    prefix = f"{index.shown_root.rpartition('/')[2]}/"
    path = path.removeprefix(f"{index.shown_root}/").removeprefix(prefix)
    return page_path(f"/{path}").strip("/") if path else ""


def _without_prefix(written: str, prefix: str) -> str:
    """Return an address without the path of the site, unless that is all of it, as of a category called so."""
    rest = written.removeprefix(prefix)
    return rest if prefix and written.startswith(f"{prefix}/") and rest.strip("/") else written


def _things(index: ContentIndex, path: str) -> Iterator[MovableThing]:
    """Yield all that may be meant."""
    entry = index.entries.get(path)
    if entry and entry.kind in ONE:
        yield MovableThing(entry.kind, entry.slug, entry)
        return
    folder, _, rest = path.partition("/")
    kinds = [folder] if folder in ONE and rest else list(ONE)
    name = rest if len(kinds) == 1 else path
    named = PurePosixPath(name).stem if is_text_name(name) else name
    for kind in kinds:
        yield from _named(index, kind, named)
    page = index.page_at(f"/{path}/")
    if page and page.kind in _PAGE_KINDS:
        kind = _PAGE_KINDS[page.kind]
        yield MovableThing(kind, page.slug, _file_of(index, kind, page.slug))


def _named(index: ContentIndex, kind: str, name: str) -> Iterator[MovableThing]:
    if kind == "articles":
        article = index.article(name)
        same = index.articles_by_slug.get(name, ())
        yield from (MovableThing(kind, each.slug, each) for each in (same or ([article] if article else [])))
    elif entry := _file_of(index, kind, name):
        yield MovableThing(kind, name, entry)
    elif kind == "tags" and (slug := slugify(name)) and tag_spellings(index, slug):
        yield MovableThing(kind, slug, _file_of(index, kind, slug))


def _file_of(index: ContentIndex, kind: str, slug: str) -> Entry | None:
    return next((entry for entry in index.kinds[kind] if entry.slug == slug), None)


def tag_spellings(index: ContentIndex, slug: str) -> list[str]:
    """Return the ways that articles write the tag with a slug, the commonest first."""
    counts = Counter(name for article in index.kinds["articles"] for name, tag in article.tags if tag == slug)
    return sorted(counts, key=lambda name: (-counts[name], name))


def new_slug(index: ContentIndex, own: OwnSite, thing: MovableThing, written: str) -> str:
    """Return the slug that `written`, a slug or an address, asks for. Raises MoveError."""
    path = _path(index, own, written)
    folder, _, name = path.rpartition("/")
    name = PurePosixPath(name).stem if is_text_name(name) else name
    own_url = (url_for(index, thing.kind, thing.slug, thing.entry) or "").strip("/")
    file = thing.entry.source if thing.entry else ""
    if not path:
        raise MoveError("no place to move it to; name one: make move FROM=old-slug TO=new-slug")
    if thing.kind == "articles" and _MONTH.fullmatch(path):
        raise MoveError(f"{shortened(written)!r} is a month alone; write a slug: TO=new-slug")
    if folder not in {"", thing.kind, own_url.rpartition("/")[0], file.rpartition("/")[0]}:
        if thing.kind == "articles" and _MONTH.search(folder):
            remedy = f"change 'date' in its file, and write 'aliases: [/{own_url}/]' below it"
            raise MoveError(f"{shortened(folder)!r} is another month, which an article has from its date; {remedy}")
        raise MoveError(f"{shortened(written)!r} is no place for {ONE[thing.kind]}; write a slug: TO={slugify(name)}")
    if not is_slug(name):
        otherwise = f"write TO={slug}" if (slug := slugify(name)) else "use the letters a-z, digits and hyphens"
        raise MoveError(f"{shortened(name)!r} cannot stand in an address; {otherwise}")
    return name


def url_for(index: ContentIndex, kind: str, slug: str, entry: Entry | None) -> str | None:
    """Return the address of a thing with a slug."""
    if kind == "articles" and entry:
        return url_of(entry._replace(slug=slug), index.now)
    return _URLS[kind](slug) if kind in _URLS else None
