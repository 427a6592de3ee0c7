"""Writes the publication for a generator and a size, once; what is there and still true is kept.

A publication is true while it has its stamp, which names the code that wrote its articles. Whoever edits articles
takes the stamp away until they are as they were.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.formats.base import File, Format
from tests.bench.formats.hugo import HugoFormat
from tests.bench.formats.kit import KitFormat
from tests.bench.formats.pelican import PelicanFormat

FORMATS: dict[str, Format] = {form.name: form for form in (KitFormat(), HugoFormat(), PelicanFormat())}
BESIDE = Path(__file__).parent
SOURCES = ("vocabulary.py", "prose.py", "corpus.py", "publication.py")
"""Modules that decide what is in an article, beside that of the format."""
CHUNK = 250
STAMP = "corpus.stamp"


@cache
def corpus() -> Corpus:
    return Corpus()


@cache
def stamp(form: str) -> str:
    """Return a digest of the code that writes articles in the format `form`, as it was when it was first asked for."""
    digest = hashlib.sha256()
    for name in (*SOURCES, f"formats/{form}.py"):
        digest.update((BESIDE / name).read_bytes())
    return digest.hexdigest()


def seal(folder: Path, form: str) -> None:
    """Say that the articles in `folder` are as the code makes them."""
    (folder / STAMP).write_text(stamp(form), encoding="utf-8")


def unseal(folder: Path) -> None:
    (folder / STAMP).unlink(missing_ok=True)


def is_sealed(folder: Path, form: str) -> bool:
    written = folder / STAMP
    return written.is_file() and written.read_text(encoding="utf-8") == stamp(form)


def publication(folder: Path, form: str, size: int) -> Path:
    """Write the publication of `size` articles in the format `form` into `folder`, and return `folder`."""
    if not is_sealed(folder, form):
        shutil.rmtree(folder, ignore_errors=True)
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            starts = range(0, size, CHUNK)
            list(pool.map(_write_articles, *zip(*((folder, form, start, size) for start in starts), strict=True)))
    write(folder, FORMATS[form].others(corpus()))
    for name, target in FORMATS[form].links().items():
        link = folder / name
        if link.resolve() != target.resolve():
            link.unlink(missing_ok=True)
            link.symlink_to(target)
    seal(folder, form)
    return folder


def write(folder: Path, files: Iterable[File]) -> None:
    """Write `files` below `folder`; one that is there with the same content stays as it is."""
    made: set[Path] = set()
    for file in files:
        path = folder / file.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        if not path.is_file() or path.read_bytes() != file.content:
            path.write_bytes(file.content)


def _write_articles(folder: Path, form: str, start: int, size: int) -> None:
    numbers: Sequence[int] = range(start, min(start + CHUNK, size))
    write(folder, (FORMATS[form].article(corpus().story(number)) for number in numbers))
