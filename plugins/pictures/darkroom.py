"""The darkroom: develops pictures, each once for all builds, and gives out the files."""

import atexit
import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plugins.pictures.as_is import read_as_is
from plugins.pictures.cost import cost_in_words
from plugins.pictures.developing.recipe import picture_key, plain_negative
from plugins.pictures.picture_cache import PictureCache
from plugins.pictures.settings import CACHE_VARIABLE, cache_root
from plugins.pictures.values import Developed, Negative, PictureError
from plugins.stet.build_errors import BuildError
from plugins.stet.step import Progress, say_nothing
from plugins.stet.workers import Spread

Failure = tuple[Negative, PictureError]


@dataclass(frozen=True, slots=True)
class Darkroom:
    """Develops pictures, and keeps their files below `root`."""

    root: Path
    spare: Path | None = None
    """Folder that they are kept in until the run ends, if `root` cannot be written."""

    def key(self, negative: Negative) -> str:
        """Return the key of a picture's files: it stands for everything that they depend on."""
        return picture_key(negative)

    def developed(self, negative: Negative) -> Developed:
        """Return the files made from a picture, which is developed now if it has not been. Raises PictureError."""
        key = self.key(negative)
        found = (each.developed(key) for each in self._caches)
        return next(filter(None, found), None) or self._develop_now(negative)[0]

    def read(self, negative: Negative, name: str) -> bytes:
        """Return the content of a file, which is made again if the cache has lost it. Raises PictureError."""
        whole = read_as_is(negative, name)
        if whole is not None:
            return whole
        key = self.key(negative)
        found = (each.read(key, name) for each in self._caches)
        content = next((each for each in found if each is not None), None)
        return self._develop_now(negative)[1][name] if content is None else content

    def missing(self, negatives: Iterable[Negative]) -> list[Negative]:
        """Return the pictures that have not been developed."""
        caches = self._caches
        return [negative for negative in negatives if not any(each.has(self.key(negative)) for each in caches)]

    def develop(
        self,
        negatives: Sequence[Negative],
        spread: Spread,
        progress: Progress = say_nothing,
        say: Callable[[str], None] = say_nothing,
        *,
        tidies: bool = False,
    ) -> list[Failure]:
        """Develop the pictures that have not been; return those that failed, with the reasons.

        A run that is stopped loses only those that it is at. `say` hears beforehand what takes long, `progress` how far
        it is. A run of all pictures of a publication may say that it `tidies`: where it develops any, it removes those
        that no build has used for 90 days. Raises BuildError where the files cannot be kept.
        """
        PictureCache(self.root).touch([self.key(negative) for negative in negatives])
        caches = self._caches  # whose descriptions are read here: damaged ones are replaced by all processes together
        missing = [each for each in negatives if not any(cache.developed(self.key(each)) for cache in caches)]
        together = _together(missing)
        for line in self._remarks(together, spread.processes):
            say(line)
        failures: list[Failure] = []
        try:
            for count, failed in enumerate(spread.map(self._develop_tasks, together, 1), start=1):
                failures += failed
                progress("Developing pictures", count, len(together))
        except OSError as error:
            what = f"{error.filename or self._kept.root}: {error.strerror or error}"
            raise BuildError(f"{what}; see to that and run again: the pictures that are done are kept") from None
        except BrokenProcessPool:
            what = "a process that developed pictures was ended by the system, perhaps for want of memory"
            raise BuildError(f"{what}; run again: those that are done are kept") from None
        if together and tidies and (removed := PictureCache(self.root).collect()):
            say(f"removed developed pictures that no build had used for 90 days: {removed:,}")
        return failures

    @property
    def _kept(self) -> PictureCache:
        """The cache that is written to."""
        return PictureCache(self.spare or self.root)

    @property
    def _caches(self) -> list[PictureCache]:
        return [PictureCache(root) for root in (self.root, self.spare) if root]

    def _remarks(self, together: Sequence[Sequence[Negative]], processes: int) -> list[str]:
        """Return what people should know before pictures are developed."""
        said = []
        if together and self.spare:
            what = f"{_shown(self.root)} cannot be written, so every build develops the pictures that are not in it"
            said.append(f"{what}; make it writable, or name another folder in {CACHE_VARIABLE}")
        return said + cost_in_words(together, processes, _shown(self._kept.root))

    def _develop_tasks(self, tasks: Sequence[Sequence[Negative]]) -> list[Failure]:
        """Develop and keep the pictures of some tasks: the work of one process at a time."""
        return [failure for task in tasks for failure in self._develop_task(task)]

    def _develop_task(self, negatives: Sequence[Negative]) -> list[Failure]:
        from plugins.pictures.developing.develop import develop_together

        try:
            data = _content(negatives[0])
        except PictureError as error:
            return [(negative, error) for negative in negatives]
        failures = []
        for negative, made in zip(negatives, develop_together(negatives, data), strict=True):
            if isinstance(made, PictureError):
                failures.append((negative, made))
            else:
                self._kept.keep(made.developed, made.files)
        return failures

    def _develop_now(self, negative: Negative) -> tuple[Developed, Mapping[str, bytes]]:
        """Develop one picture, whether or not it can be kept."""
        from plugins.pictures.developing.develop import develop_together

        (made,) = develop_together([negative], _content(negative))
        if isinstance(made, PictureError):
            raise made
        with contextlib.suppress(OSError):
            self._kept.keep(made.developed, made.files)
        return made.developed, made.files


def darkroom_of(settings: Mapping[str, Any]) -> Darkroom:
    """Return the darkroom by Pelican's settings and the environment."""
    root = cache_root(settings)
    return Darkroom(root, None if _is_writable(root) else _spare_folder())


def _shown(folder: Path) -> str:
    """Return a folder as people of this project call it."""
    project = Path.cwd()
    return str(folder.relative_to(project) if folder.is_relative_to(project) else folder)


def _is_writable(root: Path) -> bool:
    there = next(folder for folder in (root, *root.parents) if folder.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


@cache
def _spare_folder() -> Path:
    """Return a folder that goes when this process ends."""
    folder, process = Path(tempfile.mkdtemp(prefix="pictures-")), os.getpid()

    def remove() -> None:
        if os.getpid() == process:
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(remove)
    return folder


def _together(negatives: Iterable[Negative]) -> list[list[Negative]]:
    """Return the pictures in tasks: those of one file that show the same part are developed together, each once."""
    tasks: dict[Any, dict[str, Negative]] = {}
    for negative in negatives:
        plain = plain_negative(negative)
        tasks.setdefault((plain.digest, plain.crop), {}).setdefault(picture_key(plain), plain)
    return [list(task.values()) for task in tasks.values()]


def _content(negative: Negative) -> bytes:
    """Return the content of a picture's file. Raises PictureError where that is not the one that was read before."""
    try:
        data = Path(negative.place).read_bytes()
    except OSError as error:
        raise PictureError(f"cannot be read: {error.strerror}", "see to that and build again") from None
    if blake2b(data, digest_size=16).digest() != negative.digest:
        raise PictureError("was changed while it was read", "build again")
    return data
