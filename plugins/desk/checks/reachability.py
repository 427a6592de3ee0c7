"""Checks that readers can reach a target, shared by all checks between files."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from plugins.desk.files.addresses import DeskPage, when
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, Ref, Spot
from plugins.desk.text.link_targets import target_like
from plugins.newsroom.near_misses import KnownNames
from plugins.newsroom.problems import Problem, Severity, did_you_mean, shortened
from plugins.pictures.values import Crop, PictureError, SourcePicture

_MOST_LISTED = 12
_NARROWEST, _NARROWEST_CARD = 400, 240
"""Pixels across, of a lead picture and of its part for cards: our own judgement, half of what a screen shows."""


def check_is_public(index: ContentIndex, here: Entry, target: Entry, place: Spot, role: str) -> Iterator[Problem]:
    """Find a target that readers of `here` could not open when it appears; one that was taken down is no mistake."""
    if index.is_taken_down(target):
        return
    if target.is_sound or index.is_waiting(target):
        yield from check_is_public_at(index, here, target.public_from, place, role)


def check_is_public_at(
    index: ContentIndex, here: Entry, there: float | None, place: Spot, role: str
) -> Iterator[Problem]:
    """Find something public from `there` on, or never, that readers of `here` could not open when it appears."""
    if index.is_public_with(there, here):
        return
    if there is None:
        remedy = "choose one that is published, or publish it"
        yield index.problem(here, place, f"{role} is a draft", remedy, has_rendering=True)
    else:
        what = f"{role} is not public before {when(there, index.now):%Y-%m-%d %H:%M}"
        yield index.problem(here, place, what, "choose one that is public by then", has_rendering=True)


def lists_taken_down(index: ContentIndex, page: DeskPage) -> bool:
    """Tell whether a page lists an article that was taken down, so that nobody is to blame for its end."""
    return any(index.is_taken_down(article.entry) for article in page.articles)


def check_picture(index: ContentIndex, here: Entry, ref: Ref, *, is_lead: bool = False) -> Iterator[Problem]:
    """Find a picture file that cannot be shown, or of which its author should know something."""
    if ref.key in index.pictures_taken_down:
        return
    picture, name = index.picture(ref.key), f"picture {shortened(ref.target)!r}"
    if isinstance(picture, SourcePicture):
        for what, remedy in _remarks(here, picture, is_lead=is_lead):
            found = index.problem(here, ref.place, f"{name} {what}", remedy)
            yield replace(found, severity=Severity.NOTICE)
        return
    other = index.known.pictures_by_small_letters.get(ref.key.casefold()) if picture.is_missing else None
    if other:
        shown = target_like(ref.target, here.source, other)
        what, remedy = "does not exist, but in other letters", f"write {shown!r}: small and capital letters count"
    else:
        what, remedy = str(picture), picture.remedy or _named_otherwise(index, here, ref, picture)
    yield index.problem(here, ref.place, f"{name} {what}", remedy, has_rendering=True)


def _remarks(here: Entry, picture: SourcePicture, *, is_lead: bool) -> Iterator[tuple[str, str]]:
    if picture.remark:
        yield picture.remark
    if is_lead and here.kind == "articles":
        yield from _blurred(picture, here.picture_area[1])
    if is_lead and picture.credit and not here.has_credit:
        remedy = "nothing need be done; to name somebody else, write credit: below file:"
        yield f"names its maker, who stands in for the credit: {shortened(picture.credit)!r}", remedy


def _blurred(picture: SourcePicture, crop: Crop | None) -> Iterator[tuple[str, str]]:
    if picture.format == "svg":
        return
    across = round(picture.width * crop[2] / 100) if crop else 0
    if picture.width < _NARROWEST:
        yield f"looks blurred: it is {picture.width} pixels wide", "take a larger one, of 1600 pixels or more"
    elif crop and across < _NARROWEST_CARD:
        yield f"looks blurred on cards: its crop is {across} pixels wide", "crop less of it, or take a larger one"


def _named_otherwise(index: ContentIndex, here: Entry, ref: Ref, error: PictureError) -> str:
    """Return the remedy for a picture that is not there under its name."""
    path = PurePosixPath(ref.key)
    if error.is_missing and (others := index.known.pictures_by_name.get(path.name.casefold())):
        folder = here.source.rpartition("/")[0] + "/"
        nearest = min(others, key=lambda other: (not other.startswith(folder), other))
        return f"it lies elsewhere: write {shortened(target_like(ref.target, here.source, nearest))!r}, or move it"
    there = index.known.pictures_in(path.parent.as_posix()) if error.is_missing else {}
    return did_you_mean(
        path.stem,
        there,
        "name one that is there",
        shown=lambda stem: target_like(ref.target, here.source, str(path.with_name(there[stem]))),
    )


def remedy_for(found: str, known: KnownNames, folder: str, *, shown: Callable[[str], str] = str) -> str:
    """Return the remedy for an unknown name; `folder` has the known ones, `shown` returns one as it is written."""
    names = f"known are: {', '.join(map(shown, known))}"
    listed = names if len(known) <= _MOST_LISTED else f"name one that is in {folder}"
    return did_you_mean(found, known, listed if known else f"{folder} is empty", shown=shown)
