"""What the browser gets right now: one build and the problems of the last one, changed together and waited for."""

import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One state of the preview.

    `folder` is the last good build, None before the first; `problems` are lines, none when the last build was good;
    `version` differs between any two scenes, and is None where pages are served as they are.
    """

    folder: Path | None = None
    problems: Sequence[str] = ()
    version: str | None = None
    progress: str = ""
    """How far the build has come that goes on, in words, where it takes long."""


class Stage:
    """Holds the present scene. Safe to use from many threads."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._run = secrets.token_hex(4)  # a restarted server must not count the same versions again
        self._count = 0
        self._changed = threading.Condition()

    @property
    def scene(self) -> Scene:
        """Return the present scene."""
        with self._changed:
            return self._scene

    def show(self, folder: Path) -> None:
        """Put a good build on; the problems of the one before are mended."""
        self._change(Scene(folder=folder))

    def fail(self, problems: Sequence[str]) -> None:
        """Keep the last good build and show why there is no newer one."""
        self._change(replace(self.scene, problems=tuple(problems), progress=""))

    def tell(self, progress: str) -> None:
        """Say how far the build has come; what is shown stays the same version."""
        with self._changed:
            self._scene = replace(self._scene, progress=progress)
            self._changed.notify_all()

    def wait(self, version: str | None, seconds: float, progress: str = "") -> Scene:
        """Return the scene as soon as its version or its progress is another, or the present one after some seconds."""
        with self._changed:
            self._changed.wait_for(
                lambda: (self._scene.version, self._scene.progress) != (version, progress), timeout=seconds
            )
            return self._scene

    def _change(self, scene: Scene) -> None:
        with self._changed:
            self._count += 1
            self._scene = replace(scene, version=f"{self._run}-{self._count}")
            self._changed.notify_all()
