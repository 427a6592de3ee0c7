"""References between files: each leads somewhere that readers can go. Checked from entries, for every file."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from plugins.desk.checks.aliases import check_former_addresses
from plugins.desk.checks.artwork import check_artwork
from plugins.desk.checks.attachment_checks import check_attachment
from plugins.desk.checks.data_table_checks import check_data_table
from plugins.desk.checks.embeds import check_embeds
from plugins.desk.checks.feed_ids import check_feed_ids
from plugins.desk.checks.internal_links import check_fragment, check_internal_link
from plugins.desk.checks.player_checks import check_media
from plugins.desk.checks.reachability import check_is_public, check_picture, remedy_for
from plugins.desk.checks.translations import check_translation
from plugins.desk.checks.unique_addresses import check_addresses, check_names, check_tags
from plugins.desk.checks.unlinked_files import check_unlinked
from plugins.desk.files.addresses import when
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import DatedChange, Entry, Ref, Spot
from plugins.desk.text.link_targets import target_like
from plugins.newsroom.problems import Problem, Severity, shortened

_MOST_NAMED = 6
LINKED_KINDS = ("articles", "pages", "authors", "categories")
"""Kinds of files that have a page of their own to link to."""


def check_between(index: ContentIndex) -> list[Problem]:
    """Return the problems that files have only together."""
    checks = (
        *(check_categories, check_addresses, check_names, check_tags),
        *(check_unlinked, check_former_addresses, check_feed_ids, check_embeds),
    )
    return [problem for check in checks for problem in check(index)]


def check_file(index: ContentIndex, entry: Entry) -> Iterator[Problem]:
    """Return the problems of a file: its own, and those of its references."""
    yield from index.own_problems(entry)
    yield from check_entry(index, entry)


def check_entry(index: ContentIndex, entry: Entry) -> Iterator[Problem]:
    """Find references that lead nowhere, or to something that readers of the file could not open."""
    if entry.kind == "articles" and entry.has_fields:
        yield from _check_names(index, entry)
        yield from _check_choices(index, entry)
        yield from _check_changes(index, entry)
        yield from check_translation(index, entry)
    for number, ref in enumerate(map(Ref._make, entry.refs)):
        match ref.kind:
            case "picture" | "original":
                yield from check_picture(index, entry, ref, is_lead=number == 0 and entry.has_picture)
            case "attachment":
                yield from check_attachment(index, entry, ref)
            case "artwork":
                yield from check_artwork(index, entry, ref)
            case "media" | "track" | "player" | "player captions" | "player transcript":
                yield from check_media(index, entry, ref)
            case "table" | "bars" | "columns" | "lines":
                yield from check_attachment(index, entry, ref)
                yield from check_data_table(index, entry, ref)
            case "file":
                yield from _check_file(index, entry, ref)
            case "address":
                yield from check_internal_link(index, entry, ref)
        if ref.fragment:
            yield from check_fragment(index, entry, ref)


def check_categories(index: ContentIndex) -> Iterator[Problem]:
    """Find articles, also drafts that name none, in a publication without categories."""
    if not index.kinds["categories"] and any(e.has_fields and not e.category for e in index.kinds["articles"]):
        remedy = "write a file there, such as news.md with name, order, colour and summary: every article is in one"
        yield Problem(f"{index.shown_root}/categories", 1, 1, f"{index.shown_root}/categories is empty", remedy)


def _check_names(index: ContentIndex, article: Entry) -> Iterator[Problem]:
    """Find names that no category, author or sponsor has."""
    if article.category and index.category_of(article.category) is None:
        remedy = remedy_for(article.category, index.known.categories, "content/categories")
        yield index.problem(article, article.at.category, f"unknown category {shortened(article.category)!r}", remedy)
    for number, author in enumerate(article.authors):
        if author not in index.authors:
            slug = index.known.author_slugs.get(author, author)
            remedy = remedy_for(slug, index.known.authors, "content/authors")
            yield index.problem(article, article.at.authors[number], f"unknown author {shortened(author)!r}", remedy)
    if article.sponsor and article.sponsor not in index.sponsors:
        remedy = remedy_for(article.sponsor, index.known.sponsors, "content/sponsors")
        yield index.problem(article, article.at.sponsor, f"unknown sponsor {shortened(article.sponsor)!r}", remedy)


def _check_choices(index: ContentIndex, article: Entry) -> Iterator[Problem]:
    """Find related and don't-miss articles that readers could not read next."""
    chosen = [(slug, place, "related article") for slug, place in zip(article.related, article.at.related, strict=True)]
    if article.dont_miss:
        chosen.append((article.dont_miss, article.at.dont_miss, "don't-miss article"))
    seen: dict[str, str] = {}
    for slug, place, role in chosen:
        target, namesakes = index.article(slug), index.namesakes(slug)
        if len(namesakes) > 1:
            what = f"{role} {shortened(slug)!r} may be one of {len(namesakes)} articles"
            remedy = f"name it with its month: {' or '.join(namesakes[:_MOST_NAMED])}"
            found = index.problem(article, place, what, remedy, has_rendering=True)
            yield replace(found, severity=Severity.WARNING) if target else found
        elif target is None:
            remedy = remedy_for(slug, index.known.articles, "content/articles")
            yield index.problem(article, place, f"unknown {role} {shortened(slug)!r}", remedy, has_rendering=True)
        if target is article:
            remedy = "choose another one"
            yield index.problem(article, place, f"{role} is this article itself", remedy, has_rendering=True)
        elif target and (other := seen.setdefault(target.source, slug)) != slug:
            what = f"{role} {shortened(slug)!r} is {shortened(other)!r} a second time"
            yield index.problem(article, place, what, "keep one of them", has_rendering=True)
        elif target:
            yield from check_is_public(index, article, target, place, f"{role} {shortened(slug)!r}")
            yield from _check_is_current(index, article, target, place, f"{role} {shortened(slug)!r}")


def _check_is_current(index: ContentIndex, here: Entry, target: Entry, place: Spot, role: str) -> Iterator[Problem]:
    """Find a target that is over or retracted when `here` appears, or now: another one stands in its place."""
    from_then_on = max(here.public_from or index.seconds, index.seconds)
    ends = {"is retracted": target.retracted, "is over": target.expires}
    for done, end in ends.items():
        if end is not None and end <= from_then_on:
            what = f"{role} {done} (since {when(end, index.now):%Y-%m-%d %H:%M})"
            remedy = "nothing need be done: another one stands in its place, if any is good enough"
            yield replace(index.problem(here, place, what, remedy), severity=Severity.NOTICE)
            return


def _check_changes(index: ContentIndex, article: Entry) -> Iterator[Problem]:
    """Find changes from days to come."""
    for change in map(DatedChange._make, article.changes):
        # A change before its article is reported by `one_file`.
        if change.time > max(index.seconds, article.published or index.seconds):
            what = f"{change.done} in the future: it is {index.now:%Y-%m-%d %H:%M} now"
            yield index.problem(article, change.place, what, "write when it was")


def _check_file(index: ContentIndex, entry: Entry, ref: Ref) -> Iterator[Problem]:
    target = index.entries.get(ref.key)
    role = f"linked file {shortened(ref.target)!r}"
    if target is None:
        shown = partial(target_like, ref.target, entry.source)
        remedy = remedy_for(ref.key, index.known.files, "content", shown=shown)
        yield index.problem(entry, ref.place, f"{role} does not exist", remedy, has_rendering=True)
    elif target.kind not in LINKED_KINDS:
        remedy = "link to an article or a page"
        yield index.problem(entry, ref.place, f"{role} has no page", remedy, has_rendering=True)
    else:
        yield from check_is_public(index, entry, target, ref.place, role)
