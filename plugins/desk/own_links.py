"""Links to addresses of the publication itself, `/about/` or `/2023/11/one/`: whether they lead somewhere."""

from collections.abc import Iterator
from urllib.parse import unquote

from plugins.desk.addresses import find_address, is_file
from plugins.desk.documents import Document
from plugins.desk.header import Place
from plugins.desk.index import Index, public_from
from plugins.desk.reach import check_is_public, check_is_public_at
from plugins.desk.schema import AuthorFields, Fields, PromoFields, SponsorFields
from plugins.desk.targets import split_suffix
from plugins.newsroom.problems import Problem, near_miss


def check_own_link(index: Index, document: Document[Fields], target: str, place: Place) -> Iterator[Problem]:
    """Find an address of the publication's own that readers of `document` could not open."""
    path = unquote(split_suffix(target)[0])
    problems = [] if is_file(path) else list(_check_path(index, document, target, path, place))
    if problems and not _may_become(index, path):
        yield from problems


def _check_path(index: Index, document: Document[Fields], target: str, path: str, place: Place) -> Iterator[Problem]:
    address = find_address(index.addresses, path)
    role = f"linked address {target!r}"
    if address is None:
        meant = near_miss(path, index.addresses)
        remedy = f"did you mean {meant!r}?" if meant else "name the file of an article or a page, or correct it"
        yield document.problem(place, f"{role} leads nowhere", remedy)
    elif address.document:
        yield from check_is_public(index, document, address.document, place, role)
    elif address.public_from is None and public_from(document, index.now):
        yield document.problem(place, f"{role} lists drafts only", "link to something else, or publish one of them")
    else:
        yield from check_is_public_at(index, document, address.public_from, place, role)


def check_header_links(index: Index) -> Iterator[Problem]:
    """Find addresses of the publication's own in front matter that lead nowhere."""
    for document in index.folder.documents:
        for keys, url in _header_links(document.fields):
            if url.startswith("/"):
                yield from check_own_link(index, document, url, document.header.place_of(*keys))


def _header_links(fields: Fields | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(fields, PromoFields | SponsorFields):
        yield ("url",), fields.url
    elif isinstance(fields, AuthorFields):
        yield from ((("links", number, "url"), link.url) for number, link in enumerate(fields.links))


def _may_become(index: Index, path: str) -> bool:
    """Whether the address may be one of an article that has mistakes, which hide its date and tags."""
    broken = [article for article in index.folder.articles if not article.is_sound]
    is_list = path.startswith(("/tags/", "/archive/"))
    return bool(broken) and (is_list or path.rstrip("/").rpartition("/")[2] in {article.slug for article in broken})
