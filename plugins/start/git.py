"""Git, run as a command in the publication's folder."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from plugins.start.stopped_error import StoppedError

_STAND_IN = {"NAME": "Publication", "EMAIL": "publication@localhost"}
"""Stands for the person who commits where git knows nobody, as on a new machine."""
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
_COMMITTING = frozenset({"commit", "commit-tree", "tag", "merge", "cherry-pick", "revert"})


@dataclass(frozen=True)
class Git:
    """The repository that has `folder` at its top, if there is one."""

    folder: Path
    index: Path | None = None

    @property
    def is_installed(self) -> bool:
        return shutil.which("git") is not None

    @property
    def is_there(self) -> bool:
        """True if there is git, and a repository; an archive that was unpacked inside another one is none."""
        if not self.is_installed:
            return False
        done = self._run("rev-parse", "--show-toplevel")
        return done.returncode == 0 and Path(done.stdout.strip()).resolve() == self.folder.resolve()

    def says(self, *arguments: str) -> str:
        """Return what a command prints, without its last line break.

        Raises StoppedError with git's own words if it fails.
        """
        done = self._run(*arguments)
        if done.returncode:
            raise StoppedError(f"git {arguments[0]} failed: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout.removesuffix("\n")

    def tells(self, *arguments: str) -> bool:
        """Run a command that answers by its status."""
        return self._run(*arguments).returncode == 0

    def prints(self, *arguments: str) -> str:
        """Return what a command prints, whatever its status says."""
        return self._run(*arguments).stdout

    def changes(self) -> Sequence[str]:
        """Return what no commit has, changed and new files, as `git status --short` shows them."""
        return self.says("status", "--porcelain").splitlines()

    def commit(self, subject: str) -> None:
        """Commit what is staged, without hooks and signatures, which may ask something."""
        self.says("-c", "commit.gpgsign=false", "commit", "--quiet", "--no-verify", "-m", subject)

    def tag(self, name: str, message: str) -> None:
        """Put a tag of its own on the present commit."""
        self.says("-c", "tag.gpgsign=false", "tag", "--annotate", "-m", message, name)

    def commit_of(self, tree: str, *parents: str) -> str:
        """Make a commit of a tree that no branch has, and return its name."""
        named = [word for parent in parents for word in ("-p", parent)]
        return self.says("-c", "commit.gpgsign=false", "commit-tree", tree, *named, "-m", "The kit's files")

    def with_index(self, index: Path) -> Self:
        """Return the repository with another file as its index: trees can be put together there."""
        return replace(self, index=index)

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        # Whoever starts this from a hook has variables that lead to another repository.
        environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
        if self.index:
            environment["GIT_INDEX_FILE"] = os.fspath(self.index)
        if not _COMMITTING.isdisjoint(arguments):
            environment = _stand_in(self.folder) | environment
        return subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=self.folder,
            env={**environment, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )


def _stand_in(folder: Path) -> dict[str, str]:
    """Return variables that name somebody, if git does not know who commits."""
    known = subprocess.run(["git", "var", "GIT_COMMITTER_IDENT"], cwd=folder, capture_output=True, check=False)
    if known.returncode == 0:
        return {}
    return {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _STAND_IN.items()}
