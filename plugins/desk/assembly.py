"""All that a build shows of a checked content folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.desk.documents import Document
from plugins.desk.index import Index, pictures_of, public_from
from plugins.desk.linking import House
from plugins.desk.markdown import BodyReader
from plugins.desk.masthead import make_masthead, promo_notice
from plugins.desk.pictures import StoredPicture
from plugins.desk.schema import Fields
from plugins.desk.slugs import slugify
from plugins.desk.stories import ArticleStart, PageStart, start_article, start_page
from plugins.newsroom.articles import Desk
from plugins.newsroom.pictures import PictureFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """All that this build shows; articles and pages by path below the content folder."""

    desk: Desk
    articles: Mapping[str, ArticleStart]
    pages: Mapping[str, PageStart]


EMPTY_NEWSROOM = Newsroom(
    desk=Desk(categories=(), authors=(), tags=(), sponsors=(), promos=(), page_slugs=(), picture_files=()),
    articles=MappingProxyType({}),
    pages=MappingProxyType({}),
)
"""What there is to show of a folder with problems."""


def assemble(index: Index, house: House, reader: BodyReader) -> Newsroom:
    """Return what this build shows of a folder that `check_folder` finds nothing wrong with."""
    articles = [document for document in index.folder.articles if is_shown(index, house, document)]
    pages = [document for document in index.folder.pages if is_shown(index, house, document)]
    masthead = make_masthead(index, house, reader, articles)
    desk = Desk(
        categories=tuple(masthead.categories.values()),
        authors=tuple(masthead.authors.values()),
        tags=tuple(masthead.tags.values()),
        sponsors=tuple(masthead.sponsors.values()),
        promos=tuple(promo_notice(document) for document in index.folder.promos),
        page_slugs=tuple(sorted(document.slug for document in pages)),
        picture_files=tuple(_picture_files(index, house)),
    )
    return Newsroom(
        desk=desk,
        articles={document.source: start_article(index, house, masthead, document) for document in articles},
        pages={document.source: start_page(index, house, document) for document in pages},
    )


def is_shown(index: Index, house: House, document: Document[Fields]) -> bool:
    """Whether this build shows a document: what is public, and in the preview everything."""
    public = public_from(document, index.now)
    return house.shows_drafts or (public is not None and public <= index.now)


def _met(index: Index, house: House) -> Iterator[Document[Fields]]:
    """Return the documents whose text stands on some page: of tags and sponsors those that a shown article names."""
    articles = [article for article in index.folder.articles if is_shown(index, house, article)]
    tags = {slugify(name) for article in articles for name in article.checked.tags}
    sponsors = {article.checked.sponsor for article in articles}
    for document in index.folder.documents:
        is_named = {"tags": document.slug in tags, "sponsors": document.slug in sponsors, "promos": False}
        if is_named.get(document.kind, True) and is_shown(index, house, document):
            yield document


def _picture_files(index: Index, house: House) -> Iterator[PictureFile]:
    """Return the files that documents show whose text readers meet, each output path once."""
    sources = sorted({source for document in _met(index, house) for source in pictures_of(document)})
    stored = (index.pictures[source] for source in sources)
    by_path = {picture.path: picture for picture in stored if isinstance(picture, StoredPicture)}
    for picture in by_path.values():
        yield PictureFile(source=f"{index.folder.shown_root}/{picture.source}", path=picture.path)
