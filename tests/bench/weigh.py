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

from tests.conftest import build

BUILDS = 5


def cpu_seconds() -> float:
    """Return the CPU seconds of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def time_builds(folder: Path) -> tuple[float, Path]:
    """Return the median CPU seconds of a clean production build, and the last one's output."""
    seconds = []
    for number in range(BUILDS):
        before = cpu_seconds()
        output = build(folder / str(number) / "output", "publishconf.py")
        seconds.append(cpu_seconds() - before)
    return statistics.median(seconds), output


def compressed(path: Path) -> int:
    """Return the bytes that a CDN with brotli sends for a page."""
    return len(brotli.compress(path.read_bytes()))


def main() -> int:
    """Print the figures; return the exit status."""
    with TemporaryDirectory() as folder:
        seconds, output = time_builds(Path(folder))
        pages = sorted(output.rglob("*.html"))
        articles = [compressed(path) for path in pages if path.relative_to(output).parts[0].isdecimal()]
        print("| what | figure |\n|---|---|")
        print(f"| a clean production build, CPU seconds (median of {BUILDS}) | {seconds:.2f} |")
        print(f"| pages, of these articles | {len(pages)}, {len(articles)} |")
        print(f"| home front, HTML with style, brotli | {compressed(output / 'index.html'):,} bytes |")
        print(f"| an article, HTML with style and script, brotli, median | {statistics.median(articles):,.0f} bytes |")
        print(f"| the largest article | {max(articles):,} bytes |")
        print(
            f"\nPython {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
