"""`python -m tests.bench.weigh`: what the shipped publication costs to build and weighs, as Markdown.

Seconds are CPU seconds of the build's whole process tree, the median of several builds; bytes are exact.
"""

import os
import platform
import resource
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli

from tests.bench.weigh_photographs import photograph_rows
from tests.conftest import build

BUILDS = 5


def cpu_seconds() -> float:
    """Return the CPU seconds of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def time_build(output: Path) -> float:
    """Return the CPU seconds of a production build: a clean one if `output` is not there yet."""
    before = cpu_seconds()
    build(output, "publishconf.py")
    return cpu_seconds() - before


def time_builds(folder: Path) -> tuple[float, float, Path]:
    """Return the median CPU seconds of a clean build and of one after it that changes nothing, and an output."""
    outputs = [folder / str(number) / "output" for number in range(BUILDS)]
    clean = statistics.median(map(time_build, outputs))
    again = statistics.median(map(time_build, outputs))
    return clean, again, outputs[-1]


def compressed(path: Path) -> int:
    """Return the bytes that a CDN with brotli sends for a page."""
    return len(brotli.compress(path.read_bytes()))


def main() -> int:
    """Print the figures; return the exit status."""
    with TemporaryDirectory() as folder:
        clean, again, output = time_builds(Path(folder))
        pages = sorted(output.rglob("*.html"))
        articles = [compressed(path) for path in pages if path.relative_to(output).parts[0].isdecimal()]
        print("| what | figure |\n|---|---|")
        print(f"| a clean production build, CPU seconds (median of {BUILDS}) | {clean:.2f} |")
        print(f"| the same again, with nothing changed | {again:.2f} |")
        print(f"| pages, of these articles | {len(pages)}, {len(articles)} |")
        print(f"| home front, HTML with style, brotli | {compressed(output / 'index.html'):,} bytes |")
        print(f"| an article, HTML with style and script, brotli, median | {statistics.median(articles):,.0f} bytes |")
        print(f"| the largest article | {max(articles):,} bytes |")
        photographs = Path(folder) / "photographs"
        photographs.mkdir()
        for what, figure in photograph_rows(photographs):
            print(f"| {what} | {figure} |")
        print(
            f"\nPython {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
