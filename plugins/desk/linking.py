"""Where the links and pictures of documents lead."""

from dataclasses import dataclass

from plugins.desk.addresses import url_of
from plugins.desk.documents import Document
from plugins.desk.index import Index
from plugins.desk.markdown import BodyTargets, ShownPicture
from plugins.desk.pictures import StoredPicture
from plugins.desk.schema import Fields, PictureFields, PortraitFields
from plugins.desk.targets import content_path, is_outside, names_content, split_suffix
from plugins.desk.typography import Typography
from plugins.newsroom.pictures import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What the publication's settings say of all content."""

    lang: str
    prefix: str
    """Path that the site lives under, without a slash at its end; mostly empty."""
    shows_drafts: bool
    typography: Typography


def stored_picture(index: Index, document: Document[Fields], file: str) -> StoredPicture:
    """Return a picture that a checked document names."""
    picture = index.pictures[content_path(document.source, file)]
    if not isinstance(picture, StoredPicture):
        raise ValueError(f"{document.path}: {picture}")
    return picture


def picture_of(
    index: Index, house: House, document: Document[Fields], fields: PictureFields | PortraitFields | None
) -> Picture | None:
    """Return the picture in the front matter, if there is one."""
    if fields is None:
        return None
    stored = stored_picture(index, document, fields.file)
    return Picture(
        url=f"{house.prefix}/{stored.path}",
        width=stored.width,
        height=stored.height,
        alt=fields.alt,
        caption=fields.caption if isinstance(fields, PictureFields) else "",
        credit=fields.credit if isinstance(fields, PictureFields) else "",
    )


def targets_of(index: Index, house: House, document: Document[Fields]) -> BodyTargets:
    """Return where the links and pictures in a document's text lead."""
    links: dict[str, str] = {}
    pictures: dict[str, ShownPicture] = {}
    for reference in document.scan.references:
        target = reference.target
        if reference.kind == "picture":
            stored = stored_picture(index, document, target)
            url = f"{house.prefix}/{stored.path}"
            pictures[target] = ShownPicture(url=url, width=stored.width, height=stored.height)
        if names_content(target) or target.startswith("/"):
            links[target] = _link(index, house, document, target)
    return BodyTargets(links=links, pictures=pictures)


def _link(index: Index, house: House, document: Document[Fields], target: str) -> str:
    if is_outside(target):
        return target
    path, suffix = split_suffix(target)
    if not names_content(target):
        return house.prefix + target
    source = content_path(document.source, path)
    linked = index.by_source.get(source)
    url = url_of(linked, index.now) if linked else "/" + stored_picture(index, document, path).path
    return house.prefix + url + suffix
