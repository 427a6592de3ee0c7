"""Servers for tests, as fixtures: each runs once for all tests, and each test gets a bucket of its own."""

import base64
import hashlib
import hmac
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from plugins.stet.die_with_parent import die_with_parent
from tests.publish import install_azurite
from tests.publish.install_azurite import ROOT

KEY, SECRET = "test-key", "test-secret"
REGION = "us-east-1"
AZURITE_ACCOUNT = "devstoreaccount1"
AZURITE_KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
"""Microsoft's, the same for everyone: not a secret."""
START_SECONDS = 60.0
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """A bucket or container that nobody else uses, and what a process needs to reach it."""

    name: str
    url: str
    """As in `PUBLISH_TARGET`."""
    endpoint: str
    environment: dict[str, str]
    """Set in full, so that no process looks for credentials of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the server's log says of one request."""

    service: str
    """`s3` or `cloudfront`."""
    method: str
    path: str
    query: str
    bucket: str
    keys: list[str]
    """The key, or all those that one request deletes."""
    if_match: str | None
    if_none_match: str | None
    bytes_in: int
    bytes_out: int
    status: int | None
    """None for a request that got no answer, or none yet."""
    stored: bool
    """Whether it was carried out, answered or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class S3(Bucket):
    """A bucket in the server of `s3_server.py`."""

    site: str
    """Where readers find its pages."""

    @property
    def requests(self) -> list[Request]:
        """Return what was asked of the server since the last `forget`, but for what readers fetched."""
        names = {entry.name for entry in fields(Request)}
        return [Request(**{name: entry[name] for name in names}) for entry in self.control("GET", "log")]

    def forget(self) -> None:
        """Empty the log."""
        self.control("DELETE", "log")

    def fail(self, kind: str, **choices: Any) -> None:
        """Add a fault; `faults.Fault` says which there are."""
        self.control("POST", "faults", {"kind": kind, **choices})

    def recover(self) -> None:
        """End all faults, and let go of what they hold."""
        self.control("DELETE", "faults")

    def control(self, method: str, path: str, body: object = None) -> Any:
        return control(self.endpoint, method, path, body)

    def await_request(self, number: int, seconds: float = 30.0) -> list[Request]:
        """Return the log as soon as it has so many requests."""
        deadline = time.monotonic() + seconds
        while len(found := self.requests) < number:
            if time.monotonic() > deadline:
                pytest.fail(f"{len(found)} of {number} requests came within {seconds:.0f} s")
            time.sleep(0.01)
        return found


@contextmanager
def running(command: Sequence[object], address: str, **environment: str) -> Iterator[str]:
    """Run a server until the context ends; give what the pattern `address` finds in its output."""
    process = subprocess.Popen(
        list(map(str, command)),
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=_end_with_us(),
    )
    assert process.stdout is not None
    printed = []
    try:
        for line in process.stdout:
            printed.append(line)
            if found := re.search(address, line):
                break
        else:
            pytest.fail(f"{command[0]} did not start:\n{''.join(printed)}", pytrace=False)
        yield found[1]
    finally:
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
        process.wait()


def _end_with_us() -> Any:
    parent = os.getpid()
    return lambda: die_with_parent(parent)


@contextmanager
def s3_server() -> Iterator[str]:
    """Run the server of `s3_server.py`; give its address."""
    with running([sys.executable, "-m", "tests.publish.s3_server"], r"^(http://\S+)$") as address:
        yield address


def control(endpoint: str, method: str, path: str, body: object = None) -> Any:
    """Steer the server of `s3_server.py`."""
    data = None if body is None else json.dumps(body).encode()
    asked = urllib.request.Request(f"{endpoint}/__server__/{path}", method=method, data=data)
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return json.load(answer)


def new_s3_bucket(endpoint: str, name: str = "") -> S3:
    """Return a new bucket of that server, empty, with no faults and nothing in the log."""
    name = name or f"test-{next(_numbers)}"
    site = control(endpoint, "POST", f"site/{name}")
    control(endpoint, "DELETE", "faults")
    control(endpoint, "DELETE", "log")
    return S3(name=name, url=f"s3://{name}", endpoint=endpoint, environment=s3_environment(endpoint), site=site)


def s3_environment(endpoint: str) -> dict[str, str]:
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ALLOW_HTTP": "true",
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }


@pytest.fixture(scope="session")
def s3_endpoint() -> Iterator[str]:
    with s3_server() as address:
        yield address


@pytest.fixture
def s3(s3_endpoint: str) -> Iterator[S3]:
    """A bucket of an S3 that honours conditions, keeps a log and fails when asked to."""
    bucket = new_s3_bucket(s3_endpoint)
    yield bucket
    bucket.recover()


@pytest.fixture
def rclone_s3(tmp_path: Path) -> Iterator[Bucket]:
    """A bucket of an S3 that ignores every condition, and says nothing of it.

    Each test has a server of its own, which starts in a tenth of a second and finds the bucket there. One for all tests
    would need `--dir-cache-time 0s` to see new buckets, with which rclone burns most of a core after its first write.
    """
    rclone, folder, name = Path(sys.executable).with_name("rclone"), tmp_path / "rclone", f"test-{next(_numbers)}"
    (folder / name).mkdir(parents=True)
    command = [rclone, "serve", "s3", "--addr", "127.0.0.1:0", "--auth-key", f"{KEY},{SECRET}", "--config", os.devnull]
    with running([*command, folder], r"Starting s3 server on \[(http://[^/\]]+)") as endpoint:
        yield Bucket(name=name, url=f"s3://{name}", endpoint=endpoint, environment=s3_environment(endpoint))


@pytest.fixture(scope="session")
def azurite_endpoint() -> Iterator[str]:
    program, node = install_azurite.ready(), shutil.which("node")
    if program is None or node is None:
        pytest.skip(install_azurite.MISSING)
    options = ["--blobHost", "127.0.0.1", "--blobPort", "0", "--inMemoryPersistence", "--silent"]
    command = [node, program, *options, "--skipApiVersionCheck", "--disableTelemetry"]
    with running(command, r"successfully listens? on (http://\S+)") as address:
        yield f"{address}/{AZURITE_ACCOUNT}"


@pytest.fixture
def azurite(azurite_endpoint: str) -> Bucket:
    """A container of Azure's Blob storage."""
    name = f"test-{next(_numbers)}"
    _make_container(azurite_endpoint, name)
    environment = {
        "AZURE_STORAGE_ACCOUNT_NAME": AZURITE_ACCOUNT,
        "AZURE_STORAGE_ACCOUNT_KEY": AZURITE_KEY,
        "AZURE_STORAGE_ENDPOINT": azurite_endpoint,
        "AZURE_ALLOW_HTTP": "true",
    }
    return Bucket(name=name, url=f"az://{name}", endpoint=azurite_endpoint, environment=environment)


def _make_container(endpoint: str, name: str) -> None:
    """Ask for a container, signed as Azure's documentation of "Shared Key" has it."""
    date, version = formatdate(usegmt=True), "2021-08-06"
    signed = f"PUT{12 * chr(10)}x-ms-date:{date}\nx-ms-version:{version}\n"
    signed += f"/{AZURITE_ACCOUNT}/{AZURITE_ACCOUNT}/{name}\nrestype:container"
    digest = hmac.new(base64.b64decode(AZURITE_KEY), signed.encode(), hashlib.sha256).digest()
    headers = {
        "x-ms-date": date,
        "x-ms-version": version,
        "Authorization": f"SharedKey {AZURITE_ACCOUNT}:{base64.b64encode(digest).decode()}",
    }
    address = f"{endpoint}/{name}?restype=container"
    with urllib.request.urlopen(urllib.request.Request(address, method="PUT", headers=headers), timeout=30):
        pass
