"""Origins of overrides: the version of the theme's file that one was copied from, and changes of that file since."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path

from plugins.newsroom.problems import Problem, Severity
from plugins.press.theme_files import ThemeFiles, shown_path

_DIGITS = 16
"""Of a digest, in the first line of a copy: enough to tell versions of one file apart."""
_ORIGIN = re.compile(rf"(?:\{{#|/\*) from (\S+) sha256:([0-9a-f]{{{_DIGITS}}})")
_COMMENTS = {".html": "{{# {} #}}", ".css": "/* {} */", ".js": "/* {} */"}
"""Comments by the end of a file's name; all of them go when pages are made."""
_MOST_VERSIONS = 200
"""Earlier versions of a file that are looked through."""


@dataclass(frozen=True, slots=True)
class ChangedOrigin:
    """An override of a file that the theme has changed since it was copied."""

    own: Path
    theirs: Path
    version: str
    """The kit's version that the copy names."""
    digest: str

    @property
    def problem(self) -> Problem:
        """The warning about it."""
        what = f"was copied from {shown_path(self.theirs)} of {self.version}, which has changed since"
        if not self.theirs.is_file():
            what = f"was copied from {shown_path(self.theirs)} of {self.version}, which is gone from the theme"
        remedy = f"take over what you need, then write sha256:{_digest_of(self.theirs)} into its first line"
        return Problem(str(self.own), 1, 1, what, remedy, Severity.WARNING)


def with_origin(text: str, version: str, end: str) -> str:
    """Return a copy of a file's text that names it in its first line; `end` is that of its name: `.html`."""
    digest = sha256(text.encode()).hexdigest()[:_DIGITS]
    return f"{_COMMENTS[end].format(f'from {version} sha256:{digest}')}\n{text}"


def changed_origins(files: ThemeFiles) -> Iterator[ChangedOrigin]:
    """Yield the overrides whose first line names another version of the theme's file than there is now."""
    for folder in files.overrides.folders:
        for path in (path for path in files.overrides.files() if path.is_relative_to(folder)):
            if path.suffix in _COMMENTS and (found := _ORIGIN.match(_first_line(path))):
                theirs = files.theirs(path.relative_to(folder).as_posix())
                if found[2] != _digest_of(theirs):
                    yield ChangedOrigin(path, theirs, *found.groups())


def difference(changed: ChangedOrigin) -> str:
    """Return what has changed in the theme's file since it was copied, or where that is not known, how the two differ.

    The earlier version is looked for in the repository, as its tag or any commit has it.
    """
    now, shown = _lines(changed.theirs), str(shown_path(changed.theirs))
    before = _earlier(changed)
    if before is None:
        own = _lines(changed.own)
        return "".join(unified_diff(own, now, str(changed.own), f"{shown} (now)", n=2))
    return "".join(unified_diff(before, now, f"{shown} of {changed.version}", f"{shown} (now)", n=2))


def _earlier(changed: ChangedOrigin) -> list[str] | None:
    """Return the lines of the theme's file as it was copied; None if no commit has it."""
    folder, name = changed.theirs.parent.resolve(), changed.theirs.name
    tagged = _git(folder, "show", f"v{changed.version}:./{name}")
    if tagged is not None and sha256(tagged).hexdigest()[:_DIGITS] == changed.digest:
        return tagged.decode().splitlines(keepends=True)
    listed = _git(folder, "log", "--all", "--format=", "--raw", "--no-abbrev", f"-{_MOST_VERSIONS}", "--", f"./{name}")
    blobs = dict.fromkeys(blob for line in (listed or b"").decode().splitlines() for blob in line.split()[2:4])
    for blob in blobs:
        text = _git(folder, "cat-file", "blob", blob) if blob.strip("0") else None
        if text is not None and sha256(text).hexdigest()[:_DIGITS] == changed.digest:
            return text.decode().splitlines(keepends=True)
    return None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git says; None where there is no git, no repository, or no such thing in it."""
    try:
        done = subprocess.run(("git", "-C", folder, *arguments), capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _first_line(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.readline(200)


def _digest_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:_DIGITS] if path.is_file() else "0" * _DIGITS


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True) if path.is_file() else []
