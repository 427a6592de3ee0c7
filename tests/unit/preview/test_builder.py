import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.builder import Builder, problem_lines
from plugins.preview.current_state import CurrentState, PreviewState
from plugins.preview.messages import OutputChanged, Progress
from tests.tools.chance import thinned

pytestmark = pytest.mark.slow

NOTING = """
import os
from pathlib import Path
with Path("builds").open("a") as file: print(os.getpid(), file=file)
PLUGINS = []
SITEURL = "https://example.com"
"""
"""Settings that write down which process reads them, for every build."""


@pytest.fixture
def current(publication: Path) -> CurrentState:
    return CurrentState(PreviewState())


@pytest.fixture
def builder(current: CurrentState) -> Iterator[Builder]:
    builder = Builder(current, Path("out"), lambda: None)
    yield builder
    builder.close()


def test_problems_are_the_lines_that_name_a_place() -> None:
    said = """[10:00] INFO  starting
content/a b.md:3:1: unknown key 'x'; did you mean 'y'?
content/draft.md:3:1: warning: unknown key 'x'; did you mean 'y'?
content/b.md:3:1: notice: a style; leave it out
  content/c.md:1:1: no title; add one
end"""

    assert problem_lines(said) == [
        "content/a b.md:3:1: unknown key 'x'; did you mean 'y'?",
        "content/c.md:1:1: no title; add one",
    ]


def test_a_failure_without_a_place_is_told_by_its_end() -> None:
    said = "\n".join(f"line {number}" for number in range(100))

    assert problem_lines(said) == [f"line {number}" for number in range(60, 100)]


def test_a_silent_failure_is_told_too() -> None:
    assert problem_lines("\n") == ["The build failed and said nothing."]


def test_the_gap_before_a_log_line_s_source_is_closed() -> None:
    assert problem_lines("    WARNING  no feed" + " " * 900 + "settings.py:1") == [
        "    WARNING  no feed  settings.py:1"
    ]


def test_a_good_build_is_shown(current: CurrentState, builder: Builder) -> None:
    builder.build()

    assert current.state.folder == Path("out")
    assert Path("out/index.html").is_file()


def test_a_failed_build_keeps_the_good_one_and_the_next_good_one_mends_it(
    current: CurrentState, builder: Builder
) -> None:
    builder.build()
    conf = Path("pelicanconf.py")
    good = conf.read_text()
    conf.write_text('raise SystemExit("content/a.md:1:1: wrong; mend it")')
    said = builder.build()
    failed = current.state
    conf.write_text(good)
    builder.build()

    assert said == "content/a.md:1:1: wrong; mend it\nThe last good build stays on show."
    assert (failed.folder, failed.problems) == (Path("out"), ("content/a.md:1:1: wrong; mend it",))
    assert (current.state.folder, current.state.problems) == (Path("out"), ())


def test_builds_are_made_by_one_process(builder: Builder, tmp_path: Path) -> None:
    Path("pelicanconf.py").write_text(NOTING)
    for _ in range(3):
        builder.build()

    assert len(set(noted())) == 1


@pytest.mark.parametrize("name", thinned(["pelicanconf.py", "helper.py", "elsewhere/imported.py"], "imported"))
def test_a_change_of_what_was_imported_starts_another_process(builder: Builder, name: str) -> None:
    Path("elsewhere").mkdir()
    Path("elsewhere/imported.py").touch()
    Path("pelicanconf.py").write_text(f"import sys; sys.path.insert(0, 'elsewhere'); import imported\n{NOTING}")
    builder.build()
    with Path(name).open("a") as file:
        file.write("# another line\n")
    builder.build()

    assert len(set(noted())) == 2


def test_a_crash_is_told_by_the_end_of_its_traceback_and_leaves_no_trace(
    current: CurrentState, builder: Builder
) -> None:
    good = f"{NOTING}if Path('wrong').exists(): 1 / 0\n"
    Path("pelicanconf.py").write_text(good)
    builder.build()
    Path("wrong").touch()
    said = builder.build()
    Path("wrong").unlink()
    builder.build()

    assert "ZeroDivisionError: division by zero" in said
    assert len(set(noted())) == 2
    assert current.state.problems == ()


def test_a_killed_process_is_followed_by_another(current: CurrentState, builder: Builder) -> None:
    Path("pelicanconf.py").write_text(NOTING)
    builder.build()
    os.kill(int(noted()[-1]), signal.SIGKILL)
    builder.build()

    assert len(set(noted())) == 2
    assert (current.state.folder, current.state.problems) == (Path("out"), ())


def test_a_process_that_is_killed_amid_a_build_is_followed_by_another(current: CurrentState, builder: Builder) -> None:
    dying = "if not Path('died').exists(): Path('died').touch(); os.kill(os.getpid(), 9)\n"
    Path("pelicanconf.py").write_text(f"{NOTING}{dying}")
    builder.build()

    assert len(set(noted())) == 2
    assert current.state.folder == Path("out")


def test_a_build_that_always_kills_its_process_is_told(current: CurrentState, builder: Builder) -> None:
    Path("pelicanconf.py").write_text("import os; os.kill(os.getpid(), 9)\n")

    assert (
        builder.build() == "The build process was killed by SIGKILL before it was done; the terminal has what it said."
    )
    assert current.state.problems


def test_how_far_a_long_build_has_come_is_told(
    current: CurrentState, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder.build()
    monkeypatch.setattr("plugins.preview.builder.monotonic", lambda: builder._begun + 12.3)
    builder._receive(Progress(what="Making pages", done=4000, total=14000))

    assert current.state.progress == "Making pages 4,000 of 14,000, 12 s"


def test_an_output_that_somebody_has_changed_is_built_again(current: CurrentState) -> None:
    called = []
    Builder(current, Path("out"), lambda: called.append(1))._receive(OutputChanged())

    assert called == [1]


def noted() -> list[str]:
    """Return the number of the process that made each build so far."""
    return Path("builds").read_text().splitlines()
