"""Copies of the theme's files among the publisher's own, to begin an override with."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from plugins.newsroom.problems import did_you_mean
from plugins.press.overrides.origins import with_origin
from plugins.press.theme_files import ThemeFiles, names_in, shown_path

_PROJECT = Path(__file__).parents[3] / "pyproject.toml"
_BESIDE = (".css", ".js")


class CopyError(Exception):
    """A copy that cannot be made; the message says why, and the remedy."""


def kit_version() -> str:
    """Return the version of the kit."""
    return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])


def copy_template(name: str, files: ThemeFiles, folder: Path, version: str) -> Path:
    """Copy the theme's file of this name into `folder`, and return its path there.

    `components/card.html` is a template, `components/card.css` and `.js` are its stylesheet and its script. Raises
    CopyError for a name that the theme does not have, and where there is a file already.
    """
    known = overridable(files)
    if name not in known:
        raise CopyError(f"{name!r} cannot be overridden; {did_you_mean(name, known, 'make override lists all')}")
    target = folder / name
    if target.exists():
        raise CopyError(f"{target} is there already; edit it, or move it away and run again")
    target.parent.mkdir(parents=True, exist_ok=True)
    text = files.theirs(name).read_text(encoding="utf-8")
    target.write_text(with_origin(text, version, target.suffix), encoding="utf-8")
    return target


def overridable(files: ThemeFiles) -> list[str]:
    """Return the names of the theme's files that can be replaced: each template, then those beside it."""
    return [name for template in names_in(files.theme / "templates") for name in (template, *_beside(template, files))]


def listed_files(files: ThemeFiles) -> Iterator[str]:
    """Yield a line for each file that can be replaced, with the publisher's own where there is one."""
    for name in overridable(files):
        own = files.own(name)
        yield f"{name:<36} {f'yours: {shown_path(own)}' if own else ''}".rstrip()


def _beside(template: str, files: ThemeFiles) -> Iterator[str]:
    names = (f"{template.removesuffix('.html')}{end}" for end in _BESIDE)
    yield from (name for name in names if files.theirs(name).is_file())
