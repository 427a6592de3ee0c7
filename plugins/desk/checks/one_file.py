"""Mistakes of one file by itself: in its text, its marks, its times and its choices."""

import re
from collections.abc import Iterator
from dataclasses import replace

from plugins.desk.checks.placeholders import check_placeholders
from plugins.desk.files.document import Document
from plugins.desk.files.make_entry import dated_changes, lead_picture, lead_picture_place
from plugins.desk.files.written_aliases import written_aliases, written_id
from plugins.desk.places import Place
from plugins.desk.text.findings import TextReference
from plugins.desk.text.link_targets import is_outside, names_content, unknown_braces
from plugins.desk.text.text_problems import words_for
from plugins.newsroom.addresses.address_forms import AddressError
from plugins.newsroom.front_matter.schema import MOST_RELATED, ArticleFields, PageFields, PromoFields, TagFields
from plugins.newsroom.front_matter.slugs import slugify
from plugins.newsroom.language.card_characters import first_lacking, printable
from plugins.newsroom.problems import Problem, Severity, shortened

_OTHER_COMMAS = re.compile(r"\s*[，、،]\s*")
"""Commas of Chinese, Japanese and Arabic, at which YAML does not take a list apart."""


def check_one_file(document: Document) -> Iterator[Problem]:
    """Return the problems of a document beside the mistakes that its schema finds."""
    fields = document.fields
    if not document.slug:
        place = document.header.place_of_key("slug")
        yield document.problem(place, "no letter or digit for an address", "choose another file name")
    if isinstance(fields, ArticleFields):
        yield from check_placeholders(document, fields)
        yield from _check_text_is_there(document, fields)
        yield from _check_choices(document, fields)
        yield from _check_tags(document, fields)
        yield from _check_marks(document, fields)
        yield from _check_times(document, fields)
        yield from _check_ends(document, fields)
    elif document.kind not in ("articles", "promos"):
        for number in range(len(document.text.marks)):
            yield document.problem(
                _mark_place(document, number), "a [dont-miss] mark outside an article", "take it away"
            )
    if isinstance(fields, PromoFields) and fields.end <= fields.start:
        what = f"ends before it starts ({fields.start:%Y-%m-%d %H:%M})"
        yield document.problem(document.header.place_of("end"), what, "correct one of the two times")
    if isinstance(fields, TagFields) and fields.podcast and not fields.summary:
        remedy = "write summary: in a sentence or two what it is about"
        yield document.problem(document.header.place_of("podcast"), "a podcast without a description", remedy)
    yield from _check_aliases(document)
    yield from _check_lead_picture(document)
    if document.kind != "promos":
        yield from _check_text(document)
    elif document.start:
        remedy = "write it into the front matter as 'text: …', or delete it"
        yield document.problem(document.start, "text that nobody sees under a promo's front matter", remedy)


def check_card(document: Document) -> Iterator[Problem]:
    """Find a title that the share card of an article or a page cannot show."""
    fields = document.fields
    if isinstance(fields, ArticleFields | PageFields) and (lacking := first_lacking(printable(fields.title))):
        what = f"no font of share cards has {lacking!r}, so this one shows no headline"
        remedy = "write the title without it, or name a font in SHARE_CARDS['fonts']"
        yield replace(document.problem(document.header.place_of("title"), what, remedy), severity=Severity.NOTICE)


def _check_text_is_there(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    text = article.text
    is_known = text.converter is not None and not text.found.problems  # what was refused may have been all
    is_wanted = fields.status != "draft" and not fields.retracted
    if is_known and is_wanted and not text.body.words and not text.references:
        remedy = "write the text, or 'status: draft' until there is one"
        yield replace(article.problem(Place(1, 1), "nothing under the headline", remedy), severity=Severity.WARNING)


def _check_choices(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    header = article.header
    if len(fields.related) > MOST_RELATED:
        what = f"{len(fields.related)} related articles"
        yield article.problem(header.place_of("related"), what, f"choose at most {MOST_RELATED}", has_rendering=True)
    dont_miss = fields.dont_miss or next((mark.target for mark in article.text.marks if mark.target), None)
    for number, slug in enumerate(fields.related):
        place = header.place_of("related", number)
        if slug in fields.related[:number]:
            yield article.problem(
                place, f"related article {slug!r} a second time", "keep one of them", has_rendering=True
            )
        elif slug == dont_miss:
            yield article.problem(place, f"{slug!r} is the don't-miss as well", "keep one of them", has_rendering=True)
    for number, author in enumerate(fields.authors):
        if author in fields.authors[:number]:
            place = header.place_of("authors", number)
            yield article.problem(place, f"author {author!r} a second time", "keep one of them", has_rendering=True)


def _check_tags(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    for number, name in enumerate(fields.tags):
        place = article.header.place_of("tags", number)
        if not slugify(name):
            what = f"tag {name!r} has no letter or digit for its address"
            yield article.problem(place, what, "choose another name", has_rendering=True)
        elif _OTHER_COMMAS.search(name):
            what = f"{shortened(name)!r} is one tag"
            remedy = f"if it is several, write commas as code has them: {shortened(_OTHER_COMMAS.sub(', ', name))}"
            yield replace(article.problem(place, what, remedy), severity=Severity.WARNING)


def _check_marks(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    for number, mark in enumerate(article.text.marks):
        place = _mark_place(article, number)
        if mark.is_inside:
            remedy = "put it before or after that, in a paragraph of its own, or write `[dont-miss]` to name it"
            yield article.problem(
                place, "a [dont-miss] mark inside HTML, a list or a quotation", remedy, has_rendering=True
            )
        elif not mark.is_alone:
            remedy = "give it a paragraph of its own, with empty lines around it, or write `[dont-miss]` to name it"
            yield article.problem(place, "a [dont-miss] mark inside other text", remedy, has_rendering=True)
        if number:
            first = _mark_place(article, 0).line
            yield article.problem(
                place, "a second [dont-miss] mark", f"keep one of it and line {first}", has_rendering=True
            )
        elif mark.target and fields.dont_miss and mark.target != fields.dont_miss:
            line = article.header.place_of("dont_miss").line
            what = f"don't-miss {mark.target!r} here and {fields.dont_miss!r} in line {line}"
            yield article.problem(place, what, "name one article only", has_rendering=True)


def _mark_place(document: Document, number: int) -> Place:
    return document.place(document.text.mark_offset(number))


def _check_times(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    for change in dated_changes(article, fields):
        if fields.published and change.time < fields.published.timestamp():
            what = f"{change.done} before it was published ({fields.published:%Y-%m-%d %H:%M})"
            yield article.problem(change.place, what, "correct one of the two times", has_rendering=True)


def _check_ends(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    place_of, published = article.header.place_of, fields.published
    ends = [("expires before it is published", fields.expires, place_of("expires"))]
    if fields.retracted:
        ends.append(("retracted before it was published", fields.retracted.date, place_of("retracted", "date")))
    for what, end, place in ends:
        if published and end and end <= published:
            yield article.problem(place, f"{what} ({published:%Y-%m-%d %H:%M})", "correct one of the two times")


def _check_aliases(document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, written, read in written_aliases(document):
        name = f"alias {shortened(written)!r}"
        if isinstance(read, AddressError):
            yield document.problem(place, f"{name} {read.what}", read.remedy, has_rendering=True)
        elif read in seen:
            yield document.problem(place, f"{name} a second time", "keep one of them", has_rendering=True)
        else:
            seen.add(read)
    if isinstance(mistake := written_id(document), AddressError):
        what = f"id {shortened(str(document.header.values['id']))!r} {mistake.what}"
        yield document.problem(document.header.place_of("id"), what, mistake.remedy, has_rendering=True)


def _check_lead_picture(document: Document) -> Iterator[Problem]:
    file = lead_picture(document.fields)
    if file is not None and is_outside(document.text.found.own_site.path_of(file) or file):
        remedy = "save it in the content folder and name the file"
        yield document.problem(
            lead_picture_place(document), f"picture {file!r} from another site", remedy, has_rendering=True
        )


def _check_text(document: Document) -> Iterator[Problem]:
    for number, reference in enumerate(document.text.references):
        if reference.kind == "link" and (mistake := _link_mistake(reference)):
            place = document.place(document.text.reference_offset(number))
            yield replace(document.problem(place, *mistake), has_rendering=True)
    for found, offset in document.text.problems:
        words = words_for(found.kind, found.value)
        problem = document.problem(document.place(offset), words.what, words.remedy)
        yield replace(problem, severity=words.severity, has_rendering=True)


def _link_mistake(reference: TextReference) -> tuple[str, str] | None:
    target = reference.target
    braces = unknown_braces(target)
    if braces:
        return f"unknown {{{braces}}} in a link", "write {filename} and the path of a file, or an address"
    if names_content(target) or is_outside(target) or target.startswith(("#", "/")):
        return None
    remedy = "write https://…, /about/, #a-heading, or the path of a file (types of these: docs/more-than-words.md)"
    return f"link that leads nowhere: {target!r}", remedy
