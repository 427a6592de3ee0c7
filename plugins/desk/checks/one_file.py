"""Mistakes of one file by itself: in its text, its marks, its times and its choices."""

from collections.abc import Iterator

from plugins.desk.files.document import Document
from plugins.desk.files.make_entry import dated_changes, lead_picture, lead_picture_place
from plugins.desk.text.link_targets import is_outside, names_content, unknown_braces
from plugins.desk.text.raw_html import Raw
from plugins.desk.text.scan import Reference
from plugins.newsroom.front_matter.schema import MOST_RELATED, ArticleFields, PromoFields
from plugins.newsroom.front_matter.slugs import slugify
from plugins.newsroom.problems import Problem

_SCRIPTS = ("javascript:", "data:", "vbscript:")
_ELSEWHERE = "link to it: pages load nothing from other sites"
_TAG_REMEDIES = {
    "a": "write it as [words](address)",
    "area": "write it as [words](address)",
    "base": "leave it out",
    "form": "link to a page that has it: pages send what readers write to the newsletter's provider only",
    "img": "write it as ![what it shows](file.webp)",
    "h1": "use <h2>: the headline is the only one of level 1",
    "link": "leave it out: how articles look is the theme's",
    "meta": "leave it out: what a page says of itself stands in the front matter",
    "script": "leave it out: articles work without scripts",
    "style": "leave it out: how articles look is the theme's",
}


def check_one_file(document: Document) -> Iterator[Problem]:
    """Return the problems of a document beside the mistakes that its schema finds."""
    fields = document.fields
    if not document.slug:
        place = document.header.place_of_key("slug")
        yield document.problem(place, "no letter or digit for an address", "choose another file name")
    if isinstance(fields, ArticleFields):
        yield from _check_choices(document, fields)
        yield from _check_marks(document, fields)
        yield from _check_times(document, fields)
    elif document.kind not in ("articles", "promos"):
        for mark in document.scan.marks:
            yield document.problem(mark.place, "a [dont-miss] mark outside an article", "take it away")
    if isinstance(fields, PromoFields) and fields.end <= fields.start:
        what = f"ends before it starts ({fields.start:%Y-%m-%d %H:%M})"
        yield document.problem(document.header.place_of("end"), what, "correct one of the two times")
    yield from _check_lead_picture(document)
    if document.kind != "promos":
        yield from _check_text(document)
    elif document.scan.start:
        remedy = "write it into the front matter as 'text: …', or delete it"
        yield document.problem(document.scan.start, "text that nobody sees under a promo's front matter", remedy)


def _check_choices(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    header = article.header
    if len(fields.related) > MOST_RELATED:
        what = f"{len(fields.related)} related articles"
        yield article.problem(header.place_of("related"), what, f"choose at most {MOST_RELATED}")
    dont_miss = fields.dont_miss or next((mark.target for mark in article.scan.marks if mark.target), None)
    for number, slug in enumerate(fields.related):
        place = header.place_of("related", number)
        if slug in fields.related[:number]:
            yield article.problem(place, f"related article {slug!r} a second time", "keep one of them")
        elif slug == dont_miss:
            yield article.problem(place, f"{slug!r} is the don't-miss as well", "keep one of them")
    for number, author in enumerate(fields.authors):
        if author in fields.authors[:number]:
            place = header.place_of("authors", number)
            yield article.problem(place, f"author {author!r} a second time", "keep one of them")
    for number, name in enumerate(fields.tags):
        if not slugify(name):
            what = f"tag {name!r} has no letter or digit for its address"
            yield article.problem(header.place_of("tags", number), what, "choose another name")


def _check_marks(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    for number, mark in enumerate(article.scan.marks):
        if mark.is_in_html:
            remedy = "put it before or after the HTML, in a paragraph of its own"
            yield article.problem(mark.place, "a [dont-miss] mark inside HTML", remedy)
        elif not mark.is_alone:
            remedy = "give it a paragraph of its own, with empty lines around it"
            yield article.problem(mark.place, "a [dont-miss] mark inside other text", remedy)
        if number:
            first = article.scan.marks[0].place.line
            yield article.problem(mark.place, "a second [dont-miss] mark", f"keep one of it and line {first}")
        elif mark.target and fields.dont_miss and mark.target != fields.dont_miss:
            line = article.header.place_of("dont_miss").line
            what = f"don't-miss {mark.target!r} here and {fields.dont_miss!r} in line {line}"
            yield article.problem(mark.place, what, "name one article only")


def _check_times(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    for change in dated_changes(article, fields):
        if fields.published and change.time < fields.published.timestamp():
            what = f"{change.done} before it was published ({fields.published:%Y-%m-%d %H:%M})"
            yield article.problem(change.place, what, "correct one of the two times")


def _check_lead_picture(document: Document) -> Iterator[Problem]:
    file = lead_picture(document.fields)
    if file is not None and is_outside(file):
        remedy = "save it in the content folder and name the file"
        yield document.problem(lead_picture_place(document), f"picture {file!r} from another site", remedy)


def _check_text(document: Document) -> Iterator[Problem]:
    for reference in document.scan.references:
        check = _check_picture if reference.kind == "picture" else _check_link
        yield from check(document, reference)
    for place in document.scan.top_headings:
        remedy = "begin it with '##': the headline is the only one of level 1 (for a hashtag write '\\#')"
        yield document.problem(place, "a heading of level 1", remedy)
    for raw in document.scan.raw:
        yield document.problem(raw.place, *_refused(raw))


def _refused(raw: Raw) -> tuple[str, str]:
    """Return the mistake in HTML of the author's own, and the remedy."""
    if raw.kind == "file":
        remedy = "write Markdown, or an address that begins with https:// or /"
        return f"{raw.name!r} in HTML of your own", remedy
    if raw.kind == "elsewhere":
        return f"a <{raw.name}> from another site", _ELSEWHERE
    if raw.kind == "attribute":
        is_style = raw.name == "style"
        what = f"a {'style' if is_style else 'script'} in an attribute ({raw.name}=)"
        return what, _TAG_REMEDIES["style" if is_style else "script"]
    return f"a <{raw.name}> tag in the text", _TAG_REMEDIES.get(raw.name, _ELSEWHERE)


def _check_picture(document: Document, reference: Reference) -> Iterator[Problem]:
    if not reference.alt:
        remedy = f"write ![what it shows]({reference.target})"
        yield document.problem(reference.place, f"picture {reference.target!r} without a description", remedy)
    if is_outside(reference.target):
        remedy = "save it beside the article and name the file"
        yield document.problem(reference.place, f"picture {reference.target!r} from another site", remedy)


def _check_link(document: Document, reference: Reference) -> Iterator[Problem]:
    target, place = reference.target, reference.place
    braces = unknown_braces(target)
    if braces:
        remedy = "write {filename} and the path of a file, or an address"
        yield document.problem(place, f"unknown {{{braces}}} in a link", remedy)
    elif names_content(target):
        return
    elif target.lower().startswith(_SCRIPTS):
        yield document.problem(place, f"link to a script: {target!r}", "link to a page")
    elif not (is_outside(target) or target.startswith(("#", "/"))):
        remedy = "write https://…, /about/, #a-heading, or the path of an article's file"
        yield document.problem(place, f"link that leads nowhere: {target!r}", remedy)
