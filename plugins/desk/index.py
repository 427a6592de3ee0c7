"""The documents of the folder under the names that other documents call them by, and when they are public."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.desk.addresses import Address, addresses_of
from plugins.desk.body_scan import Reference, is_picture_name
from plugins.desk.documents import Document, Folder
from plugins.desk.pictures import PictureError, StoredPicture, store_pictures
from plugins.desk.schema import ArticleFields, AuthorFields, CategoryFields, Fields, PageFields, PromoFields
from plugins.desk.targets import content_path, is_outside, names_content, split_suffix


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Look-up tables over a folder. Of two documents with one name the first counts."""

    folder: Folder
    now: datetime
    by_source: Mapping[str, Document[Fields]]
    articles: Mapping[str, Document[ArticleFields]]
    """By slug."""
    categories: Mapping[str, Document[CategoryFields]]
    """By slug, and by name in small letters."""
    addresses: Mapping[str, Address]
    """By root-relative URL without prefix."""
    pictures: Mapping[str, StoredPicture | PictureError]
    """All that documents refer to, by path below the content folder."""

    def category_of(self, name: str) -> Document[CategoryFields] | None:
        """Return the category that an article calls `name`."""
        return self.categories.get(name) or self.categories.get(name.casefold())


def make_index(folder: Folder, now: datetime) -> Index:
    """Return the tables for `folder` as it stands at the time `now`."""
    documents = folder.documents
    categories = {document.slug: document for document in reversed(folder.categories)}
    for category in folder.categories:
        # Also of a category with mistakes elsewhere, lest all its articles are reported.
        name = category.header.values.get("name")
        if isinstance(name, str):
            categories.setdefault(name.strip().casefold(), category)
    used = (picture for document in documents for picture in pictures_of(document))
    return Index(
        folder=folder,
        now=now,
        by_source={document.source: document for document in documents},
        articles={document.slug: document for document in reversed(folder.articles)},
        categories=categories,
        addresses=addresses_of(folder, now),
        pictures=store_pictures(folder.root, used),
    )


def pictures_of(document: Document[Fields]) -> list[str]:
    """Return the pictures that a document shows or links to, as paths below the content folder."""
    targets = [reference.target for reference in document.scan.references if _is_picture(reference)]
    lead = lead_picture(document.fields)
    return [content_path(document.source, target) for target in ([lead] if lead else []) + targets]


def _is_picture(reference: Reference) -> bool:
    if is_outside(reference.target):
        return False
    is_linked = names_content(reference.target) and is_picture_name(split_suffix(reference.target)[0])
    return reference.kind == "picture" or is_linked


def lead_picture(fields: Fields | None) -> str | None:
    """Return the file of the picture in the front matter, as written."""
    if isinstance(fields, ArticleFields) and fields.picture:
        return fields.picture.file
    if isinstance(fields, AuthorFields) and fields.portrait:
        return fields.portrait.file
    return None


def public_from(document: Document[Fields], now: datetime) -> datetime | None:
    """Return when a document is public from; None for a draft. What has no time of its own is public now."""
    fields = document.fields
    if isinstance(fields, ArticleFields):
        return fields.public_from
    if isinstance(fields, PageFields) and fields.status == "draft":
        return None
    return fields.start if isinstance(fields, PromoFields) else now
