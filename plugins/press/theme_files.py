"""The files that pages are made with: those of a theme, and those of the publisher's own that win over them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader

from plugins.newsroom.problems import Problem, Severity, shortened
from plugins.newsroom.settings_places import place_of

THEIRS = "!theme"
"""Beginning of a name that means the theme's template, whatever the publisher has of that name."""
FOLDERS = "THEME_TEMPLATES_OVERRIDES"
"""Pelican's setting of folders with templates, the first of which wins."""
_BRAND = "brand"
"""Folder of the content with what makes the publication look like itself."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """Files of the publisher's own, in the places of the theme's; a frozen value, which any run may have."""

    folders: tuple[Path, ...] = ()
    """Folders of templates, each with stylesheets and scripts beside them; the first wins."""
    style: Path | None = None
    """Stylesheet of the whole publication."""

    def files(self) -> list[Path]:
        """Return all files, hidden ones aside, in order."""
        found = [path for folder in self.folders for path in sorted(folder.rglob("*")) if _is_shown(path, folder)]
        return [*found, *([self.style] if self.style else [])]

    def digest(self) -> tuple[tuple[str, bytes], ...]:
        """Return a value that stands for all files, with what is in them."""
        return tuple((str(path), blake2b(path.read_bytes(), digest_size=16).digest()) for path in self.files())


NO_OVERRIDES = Overrides()


def overrides_of(settings: Mapping[str, Any]) -> Overrides:
    """Return the files of the publisher's own: in the folders that the settings name, else in `brand` of the content.

    Folders that are not there are left out.
    """
    style = shown_path(_brand_folder(settings) / f"{_BRAND}.css")
    folders = tuple(folder for folder in template_folders(settings) if folder.is_dir())
    return Overrides(folders, style if style.is_file() else None)


def template_folders(settings: Mapping[str, Any]) -> Sequence[Path]:
    """Return the folders where the publisher's templates are looked for; what is no folder's name is left out."""
    named = settings.get(FOLDERS)
    folders = [Path(each) for each in named if _is_name(each)] if isinstance(named, list | tuple) else []
    return [shown_path(folder) for folder in folders or [_brand_folder(settings) / "templates"]]


def _is_name(value: object) -> bool:
    return isinstance(value, str | Path) and bool(str(value))


def _brand_folder(settings: Mapping[str, Any]) -> Path:
    return Path(str(settings.get("PATH") or ""), _BRAND)


def folder_problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return what is wrong with the folders of templates that the settings name, and links in them to no file."""
    named = settings.get(FOLDERS, ())
    if not isinstance(named, list | tuple):
        return [_named_wrongly(settings, (), "is no list of folders", 'write ["content/brand/templates"]')]
    wrong = [
        _named_wrongly(
            settings, (str(index),), f"there is no folder {shortened(str(each))!r}", "make it, or take it out"
        )
        for index, each in enumerate(named)
        if not (_is_name(each) and Path(each).is_dir())
    ]
    return [*wrong, *(problem for folder in template_folders(settings) for problem in _links(folder))]


def _named_wrongly(settings: Mapping[str, Any], keys: Sequence[str], what: str, remedy: str) -> Problem:
    file, line, column = place_of(settings, FOLDERS, keys)
    return Problem(str(file), line, column, f"{FOLDERS}: {what}", remedy)


def _links(folder: Path) -> Iterator[Problem]:
    """Yield the links that no template comes from."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() and path.is_dir():
            what = "a link to a folder, whose files are not all checked"
            remedy = f"put the folder itself here, or name one that has it in {FOLDERS}"
            yield Problem(str(path), 1, 1, what, remedy, Severity.WARNING)
        elif path.is_symlink() and not path.exists():
            yield Problem(str(path), 1, 1, "a link that leads nowhere", "put the file itself here")


def shown_path(path: Path) -> Path:
    """Return a path as messages have it: from the present folder, if it is below that."""
    shown = os.path.relpath(path)
    return path if shown.startswith(os.pardir) else Path(shown)


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """Files of a theme by the names that templates have, those of the publisher first."""

    theme: Path
    overrides: Overrides = NO_OVERRIDES

    def loader(self) -> BaseLoader:
        """Return the loader of templates; `!theme/base.html` is the theme's own."""
        theirs = FileSystemLoader(self.theme / "templates")
        if not self.overrides.folders:
            return ChoiceLoader([theirs, PrefixLoader({THEIRS: theirs})])
        own = FileSystemLoader(self.overrides.folders)
        return ChoiceLoader([own, theirs, PrefixLoader({THEIRS: theirs})])

    def template(self, name: str) -> Path:
        """Return the file that the loader gives for a template; the theme's place for one that there is not."""
        theirs = name.removeprefix(f"{THEIRS}/")
        return (self.own(name) if theirs == name else None) or self.theirs(theirs)

    def style(self, name: str) -> Path | None:
        """Return the stylesheet of a template, without that of the whole publication; most partials have none."""
        return self._beside(name, ".css")

    def script(self, name: str) -> Path | None:
        """Return the script of a component; most have none."""
        return self._beside(name, ".js")

    def has_needed_style(self, template: str) -> bool:
        """Tell whether the stylesheet of a template is for those pages alone that show what it prints."""
        return self.theirs(str(plain_name(template).with_suffix(".css"))).parent.name == "needed"

    def own(self, name: str) -> Path | None:
        """Return the publisher's file of a name: `components/card.html`, or `.css` and `.js` beside it."""
        return next((path for folder in self.overrides.folders if (path := folder / name).is_file()), None)

    def theirs(self, name: str) -> Path:
        """Return the place of the theme's file of a name: styles and scripts have folders of their own."""
        path = PurePosixPath(name)
        match path.suffix:
            case ".css":
                place = self.theme / "static/css" / ("" if len(path.parts) > 1 else "pages") / path
                needed = self.theme / "static/css/needed" / path.name
                return needed if needed.is_file() and not place.is_file() else place
            case ".js":
                return self.theme / "static/js" / path.name
        return self.theme / "templates" / path

    def is_own(self, path: Path) -> bool:
        """Tell whether a file is the publisher's."""
        return path == self.overrides.style or any(path.is_relative_to(folder) for folder in self.overrides.folders)

    def label(self, path: Path) -> str:
        """Return the place of a file for digests: without the folder that the theme is in."""
        return str(path) if self.is_own(path) else path.relative_to(self.theme).as_posix()

    def names(self) -> Iterator[str]:
        """Yield the names of all templates that there are, each once, the theme's by their own names too."""
        theirs = names_in(self.theme / "templates")
        yield from sorted({*theirs, *self.own_names()})
        yield from (f"{THEIRS}/{name}" for name in theirs)

    def own_names(self) -> list[str]:
        """Return the names of the publisher's templates, sorted, each once."""
        return sorted({name for folder in self.overrides.folders for name in names_in(folder)})

    def _beside(self, template: str, end: str) -> Path | None:
        name = str(plain_name(template).with_suffix(end))
        theirs = self.theirs(name)
        return self.own(name) or (theirs if theirs.is_file() else None)


def plain_name(name: str) -> PurePosixPath:
    """Return the name of a template without `!theme/`."""
    return PurePosixPath(name.removeprefix(f"{THEIRS}/"))


def names_in(folder: Path) -> list[str]:
    """Return the names of the templates in a folder, sorted."""
    paths = (path for path in folder.rglob("*.html") if _is_shown(path, folder))
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def _is_shown(path: Path, folder: Path) -> bool:
    return path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
