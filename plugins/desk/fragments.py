"""Links to a part of a page, `#the-numbers`: whether its text has a heading of that name."""

from collections.abc import Iterator
from urllib.parse import unquote

from plugins.desk.addresses import find_address
from plugins.desk.documents import Document
from plugins.desk.index import Index
from plugins.desk.markdown import BodyReader
from plugins.desk.schema import Fields
from plugins.desk.targets import content_path, is_outside, names_content, split_suffix
from plugins.newsroom.problems import Problem, near_miss

_MOST_LISTED = 12


def check_fragments(index: Index, reader: BodyReader) -> Iterator[Problem]:
    """Find links to headings that there are not, in the same text or in another."""
    known: dict[str, frozenset[str]] = {}
    for document in index.folder.documents:
        for reference in document.scan.references:
            path, hash_sign, fragment = reference.target.partition("#")
            target = _document_at(index, document, path) if hash_sign else None
            if target is None or _is_the_page_s_own(fragment):
                continue
            if target.source not in known:
                known[target.source] = reader.ids(target.body)
            if unquote(fragment) not in known[target.source]:
                remedy = _remedy(unquote(fragment), known[target.source])
                what = f"no heading '#{fragment}' in {target.path}"
                yield document.problem(reference.place, what, remedy)


def _document_at(index: Index, document: Document[Fields], path: str) -> Document[Fields] | None:
    """Return the document whose text a link from `document` leads into, if it is one."""
    if not path:
        return document
    if is_outside(path):
        return None
    if names_content(path):
        return index.by_source.get(content_path(document.source, path))
    address = find_address(index.addresses, unquote(split_suffix(path)[0]))
    return address.document if address else None


def _is_the_page_s_own(fragment: str) -> bool:
    """Whether it is the top of the page, or a place of the theme's, whose names begin with an underscore."""
    return fragment in ("", "top") or fragment.startswith("_")


def _remedy(fragment: str, known: frozenset[str]) -> str:
    meant = near_miss(fragment, known)
    if meant:
        return f"did you mean '#{meant}'?"
    listed = [f"#{name}" for name in sorted(known)]
    if len(listed) > _MOST_LISTED:
        return "write the words of the heading in small letters, with hyphens"
    return f"known are: {', '.join(listed)}" if listed else "it has no headings"
