"""`python -m tests.bench.preview`: measures how long a save takes to the page of a preview that runs.

From the writing of the file to the event that has the browser load the page again, and the CPU time of all processes.
"""

import argparse
import http.client
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.corpus import Story, with_new_body, with_new_title
from tests.bench.formats.kit import KitFormat
from tests.bench.generate import corpus, publication, seal, unseal, write
from tests.bench.machine import machine
from tests.conftest import ROOT

PLACE = ROOT / ".cache" / "bench-preview"
PAUSE = 2.0
"""Seconds between two saves: an author's, not a script's."""
EDITS = {"body": with_new_body, "title": with_new_title}


class Preview:
    """A preview that runs."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self._process = process
        self._port = port
        self._events = http.client.HTTPConnection("127.0.0.1", port)
        self._events.request("GET", "/__preview__/events")
        self._stream = self._events.getresponse()
        self.next_version()

    def next_version(self) -> float:
        """Wait for the word that there is something new, and return when it came."""
        while not self._stream.readline().startswith(b"data: "):
            pass
        return time.monotonic()

    def cpu(self) -> float:
        """Return the seconds of CPU time that its processes have used until now, those that have ended included."""
        return sum(_cpu(pid) for pid in (self._process.pid, *_children(self._process.pid)))


@contextmanager
def running(folder: Path) -> Iterator[Preview]:
    """Run a preview of the publication in `folder`, from its first good build on."""
    command = [sys.executable, "-m", "plugins.preview", "--port", "8790"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if found := re.search(r"is at http://127\.0\.0\.1:(\d+)/", line):
                yield Preview(process, int(found[1]))
                return
        raise OSError("the preview ended before it had an address")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()


def measure(folder: Path, story: Story, kind: str, saves: int) -> None:
    """Save an edit again and again, and print what it takes."""
    walls, cpus = [], []
    start = time.monotonic()
    with running(folder) as preview:
        print(f"first build: {time.monotonic() - start:.1f} s", flush=True)
        for number in range(saves):
            time.sleep(PAUSE)
            before, edited = preview.cpu(), EDITS[kind](story, corpus(), f"{number} {time.time()}")
            saved = time.monotonic()
            write(folder, [KitFormat().article(edited)])
            walls.append(preview.next_version() - saved)
            time.sleep(PAUSE / 2)  # for what the preview does once the page is there
            cpus.append(preview.cpu() - before)
    median, worst = statistics.median(walls), max(walls)
    print(f"{kind}: {median:.3f} s in the middle, {worst:.3f} s at worst, {statistics.median(cpus):.2f} CPU s a save")


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for found in lists for child in found.read_text(encoding="ascii").split()]


def main() -> int:
    """Take how many articles there shall be; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.preview", description=__doc__)
    parser.add_argument("size", type=int, help="articles in the archive")
    parser.add_argument("--saves", type=int, default=10)
    parser.add_argument("--edits", nargs="*", choices=list(EDITS), default=list(EDITS))
    options = parser.parse_args()
    folder = publication(PLACE / str(options.size), "kit", options.size)
    story = corpus().story(options.size // 2)
    print(machine(), flush=True)
    unseal(folder)
    for kind in options.edits:
        measure(folder, story, kind, options.saves)
    write(folder, [KitFormat().article(story)])
    seal(folder, "kit")
    return 0


if __name__ == "__main__":
    sys.exit(main())
