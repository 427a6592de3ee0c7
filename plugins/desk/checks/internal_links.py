"""Links to addresses of the publication and to headings: `/about/` needs a public page, `#the-numbers` a heading."""

from collections.abc import Iterator

from plugins.desk.checks.reachability import check_is_public, check_is_public_at, lists_taken_down
from plugins.desk.files.addresses import DeskPage, is_file
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, Ref
from plugins.desk.text.link_targets import is_file_name
from plugins.newsroom.addresses.address_forms import normal_address
from plugins.newsroom.problems import Problem, did_you_mean, shortened
from plugins.newsroom.urls import podcast_url

_MOST_LISTED = 12


def check_internal_link(index: ContentIndex, here: Entry, ref: Ref) -> Iterator[Problem]:
    """Find an address of the publication's own that readers of `here` could not open."""
    if is_file(ref.key):
        return
    problems = list(_check_path(index, here, ref))
    if problems and not _may_become(index, ref.key):
        yield from problems


def _check_path(index: ContentIndex, here: Entry, ref: Ref) -> Iterator[Problem]:
    page = index.page_at(ref.key)
    role = f"linked address {shortened(ref.target)!r}"
    if page is None and (target := index.former.at(ref.key)):
        if target.is_outside:
            return
        page = index.page_at(target.path)
    if page is None and normal_address(ref.key) in index.former.gone:
        what = f"{role} leads nowhere: {index.former.own.path} says that it is gone"
        yield index.problem(here, ref.place, what, "link to something else, or take the link away", has_rendering=True)
    elif page is None and index.has_file(ref.key.strip("/")):
        remedy = f"it names a file: write {shortened(f'{{static}}{ref.key}')!r}, or put the file beside the text"
        yield index.problem(here, ref.place, f"{role} leads nowhere", remedy, has_rendering=True)
    elif page is None:
        remedy = did_you_mean(ref.key, index.known.urls, _otherwise(ref.key))
        yield index.problem(here, ref.place, f"{role} leads nowhere", remedy, has_rendering=True)
    elif ref.key.endswith(podcast_url("/")) and not _has_podcast(index, page):
        remedy = "say podcast: in its file, or take the link away"
        yield index.problem(here, ref.place, f"{role} has no podcast", remedy, has_rendering=True)
    elif entry := index.shown_by(page):
        yield from check_is_public(index, here, entry, ref.place, role)
    elif not index.is_public_with(page.public_from, here) and lists_taken_down(index, page):
        return
    elif page.public_from is None and here.public_from is not None:
        remedy = "link to something else, or publish one of them"
        yield index.problem(here, ref.place, f"{role} lists drafts only", remedy, has_rendering=True)
    else:
        yield from check_is_public_at(index, here, page.public_from, ref.place, role)


def _has_podcast(index: ContentIndex, page: DeskPage) -> bool:
    """Tell whether the front of a category or a tag has a podcast, which none has without a picture."""
    kind = {"category": "categories", "tag": "tags"}.get(page.kind, page.kind)
    entries = (entry for entry in index.kinds[kind] if entry.slug == page.slug)
    return any(Ref._make(ref).kind == "artwork" for entry in entries for ref in entry.refs)


def _otherwise(path: str) -> str:
    """Return what to do about an address that is like none of the publication."""
    if is_file_name(path):
        return f"put the file into content/files, and write '/files{shortened(path)}'"
    return "name the file of an article or a page, or correct it"


def _may_become(index: ContentIndex, path: str) -> bool:
    """Tell whether an article with mistakes, which hide its date and tags, may have the address."""
    broken = index.broken_articles
    is_list = path.startswith(("/tags/", "/archive/"))
    return bool(broken) and (is_list or path.rstrip("/").rpartition("/")[2] in broken)


def check_fragment(index: ContentIndex, entry: Entry, ref: Ref) -> Iterator[Problem]:
    """Find a link to a missing heading, of the same text or of another."""
    target = _text_at(index, entry, ref)
    if target is None:
        return
    known = index.ids(target.source)
    if known is not None and ref.fragment not in known:
        written = ref.target.partition("#")[2]
        what = f"no heading '#{shortened(written)}' in {index.path_of(target.source)}"
        yield index.problem(entry, ref.place, what, _remedy(ref.fragment, known), has_rendering=True)


def _text_at(index: ContentIndex, entry: Entry, ref: Ref) -> Entry | None:
    """Return the entry of the text that a link leads into, if it is one."""
    if ref.kind == "part":
        return entry
    if ref.kind == "file":
        return index.entries.get(ref.key)
    page = index.page_at(ref.key)
    return index.shown_by(page) if page else None


def _remedy(fragment: str, known: frozenset[str]) -> str:
    otherwise = None if known else "it has no headings"
    if len(known) > _MOST_LISTED:
        otherwise = "write the words of the heading in small letters, with hyphens"
    return did_you_mean(fragment, sorted(known), otherwise, shown="#{}".format)
