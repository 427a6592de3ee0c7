"""What stands in the text of documents: links, pictures and headings."""

from collections.abc import Iterator

from plugins.desk.body_scan import Reference, is_picture_name
from plugins.desk.documents import Document
from plugins.desk.index import Index
from plugins.desk.own_links import check_own_link
from plugins.desk.reach import check_is_public, check_picture, remedy_for
from plugins.desk.schema import Fields
from plugins.desk.targets import content_path, is_outside, names_content, split_suffix, unknown_braces
from plugins.newsroom.problems import Problem

LINKED_KINDS = ("articles", "pages", "authors", "categories")
"""Kinds of files that have a page of their own to link to."""

_SCRIPTS = ("javascript:", "data:", "vbscript:")
_RAW_REMEDIES = {
    "a": "write it as [words](address)",
    "area": "write it as [words](address)",
    "img": "write it as ![what it shows](file.webp)",
    "h1": "use <h2>: the headline is the only one of level 1",
    "script": "leave it out: articles work without scripts",
}


def check_bodies(index: Index) -> Iterator[Problem]:
    """Return what is wrong in the text of all documents."""
    for document in index.folder.documents:
        if document.kind == "promos":
            yield from _check_promo(document)
            continue
        for reference in document.scan.references:
            if reference.kind == "picture":
                yield from _check_picture(index, document, reference)
            else:
                yield from _check_link(index, document, reference)
        for place in document.scan.top_headings:
            remedy = "begin it with '##': the headline is the only one of level 1 (for a hashtag write '\\#')"
            yield document.problem(place, "a heading of level 1", remedy)
        for tag in document.scan.raw_tags:
            if tag.name not in _RAW_REMEDIES:
                remedy = "write Markdown, or an address that begins with https:// or /"
                yield document.problem(tag.place, f"{tag.name!r} in HTML of your own", remedy)
            else:
                yield document.problem(tag.place, f"a <{tag.name}> tag in the text", _RAW_REMEDIES[tag.name])


def _check_promo(document: Document[Fields]) -> Iterator[Problem]:
    if document.scan.start:
        remedy = "write it into the front matter as 'text: …', or delete it"
        yield document.problem(document.scan.start, "text that nobody sees under a promo's front matter", remedy)


def _check_picture(index: Index, document: Document[Fields], reference: Reference) -> Iterator[Problem]:
    if not reference.alt:
        remedy = f"write ![what it shows]({reference.target})"
        yield document.problem(reference.place, f"picture {reference.target!r} without a description", remedy)
    if is_outside(reference.target):
        remedy = "save it beside the article and name the file"
        yield document.problem(reference.place, f"picture {reference.target!r} from another site", remedy)
    else:
        yield from check_picture(index, document, reference.target, reference.place)


def _check_link(index: Index, document: Document[Fields], reference: Reference) -> Iterator[Problem]:
    target, place = reference.target, reference.place
    braces = unknown_braces(target)
    if braces:
        remedy = "write {filename} and the path of a file, or an address"
        yield document.problem(place, f"unknown {{{braces}}} in a link", remedy)
    elif names_content(target):
        yield from _check_content_link(index, document, reference)
    elif target.lower().startswith(_SCRIPTS):
        yield document.problem(place, f"link to a script: {target!r}", "link to a page")
    elif target.startswith("/") and not is_outside(target):
        yield from check_own_link(index, document, target, place)
    elif not (is_outside(target) or target.startswith("#")):
        remedy = "write https://…, /about/, #a-heading, or the path of an article's file"
        yield document.problem(place, f"link that leads nowhere: {target!r}", remedy)


def _check_content_link(index: Index, document: Document[Fields], reference: Reference) -> Iterator[Problem]:
    if is_picture_name(split_suffix(reference.target)[0]):
        yield from check_picture(index, document, reference.target, reference.place)
        return
    source = content_path(document.source, reference.target)
    target = index.by_source.get(source)
    role = f"linked file {reference.target!r}"
    if target is None:
        remedy = remedy_for(source, index.by_source, "content", note=" (below content/)")
        yield document.problem(reference.place, f"{role} does not exist", remedy)
    elif target.kind not in LINKED_KINDS:
        yield document.problem(reference.place, f"{role} has no page", "link to an article or a page")
    else:
        yield from check_is_public(index, document, target, reference.place, role)
