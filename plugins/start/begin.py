"""The start itself: the demonstration out of the way, the new publication in its place, one commit.

All of the new is written aside first. Then every step is one rename, done only where it was not done before, so that a
start that was killed goes on where it stood when it is repeated.
"""

import json
import os
import runpy
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.start.demonstration import MOVED_TO, is_untouched
from plugins.start.git import Git
from plugins.start.stopped_error import StoppedError

STAGE = Path(".start")
"""Folder of a start that is under way; it is renamed to this once all in it is written."""
_SETTINGS = ("pelicanconf.py", "publishconf.py")
_LINKED = ("plugins", "theme")
_PUBLISHED = Path("published")


def is_begun(root: Path) -> bool:
    """Tell whether a start was interrupted here after everything was written."""
    return (root / STAGE).is_dir() or (is_started(root) and not _is_committed(root))


def is_started(root: Path) -> bool:
    """Tell whether the publication in `root` is somebody's own already."""
    return (root / MOVED_TO / "content").is_dir()


def refuse(root: Path, *, force: bool) -> None:
    """Raise StoppedError where a start would take away what somebody made; `force` says that it may."""
    if is_started(root):
        raise StoppedError(
            "This publication was started before, and nothing was changed. "
            "Its name, language and address stand in pelicanconf.py."
        )
    git = Git(root)
    changes = git.changes() if git.is_there else []
    if changes and not force:
        more = f", and {len(changes) - 3} more" if len(changes) > 3 else ""
        raise StoppedError(
            f"There are changes that no commit has: {', '.join(line[3:] for line in changes[:3])}{more}. "
            "Commit them or take them back, or say FORCE=1 to start with them."
        )
    if not is_untouched(root) and not force:
        raise StoppedError(
            "content/ and pelicanconf.py are not the demonstration as it came with this version, so somebody has "
            f"worked here. Say FORCE=1 to move them to {MOVED_TO}/ nevertheless; they are not lost there."
        )


def write_aside(root: Path, files: Mapping[str, str]) -> None:
    """Write all files of the new publication, and the demonstration's settings, beside what is there now."""
    partial = root / f"{STAGE}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    for path, text in files.items():
        _write(partial / "new" / path, text)
    for name in _SETTINGS:
        if (root / name).is_file():
            _write(partial / "demonstration" / name, (root / name).read_text(encoding="utf-8"))
    _write(partial / "files.json", json.dumps(sorted(files)))
    partial.rename(root / STAGE)


def carry_out(root: Path, tell: Callable[[str], None]) -> None:
    """Put the staged publication into its place, and commit; goes on where an earlier run was stopped."""
    staged, moved = root / STAGE, root / MOVED_TO
    if staged.is_dir():
        if not moved.is_dir():
            for name in _LINKED:
                (staged / "demonstration" / name).unlink(missing_ok=True)
                (staged / "demonstration" / name).symlink_to(Path("../..", name))
            moved.parent.mkdir(exist_ok=True)
            (staged / "demonstration").rename(moved)
        if (staged / "new/content").is_dir():
            if not (moved / "content").is_dir():
                (root / "content").rename(moved / "content")
            (staged / "new/content").rename(root / "content")
        for name in ("pelicanconf.py", "README.md"):
            if (staged / "new" / name).is_file():
                (staged / "new" / name).replace(root / name)
        _forget_what_was_published(root, tell)
        shutil.rmtree(staged)
    _commit(root, tell)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _forget_what_was_published(root: Path, tell: Callable[[str], None]) -> None:
    """Remove the demonstration from the usual target: guards would hold the new publication against it."""
    home = root / _PUBLISHED / "current" / "index.html"
    if not home.is_file():
        return
    address = str(runpy.run_path(str(root / MOVED_TO / _SETTINGS[0]))["SITEURL"])
    if address in home.read_text(encoding="utf-8"):
        shutil.rmtree(root / _PUBLISHED)
        tell(f"{_PUBLISHED}/ held the demonstration, and was removed.")


def _is_committed(root: Path) -> bool:
    git = Git(root)
    if not git.is_there:
        return True
    return git.tells("cat-file", "-e", f"HEAD:{MOVED_TO}/content")


def _commit(root: Path, tell: Callable[[str], None]) -> None:
    git = Git(root)
    if not git.is_there:
        tell("There is no git repository here, so nothing was committed; make update works all the same.")
        return
    remotes = git.says("remote").split()
    if "origin" in remotes and "kit" not in remotes:
        git.says("remote", "rename", "origin", "kit")
        if git.tells("symbolic-ref", "--quiet", "HEAD"):
            git.tells("branch", "--unset-upstream")
        tell("The remote 'origin' is called 'kit' now: updates come from there. Add your own: git remote add origin …")
    git.says("add", "--all", "--", "content", "pelicanconf.py", "README.md", os.fspath(MOVED_TO))
    git.commit("Start")
