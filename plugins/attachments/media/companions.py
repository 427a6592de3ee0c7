"""Companions of a file of audio or video: files beside it with its name, which its player shows.

`episode.jpg` is the poster of `episode.mp3`, `episode.vtt` and `episode.de.vtt` are its captions, `episode.txt` is its
transcript.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from plugins.newsroom.language.language_tags import is_language_tag
from plugins.pictures.picture_formats import PICTURE_SUFFIXES
from plugins.stet.space import Space

CAPTIONS, TRANSCRIPT = "vtt", "txt"
_POSTERS = tuple(suffix for name in ("jpeg", "png", "webp", "avif") for suffix in PICTURE_SUFFIXES[name])


class Companions(NamedTuple):
    """The companions of one file, each by its key (`uniform_path`)."""

    poster: str = ""
    captions: tuple[tuple[str, str], ...] = ()
    """Pairs of language and key, in order of language; empty for captions that name none."""
    transcript: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """Those that are no pictures."""
        return (*(key for _, key in self.captions), *([self.transcript] if self.transcript else []))


NO_COMPANIONS = Companions()
COMPANIONS = Space[Companions]("companions", "plugins.desk")
"""The companions of a file that a player plays, by its key."""


def captions_by_stem(keys: Iterable[str]) -> Mapping[str, list[tuple[str, str]]]:
    """Return the captions among the keys of files, by the key of what they belong to without its ending."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key in sorted(keys):
        if key.lower().endswith(f".{CAPTIONS}"):
            stem = key[: -len(CAPTIONS) - 1]
            found.setdefault(stem, []).append(("", key))
            name, _, lang = stem.rpartition(".")
            if name and "/" not in lang and is_language_tag(lang):
                found.setdefault(name, []).append((lang, key))
    return found


def companions_of(
    key: str, pictures: Collection[str], files: Collection[str], captions: Mapping[str, list[tuple[str, str]]]
) -> Companions:
    """Return the companions of the file with this key among the keys of all pictures and of all other files."""
    stem = str(PurePosixPath(key).with_suffix(""))
    return Companions(
        poster=_first(stem, _POSTERS, pictures),
        captions=tuple(sorted(captions.get(stem, ()))),
        transcript=_first(stem, (TRANSCRIPT,), files),
    )


def _first(stem: str, suffixes: Iterable[str], keys: Collection[str]) -> str:
    names = (f"{stem}.{form}" for suffix in suffixes for form in (suffix, suffix.upper()))
    return next((name for name in names if name in keys), "")
