"""Links to addresses of the publication itself, `/about/` or `/2023/11/one/`: each needs a page that is public."""

from collections.abc import Iterator

from plugins.desk.checks.reachability import check_is_public, check_is_public_at
from plugins.desk.files.addresses import is_file
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, Ref
from plugins.newsroom.problems import Problem, did_you_mean
from plugins.newsroom.site_pages import find_page


def check_internal_link(index: ContentIndex, here: Entry, ref: Ref) -> Iterator[Problem]:
    """Find an address of the publication's own that readers of `here` could not open."""
    if is_file(ref.key):
        return
    problems = list(_check_path(index, here, ref))
    if problems and not _may_become(index, ref.key):
        yield from problems


def _check_path(index: ContentIndex, here: Entry, ref: Ref) -> Iterator[Problem]:
    page = find_page(index.pages, ref.key)
    role = f"linked address {ref.target!r}"
    if page is None:
        otherwise = "name the file of an article or a page, or correct it"
        remedy = did_you_mean(ref.key, index.pages, otherwise)
        yield index.problem(here, ref.place, f"{role} leads nowhere", remedy)
    elif entry := index.shown_by(page):
        yield from check_is_public(index, here, entry, ref.place, role)
    elif page.public_from is None and here.public_from is not None:
        remedy = "link to something else, or publish one of them"
        yield index.problem(here, ref.place, f"{role} lists drafts only", remedy)
    else:
        yield from check_is_public_at(index, here, page.public_from, ref.place, role)


def _may_become(index: ContentIndex, path: str) -> bool:
    """Tell whether an article with mistakes, which hide its date and tags, may have the address."""
    broken = index.broken_articles
    is_list = path.startswith(("/tags/", "/archive/"))
    return bool(broken) and (is_list or path.rstrip("/").rpartition("/")[2] in broken)
