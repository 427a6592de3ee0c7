"""Whether readers can reach what a document refers to; the part that checks of front matter and of text share."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from plugins.desk.documents import Document
from plugins.desk.header import Place
from plugins.desk.index import Index, public_from
from plugins.desk.pictures import TYPES, PictureError
from plugins.desk.schema import Fields
from plugins.desk.targets import content_path
from plugins.newsroom.problems import Problem, near_miss


def check_is_public(
    index: Index, document: Document[Fields], target: Document[Fields], place: Place, role: str
) -> Iterator[Problem]:
    """Find a target that readers of `document` could not open when it appears."""
    if target.is_sound:
        yield from check_is_public_at(index, document, public_from(target, index.now), place, role)


def check_is_public_at(
    index: Index, document: Document[Fields], there: datetime | None, place: Place, role: str
) -> Iterator[Problem]:
    """Find something public from `there` on, or never, that readers of `document` could not open when it appears."""
    here = public_from(document, index.now)
    if here is None or not document.is_sound:
        return
    if there is None:
        yield document.problem(place, f"{role} is a draft", "choose one that is published, or publish it")
    elif there > max(here, index.now):
        remedy = "choose one that is public by then"
        yield document.problem(place, f"{role} is not public before {there:%Y-%m-%d %H:%M}", remedy)


def check_picture(index: Index, document: Document[Fields], file: str, place: Place) -> Iterator[Problem]:
    """Find a picture file that cannot be shown."""
    source = content_path(document.source, file)
    picture = index.pictures[source]
    if isinstance(picture, PictureError):
        meant = _similar_file(index.folder.root / source) if picture.is_missing else None
        remedy = f"did you mean {meant!r}?" if meant else "name one that is there"
        yield document.problem(place, f"picture {file!r} {picture}", remedy)


def _similar_file(path: Path) -> str | None:
    siblings = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    by_stem = {sibling.stem: sibling.name for sibling in siblings if sibling.suffix[1:].lower() in TYPES}
    return by_stem.get(near_miss(path.stem, by_stem) or "")


def remedy_for(found: str, known: Iterable[str], folder: str, *, note: str = "") -> str:
    """Return what to do about a name that there is not; `note` follows the name that was meant."""
    names = sorted(known)
    meant = near_miss(found, names)
    if meant:
        return f"did you mean {meant!r}{note}?"
    listed = ", ".join(names) if len(names) <= 12 else f"see {folder}"
    return f"known are: {listed}" if names else f"{folder} is empty"
