"""Headers that files in some places have instead of those of pages, or beside them; every format prints this one table.

place                  headers
pictures/…-<digest>    kept for good
files/<digest>/…       kept for good; in no search engine but documents, saved where browsers would show source text
embeds/…               the policy for frames; in no search engine
…/index.md             in no search engine, which has the page
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.attachments.attachment_types import ATTACHMENT_TYPES
from plugins.newsroom.media_types import media_type
from plugins.publish.headers.csp import FRAMES, policy_of_frames
from plugins.publish.headers.per_file import (
    ATTACHMENTS,
    FOREVER,
    LASTING,
    LASTING_FOLDER,
    LASTING_SUFFIXES,
    SAVED,
    SAVED_SUFFIXES,
)
from plugins.publish.site.model import Notes

ROBOTS = "X-Robots-Tag"
_INDEXED = tuple(suffix for suffix, kind in ATTACHMENT_TYPES.items() if kind.is_indexed)
_FILES = "files"
_TWINS = r"[0-9]{4}/[0-9]{2}/[^/]+/index\.md$"


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRule:
    """Headers of some files. Of two rules for one file the later one has the last word on a header."""

    name: str
    """A word for configurations that name their rules."""
    folder: str
    """Folder at the root, in which all of them are; empty where they are in many."""
    pattern: str
    """Regular expression for their paths below the root, that all servers know."""
    globs: Sequence[str]
    """The same with an asterisk each, for hosts that know no more; these take in files that no build writes."""
    headers: Mapping[str, str]

    @property
    def is_anywhere(self) -> bool:
        """Tell whether the folder may lie in another one, as it did before there were others at the root."""
        return self.folder == LASTING_FOLDER


def path_rules(notes: Notes) -> Iterator[PathRule]:
    """Yield the rules in their order."""
    pictures = [f"{LASTING_FOLDER}/*.{suffix}" for suffix in LASTING_SUFFIXES]
    yield PathRule(
        name="lasting",
        folder=LASTING_FOLDER,
        pattern=LASTING,
        globs=pictures,
        headers={"Cache-Control": FOREVER},
    )
    yield PathRule(
        name="files",
        folder=_FILES,
        pattern=ATTACHMENTS,
        globs=[f"{_FILES}/*"],
        headers={"Cache-Control": FOREVER, ROBOTS: "noindex"},
    )
    yield _files("documents", _INDEXED, {ROBOTS: "all"})
    yield _files("saved", SAVED_SUFFIXES, {"Content-Disposition": SAVED})
    if notes.frame_origins:
        yield PathRule(
            name="frames",
            folder=FRAMES,
            pattern=f"{FRAMES}/",
            globs=[f"{FRAMES}/*"],
            headers={"Content-Security-Policy": policy_of_frames(notes), ROBOTS: "noindex"},
        )
    if notes.has_twins:
        yield PathRule(name="twins", folder="", pattern=_TWINS, globs=["*/index.md"], headers={ROBOTS: "noindex"})


def type_globs() -> Mapping[str, str]:
    """Return the media types of attachments by a pattern with an asterisk: tables of hosts lack some of them."""
    return {f"{_FILES}/*.{suffix}": media_type(f"file.{suffix}") for suffix in ATTACHMENT_TYPES}


def _files(name: str, suffixes: Sequence[str], headers: Mapping[str, str]) -> PathRule:
    return PathRule(
        name=name,
        folder=_FILES,
        pattern=rf"{_FILES}/[0-9a-f]{{12}}/[^/]+\.(?i:{'|'.join(suffixes)})$",
        globs=[f"{_FILES}/*.{suffix}" for suffix in suffixes],
        headers=headers,
    )
