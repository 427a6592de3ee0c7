"""Links to a part of a page, `#the-numbers`, whose text needs a heading of that name."""

from collections.abc import Iterator

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, Ref
from plugins.newsroom.problems import Problem, did_you_mean
from plugins.newsroom.site_pages import find_page

_MOST_LISTED = 12


def check_fragment(index: ContentIndex, entry: Entry, ref: Ref) -> Iterator[Problem]:
    """Find a link to a missing heading, of the same text or of another."""
    target = _text_at(index, entry, ref)
    if target is None:
        return
    known = index.ids(target.source)
    if known is not None and ref.fragment not in known:
        written = ref.target.partition("#")[2]
        what = f"no heading '#{written}' in {index.path_of(target.source)}"
        yield index.problem(entry, ref.place, what, _remedy(ref.fragment, known))


def _text_at(index: ContentIndex, entry: Entry, ref: Ref) -> Entry | None:
    """Return the entry of the text that a link leads into, if it is one."""
    if ref.kind == "part":
        return entry
    if ref.kind == "file":
        return index.entries.get(ref.key)
    page = find_page(index.pages, ref.key)
    return index.shown_by(page) if page else None


def _remedy(fragment: str, known: frozenset[str]) -> str:
    otherwise = None if known else "it has no headings"
    if len(known) > _MOST_LISTED:
        otherwise = "write the words of the heading in small letters, with hyphens"
    return did_you_mean(fragment, sorted(known), otherwise, shown="#{}".format)
