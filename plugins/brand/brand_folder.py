"""The files of `content/brand/`: those that a look is made of, and those that nothing reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from plugins.newsroom.problems import Problem, Severity, near_miss, shortened

FILES = (
    "wordmark.svg",
    "icon.svg",
    "icon.png",
    "share.png",
    "share.jpg",
    "logo.svg",
    "logo.png",
    "display.woff2",
)
"""Names of the files that this plugin reads."""
_READ_BY_OTHERS = ("brand.css",)
_FOLDERS = ("templates",)
_ONE_OF = (("share.png", "share.jpg"), ("logo.svg", "logo.png"))
"""Names of one thing, of which there can be one."""
_ELSEWHERE = {"words.toml": "move it one folder up, beside the folder 'brand'"}
_OF_A_THEME = {
    "favicon.svg": "icon.svg",
    "apple-touch-icon.png": "icon.png",
    "logo.png": "logo.png",
    "share.png": "share.png",
}
"""Files of a theme's `static/` by which the look was changed before there was this folder."""


@dataclass(frozen=True, slots=True)
class BrandFiles:
    """The files that there are, by name."""

    shown_root: str
    """The folder as problems name it."""
    contents: Mapping[str, bytes]
    problems: Sequence[Problem]
    """Strays, and files that stand for the same thing."""

    @property
    def digests(self) -> tuple[tuple[str, bytes], ...]:
        """Name and digest of each file."""
        return tuple((name, file_digest(data)) for name, data in self.contents.items())


def file_digest(data: bytes) -> bytes:
    """Return the digest of a file."""
    return blake2b(data, digest_size=16).digest()


def read_brand_files(root: Path, shown_root: str) -> BrandFiles:
    """Read the files of the folder `root`; there may be none."""
    names = sorted(path.name for path in root.iterdir()) if root.is_dir() else []
    open_names = [name for name in names if not name.startswith((".", "_", "#"))]
    contents = {name: (root / name).read_bytes() for name in open_names if name in FILES and (root / name).is_file()}
    problems = [*_doubles(contents, shown_root), *_strays(root, shown_root, open_names)]
    return BrandFiles(shown_root, contents, problems)


def theme_file_problems(static: Path) -> Iterator[Problem]:
    """Find files of a theme that would take the places of those of the brand."""
    for name, better in _OF_A_THEME.items():
        if (static / name).is_file():
            remedy = f"move it to the folder 'brand' of the content folder, as {better!r}"
            yield Problem((static / name).as_posix(), 1, 1, "a file of the theme that belongs to the brand", remedy)


def _doubles(contents: Mapping[str, bytes], shown_root: str) -> Iterator[Problem]:
    for one, other in _ONE_OF:
        if one in contents and other in contents:
            what = f"stands for the same as {one!r}"
            yield Problem(f"{shown_root}/{other}", 1, 1, what, "delete one of the two")


def _strays(root: Path, shown_root: str, names: Sequence[str]) -> Iterator[Problem]:
    known = (*FILES, *_READ_BY_OTHERS)
    for name in names:
        path = root / name
        if (name in known and path.is_file()) or (name in _FOLDERS and path.is_dir()):
            continue
        meant = _meant(name, _FOLDERS if path.is_dir() else known)
        if name in known:
            what, severity = "a folder" if path.is_dir() else "a link that leads nowhere", Severity.ERROR
            remedy = "put the file itself here"
        elif meant:
            what, severity = f"a {'folder' if path.is_dir() else 'file'} that nothing reads", Severity.ERROR
            remedy = meant
        else:
            what, severity = "nothing reads this", Severity.WARNING
            remedy = f"begin its name with '_' to keep it here; read are {', '.join((*known, 'templates/'))}"
        yield Problem(f"{shown_root}/{shortened(name)}", 1, 1, what, remedy, severity)


def _meant(name: str, known: Sequence[str]) -> str:
    """Return the remedy for a name that was meant for one of the known ones; empty for any other."""
    if name in _ELSEWHERE:
        return _ELSEWHERE[name]
    stem = PurePosixPath(name).stem.lower()
    of_stem = [each for each in known if PurePosixPath(each).stem == stem]
    if name.lower() in known:
        return f"name it {name.lower()!r}: capitals count"
    if of_stem:
        return f"export it as {' or '.join(map(repr, of_stem))}"
    meant = near_miss(name, known)
    return f"did you mean {meant!r}?" if meant else ""
