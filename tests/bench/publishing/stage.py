"""A publication, and the buckets that it is published to: one for each program."""

import hashlib
import json
import mimetypes
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.bench import process
from tests.bench.publishing.programs import Program
from tests.bench.publishing.sites import PLACE, Publication, files_of
from tests.publish.servers import S3, Request, control, new_s3_bucket, s3_server

SCENARIOS = {"first": "first upload", "unchanged": "nothing changed", "edit": "one body edit"}
"""In the order in which they are measured, with the words for them."""
RESULTS = PLACE / "results"
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

    def __init__(self, site: Publication, endpoint: str) -> None:
        self.site, self._endpoint = site, endpoint
        self._folder = site.folder
        self._buckets: dict[str, S3] = {}
        self._numbers = iter(range(1, 1_000_000))
        site.build()

    def first(self, program: Program) -> Run:
        """Publish to a new bucket, with nothing kept of earlier ones."""
        bucket = self._buckets[program.name] = self._new_bucket(program)
        for name in (".cache/publish", ".releases"):
            shutil.rmtree(self._folder / name, ignore_errors=True)
        sizes = [path.stat().st_size for path in files_of(self.site).values()]
        return self._measure(program, bucket, len(sizes), sum(sizes))

    def prepare(self, program: Program) -> None:
        """Have a bucket that holds what the output holds, known to the program."""
        bucket = self._buckets[program.name] = self._new_bucket(program)
        if program.own_first:
            process.run(program.command(self._folder, bucket), self._folder, self._folder / "publish.log")
        else:
            self._fill(bucket)

    def publish(self, program: Program, changed: dict[str, int]) -> Run:
        """Publish what has `changed`."""
        return self._measure(program, self._buckets[program.name], len(changed), sum(changed.values()))

    def check(self, program: Program) -> None:
        """Raise WrongError unless the bucket holds the output, and beside it nothing but the program's own."""
        name = self._buckets[program.name].name
        found = {key: tag for key, tag in control(self._endpoint, "GET", f"tags/{name}").items() if key[0] != "."}
        wanted = {key: hashlib.md5(path.read_bytes()).hexdigest() for key, path in files_of(self.site).items()}
        if found != wanted:
            wrong = sorted({key for key in found.keys() | wanted.keys() if found.get(key) != wanted.get(key)})
            raise WrongError(f"{program.title} left {len(wrong)} objects that are wrong, such as {wrong[:3]}")

    def _new_bucket(self, program: Program) -> S3:
        return new_s3_bucket(self._endpoint, f"{program.name}-{next(self._numbers)}")

    def _fill(self, bucket: S3) -> None:
        entries = [(name, [str(path), _headers(name)]) for name, path in files_of(self.site).items()]
        for start in range(0, len(entries), FILLED_AT_ONCE):
            control(self._endpoint, "POST", f"fill/{bucket.name}", dict(entries[start : start + FILLED_AT_ONCE]))

    def _measure(self, program: Program, bucket: S3, changed: int, changed_bytes: int) -> Run:
        bucket.forget()
        usage = process.run(program.command(self._folder, bucket), self._folder, self._folder / f"{program.name}.log")
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
def staged(site: Publication) -> Iterator[Stage]:
    """Give a stage with a server of its own, which is empty."""
    with s3_server() as endpoint:
        try:
            yield Stage(site, endpoint)
        finally:
            site.restore()


def load(name: str) -> dict[str, Any]:
    """Return what was measured of a publication before."""
    path = RESULTS / f"{name}.json"
    known: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {"scenarios": {}, "versions": {}, **known}


def known_names() -> list[str]:
    return sorted(path.stem for path in RESULTS.glob("*.json"))


def save(name: str, results: dict[str, Any]) -> None:
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(results, indent=1), encoding="utf-8")


if sys.platform != "linux":
    raise SystemExit("the benchmark counts the processor time of processes as Linux does; run it there")
