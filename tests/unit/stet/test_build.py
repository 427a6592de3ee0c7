"""Whole builds of a small publication, and what they leave however they end."""

import os
import resource
import signal
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from plugins.stet.build_errors import BuildError
from plugins.stet.build_report import BuildReport
from plugins.stet.engine import Engine
from plugins.stet.outputs import Output
from plugins.stet.state.lock import LockedError
from plugins.stet.state.output_folder import OutputFolder
from plugins.stet.state.state_paths import database_file, state_folder
from tests.conftest import SOAK_MINUTES
from tests.tools.chance import chance
from tests.tools.small_build import recorded
from tests.unit.stet.conftest import in_a_child
from tests.unit.stet.newspaper import Press, articles, build, clean, offered, tree

pytestmark = pytest.mark.slow

SMALL = articles(12)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return a folder with a build of the small publication in it."""
    build(tmp_path / "output", SMALL)
    return tmp_path / "output"


def numbers(report: BuildReport) -> tuple[int, int, int, int, int]:
    return len(report.written), len(report.removed), report.kept, report.made, report.rendered


def test_a_first_build_writes_every_file(tmp_path: Path) -> None:
    report = build(tmp_path / "output", SMALL)

    assert numbers(report) == (14, 0, 0, 14, 14)
    assert report.new == 14
    assert set(report.written.values()) == {"it is new"}
    assert (tmp_path / "output/a003/index.html").read_text() == "template: Title 3\ntext 3"


def test_where_nothing_has_changed_nothing_is_made(output: Path) -> None:
    before = {path: path.stat() for path in output.rglob("*")}

    assert numbers(build(output, SMALL)) == (0, 0, 14, 0, 0)
    assert {path: path.stat().st_ctime_ns for path in before} == {p: status.st_ctime_ns for p, status in before.items()}


def test_only_what_reads_a_fact_is_made_and_only_what_shows_it_is_rendered(output: Path) -> None:
    report = build(output, {**SMALL, "a003": "Title 3\nother words"})

    assert numbers(report) == (1, 0, 13, 2, 1)
    assert report.written == {"a003/index.html": "what it is made from has changed: article a003"}


def test_a_file_of_the_same_bytes_is_not_written(output: Path) -> None:
    """As where a template has changed in what this page does not use."""
    with offered(output, SMALL, press=Press(name="template")) as engine:
        press = engine.renderers["press"]
        engine.renderers["press"] = type("Other", (Press,), {"version": lambda self, template: b"other"})()
        report = engine.build()

    assert press.version("") != b"other"
    assert numbers(report) == (0, 0, 14, 14, 14)
    assert numbers(build(output, SMALL))[:3] == (0, 0, 14)


def test_another_template_makes_its_files_anew(output: Path) -> None:
    report = build(output, SMALL, press=Press(name="other"))

    assert numbers(report) == (14, 0, 0, 14, 14)
    assert report.written["a003/index.html"] == "what it is made from has changed: kind page"


def test_what_is_no_longer_wanted_is_removed(output: Path, tmp_path: Path) -> None:
    report = build(output, articles(10))

    assert report.removed == ["a010/index.html", "a011/index.html", "front/1/index.html"]
    assert tree(output) == clean(tmp_path, articles(10))


def test_a_list_that_lists_something_else_is_told_so(output: Path) -> None:
    report = build(output, {**SMALL, "a0005": "Title\ntext"})

    assert report.written["front/0/index.html"] == "what it lists has changed"
    assert report.written["a0005/index.html"] == "it is new"
    assert report.new == 1


def test_a_rehearsal_tells_what_a_build_would_do_and_does_nothing(output: Path) -> None:
    changed = {**articles(11), "a003": "Other\nwords"}
    before, ledger = tree(output), recorded(output)

    press = Press()
    with offered(output, changed, press=press) as engine:
        rehearsed = engine.rehearse()

    assert press.rendered == []
    assert (tree(output), recorded(output)) == (before, ledger)
    report = build(output, changed)
    assert (rehearsed.written, rehearsed.removed, rehearsed.kept) == (report.written, report.removed, report.kept)


def test_while_the_key_of_a_plan_stays_the_same_it_is_not_worked_out(tmp_path: Path) -> None:
    def never() -> list[Output]:
        raise AssertionError

    output = tmp_path / "output"
    build(output, SMALL, key=b"1")
    (output / "a001/index.html").unlink()

    report = build(output, {**SMALL, "a003": "Title 3\nother"}, key=b"1", plan=never)

    assert list(report.written) == ["a001/index.html", "a003/index.html"]
    assert tree(output) == clean(tmp_path, {**SMALL, "a003": "Title 3\nother"})


def test_under_another_key_a_plan_is_worked_out(tmp_path: Path) -> None:
    output = tmp_path / "output"
    build(output, SMALL, key=b"1")

    build(output, articles(3), key=b"2")

    assert tree(output) == clean(tmp_path, articles(3))


BIG = articles(450)


@pytest.mark.slow
@pytest.mark.parametrize("processes", [2, 3])
@pytest.mark.parametrize("turned", [False, True])
def test_several_workers_write_what_one_does_in_whatever_order(tmp_path: Path, processes: int, turned: bool) -> None:
    serial, parallel = tmp_path / "serial", tmp_path / "parallel"
    one = build(serial, BIG)

    many = build(parallel, BIG, processes=processes, turned=turned)

    assert one == many
    assert tree(serial) == tree(parallel)
    assert recorded(serial) == recorded(parallel)
    changed = {**BIG, "a007": "New\nwords"}
    assert build(serial, changed) == build(parallel, changed, processes=processes)


def test_progress_comes_to_its_end(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    with offered(tmp_path / "output", BIG) as engine:
        engine.progress = lambda what, done, total: heard.append((what, done, total))
        engine.build()

    assert heard[-1] == ("Making pages", 495, 495)
    assert [done for _, done, _ in heard] == [100, 200, 300, 400, 495]


def remove(path: Path) -> None:
    path.unlink()


def change(path: Path) -> None:
    path.write_text("by hand")


def change_unseen(path: Path) -> None:
    """Write other bytes of the same size, and put the time back."""
    status = path.stat()
    path.write_text("x" * status.st_size)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def put_a_folder_there(path: Path) -> None:
    path.unlink()
    (path / "deep").mkdir(parents=True)
    (path / "deep/file").write_text("stray")


def put_a_link_there(path: Path) -> None:
    path.rename(path.parents[2] / "elsewhere.html")
    path.symlink_to(path.parents[2] / "elsewhere.html")


def replace_the_folder(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()
    path.parent.write_text("stray")


@pytest.mark.parametrize(
    "harm", [remove, change, change_unseen, put_a_folder_there, put_a_link_there, replace_the_folder]
)
@pytest.mark.parametrize("words", ["Title 3\ntext 3", "Title 3\nother", "Other\ntext 3"])
@pytest.mark.parametrize("path", ["a003/index.html", "front/0/index.html"])
def test_what_was_done_by_hand_is_put_right_whatever_else_has_changed(
    output: Path, tmp_path: Path, harm: Any, words: str, path: str
) -> None:
    harm(output / path)

    report = build(output, {**SMALL, "a003": words})

    assert tree(output) == clean(tmp_path, {**SMALL, "a003": words})
    assert report.written[path] == "the file was changed or deleted by hand"
    assert path not in report.removed
    assert numbers(build(output, {**SMALL, "a003": words})) == (0, 0, 14, 0, 0)


def test_a_folder_in_the_place_of_a_new_file_makes_way(output: Path, tmp_path: Path) -> None:
    (output / "new/index.html/deep").mkdir(parents=True)

    report = build(output, {**SMALL, "new": "New\ntext"})

    assert tree(output) == clean(tmp_path, {**SMALL, "new": "New\ntext"})
    assert report.removed == []


def test_a_file_that_was_touched_is_not_written(output: Path) -> None:
    os.utime(output / "a003/index.html", ns=(1, 1))

    assert numbers(build(output, SMALL)) == (0, 0, 14, 0, 0)


def test_a_file_that_changes_while_it_is_looked_at_is_put_right_by_the_next_build(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, sha256 = output / "a003/index.html", OutputFolder.sha256
    os.utime(page, ns=(1, 1))

    def read_then_changed(folder: OutputFolder, path: str) -> bytes:
        digest = sha256(folder, path)
        if path == "a003/index.html":
            page.write_text("mine")
            time.sleep(0.1)  # as long as it takes to look at others
        return digest

    with monkeypatch.context() as patched:
        patched.setattr(OutputFolder, "sha256", read_then_changed)
        build(output, SMALL)
    build(output, SMALL)

    assert tree(output) == clean(tmp_path, SMALL)


def test_a_stranger_is_removed_and_what_is_spared_stays(output: Path) -> None:
    for path in (".git/config", "CNAME", "a003/CNAME", "strange/deep/file", "front/0/stray"):
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text("mine")

    report = build(output, SMALL, spared=[".git", "CNAME"])

    assert report.removed == ["a003/CNAME", "front/0/stray", "strange"]
    assert (output / ".git/config").read_text() == (output / "CNAME").read_text() == "mine"
    assert not (output / "strange").exists()


def test_where_all_is_spared_only_the_builds_own_files_are_removed(output: Path) -> None:
    (output / "a003/stray").write_text("mine")

    assert build(output, articles(1), spared=None).removed == [
        *(f"a{number:03}/index.html" for number in range(1, 12)),
        "front/1/index.html",
    ]
    assert (output / "a003/stray").read_text() == "mine"


@pytest.mark.parametrize("loss", ["all of it", "the database"])
def test_an_output_whose_state_is_gone_is_built_as_a_new_one(output: Path, tmp_path: Path, loss: str) -> None:
    (output / "stray").write_text("x")
    for path in state_folder(output).iterdir():
        if loss == "all of it" or path.name.startswith("build"):
            path.unlink()

    report = build(output, articles(3))

    assert tree(output) == clean(tmp_path, articles(3))
    assert numbers(report)[0] == 4


def test_a_state_that_is_damaged_is_dropped_with_one_reason(output: Path, tmp_path: Path) -> None:
    database_file(output).write_bytes(b"no database")

    with offered(output, articles(3)) as engine:
        assert engine.dropped == "cannot be read (file is not a database)"
        engine.build()

    assert tree(output) == clean(tmp_path, articles(3))


@pytest.mark.slow
@pytest.mark.parametrize(("count", "processes"), [(12, 1), (450, 2)])
def test_a_mistake_in_a_template_leaves_the_output_as_it_was(tmp_path: Path, count: int, processes: int) -> None:
    output, changed = tmp_path / "output", articles(count, "other")
    build(output, articles(count))
    before, ledger = tree(output), recorded(output)

    with pytest.raises(ValueError, match=r"^a mistake in the template$"):
        build(output, changed, press=Press(breaks_at="other 11"), processes=processes)

    assert (tree(output), recorded(output)) == (before, ledger)
    assert not (state_folder(output) / "staging").exists()
    build(output, changed)
    assert tree(output) == clean(tmp_path, changed)


def test_two_files_at_one_path_leave_the_output_as_it_was(output: Path) -> None:
    before = tree(output)

    with pytest.raises(BuildError, match="both want to be written there"):
        build(output, SMALL, plan=lambda: [Output("a", "page", ("a000",)), Output("a", "page", ("a001",))])

    assert tree(output) == before


_LIMIT = 400_000
"""Bytes that a file may have on the disk that is full."""


def fill_the_disk() -> None:
    """Let the system refuse to write more than some bytes into a file, as it refuses all on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LIMIT, _LIMIT))


@pytest.mark.slow
@pytest.mark.parametrize("processes", [1, 2])
def test_a_full_disk_ends_a_build_with_one_clear_error_and_the_old_output_whole(tmp_path: Path, processes: int) -> None:
    output, count = tmp_path / "output", 12 if processes == 1 else 250
    build(output, articles(count))
    before = tree(output)
    changed = {**articles(count, "other"), "a003": "Title 3\n" + "long " * _LIMIT}

    def work() -> None:
        fill_the_disk()
        with pytest.raises(BuildError, match=r"^[^\n]*: File too large; nothing of the output was changed; see to"):
            build(output, changed, processes=processes)

    assert in_a_child(work) == 0
    assert tree(output) == before
    build(output, changed)
    assert tree(output) == clean(tmp_path, changed)


def test_a_disk_that_is_full_before_the_state_is_kept_ends_a_build_as_clearly(output: Path) -> None:
    before = tree(output)

    def work() -> None:
        fill_the_disk()
        with offered(output, articles(3)) as engine:
            engine.shelf("plugin").put("large", bytes(2 * _LIMIT))
            with pytest.raises(BuildError, match=r"^[^\n]*build\.sqlite: [^\n]*; see to that and run again$"):
                engine.build()

    assert in_a_child(work) == 0
    assert tree(output) == before
    assert numbers(build(output, SMALL)) == (0, 0, 14, 0, 0)


def build_once_free(output: Path, found: dict[str, str]) -> None:
    """Build as soon as the workers of a process that was killed have ended too: until then they hold its lock."""
    deadline = time.monotonic() + 20
    while True:
        try:
            build(output, found)
        except LockedError:
            assert time.monotonic() < deadline
            time.sleep(0.001)
        else:
            return


@pytest.mark.slow
def test_a_process_that_is_killed_at_any_moment_leaves_what_the_next_build_puts_right(tmp_path: Path) -> None:
    """Also where that one is of another content: the files that were moved already are neither old nor new to it."""
    output, moments = tmp_path / "output", chance("killed builds")
    states = [articles(150), articles(140, "other"), {**articles(150), **articles(70, "third")}]
    wanted = [clean(tmp_path, state) for state in states]
    build(output, states[0])
    killed = 0
    for _ in range(200 if SOAK_MINUTES else 10):
        state = moments.randrange(len(states))
        child = os.fork()
        if child == 0:
            build(output, states[state], processes=moments.choice([1, 2]))
            os._exit(0)
        time.sleep(moments.uniform(0, 0.12))
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL

        state = moments.randrange(len(states))
        build_once_free(output, states[state])

        assert tree(output) == wanted[state]
        assert numbers(build(output, states[state]))[3:] == (0, 0)
    assert killed > 0


@pytest.mark.parametrize("moment", range(0, 24, 4))
def test_a_process_that_is_killed_while_files_are_moved_leaves_what_the_next_build_puts_right(
    output: Path, tmp_path: Path, moment: int
) -> None:
    """As if the first files were in their places: what the killed build has done, without the chance of when."""
    changed, third = articles(12, "other"), {**SMALL, "a003": "Title 3\nthird"}
    build(tmp_path / "ahead", changed)
    for path in list(tree(tmp_path / "ahead"))[:moment]:
        if (tmp_path / "ahead" / path).is_file():
            (tmp_path / "ahead" / path).replace(output / path)

    build(output, third)

    assert tree(output) == clean(tmp_path, third)


def test_the_second_of_two_builds_at_once_hears_who_is_building(output: Path) -> None:
    with offered(output, SMALL), pytest.raises(LockedError, match=f"^process {os.getpid()} on {socket.gethostname()}"):
        Engine(output, b"newspaper")

    assert numbers(build(output, SMALL)) == (0, 0, 14, 0, 0)


def test_builds_into_two_folders_do_not_meet(output: Path, tmp_path: Path) -> None:
    with offered(output, SMALL):
        assert numbers(build(tmp_path / "other", SMALL))[0] == 14


def test_an_engine_that_cannot_open_its_state_lets_go_of_the_lock(tmp_path: Path) -> None:
    database_file(tmp_path / "output").mkdir(parents=True)

    with pytest.raises(OSError, match="directory"):
        Engine(tmp_path / "output", b"newspaper")

    database_file(tmp_path / "output").rmdir()
    build(tmp_path / "output", SMALL)


def test_what_no_build_has_completed_is_forgotten(output: Path) -> None:
    with offered(output, SMALL) as engine:
        engine.shelf("plugin").put("word", b"value")

    with offered(output, SMALL) as engine:
        assert engine.shelf("plugin").get("word") is None
        engine.shelf("plugin").put("word", b"value")
        engine.build()

    with offered(output, SMALL) as engine:
        assert engine.shelf("plugin").get("word") == b"value"
        assert engine.shelf("other").get("word") is None


def test_the_output_may_be_a_link_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "real")

    build(tmp_path / "output", SMALL)

    assert tree(tmp_path / "real") == clean(tmp_path, SMALL)
    assert numbers(build(tmp_path / "real", SMALL)) == (0, 0, 14, 0, 0)
