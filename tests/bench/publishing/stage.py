"""A publication, built by the kit, and the buckets that it is published to: one for each program."""

import hashlib
import json
import mimetypes
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.bench import process
from tests.bench.corpus import with_new_body
from tests.bench.formats.kit import KitFormat
from tests.bench.generate import corpus, publication, seal, unseal, write
from tests.bench.publishing.programs import Program
from tests.bench.subjects import CACHE, KIT
from tests.publish.servers import S3, Request, control, new_s3_bucket, s3_server

SCENARIOS = {"first": "first upload", "unchanged": "nothing changed", "edit": "one body edit"}
"""In the order in which they are measured, with the words for them."""
PLACE = CACHE / "publishing"
TICK = 0.1
"""Seconds that the clock of the file system may lag behind."""
FILLED_AT_ONCE = 5_000


class WrongError(Exception):
    """A program has not brought into the bucket what the output holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One measured publication."""

    cpu: float
    wall: float
    peak: float
    requests: int
    methods: dict[str, int] = field(default_factory=dict)
    sent: int
    """Bytes of all bodies that went up."""
    received: int
    changed: int
    """Files of the output that the edit changed, or all of a first upload."""
    changed_bytes: int


class Stage:
    """What runs are measured on."""

    def __init__(self, size: int, endpoint: str) -> None:
        self.size, self._endpoint = size, endpoint
        self.folder = publication(PLACE / str(size), "kit", size)
        self.output = self.folder / "output"
        self._buckets: dict[str, S3] = {}
        self._numbers = iter(range(1, 1_000_000))
        self._places = Random(size).sample(range(size), 100)
        self._touched: list[int] = []
        self.build()

    def build(self) -> None:
        """Bring the output up to date."""
        process.run(KIT.command(), self.folder, self.folder / "build.log")

    def files(self) -> dict[str, Path]:
        found = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path for path in found}

    def edit(self) -> dict[str, int]:
        """Change an article's text and build; return the files that this changed, with their sizes."""
        number = self._places[len(self._touched)]
        self._touched.append(number)
        unseal(self.folder)
        write(self.folder, [KitFormat().article(with_new_body(corpus().story(number), corpus(), str(time.time())))])
        os.sync()
        time.sleep(TICK)
        began = time.time() - TICK / 2
        self.build()
        return {name: path.stat().st_size for name, path in self.files().items() if path.stat().st_ctime >= began}

    def restore(self) -> None:
        """Put every edited article back, so that the publication is again the one that its stamp names."""
        write(self.folder, [KitFormat().article(corpus().story(number)) for number in self._touched])
        seal(self.folder, "kit")

    def first(self, program: Program) -> Run:
        """Publish to a new bucket, with nothing kept of earlier ones."""
        bucket = self._buckets[program.name] = self._new_bucket(program)
        for name in (".cache/publish", ".releases"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        sizes = [path.stat().st_size for path in self.files().values()]
        return self._measure(program, bucket, len(sizes), sum(sizes))

    def prepare(self, program: Program) -> None:
        """Have a bucket that holds what the output holds, known to the program."""
        bucket = self._buckets[program.name] = self._new_bucket(program)
        if program.own_first:
            process.run(program.command(self.folder, bucket), self.folder, self.folder / "publish.log")
        else:
            self._fill(bucket)

    def publish(self, program: Program, changed: dict[str, int]) -> Run:
        """Publish what has `changed`."""
        return self._measure(program, self._buckets[program.name], len(changed), sum(changed.values()))

    def check(self, program: Program) -> None:
        """Raise WrongError unless the bucket holds the output, and beside it nothing but the program's own."""
        name = self._buckets[program.name].name
        found = {key: tag for key, tag in control(self._endpoint, "GET", f"tags/{name}").items() if key[0] != "."}
        wanted = {key: hashlib.md5(path.read_bytes()).hexdigest() for key, path in self.files().items()}
        if found != wanted:
            wrong = sorted({key for key in found.keys() | wanted.keys() if found.get(key) != wanted.get(key)})
            raise WrongError(f"{program.title} left {len(wrong)} objects that are wrong, such as {wrong[:3]}")

    def _new_bucket(self, program: Program) -> S3:
        return new_s3_bucket(self._endpoint, f"{program.name}-{next(self._numbers)}")

    def _fill(self, bucket: S3) -> None:
        entries = [(name, [str(path), _headers(name)]) for name, path in self.files().items()]
        for start in range(0, len(entries), FILLED_AT_ONCE):
            control(self._endpoint, "POST", f"fill/{bucket.name}", dict(entries[start : start + FILLED_AT_ONCE]))

    def _measure(self, program: Program, bucket: S3, changed: int, changed_bytes: int) -> Run:
        bucket.forget()
        usage = process.run(program.command(self.folder, bucket), self.folder, self.folder / f"{program.name}.log")
        asked = bucket.requests
        return Run(
            **asdict(usage),
            requests=len(asked),
            methods=dict(Counter(map(kind_of, asked))),
            sent=sum(request.bytes_in for request in asked),
            received=sum(request.bytes_out for request in asked),
            changed=changed,
            changed_bytes=changed_bytes,
        )


def kind_of(request: Request) -> str:
    """Return what a request was for, in a word."""
    is_listing = request.method == "GET" and not request.keys[0]
    return "LIST" if is_listing else request.method


def _headers(name: str) -> dict[str, str]:
    return {"Content-Type": mimetypes.guess_type(name)[0] or "application/octet-stream"}


@contextmanager
def staged(size: int) -> Iterator[Stage]:
    """Give a stage with a server of its own, which is empty."""
    with s3_server() as endpoint:
        stage = Stage(size, endpoint)
        try:
            yield stage
        finally:
            stage.restore()


def load(size: int) -> dict[str, Any]:
    """Return what was measured at a size before."""
    path = _results(size)
    known: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {"scenarios": {}, "versions": {}, **known}


def known_sizes() -> list[int]:
    return sorted(int(path.stem) for path in (PLACE / "results").glob("*.json"))


def save(size: int, results: dict[str, Any]) -> None:
    _results(size).parent.mkdir(parents=True, exist_ok=True)
    _results(size).write_text(json.dumps(results, indent=1), encoding="utf-8")


def _results(size: int) -> Path:
    return PLACE / "results" / f"{size}.json"


if sys.platform != "linux":
    raise SystemExit("the benchmark counts the processor time of processes as Linux does; run it there")
