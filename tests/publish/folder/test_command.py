"""`python -m plugins.publish` as people run it: a real build, real folders."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.publish.publish_lock import held
from plugins.publish.target_names import TARGET_CACHE, file_name
from tests.publish.conftest import ROOT, SmallSite

LOCK = TARGET_CACHE / f"{file_name('published')}.lock"

Contents = Callable[[Path], dict[str, bytes]]


class Built:
    """A publication whose output lies there, for what publishing does with it; a build takes longer than a release."""

    def __init__(self, site: SmallSite) -> None:
        self.root, self.current, self.output = site.root, site.current, site.root / "output"
        self._publish = site.publish
        self.output.mkdir()
        for name in ("index", *(f"article-{number}" for number in range(6))):
            self.write(name, "Words.")

    def write(self, name: str, text: str) -> None:
        (self.output / f"{name}.html").write_text(f"<!doctype html><title>{name}</title><p>{text}</p>")

    def publish(self, *options: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return self._publish("publish", "--no-build", *options, **environment)

    def run(self, command: str) -> "subprocess.CompletedProcess[str]":
        return self._publish(command)


@pytest.fixture
def built(site: SmallSite) -> Built:
    return Built(site)


def ask_when_due(root: Path) -> str:
    command = [sys.executable, "-m", "plugins.publish.due"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False).stdout


def test_the_first_run_publishes_everything_and_says_so(site: SmallSite, contents: Contents) -> None:
    done = site.publish()

    assert done.returncode == 0, done.stderr
    assert re.search(
        r"Published \d+ pages \(\d+ files, [\d.]+ [KM]B\) as release \d{8}T\d{6}Z-[0-9a-f]{12}\.", done.stdout
    )
    assert "It is in published/current; `make open` serves it at a local address." in done.stdout
    assert contents(site.current) == contents(site.root / "output")


def test_an_unchanged_run_makes_no_release(built: Built) -> None:
    built.publish()
    before = built.current.readlink()
    done = built.publish()

    assert "Nothing has changed since the last release" in done.stdout
    assert built.current.readlink() == before
    assert len(list((built.root / "published" / "releases").iterdir())) == 1


def test_an_edit_makes_a_release_that_names_what_changed(built: Built) -> None:
    built.publish()
    built.write("article-0", "Other words.")
    done = built.publish()

    assert re.search(r"changed: article-0\.html", done.stdout)


def test_a_removed_article_is_removed_from_what_readers_get(built: Built) -> None:
    built.publish()
    (built.output / "article-0.html").unlink()
    done = built.publish()

    assert "1 removed: article-0.html" in done.stdout
    assert not (built.current / "article-0.html").exists()


def test_a_failed_build_passes_its_status_on_and_leaves_the_release(site: SmallSite, contents: Contents) -> None:
    site.publish()
    before = contents(site.current)
    (site.root / "publishconf.py").write_text('from pelicanconf import *\nPLUGINS = ["no_such_plugin"]\n')
    done = site.publish()

    assert done.returncode != 0
    assert "The build failed, so nothing was published. The last release is untouched." in done.stderr
    assert contents(site.current) == before


def test_a_shrunken_site_is_published_only_by_force(built: Built) -> None:
    for number in range(30):
        built.write(f"article-{number}", "Words.")
    built.publish()
    for number in range(1, 30):
        (built.output / f"article-{number}.html").unlink()
    refused, forced = built.publish(), built.publish("--force")

    assert refused.returncode == 1
    assert re.fullmatch(
        r"The build has \d pages, fewer than half of the last release's \d+\.\n29 of \d+ files would be removed, first "
        r"article-1\.html\.\nThe last release is untouched\. If that is meant: make publish FORCE=1\n",
        "".join(refused.stderr.splitlines(keepends=True)[-3:]),
    )
    assert forced.returncode == 0, forced.stderr


def test_a_site_without_a_home_page_is_refused(site: SmallSite) -> None:
    (site.root / "publishconf.py").write_text('from pelicanconf import *\nINDEX_SAVE_AS = "home.html"\n')
    done = site.publish()

    assert done.returncode == 1
    assert "The build has no home page (index.html)." in done.stderr
    assert not site.current.exists()


def test_the_target_comes_from_the_environment(built: Built, tmp_path: Path) -> None:
    done = built.publish(PUBLISH_TARGET=str(tmp_path / "elsewhere"))

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "elsewhere" / "current" / "index.html").is_file()
    assert not built.current.exists()


def test_a_misspelt_target_is_one_clear_line_before_anything_is_built(site: SmallSite) -> None:
    done = site.publish(PUBLISH_TARGET="s3:one")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "PUBLISH_TARGET 's3:one' is no address yet; write 's3://one'\n"
    assert not (site.root / "output").exists()


def test_a_target_that_the_build_would_wipe_is_refused_before_anything_is_built(site: SmallSite) -> None:
    done = site.publish(PUBLISH_TARGET="output/pub")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "target 'output/pub' lies in output/, which is no place for releases; "
        "name a folder of its own (PUBLISH_TARGET=published)\n"
    )
    assert not (site.root / "output").exists()


def test_where_names_the_folder_that_readers_get(built: Built) -> None:
    before = built.run("where")
    built.publish()
    after = built.run("where")

    assert before.stderr == "nothing is published in published yet; run make publish\n"
    assert (after.returncode, after.stdout) == (0, "published/current\n")


def test_a_plan_for_programs_is_all_that_is_on_standard_output(site: SmallSite) -> None:
    done = site.publish("plan", "--json")

    assert done.returncode == 0, done.stderr
    assert "index.html" in json.loads(done.stdout)["new"]
    assert not site.current.exists()


def test_a_rollback_brings_the_release_before_back_and_timers_leave_it(built: Built, contents: Contents) -> None:
    built.publish()
    before = contents(built.current)
    built.write("article-0", "Other words.")
    built.publish()
    done = built.run("rollback")

    assert done.returncode == 0, done.stderr
    assert contents(built.current) == before
    assert built.run("releases").stdout.count("\n") == 3
    said = "Not yet: readers have an earlier release (make rollback) until somebody publishes.\n"
    assert ask_when_due(built.root) == said


def test_an_edit_after_a_release_makes_it_time_and_an_edit_before_does_not(site: SmallSite) -> None:
    site.write("article-0", "Other words.")
    site.publish()
    before = ask_when_due(site.root)
    site.write("article-1", "More words.")

    assert before == "Not yet: nothing changes until somebody changes it.\n"
    assert ask_when_due(site.root) == "It is time: content/article-1.md has changed since the last release.\n"


def test_of_two_publishers_at_once_one_publishes_and_the_other_says_why_not(
    site: SmallSite, contents: Contents
) -> None:
    first, second = site.start(), site.start()
    outcomes = {process.pid: (*process.communicate(timeout=60), process.returncode) for process in (first, second)}

    winners = [pid for pid, (_, _, status) in outcomes.items() if status == 0]
    losers = [errors for _, errors, status in outcomes.values() if status != 0]
    assert len(winners) == 1
    assert re.search(rf"another publish is running: (process {winners[0]} on .+ since|it began)", losers[0])
    assert contents(site.current) == contents(site.root / "output")


def test_publishers_to_two_targets_at_once_both_publish(site: SmallSite, contents: Contents, tmp_path: Path) -> None:
    places = [tmp_path / "one", tmp_path / "two"]
    running = [site.start(PUBLISH_TARGET=str(place)) for place in places]
    said = [process.communicate(timeout=60)[1] for process in running]

    assert [process.returncode for process in running] == [0, 0], said
    assert sum("output/ is in use (process" in each for each in said) == 1
    first, second = (contents(place / "current") for place in places)
    assert first == second == contents(site.root / "output")


def test_a_publisher_that_waits_publishes_after_the_other(site: SmallSite, contents: Contents) -> None:
    with held(site.root / LOCK):
        waiting = site.start("publish", "--wait")
        assert waiting.stderr is not None
        said = waiting.stderr.readline()
    _, errors = waiting.communicate(timeout=60)

    assert said.startswith(f"Waiting for another publish: process {os.getpid()} on ")
    assert waiting.returncode == 0, errors
    assert contents(site.current) == contents(site.root / "output")


def test_a_wait_can_be_ended_by_ctrl_c(site: SmallSite) -> None:
    with held(site.root / LOCK):
        waiting = site.start("publish", "--wait")
        assert waiting.stderr is not None
        waiting.stderr.readline()
        waiting.send_signal(signal.SIGINT)
        _, errors = waiting.communicate(timeout=60)

    assert waiting.returncode == 130
    assert errors == "\nStopped. Readers have whole pages; make publish goes on from here.\n"


def test_a_publisher_to_a_folder_waits_for_that_of_another_checkout(site: SmallSite) -> None:
    (site.root / "published").mkdir()
    with held(site.root / "published" / ".lock"):
        refused = site.publish()
        waiting = site.start("publish", "--wait")
        assert waiting.stderr is not None
        waiting.stderr.readline()
    _, errors = waiting.communicate(timeout=60)

    assert (refused.returncode, refused.stderr.partition(":")[0]) == (1, "another publish is running")
    assert waiting.returncode == 0, errors


def test_a_disk_that_refuses_is_one_clear_line(built: Built) -> None:
    built.publish()
    manifests = built.root / "published" / "manifests"
    manifests.rename(manifests.with_name("away"))
    manifests.touch()
    built.write("article-0", "Other words.")
    done = built.publish()

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "published/manifests is no folder, and one is needed there;" in done.stderr
