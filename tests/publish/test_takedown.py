"""Takedown on real targets: no trace of an article in a folder, a bucket or a server, whatever is published next."""

import os
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import obstore
import pytest
from obstore.store import S3Store

from plugins.publish.__main__ import main
from tests.publish.server.ssh_server import lacking, ssh_server
from tests.publish.servers import S3
from tests.soundness.builds import build
from tests.soundness.publication import Publication, Story

SENTENCE, HEADLINE, DRAWN = "The heron counted nine umbrellas", "Quentin counts umbrellas", "A heron under cover"
TRACES = [trace.encode() for trace in (SENTENCE, HEADLINE, DRAWN)]
SETTINGS = 'SITEURL = "https://lowdown.example"\nPUBLISH = {{"verify": False, "takedown": {takedown}}}\n'


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds of one publication in turn, a folder each: `shown`, `edited`, `taken` (down), `later`, `lifted`."""
    root = tmp_path_factory.mktemp("editions")
    publication = Publication(root / "publication")
    publication.root.mkdir()
    publication.begin()
    publication.picture("heron", DRAWN, 24)
    secret = Story(title=HEADLINE, day=9, tags=("Video", "Herons"), words=SENTENCE, picture="heron.svg")
    publication.put("umbrellas", secret)
    publication.change("one", links=("umbrellas",), related=("umbrellas",))

    def keep(name: str) -> None:
        done = build(publication, root / "output")
        assert done.status == 0, done.said
        for part in ("output", "output.stet"):
            shutil.copytree(root / part, root / name / part)

    keep("shown")
    publication.change("two", words="Edited once.")
    keep("edited")
    publication.set(PUBLISH={"takedown": ["umbrellas"]})
    keep("taken")
    publication.change("two", words="Edited twice.")
    keep("later")
    publication.set(PUBLISH={})
    keep("lifted")
    return root


@dataclass
class Place:
    """A target of some kind, with a checkout that publishes there."""

    editions: Path
    checkout: Path
    target: str
    environment: dict[str, str] = field(default_factory=dict)
    folder: Path | None = None
    store: S3Store | None = None

    def run(self, *arguments: str, takedown: object = ()) -> "subprocess.CompletedProcess[str]":
        """Run a command of publishing in the checkout."""
        (self.checkout / "publishconf.py").write_text(SETTINGS.format(takedown=list(takedown)))  # type: ignore[call-overload]
        output, errors = StringIO(), StringIO()
        wanted = {**self.environment, "PUBLISH_TARGET": self.target}
        with patch.dict(os.environ, wanted), chdir(self.checkout), redirect_stdout(output), redirect_stderr(errors):
            status = main(arguments)
        return subprocess.CompletedProcess(arguments, status, output.getvalue(), errors.getvalue())

    def publish(self, edition: str, *arguments: str, takedown: object = ()) -> "subprocess.CompletedProcess[str]":
        """Publish what one of the builds made."""
        for part in ("output", "output.stet"):
            shutil.rmtree(self.checkout / part, ignore_errors=True)
            shutil.copytree(self.editions / edition / part, self.checkout / part)
        return self.run("publish", "--no-build", *arguments, takedown=takedown)

    def contents(self) -> Iterator[bytes]:
        """Yield all that lies at the target, in every release, and what the checkout keeps of releases."""
        folders = [each for each in (self.folder, self.checkout / ".releases", self.checkout / ".cache") if each]
        for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
            yield path.read_bytes()
        for chunk in obstore.list(self.store) if self.store else ():
            for entry in chunk:
                body = bytes(obstore.get(self.store, entry["path"]).bytes())
                yield zlib.decompress(body) if entry["path"].startswith(".publish/") else body

    def traces(self) -> set[bytes]:
        contents = list(self.contents())
        return {trace for trace in TRACES if any(trace in content for content in contents)}


@pytest.fixture(params=["folder", "bucket", "server"])
def place(request: pytest.FixtureRequest, editions: Path, tmp_path: Path) -> Iterator[Place]:
    checkout, root = tmp_path / "checkout", tmp_path / "target"
    checkout.mkdir()
    if request.param == "folder":
        yield Place(editions, checkout, str(root), folder=root)
    elif request.param == "bucket":
        s3: S3 = request.getfixturevalue("s3")
        store = S3Store(
            s3.name,
            endpoint=s3.endpoint,
            access_key_id=s3.environment["AWS_ACCESS_KEY_ID"],
            secret_access_key=s3.environment["AWS_SECRET_ACCESS_KEY"],
            region=s3.environment["AWS_REGION"],
            client_options={"allow_http": True},
        )
        yield Place(editions, checkout, s3.url, s3.environment, store=store)
    elif lacking():
        pytest.skip(f"this machine has no {', '.join(lacking())}")
    else:
        with ssh_server(tmp_path) as server:
            address = server.address(root)
            target = f"ssh://{address.user}@{address.host}:{address.port}{root.as_posix()}"
            yield Place(editions, checkout, target, {"PUBLISH_SSH_CONFIG": server.options[1]}, folder=root)


def test_what_is_taken_down_leaves_no_trace(place: Place) -> None:
    for edition in ("shown", "edited"):
        done = place.publish(edition)
        assert done.returncode == 0, done.stderr
    assert place.traces() == {*TRACES}

    done = place.publish("taken", takedown=["umbrellas"])
    assert done.returncode == 0, done.stderr
    assert "taken down: /2026/11/umbrellas/" in done.stdout
    assert "2 kept releases held what was taken down, and can be gone back to no more" in done.stdout
    assert place.traces() == set()

    assert "Nothing has changed" in place.publish("taken", takedown=["umbrellas"]).stdout
    assert place.publish("later", takedown=["https://lowdown.example/2026/11/umbrellas"]).returncode == 0
    assert place.traces() == set()
    done = place.run("rollback", takedown=["umbrellas"])
    assert done.returncode == 0, done.stderr
    assert place.traces() == set()

    done = place.publish("lifted")
    assert done.returncode == 1
    assert "/2026/11/umbrellas/ was taken down there, and takedown names it no more; if that was not" in done.stderr
    assert place.traces() == set()
    assert place.publish("lifted", "--force").returncode == 0
    assert place.traces() == {*TRACES}


def test_a_release_that_shows_it_cannot_be_gone_back_to(place: Place) -> None:
    for edition in ("shown", "edited"):
        assert place.publish(edition).returncode == 0

    done = place.run("rollback", takedown=["/2026/11/umbrellas/"])

    assert done.returncode == 1
    assert "still shows /2026/11/umbrellas/, which takedown names; name a release from before" in done.stderr


@pytest.mark.parametrize("place", ["folder"], indirect=True)
def test_a_slip_stops_the_release(place: Place) -> None:
    assert place.publish("shown").returncode == 0

    done = place.publish("edited", takedown=["/2026/11/umbrelas/"])

    assert done.returncode == 1
    assert "did you mean '/2026/11/umbrellas/'?" in done.stderr


def test_an_article_that_was_deleted_as_well_is_known_to_have_been_public(place: Place) -> None:
    assert place.publish("shown").returncode == 0
    build_without_note = place.publish("taken")  # as if its file had been deleted
    assert build_without_note.returncode == 0, build_without_note.stderr

    done = place.publish("later", takedown=["/2026/11/umbrellas/"])

    assert done.returncode == 0, done.stderr
    assert place.traces() == set()
