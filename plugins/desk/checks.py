"""How documents agree with one another: every reference leads somewhere that readers can go, no address is taken twice.

One generator a concern, all over the whole folder; `body_checks.py` does the same for what stands in the text.
"""

from collections.abc import Iterable, Iterator

from plugins.desk.body_checks import check_bodies
from plugins.desk.documents import Document
from plugins.desk.header import Place
from plugins.desk.index import Index, lead_picture
from plugins.desk.reach import check_is_public, check_picture, remedy_for
from plugins.desk.schema import MOST_RELATED, ArticleFields, Fields
from plugins.desk.slugs import slugify
from plugins.desk.targets import is_outside
from plugins.newsroom.problems import Problem
from plugins.newsroom.urls import category_url, text_page_url

_TAKEN_URLS = {"/archive/", "/authors/", "/feed/", "/patterns/", "/pictures/", "/static/", "/tags/", "/theme/"}


def check_folder(index: Index) -> list[Problem]:
    """Return everything that is wrong between the documents of a folder."""
    checks = (
        check_names,
        check_choices,
        check_times,
        check_lead_pictures,
        check_addresses,
        check_bodies,
    )
    return [problem for check in checks for problem in check(index)]


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
        if fields.sponsor and fields.sponsor not in sponsors:
            remedy = remedy_for(fields.sponsor, sponsors, "content/sponsors")
            yield article.problem(article.header.place_of("sponsor"), f"unknown sponsor {fields.sponsor!r}", remedy)
        for number, tag in enumerate(fields.tags):
            if not slugify(tag):
                what = f"tag {tag!r} has no letter or digit for its address"
                yield article.problem(article.header.place_of("tags", number), what, "choose another name")


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


def _check_marks(index: Index, article: Document[ArticleFields], fields: ArticleFields) -> Iterator[Problem]:
    for number, mark in enumerate(article.scan.marks):
        if not mark.is_alone:
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
        if fields.updated and fields.date and fields.updated < fields.date:
            what = f"updated before it was published ({fields.date:%Y-%m-%d %H:%M})"
            yield article.problem(article.header.place_of("updated"), what, "correct one of the two times")
        for number, correction in enumerate(fields.corrections):
            if fields.date and correction.date < fields.date:
                what = f"corrected before it was published ({fields.date:%Y-%m-%d %H:%M})"
                place = article.header.place_of("corrections", number, "date")
                yield article.problem(place, what, "correct one of the two times")
    for promo in index.folder.promos:
        if promo.fields and promo.fields.end <= promo.fields.start:
            what = f"ends before it starts ({promo.fields.start:%Y-%m-%d %H:%M})"
            yield promo.problem(promo.header.place_of("end"), what, "correct one of the two times")


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


def check_addresses(index: Index) -> Iterator[Problem]:
    """Find documents that want the same address."""
    folder = index.folder
    for documents in (folder.articles, folder.authors, folder.tags, folder.sponsors, folder.promos):
        yield from _check_unique(documents)
    for document in folder.documents:
        if not document.slug:
            place = document.header.place_of_key("slug")
            yield document.problem(place, "no letter or digit for an address", "choose another file name")
    taken: dict[str, str] = dict.fromkeys(_TAKEN_URLS, "the publication itself")
    fronts = [(category_url(document.slug), document) for document in folder.categories]
    pages = [(text_page_url(document.slug), document) for document in folder.pages]
    for url, document in (*fronts, *pages):
        if url in taken:
            what = f"address {url} is taken by {taken[url]}"
            yield document.problem(document.header.place_of_key("slug"), what, "choose another slug or file name")
        taken.setdefault(url, document.path)


def _check_unique(documents: Iterable[Document[Fields]]) -> Iterator[Problem]:
    first: dict[str, Document[Fields]] = {}
    for document in documents:
        other = first.setdefault(document.slug, document)
        if other is not document:
            line = other.header.place_of_key("slug").line
            what = f"slug {document.slug!r} is taken by {other.path}:{line}"
            place = document.header.place_of_key("slug")
            yield document.problem(place, what, "choose another slug or file name")


def _articles(index: Index) -> Iterator[tuple[Document[ArticleFields], ArticleFields]]:
    for article in index.folder.articles:
        if article.fields:
            yield article, article.fields


def _dont_miss(article: Document[ArticleFields]) -> str | None:
    marked = next((mark.target for mark in article.scan.marks if mark.target), None)
    return (article.fields.dont_miss if article.fields else None) or marked
