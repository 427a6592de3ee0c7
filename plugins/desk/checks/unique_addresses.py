"""Addresses that two files want, or a file and the publication itself."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, Spot, url_of
from plugins.newsroom import urls
from plugins.newsroom.front_matter.mistakes import shown
from plugins.newsroom.problems import Problem, Severity, shortened
from plugins.newsroom.site_pages import reserved_slugs

_YEAR = re.compile(r"\d{4}")
"""The first part of the address of every article."""
_REMEDY = "choose another slug or file name"


def check_addresses(index: ContentIndex) -> Iterator[Problem]:
    """Find files that want the same address, and sponsors, which have none, with the same name."""
    yield from _check_articles(index)
    for kind in ("authors", "tags", "sponsors"):
        yield from _check_unique(index, index.public_first(kind))
    taken = {urls.language_url(each.slug): f"the front of the language {each.lang!r}" for each in index.languages}
    own_slugs = reserved_slugs()
    fronts = [(urls.category_url(entry.slug), entry) for entry in index.kinds["categories"]]
    pages = [(urls.text_page_url(entry.slug), entry) for entry in index.public_first("pages")]
    for url, entry in (*fronts, *pages):
        is_own = entry.slug in own_slugs or _YEAR.fullmatch(entry.slug)
        path = index.path_of(entry.source)
        holder = "the publication itself" if is_own else taken.setdefault(url, path)
        if holder != path:
            yield index.problem(entry, entry.at.slug, f"address {url} is taken by {holder}", _REMEDY)


def _check_articles(index: ContentIndex) -> Iterator[Problem]:
    for namesakes in index.articles_by_slug.values():
        first: dict[str, Entry] = {}
        for article in namesakes if len(namesakes) > 1 else ():
            url = url_of(article, index.now)
            other = first.setdefault(url, article)
            if other is not article:
                what = f"address {url} is taken by {index.path_of(other.source)}:{other.at.slug[0]}"
                yield index.problem(article, article.at.slug, what, _REMEDY)


def _check_unique(index: ContentIndex, entries: Sequence[Entry]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in entries:
        other = first.setdefault(entry.slug, entry)
        if other is not entry:
            what = f"slug {shortened(entry.slug)!r} is taken by {index.path_of(other.source)}:{other.at.slug[0]}"
            yield index.problem(entry, entry.at.slug, what, _REMEDY)


def check_names(index: ContentIndex) -> Iterator[Problem]:
    """Find categories, authors or tags that readers could not tell apart."""
    for kind in ("categories", "authors", "tags"):
        first: dict[str, Entry] = {}
        for entry in index.kinds[kind]:
            other = first.setdefault(entry.name.casefold(), entry) if entry.name else entry
            if other is not entry:
                one = {"categories": "category", "authors": "author", "tags": "tag"}[kind]
                what = f"a second {one} called {shown(entry.name)} ({index.path_of(other.source)}:{other.at.name[0]})"
                remedy = "give one of them another name, or delete it"
                yield replace(index.problem(entry, entry.at.name, what, remedy), severity=Severity.WARNING)


def check_tags(index: ContentIndex) -> Iterator[Problem]:
    """Find tags that would share an address although they are different words."""
    first: dict[str, tuple[str, Entry, Spot]] = {}
    named: set[tuple[str, str]] = set()
    """Slugs of files with the names that these give them."""
    for tag in index.kinds["tags"]:
        if tag.has_fields and tag.tags[0][1] == tag.slug:
            first[tag.slug] = (tag.name, tag, tag.at.name)
        named.add((tag.slug, tag.name.casefold()))
    same: dict[tuple[str, str], bool] = {}
    remedies: dict[str, str] = {}
    for article in index.public_first("articles"):
        for (name, slug), place in zip(article.tags, article.at.tags, strict=True):
            if named and (slug, name.casefold()) in named:
                continue
            other, holder, there = first.setdefault(slug, (name, article, place))
            if other is name or not slug:
                continue
            if (other, name) not in same:
                same[other, name] = _letters(other) == _letters(name)
            if not same[other, name]:
                held = f"{shown(other)} ({index.path_of(holder.source)}:{there[0]})"
                if name not in remedies:
                    remedies[name] = _remedy_for_tag(index, name, slug)
                what = f"tag {shown(name)} has the address of {held}"
                yield replace(index.problem(article, place, what, remedies[name]), has_rendering=True)


def _remedy_for_tag(index: ContentIndex, name: str, slug: str) -> str:
    """Return how a tag gets an address of its own, in place of `slug`."""
    taken = {tag for article in index.kinds["articles"] for _, tag in article.tags}
    taken.update(tag.slug for tag in index.kinds["tags"])
    free = next(free for number in count(2) if (free := f"{slug}-{number}") not in taken)
    line = f"name: {json.dumps(name, ensure_ascii=False)}"
    file = index.path_of(f"tags/{free}.md")
    return f"write both the same, or give it an address of its own: a file {file} with '{line}'"


def _letters(name: str) -> str:
    """Return the letters and digits of a name in small letters: words are the same whatever joins them."""
    return "".join(filter(str.isalnum, name.casefold()))
