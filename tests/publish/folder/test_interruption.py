"""A publisher that is stopped, at any moment: readers have a whole release, and the next run gets on."""

import errno
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from plugins.publish.site.built import BuiltSite
from plugins.publish.targets.folder.target import FolderTarget
from tests.conftest import ROOT, SOAK_MINUTES
from tests.publish.stops import Step, kill_self, stop_at
from tests.tools.chance import chance

Contents = Callable[[Path], dict[str, bytes]]

PUBLISHER = """
from pathlib import Path
from plugins.publish.site.built import BuiltSite
from plugins.publish.targets.folder.target import FolderTarget
target, site = FolderTarget(Path("published"), keep=2), BuiltSite(Path("output"))
with target.held():
    plan = target.plan(site)
    if not plan.is_empty:
        target.publish(site, plan, lambda: None)
"""


def write_output(folder: Path, edition: str, pages: int = 4) -> None:
    """Write a site whose pages are all the same in each edition, but for the first one and the home page."""
    for number in range(pages):
        page = folder / f"{number}" / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("the same in each edition" if number else f"edition {edition}")
    (folder / "index.html").write_text(f"home of {edition}")
    for old in folder.glob("picture-*"):
        old.unlink()
    (folder / f"picture-{edition}.txt").write_text(edition)


def publish(root: Path, output: Path, second: int, step: Step = lambda _: None) -> None:
    target, site = FolderTarget(root, 2, step), BuiltSite(output)
    moment = datetime(2026, 1, 1, 0, 0, second, tzinfo=UTC)
    with target.held(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
        plan = target.plan(site)
        if not plan.is_empty:
            target.publish(site, plan, lambda: None)


def run_and_die(action: Callable[[], None]) -> int:
    """Run `action` in a process of its own; return the signal that ended it, 0 when it came to its end."""
    child = os.fork()
    if child == 0:
        try:
            action()
        finally:
            os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A target with three editions published, so that the next one has one to prune."""
    for second, edition in enumerate(["a", "b", "c"]):
        write_output(tmp_path / "output", edition)
        publish(tmp_path / "published", tmp_path / "output", second)
    return tmp_path / "published"


def assert_tidy(root: Path) -> None:
    releases = sorted(path.name for path in (root / "releases").iterdir())
    assert [path.stem for path in sorted((root / "manifests").iterdir())] == releases
    assert len(releases) == 2
    assert not (root / ".current-next").is_symlink()


def test_killed_before_every_single_change_readers_have_one_whole_edition(published: Path, contents: Contents) -> None:
    output = published.with_name("output")
    allowed = [contents(output)]
    stops = 0
    while True:
        write_output(output, f"edition-{stops}")
        allowed = [*allowed[-1:], contents(output)]
        died = run_and_die(partial(publish, published, output, 10 + stops, stop_at(stops, kill_self)))
        assert contents(published / "current") in allowed

        publish(published, output, 10 + stops)
        assert contents(published / "current") == allowed[-1]
        assert_tidy(published)
        if not died:
            break
        stops += 1
    assert stops > 15


def test_a_full_disk_at_every_single_change_leaves_the_last_release(published: Path, contents: Contents) -> None:
    def fail() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    output = published.with_name("output")
    before = contents(published / "current")
    write_output(output, "next")
    after = contents(output)
    for stops in range(200):
        try:
            publish(published, output, 10, stop_at(stops, fail))
        except OSError:
            assert contents(published / "current") in (before, after)
            assert not list((published / "releases").glob(".partial-2026*")) or contents(published / "current") == after
        else:
            break
    assert contents(published / "current") == after
    assert_tidy(published)


def start_publisher(folder: Path, **options: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PUBLISHER],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,  # type: ignore[call-overload]
    )


def test_killed_at_random_moments_readers_have_one_whole_edition(tmp_path: Path, contents: Contents) -> None:
    moments = chance("folder")
    output = tmp_path / "output"
    write_output(output, "first", pages=200)
    started = time.monotonic()
    assert start_publisher(tmp_path).wait(timeout=60) == 0
    duration = time.monotonic() - started
    allowed = [contents(output)]
    for number in range(250 if SOAK_MINUTES else 10):
        write_output(output, f"edition-{number}", pages=200)
        allowed = [*allowed, contents(output)]
        process = start_publisher(tmp_path)
        time.sleep(moments.uniform(0.3, 1.1) * duration)
        process.kill()
        process.wait(timeout=60)

        assert contents(tmp_path / "published" / "current") in allowed
    assert start_publisher(tmp_path).wait(timeout=60) == 0
    assert contents(tmp_path / "published" / "current") == allowed[-1]
    assert not list((tmp_path / "published" / "releases").glob(".*"))


def test_a_file_that_cannot_be_written_whole_leaves_the_last_release(tmp_path: Path, contents: Contents) -> None:
    write_output(tmp_path / "output", "small")
    assert start_publisher(tmp_path).wait(timeout=60) == 0
    before = contents(tmp_path / "published" / "current")
    (tmp_path / "output" / "large.bin").write_bytes(bytes(1_000_000))
    process = start_publisher(
        tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    )
    _, errors = process.communicate(timeout=60)

    assert process.returncode == 1
    assert "File too large" in errors
    assert contents(tmp_path / "published" / "current") == before
    assert not list((tmp_path / "published" / "releases").glob(".*"))


def test_a_reader_never_misses_a_file_while_editions_follow_one_another(tmp_path: Path) -> None:
    root, output = tmp_path / "published", tmp_path / "output"
    write_output(output, "0", pages=20)
    publish(root, output, 0)
    ended, missed, reads = threading.Event(), [], []

    def read() -> None:
        while not ended.is_set():
            for number in range(20):
                try:
                    reads.append((root / "current" / str(number) / "index.html").read_text())
                except OSError as error:
                    missed.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for second in range(1, 25):
        write_output(output, str(second), pages=20)
        publish(root, output, second)
    ended.set()
    reader.join()

    assert not missed
    assert len(reads) > 500
    assert set(reads) <= {"the same in each edition", *(f"edition {second}" for second in range(25))}
