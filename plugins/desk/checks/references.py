"""How files agree with one another: every reference leads somewhere that readers can go.

Told from entries alone, for every file in every build. A `Mistake` says where it stands in words for whoever opens the
file; `problems_of` does so for the few files that have one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from plugins.desk.checks.fragments import check_fragment
from plugins.desk.checks.internal_links import check_own_link
from plugins.desk.checks.reachability import Mistake, OpenDocument, check_is_public, check_picture, remedy_for
from plugins.desk.checks.unique_addresses import check_addresses, check_tags
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Change, Entry, Locator, Ref
from plugins.newsroom.problems import Problem

if TYPE_CHECKING:  # a file is taken apart again only where something is wrong with it
    from plugins.desk.files.document import Document
    from plugins.desk.front_matter.header import Place
    from plugins.newsroom.front_matter.schema import Fields

LINKED_KINDS = ("articles", "pages", "authors", "categories")
"""Kinds of files that have a page of their own to link to."""


def check_folder(index: ContentIndex, open_document: OpenDocument) -> list[Problem]:
    """Return everything that is wrong with the files of a folder, and between them."""
    problems = [problem for entry in index.entries.values() for problem in entry.own_problems if entry.problems]
    problems += check_categories(index)
    problems += check_addresses(index, open_document)
    problems += check_tags(index, open_document)
    for entry in index.entries.values():
        mistakes = list(check_entry(index, entry))
        problems += problems_of(mistakes, open_document(entry.source)) if mistakes else ()
    return problems


def check_changed(index: ContentIndex, changed: Iterable[str], open_document: OpenDocument) -> list[Problem]:
    """Return what `check_folder` would, where nothing was wrong before the files `changed` got other words.

    No more than words: they may not have changed in anything that other files depend on (`structure.py`).
    """
    problems: list[Problem] = []
    for path in changed:
        entry = index.entries[path]
        problems += entry.own_problems
        mistakes = list(check_entry(index, entry))
        problems += problems_of(mistakes, open_document(path)) if mistakes else ()
    return problems


def check_entry(index: ContentIndex, entry: Entry) -> Iterator[Mistake]:
    """Find what in a file leads nowhere, or to what its readers could not open."""
    if entry.kind == "articles" and entry.has_fields:
        yield from _check_names(index, entry)
        yield from _check_choices(index, entry)
        yield from _check_changes(index, entry)
    for ref in map(Ref._make, entry.refs):
        match ref.kind:
            case "picture":
                yield from check_picture(index, ref)
            case "file":
                yield from _check_file(index, entry, ref)
            case "address":
                yield from check_own_link(index, entry, ref)
        if ref.fragment:
            yield from check_fragment(index, entry, ref)


def problems_of(mistakes: Iterable[Mistake], document: Document[Fields]) -> list[Problem]:
    """Return mistakes at their places in the file."""
    return [document.problem(_place(document, mistake), mistake.what, mistake.remedy) for mistake in mistakes]


def check_categories(index: ContentIndex) -> Iterator[Problem]:
    """Find articles, also drafts that name none, in a publication without categories."""
    if not index.kinds["categories"] and any(e.has_fields and not e.category for e in index.kinds["articles"]):
        remedy = "write a file there, such as news.md with name, order, colour and summary: every article is in one"
        yield Problem(f"{index.shown_root}/categories", 1, 1, f"{index.shown_root}/categories is empty", remedy)


def _place(document: Document[Fields], mistake: Mistake) -> Place:
    where, *rest = mistake.at
    if where == "header":
        return document.header.place_of(*rest)
    scanned = document.scan.references if where == "text" else document.scan.marks
    return scanned[int(rest[0])].place


def _check_names(index: ContentIndex, article: Entry) -> Iterator[Mistake]:
    """Find names of categories, authors and sponsors that there are none of."""
    if article.category and index.category_of(article.category) is None:
        names = [category.name for category in index.kinds["categories"] if category.has_fields]
        remedy = remedy_for(article.category, names, "content/categories")
        yield Mistake(("header", "category"), f"unknown category {article.category!r}", remedy)
    for number, author in enumerate(article.authors):
        if author not in index.authors:
            named = {entry.name: entry.slug for entry in index.kinds["authors"] if entry.has_fields}
            remedy = remedy_for(named.get(author, author), index.authors, "content/authors")
            yield Mistake(("header", "authors", number), f"unknown author {author!r}", remedy)
    if article.sponsor and article.sponsor not in index.sponsors:
        remedy = remedy_for(article.sponsor, index.sponsors, "content/sponsors")
        yield Mistake(("header", "sponsor"), f"unknown sponsor {article.sponsor!r}", remedy)


def _check_choices(index: ContentIndex, article: Entry) -> Iterator[Mistake]:
    """Find related and don't-miss articles that readers could not read next."""
    chosen: list[tuple[Locator, str, str]] = [
        (("header", "related", number), slug, "related article") for number, slug in enumerate(article.related)
    ]
    if article.dont_miss:
        chosen.append((article.dont_miss_at, article.dont_miss, "don't-miss article"))
    for at, slug, role in chosen:
        target = index.articles.get(slug)
        if target is None:
            remedy = remedy_for(slug, index.articles, "content/articles")
            yield Mistake(at, f"unknown {role} {slug!r}", remedy)
        elif slug == article.slug:
            yield Mistake(at, f"{role} is this article itself", "choose another one")
        else:
            yield from check_is_public(index, article, target, at, f"{role} {slug!r}")


def _check_changes(index: ContentIndex, article: Entry) -> Iterator[Mistake]:
    """Find changes from days to come."""
    for change in map(Change._make, article.changes):
        if change.time > index.seconds and change.time != article.published and not _is_before(change, article):
            what = f"{change.done} in the future: it is {index.now:%Y-%m-%d %H:%M} now"
            yield Mistake(change.at, what, "write when it was")


def _is_before(change: Change, article: Entry) -> bool:
    """Whether an article says that it was changed before it was published, which its own checks tell."""
    return article.published is not None and change.time < article.published


def _check_file(index: ContentIndex, entry: Entry, ref: Ref) -> Iterator[Mistake]:
    target = index.entries.get(ref.key)
    role = f"linked file {ref.target!r}"
    if target is None:
        remedy = remedy_for(ref.key, index.entries, "content", note=" (below content/)")
        yield Mistake(ref.at, f"{role} does not exist", remedy)
    elif target.kind not in LINKED_KINDS:
        yield Mistake(ref.at, f"{role} has no page", "link to an article or a page")
    else:
        yield from check_is_public(index, entry, target, ref.at, role)
