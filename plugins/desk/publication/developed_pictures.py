"""Pictures that this build shows: the wishes of all files, and the proofs that the darkroom makes of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import PLAYERS, Entry, Ref
from plugins.newsroom.problems import Problem, shortened
from plugins.pictures.as_is import as_is
from plugins.pictures.darkroom import Darkroom
from plugins.pictures.paths import uniform_path
from plugins.pictures.values import (
    MIDDLE,
    WHOLE,
    Crop,
    Negative,
    PictureError,
    Proof,
    SourcePicture,
    Wish,
    focus_of_part,
    wish_named,
)
from plugins.stet.facts import View
from plugins.stet.sources import StoredSource
from plugins.stet.step import Progress
from plugins.stet.workers import Spread


class UndevelopedError(Exception):
    """Pictures that could not be developed, as problems of the files that show them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} pictures could not be developed")
        self.problems = problems


def wishes_of(entry: Entry, index: ContentIndex, *, has_ratios: bool) -> Iterator[Wish]:
    """Yield what a file wants of pictures; `has_ratios` if lead pictures are wanted in the ratios of search engines."""
    for number, ref in enumerate(map(Ref._make, entry.refs)):
        if ref.kind in ("original", "artwork"):
            yield Wish(ref.key, purpose="original")
        if ref.kind in ("picture", "original"):
            yield Wish(ref.key)
        if ref.kind == "embed" and (key := index.embeds.picture(ref.key)):
            yield Wish(key)
        if ref.kind in PLAYERS and (poster := index.attachments.companions(ref.key).poster):
            yield Wish(poster)
        if number == 0 and entry.has_picture:
            focus, crop = entry.picture_area
            picture = index.pictures.get(ref.key)
            part = part_for_cards(picture, crop) if isinstance(picture, SourcePicture) else crop
            if part:
                yield Wish(ref.key, part)
            if has_ratios:
                yield Wish(ref.key, crop, focus or MIDDLE, "ratios")


def part_for_cards(picture: SourcePicture, crop: Crop | None) -> Crop | None:
    """Return the part of a lead picture that cards show, or None for all of it; a card does not move."""
    return crop or (WHOLE if picture.is_animated else None)


@dataclass(frozen=True, slots=True)
class DevelopedPictures:
    """Finds the pictures of a content folder developed."""

    index: ContentIndex
    known: Mapping[str, StoredSource]
    darkroom: Darkroom
    waits: bool
    """False in a preview, which shows pictures as they are until they are developed; drawings are soon done."""

    def proof(self, _: View, name: str) -> Proof | None:
        """Return what `find` does, for a view."""
        return self.find(name)

    def find(self, name: str) -> Proof | None:
        """Return a picture with its files by the name of the wish; None where there is none that can be shown."""
        negative = self._negative(name)
        if negative is None:
            return None
        return Proof(negative, as_is(negative) if self._missing([negative]) else self.darkroom.developed(negative))

    def digests(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return the digests of the pictures that there are, by the name of the wish."""
        negatives = {name: negative for name in names if (negative := self._negative(name))}
        pending = self._missing(negatives.values())
        return {
            name: self.darkroom.key(negative).encode() + (b" as it is" if negative in pending else b"")
            for name, negative in negatives.items()
        }

    def develop(
        self, names: Iterable[str], spread: Spread, progress: Progress, say: Callable[[str], None]
    ) -> list[tuple[Negative, PictureError]]:
        """Develop what the darkroom does not have yet and pages need; return what could not be developed, and why."""
        negatives = [negative for name in names if (negative := self._negative(name))]
        needed = negatives if self.waits else [*filter(_is_drawing, negatives)]
        return self.darkroom.develop(needed, spread, progress, say, tidies=self.waits)

    def pending(self, names: Iterable[str]) -> list[str]:
        """Return the names of wishes that a preview shows as they are."""
        negatives = {name: negative for name in names if (negative := self._negative(name))}
        missing = self._missing(negatives.values())
        return [name for name, negative in negatives.items() if negative in missing]

    def work(self, pending: Sequence[str], entries: Iterable[Entry]) -> dict[str, Callable[[], object]]:
        """Return what develops the wishes with these names, a piece for each file, in the order of the entries."""
        wanted = {*pending}
        met = (wish.name for entry in entries for wish in wishes_of(entry, self.index, has_ratios=True))
        files: dict[str, list[Negative]] = {}
        for name in dict.fromkeys([*(name for name in met if name in wanted), *pending]):
            if negative := self._negative(name):
                files.setdefault(negative.place, []).append(negative)
        return {
            " ".join(sorted(map(self.darkroom.key, negatives))): partial(self.darkroom.develop, negatives, Spread(1))
            for negatives in files.values()
        }

    def problems(self, failed: Sequence[tuple[Negative, PictureError]], entries: Iterable[Entry]) -> list[Problem]:
        """Return pictures that could not be developed as problems of the entries that show them."""
        errors = {uniform_path(negative.source.source): error for negative, error in failed}
        return [
            self.index.problem(entry, ref.place, f"picture {shortened(ref.target)!r} {error}", error.remedy)
            for entry in entries
            for ref in map(Ref._make, entry.refs)
            if ref.kind in ("picture", "original", "artwork") and (error := errors.get(ref.key))
        ]

    def _missing(self, negatives: Iterable[Negative]) -> set[Negative]:
        """Return those that are shown as they are."""
        if self.waits:
            return set()
        return {*self.darkroom.missing([negative for negative in negatives if not _is_drawing(negative)])}

    def _negative(self, name: str) -> Negative | None:
        wish = wish_named(name)
        picture = self.index.pictures.get(wish.source)
        if not isinstance(picture, SourcePicture):
            return None
        if wish.purpose == "ratios" and picture.format == "svg":  # machines that crop by ratio show no drawings
            return None
        place = self.index.path_of(picture.source)
        digest = self.known[picture.source].digest
        _, _, across, down = wish.crop or (0, 0, 100, 100)
        focus = focus_of_part(wish.focus, wish.crop, picture.width * across, picture.height * down)
        return Negative(place, picture, digest, wish.crop, focus, wish.purpose)


def _is_drawing(negative: Negative) -> bool:
    return negative.source.format == "svg"
