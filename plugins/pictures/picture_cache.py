"""Cache of developed pictures: a folder that outlives outputs and states, so that each picture is developed once.

`<root>/<first 2 digits>/<key>/` holds the files of one key and `about.json`. It comes there whole, by one rename, and
never changes again. Whatever is not as `about.json` says counts as not there.
"""

import contextlib
import errno
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import FileIO
from pathlib import Path
from typing import Any

from plugins.pictures.values import Developed, Print

_ABOUT = "about.json"
_UNFINISHED = ".tmp"
_DAY = 24 * 60 * 60
_KEPT_DAYS = 90
"""Days after which a picture that no build has used is removed: long enough for a season's articles to come back."""
_TAKEN = frozenset({errno.ENOTEMPTY, errno.EEXIST})


@dataclass(frozen=True, slots=True)
class PictureCache:
    """The pictures that have been developed, below `root`."""

    root: Path

    def has(self, key: str) -> bool:
        """Tell whether a picture seems to be there; only reading its files shows if they are whole.

        After a power cut a file may have its name and no content.
        """
        try:
            return self._about(key).stat().st_size > 0
        except OSError:
            return False

    def developed(self, key: str) -> Developed | None:
        """Return the files of a picture; None where it is not there, or its description is damaged."""
        about = self._read_about(key)
        if about is None:
            return None
        original = about["original"]
        return Developed(
            key,
            about["width"],
            about["height"],
            about["tone"],
            tuple(map(Print._make, about["modern"])),
            tuple(map(Print._make, about["older"])),
            tuple(map(Print._make, about["ratios"])),
            Print._make(original) if original else None,
        )

    def read(self, key: str, name: str) -> bytes | None:
        """Return a file of a picture; None where it is not there, or not as it was written."""
        about = self._read_about(key)
        try:
            content = (self._folder(key) / name).read_bytes()
        except OSError:
            return None
        return content if about and sha256(content).hexdigest() == about["sha256"].get(name) else None

    def keep(self, developed: Developed, files: Mapping[str, bytes]) -> None:
        """Keep the files of a picture, in the place of damaged ones. Raises OSError where they cannot be written."""
        folder = self._folder(developed.key)
        for place in (folder.parent, folder):
            if not place.is_dir():
                # A file or a dead link is as damaged as a folder can be. Another process may have made one since.
                with contextlib.suppress(FileNotFoundError, IsADirectoryError):
                    place.unlink()
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(_UNFINISHED, f"{folder.name}.", folder.parent))
        try:
            for name, content in files.items():
                (unfinished / name).write_bytes(content)
            about = developed._asdict() | {"sha256": {name: sha256(each).hexdigest() for name, each in files.items()}}
            (unfinished / _ABOUT).write_text(json.dumps({**about, "seal": _seal(about)}), encoding="utf-8")
            unfinished.chmod(0o755)  # as any folder, and not for this user alone
            self._put(unfinished, folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)

    def touch(self, keys: Collection[str]) -> None:
        """Note that pictures are in use, at most once a day for each."""
        now = self._now()
        for key in keys if now else ():
            about = self._about(key)
            with contextlib.suppress(OSError):
                if about.stat().st_mtime < now - _DAY:
                    os.utime(about)

    def collect(self) -> int:
        """Remove pictures that no build has used for long, and leftovers of killed runs; return their number."""
        now, removed = self._now(), 0
        for folder in self._folders() if now else ():
            about = folder / _ABOUT
            with contextlib.suppress(OSError):
                used = (about if about.is_file() else folder).stat().st_mtime
                if used < now - _DAY * (1 if folder.name.endswith(_UNFINISHED) else _KEPT_DAYS):
                    shutil.rmtree(folder)
                    removed += 1
        return removed

    def _put(self, unfinished: Path, folder: Path) -> None:
        """Rename a folder into its place. Where another process was first, its files have the same content."""
        try:
            unfinished.rename(folder)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
            if self._is_whole(folder.name):
                return
            aside = Path(tempfile.mkdtemp(_UNFINISHED, f"{folder.name}.", folder.parent))
            folder.rename(aside)  # an empty folder makes way
            shutil.rmtree(aside, ignore_errors=True)
            with contextlib.suppress(FileExistsError):
                unfinished.rename(folder)

    def _is_whole(self, key: str) -> bool:
        about = self._read_about(key)
        return about is not None and all(self.read(key, name) is not None for name in about["sha256"])

    def _now(self) -> float:
        """Return the file system's time, which times of files are compared with; 0 where nothing can be written."""
        try:
            with tempfile.TemporaryFile(dir=self.root) as file:
                return os.fstat(file.fileno()).st_mtime
        except OSError:
            return 0.0

    def _folder(self, key: str) -> Path:
        return Path(f"{self.root}/{key[:2]}/{key}")

    def _folders(self) -> Iterator[Path]:
        for group in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(group.iterdir() if group.is_dir() else [])

    def _about(self, key: str) -> Path:
        return Path(f"{self.root}/{key[:2]}/{key}/{_ABOUT}")

    def _read_about(self, key: str) -> dict[str, Any] | None:
        """Return the description of a picture; None where it is not there, or damaged."""
        try:
            with FileIO(f"{self.root}/{key[:2]}/{key}/{_ABOUT}") as file:  # for speed: a build may ask for thousands
                about = json.loads(file.readall())
        except (OSError, ValueError):
            return None
        is_whole = isinstance(about, dict) and about.pop("seal", None) == _seal(about) and about["key"] == key
        return about if is_whole else None


def _seal(about: Mapping[str, Any]) -> str:
    """Return a digest of a description, by which a damaged one is known."""
    return sha256(json.dumps(about).encode()).hexdigest()
