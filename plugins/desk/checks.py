"""How documents agree with one another: every reference leads somewhere that readers can go, no address is taken twice.

One generator a concern, all over the whole folder; `body_checks.py` does the same for what stands in the text.
"""

from collections.abc import Iterator
from datetime import datetime

from plugins.desk.address_checks import check_addresses, check_tags
from plugins.desk.body_checks import check_bodies
from plugins.desk.documents import Document
from plugins.desk.fragments import check_fragments
from plugins.desk.header import Place
from plugins.desk.index import Index, lead_picture
from plugins.desk.markdown import BodyReader
from plugins.desk.own_links import check_header_links
from plugins.desk.reach import check_is_public, check_picture, remedy_for
from plugins.desk.schema import MOST_RELATED, ArticleFields
from plugins.desk.targets import is_outside
from plugins.newsroom.problems import Problem


def check_folder(index: Index, reader: BodyReader | None) -> list[Problem]:
    """Return everything that is wrong between the documents of a folder; without a reader all but links to headings."""
    checks = (
        check_names,
        check_categories,
        check_tags,
        check_choices,
        check_times,
        check_lead_pictures,
        check_addresses,
        check_bodies,
        check_header_links,
    )
    problems = [problem for check in checks for problem in check(index)]
    return problems + list(check_fragments(index, reader) if reader else ())


def check_names(index: Index) -> Iterator[Problem]:
    """Find names of categories, authors and sponsors that there are none of."""
    authors = {author.slug for author in index.folder.authors}
    author_names = {author.fields.name: author.slug for author in index.folder.authors if author.fields}
    sponsors = {sponsor.slug for sponsor in index.folder.sponsors}
    for article, fields in _articles(index):
        if fields.category and index.category_of(fields.category) is None:
            names = [document.fields.name for document in index.folder.categories if document.fields]
            remedy = remedy_for(fields.category, names, "content/categories")
            yield article.problem(article.header.place_of("category"), f"unknown category {fields.category!r}", remedy)
        for number, author in enumerate(fields.authors):
            if author not in authors:
                slug = author_names.get(author)
                remedy = f"did you mean {slug!r}?" if slug else remedy_for(author, authors, "content/authors")
                yield article.problem(article.header.place_of("authors", number), f"unknown author {author!r}", remedy)
            elif author in fields.authors[:number]:
                what = f"author {author!r} a second time"
                yield article.problem(article.header.place_of("authors", number), what, "keep one of them")
        if fields.sponsor and fields.sponsor not in sponsors:
            remedy = remedy_for(fields.sponsor, sponsors, "content/sponsors")
            yield article.problem(article.header.place_of("sponsor"), f"unknown sponsor {fields.sponsor!r}", remedy)


def check_categories(index: Index) -> Iterator[Problem]:
    """Find articles, also drafts that name none, in a publication without categories."""
    folder = index.folder
    if not folder.categories and any(not fields.category for _, fields in _articles(index)):
        remedy = "write a file there, such as news.md with name, order, colour and summary: every article is in one"
        yield Problem(f"{folder.shown_root}/categories", 1, 1, f"{folder.shown_root}/categories is empty", remedy)


def check_choices(index: Index) -> Iterator[Problem]:
    """Find related and don't-miss articles that readers could not read next."""
    for article, fields in _articles(index):
        if len(fields.related) > MOST_RELATED:
            what = f"{len(fields.related)} related articles"
            yield article.problem(article.header.place_of("related"), what, f"choose at most {MOST_RELATED}")
        for number, slug in enumerate(fields.related):
            place = article.header.place_of("related", number)
            if slug in fields.related[:number]:
                yield article.problem(place, f"related article {slug!r} a second time", "keep one of them")
            elif slug == _dont_miss(article):
                yield article.problem(place, f"{slug!r} is the don't-miss as well", "keep one of them")
            yield from _check_choice(index, article, slug, place, "related article")
        if fields.dont_miss:
            place = article.header.place_of("dont_miss")
            yield from _check_choice(index, article, fields.dont_miss, place, "don't-miss article")
        yield from _check_marks(index, article, fields)
    for document in index.folder.documents:
        if document.kind not in ("articles", "promos"):
            for mark in document.scan.marks:
                yield document.problem(mark.place, "a [dont-miss] mark outside an article", "take it away")


def _check_marks(index: Index, article: Document[ArticleFields], fields: ArticleFields) -> Iterator[Problem]:
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
        elif mark.target and not fields.dont_miss:
            yield from _check_choice(index, article, mark.target, mark.place, "don't-miss article")


def _check_choice(
    index: Index, article: Document[ArticleFields], slug: str, place: Place, role: str
) -> Iterator[Problem]:
    target = index.articles.get(slug)
    if target is None:
        yield article.problem(place, f"unknown {role} {slug!r}", remedy_for(slug, index.articles, "content/articles"))
    elif slug == article.slug:
        yield article.problem(place, f"{role} is this article itself", "choose another one")
    else:
        yield from check_is_public(index, article, target, place, f"{role} {slug!r}")


def check_times(index: Index) -> Iterator[Problem]:
    """Find times in an order that cannot be."""
    for article, fields in _articles(index):
        corrections = [(("corrections", number, "date"), each.date) for number, each in enumerate(fields.corrections)]
        if fields.updated:
            yield from _check_later(index, article, fields, ("updated",), fields.updated, "updated")
        for keys, time in corrections:
            yield from _check_later(index, article, fields, keys, time, "corrected")
    for promo in index.folder.promos:
        if promo.fields and promo.fields.end <= promo.fields.start:
            what = f"ends before it starts ({promo.fields.start:%Y-%m-%d %H:%M})"
            yield promo.problem(promo.header.place_of("end"), what, "correct one of the two times")


def _check_later(
    index: Index,
    article: Document[ArticleFields],
    fields: ArticleFields,
    keys: tuple[str | int, ...],
    time: datetime,
    done: str,
) -> Iterator[Problem]:
    """Find a change from before the publication, or from days to come."""
    published, place = fields.published, article.header.place_of(*keys)
    if published and time < published:
        what = f"{done} before it was published ({published:%Y-%m-%d %H:%M})"
        yield article.problem(place, what, "correct one of the two times")
    elif time > index.now and time != published:
        what = f"{done} in the future: it is {index.now:%Y-%m-%d %H:%M} now"
        yield article.problem(place, what, "write when it was")


def check_lead_pictures(index: Index) -> Iterator[Problem]:
    """Find pictures in front matter that cannot be shown."""
    for document in index.folder.documents:
        file = lead_picture(document.fields)
        if file is None:
            continue
        key = "picture" if document.kind == "articles" else "portrait"
        place = document.header.place_of(key, "file")
        if is_outside(file):
            remedy = "save it in the content folder and name the file"
            yield document.problem(place, f"picture {file!r} from another site", remedy)
        else:
            yield from check_picture(index, document, file, place)


def _articles(index: Index) -> Iterator[tuple[Document[ArticleFields], ArticleFields]]:
    for article in index.folder.articles:
        if article.fields:
            yield article, article.fields


def _dont_miss(article: Document[ArticleFields]) -> str | None:
    marked = next((mark.target for mark in article.scan.marks if mark.target), None)
    return (article.fields.dont_miss if article.fields else None) or marked
