"""`python -m tests.bench.check_content SIZE`: measures what a check of the content costs, with and without dead links.

Two publications of short articles, alike but for a link in every second article, which leads nowhere in one of them and
to `/about/` in the other; both are checked in turn. CPU seconds are those of all processes.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.bench.corpus import SEED
from tests.bench.machine import machine
from tests.bench.process import run
from tests.conftest import DEMONSTRATION

WORDS = [
    *("advertisers", "brands", "budgets", "creators", "growth", "live", "market", "media", "mobile", "podcast"),
    *("privacy", "reach", "retail", "selling", "shoppers", "social", "streaming", "trust", "video", "younger"),
]
PARTS = {
    "categories/news.md": "---\nname: News\norder: 1\ncolour: teal\nsummary: What is new, and what it means.\n---\n",
    "authors/mei.md": "---\nname: Mei Tan\nrole: Reporter\n---\nWrites.\n",
    "pages/about.md": "---\ntitle: About\nsummary: Who makes this publication, and for whom it is.\n---\nText.\n",
}
LINKED = ("plugins", "theme", "pelicanconf.py")
COMMAND = f"{sys.executable} -m plugins.desk check || true"
"""A check that finds something ends with another status than 0."""


def articles(size: int, *, are_broken: bool) -> Iterator[tuple[str, str]]:
    """Yield path and text of each article."""
    chance = Random(SEED)
    for number in range(size):
        slug, gone = (f"{'-'.join(chance.choices(WORDS, k=4))}-{number}" for _ in range(2))
        target = f"/2015/03/{gone}/" if are_broken else "/about/"
        link = f"As [we wrote]({target}) then." if number % 2 else "As we wrote then."
        words = " ".join(chance.choices(WORDS, k=60))
        month = f"{2010 + number % 12}/{1 + number % 11:02}"
        yield (
            f"articles/{month}/{slug}.md",
            f"---\ntitle: {slug}\ndate: {month.replace('/', '-')}-07 09:30\ncategory: news\nauthors: [mei]\n"
            f"summary: {words[:120]}.\n---\n\n{words}.\n\n{link}\n\n{words}.\n",
        )


def write(folder: Path, size: int, *, are_broken: bool) -> Path:
    """Write a publication of `size` articles and return its folder."""
    for path, text in (*PARTS.items(), *articles(size, are_broken=are_broken)):
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name in LINKED:
        (folder / name).symlink_to(DEMONSTRATION / name)
    return folder


def main() -> int:
    """Print the figures; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.check_content", description=__doc__)
    parser.add_argument("size", type=int, nargs="?", default=2_000, help="articles, every second one with a link")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folders = [
            write(Path(place, name), options.size, are_broken=name == "dead links") for name in ("sound", "dead links")
        ]
        pairs = [
            [run(["sh", "-c", COMMAND], folder, folder / "check.log").cpu for folder in folders]
            for _ in range(options.runs)
        ]
    print(f"{options.size:,} articles, {options.size // 2:,} links, {options.runs} pairs of runs. {machine()}\n")
    for folder, cpu in zip(folders, zip(*pairs, strict=True), strict=True):
        print(f"{folder.name:10} {statistics.median(cpu):6.2f} CPU s, at most {max(cpu):.2f}")
    print(f"{'ratio':10} {statistics.median(broken / sound for sound, broken in pairs):6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
