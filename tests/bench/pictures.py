"""`python -m tests.bench.pictures`: measures what pictures cost, and writes that into docs/benchmarks-pictures.md.

Photographs of 12 megapixels with sensor noise, as phones take them, are developed into an empty cache; the time of a
whole archive is told by multiplication. Then a publication in which every article has a picture of its own is built:
with the cache full, unchanged, and after edits. Its pictures are tiny, as builds do not look into them.
"""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from PIL import Image

from plugins.pictures.darkroom import Darkroom
from plugins.pictures.read_source import read_source
from plugins.pictures.settings import CACHE_VARIABLE
from plugins.pictures.values import Negative, Purpose
from plugins.stet.workers import Spread
from tests.bench.generate import publication
from tests.bench.machine import machine
from tests.bench.process import Usage, run
from tests.conftest import ROOT
from tests.photographs import SUBJECTS, make_photograph

PLACE = ROOT / ".cache" / "bench-pictures"
PAGE = ROOT / "docs" / "benchmarks-pictures.md"
PURPOSES: tuple[Purpose, ...] = ("sizes", "ratios")
TINY = (64, 36)
SETTINGS = "benchconf.py"
WITHOUT_CARDS = """
PLUGINS = [name for name in PLUGINS if not name.endswith("share_cards")]  # they have costs of their own
"""


def photographs(count: int) -> Path:
    """Return a folder with so many photographs, no two of the same content, of landscapes and upright ones."""
    folder = PLACE / f"photographs-{count}"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        place = folder / f"{number}.jpg"
        if not place.exists():
            subject = SUBJECTS[number % len(SUBJECTS)]
            taken = make_photograph(subject, orientation=6 if number % 4 == 3 else 1).read_bytes()
            place.write_bytes(
                taken + number.to_bytes(4)
            )  # behind the end of the picture, where it changes nothing else
    return folder


def develop(folder: Path, processes: int) -> None:
    """Develop all photographs of a folder, as a build does; the command of the process that is measured."""
    negatives = []
    for place in sorted(folder.iterdir()):
        data = place.read_bytes()
        digest = blake2b(data, digest_size=16).digest()
        picture = read_source(place.name, data)
        negatives += [Negative(str(place), picture, digest, purpose=purpose) for purpose in PURPOSES]
    failures = Darkroom(Path(os.environ[CACHE_VARIABLE])).develop(negatives, Spread(processes))
    if failures:
        raise SystemExit(str(failures))


def cost_of_developing(count: int, size: int) -> Iterator[str]:
    """Yield rows on developing `count` photographs, and on `size` of them."""
    folder, cache = photographs(count), PLACE / "developed"
    for processes in (1, 2):
        shutil.rmtree(cache, ignore_errors=True)
        used = _measure(
            [sys.executable, "-m", "tests.bench.pictures", "--develop", folder, str(processes)], ROOT, cache
        )
        files = [file for file in cache.rglob("*") if file.is_file() and file.name != "about.json"]
        megabytes = sum(file.stat().st_size for file in files) / 1e6
        share = size / count
        yield (
            f"| {count} photographs of 12 MP, {_counted(processes, 'process')} | {used.cpu:.1f} | {used.wall:.1f} | "
            f"{used.peak:,.0f} | {len(files):,} | {megabytes:,.1f} |"
        )
        yield (
            f"| of that, {size:,} by multiplication | {used.cpu * share:,.0f} | {used.wall * share:,.0f} | | "
            f"{len(files) * share:,.0f} | {megabytes * share:,.0f} |"
        )


def illustrated(size: int) -> Path:
    """Write a publication of `size` articles with a picture of its own in each, and return its folder."""
    folder = publication(PLACE / f"publication-{size}", "kit", size)
    pictures = folder / "content" / "pictures"
    for number, place in enumerate(sorted((folder / "content" / "articles").rglob("*.md"))):
        lines = place.read_text(encoding="utf-8").splitlines(keepends=True)
        own = f"picture: {{file: /pictures/own-{number}.png, alt: A field of one colour}}\n"
        if not any("/pictures/own-" in line for line in lines):
            place.write_text("".join([lines[0], own, *_without_picture(lines[1:])]), encoding="utf-8")
            (pictures / f"own-{number}.png").write_bytes(tiny_picture(number))
    settings = folder / SETTINGS
    if WITHOUT_CARDS not in settings.read_text(encoding="utf-8"):
        settings.write_text(settings.read_text(encoding="utf-8") + WITHOUT_CARDS, encoding="utf-8")
    return folder


def _without_picture(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of an article without those of its front matter on a picture."""
    is_matter, is_picture = True, False
    for line in lines:
        is_matter = is_matter and line != "---\n"
        is_picture = is_matter and (line == "picture:\n" or (is_picture and line.startswith(" ")))
        if not is_picture:
            yield line


def tiny_picture(number: int) -> bytes:
    """Return a PNG whose colour is its number."""
    into = BytesIO()
    Image.new("RGB", TINY, (number >> 16, number >> 8 & 255, number & 255)).save(into, "PNG")
    return into.getvalue()


def cost_of_builds(size: int) -> Iterator[str]:
    """Yield rows on builds of a publication with a picture in each of `size` articles."""
    folder, cache = illustrated(size), PLACE / f"cache-{size}"
    command = [sys.executable, "-m", "pelican", "content", "-s", SETTINGS, "-o", "output", "--fatal=errors"]
    article = min((folder / "content" / "articles").rglob("*.md"))
    before = article.read_text(encoding="utf-8")
    new = article.with_name("one-more-picture.md")
    photograph = folder / "content" / "pictures" / "one-more.jpg"
    try:
        for what in (
            "cold, developed before",
            "nothing changed",
            "one body edit",
            "one article more, with a photograph",
        ):
            if what.startswith("cold"):
                _build_once(folder, cache, command)
            elif "edit" in what:
                article.write_text(f"{before}\n\nOne more sentence, {time.time_ns()}.\n", encoding="utf-8")
            elif "more" in what:
                photograph.write_bytes(make_photograph(SUBJECTS[1]).read_bytes() + time.time_ns().to_bytes(8))
                text = before.replace("title: ", "title: One more picture than ", 1)
                new.write_text(text.replace(_own_picture(text), "/pictures/one-more.jpg"), encoding="utf-8")
            time.sleep(2.1)  # until the file system can tell the edit from the build before
            used = _measure(command, folder, cache)
            files = sum(1 for _ in (folder / "output").rglob("*"))
            yield f"| {size:,} articles, {what} | {used.cpu:.2f} | {used.wall:.2f} | {used.peak:,.0f} | {files:,} | |"
    finally:
        article.write_text(before, encoding="utf-8")
        for place in (new, photograph):
            place.unlink(missing_ok=True)


def _own_picture(text: str) -> str:
    start = text.index("/pictures/own-")
    return text[start : text.index(",", start)]


def _build_once(folder: Path, cache: Path, command: Sequence[str | Path]) -> None:
    """Fill the cache, and leave no output."""
    if not cache.exists():
        _measure(command, folder, cache)
    for name in ("output", "output.stet"):
        shutil.rmtree(folder / name, ignore_errors=True)


def _measure(command: Sequence[str | Path], folder: Path, cache: Path) -> Usage:
    os.environ[CACHE_VARIABLE] = str(cache)
    return run(command, folder, PLACE / "log")


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}es"


INTRODUCTION = """# What pictures cost

`make bench-pictures SIZE=6000` measures it and writes this page. Photographs are made by code, with the noise of a
sensor, half of them landscapes; each is developed into its ladder and into three ratios, into an empty cache. The
figures for a whole archive are those times its size. CPU is that of all processes, memory that of the largest one.
In the builds, every article has a picture of its own, which is tiny: a build does not look into those that are known.
Share cards are left out.

| | CPU s | wall s | peak MB | files | MB |
|---|--:|--:|--:|--:|--:|
"""


def main() -> int:
    """Measure what was asked for, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pictures", description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=6000, help="photographs in the archive")
    parser.add_argument("--photographs", type=int, default=40, help="photographs that are developed")
    parser.add_argument("--articles", type=int, default=10_000, help="articles of the publication that is built")
    parser.add_argument("--date", default="", help="to stand beside the figures")
    parser.add_argument("--develop", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.develop:
        develop(Path(arguments.develop[0]), int(arguments.develop[1]))
        return 0
    PLACE.mkdir(parents=True, exist_ok=True)
    rows = []
    for row in (*cost_of_developing(arguments.photographs, arguments.size), *cost_of_builds(arguments.articles)):
        print(row, flush=True)
        rows.append(row)
    dated = f"; {arguments.date}" if arguments.date else ""
    PAGE.write_text(INTRODUCTION + "\n".join(rows) + f"\n\n{machine()}{dated}.\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
