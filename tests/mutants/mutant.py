"""Mutants: mistakes that somebody could make in the kit's code, each of which breaks a promise that the docs make."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

LIST = Path(__file__).with_name("mutants.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One mistake: a piece of one file that stands there once, and its replacement."""

    name: str
    """The mistake, in words."""
    promise: str
    """The page of the docs that promises otherwise."""
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    """Tests of `make test` that fail with the mistake, as pytest takes them."""

    def occurrences(self, root: Path) -> int:
        """Return how often the piece stands in the file below `root`; 0 where there is no such file."""
        path = root / self.file
        return path.read_text(encoding="utf-8").count(self.old) if path.is_file() else 0

    def apply(self, root: Path) -> str:
        """Make the mistake in the file below `root`, and return the file's text of before."""
        path = root / self.file
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")
        return text


def load_mutants() -> list[Mutant]:
    """Return all mutants, in the order of the list."""
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutant"]
    return [Mutant(**{**entry, "tests": tuple(entry["tests"])}) for entry in entries]


def copy_kit(folder: Path, tracked: list[str]) -> Path:
    """Copy the files that git tracks to `folder`, so that mistakes are made in a copy, and return `folder`."""
    for name in tracked:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    return folder
