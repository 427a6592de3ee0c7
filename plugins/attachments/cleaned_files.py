"""Documents without what they tell of those who made them: made at most once, and kept from build to build."""

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plugins.attachments.attachment_types import suffix_of
from plugins.stet.build_errors import BuildError
from plugins.stet.sources import streamed_digest

EDITION = 1
"""Rises with a change of what is taken out, or how: the files get other contents, and so other addresses."""
_FOLDER = "files"
"""In the folder of developed pictures, so that who keeps that keeps both."""


class CleanedFile(NamedTuple):
    """A document without names."""

    place: str
    digest: str
    """As `Attachment.digest`."""
    size: int


@dataclass(frozen=True, slots=True)
class CleanedFiles:
    """Keeps them in a folder of `root`, by the content of the authors' files."""

    root: Path

    def cleaned(self, place: Path, content: str) -> CleanedFile | None:
        """Return the document at `place`, whose digest is `content`, without names; None where that cannot be made.

        Raises BuildError where it cannot be kept.
        """
        kept = self.root / _FOLDER / content[:2] / f"{content}-{EDITION}.{suffix_of(place.name)}"
        try:
            return self._kept(kept) or self._make(place, kept)
        except OSError as error:
            what = f"{error.filename or kept}: {error.strerror or error}"
            raise BuildError(f"{what}; see to that and run again") from None

    def _kept(self, kept: Path) -> CleanedFile | None:
        """Return a document that is kept and whole."""
        with contextlib.suppress(OSError):
            digest = streamed_digest(kept).hex()
            if _note_of(kept).read_text(encoding="ascii", errors="replace") == digest:
                return CleanedFile(_shown(kept), digest, kept.stat().st_size)
        return None

    def _make(self, place: Path, kept: Path) -> CleanedFile | None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(".tmp", f"{kept.name}.", kept.parent)
        os.close(handle)
        unfinished = Path(name)
        try:
            if not _write_clean(place, unfinished):
                return None
            unfinished.chmod(0o644)  # as any file, and not for this user alone
            digest = streamed_digest(unfinished).hex()
            unfinished.replace(kept)
            _note_of(kept).write_text(digest, encoding="ascii")
            return CleanedFile(_shown(kept), digest, kept.stat().st_size)
        finally:
            unfinished.unlink(missing_ok=True)


def _note_of(kept: Path) -> Path:
    """Return the file that says what a document's digest was when it was written."""
    return kept.with_name(f"{kept.name}.digest")


def _shown(place: Path) -> str:
    """Return a place relative to the project's folder, where it is in it."""
    project = Path.cwd()
    return str(place.relative_to(project) if place.is_relative_to(project) else place)


def _write_clean(place: Path, target: Path) -> bool:
    """Write a document without names; tell whether it is the same document still, else the author's is published."""
    from plugins.attachments.documents.office_facts import write_clean_office
    from plugins.attachments.documents.pdf_facts import write_clean_pdf

    write = write_clean_pdf if suffix_of(place.name) == "pdf" else write_clean_office
    try:
        return write(place, target)
    except OSError:
        raise
    except Exception:  # a damaged document raises whatever its reader stumbles over
        return False
