import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.builder import Builder, problem_lines
from plugins.preview.messages import Disturbed, Progress
from plugins.preview.stage import Scene, Stage
from tests.conftest import ROOT

NOTING = """
import os
from pathlib import Path
with Path("builds").open("a") as file: print(os.getpid(), file=file)
SITEURL = "https://example.com"
"""
"""Settings that write down which process reads them, for every build."""


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text('SITEURL = "https://example.com"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return Stage(Scene())


@pytest.fixture
def builder(stage: Stage) -> Iterator[Builder]:
    builder = Builder(stage, Path("out"), lambda: None)
    yield builder
    builder.close()


def test_problems_are_the_lines_that_name_a_place() -> None:
    said = """[10:00] INFO  starting
content/a b.md:3:1: unknown key 'x'; did you mean 'y'?
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


def test_a_good_build_is_shown(stage: Stage, builder: Builder) -> None:
    builder.build()

    assert stage.scene.folder == Path("out")
    assert Path("out/index.html").is_file()


def test_a_failed_build_keeps_the_good_one_and_the_next_good_one_mends_it(stage: Stage, builder: Builder) -> None:
    builder.build()
    conf = Path("pelicanconf.py")
    good = conf.read_text()
    conf.write_text('raise SystemExit("content/a.md:1:1: wrong; mend it")')
    said = builder.build()
    failed = stage.scene
    conf.write_text(good)
    builder.build()

    assert said == "content/a.md:1:1: wrong; mend it\nThe last good build stays on show."
    assert (failed.folder, failed.problems) == (Path("out"), ("content/a.md:1:1: wrong; mend it",))
    assert (stage.scene.folder, stage.scene.problems) == (Path("out"), ())


def test_builds_are_made_by_one_process(builder: Builder, tmp_path: Path) -> None:
    Path("pelicanconf.py").write_text(NOTING)
    for _ in range(3):
        builder.build()

    assert len(set(noted())) == 1


@pytest.mark.parametrize("name", ["pelicanconf.py", "helper.py", "elsewhere/imported.py"])
def test_a_change_of_what_was_imported_starts_another_process(builder: Builder, name: str) -> None:
    Path("elsewhere").mkdir()
    Path("elsewhere/imported.py").touch()
    Path("pelicanconf.py").write_text(f"import sys; sys.path.insert(0, 'elsewhere'); import imported\n{NOTING}")
    builder.build()
    with Path(name).open("a") as file:
        file.write("# another line\n")
    builder.build()

    assert len(set(noted())) == 2


def test_a_crash_is_told_by_the_end_of_its_traceback_and_leaves_no_trace(stage: Stage, builder: Builder) -> None:
    good = f"{NOTING}if Path('wrong').exists(): 1 / 0\n"
    Path("pelicanconf.py").write_text(good)
    builder.build()
    Path("wrong").touch()
    said = builder.build()
    Path("wrong").unlink()
    builder.build()

    assert "ZeroDivisionError: division by zero" in said
    assert len(set(noted())) == 2
    assert stage.scene.problems == ()


def test_a_killed_process_is_followed_by_another(stage: Stage, builder: Builder) -> None:
    Path("pelicanconf.py").write_text(NOTING)
    builder.build()
    os.kill(int(noted()[-1]), signal.SIGKILL)
    builder.build()

    assert len(set(noted())) == 2
    assert (stage.scene.folder, stage.scene.problems) == (Path("out"), ())


def test_a_process_that_is_killed_amid_a_build_is_followed_by_another(stage: Stage, builder: Builder) -> None:
    dying = "if not Path('died').exists(): Path('died').touch(); os.kill(os.getpid(), 9)\n"
    Path("pelicanconf.py").write_text(f"{NOTING}{dying}")
    builder.build()

    assert len(set(noted())) == 2
    assert stage.scene.folder == Path("out")


def test_a_build_that_always_kills_its_process_is_told(stage: Stage, builder: Builder) -> None:
    Path("pelicanconf.py").write_text("import os; os.kill(os.getpid(), 9)\n")

    assert (
        builder.build() == "The build process was killed by SIGKILL before it was done; the terminal has what it said."
    )
    assert stage.scene.problems


def test_after_the_end_there_is_no_process(builder: Builder) -> None:
    Path("pelicanconf.py").write_text(NOTING)
    builder.build()
    builder.close()

    with pytest.raises(ProcessLookupError):
        os.kill(int(noted()[-1]), 0)


def test_how_far_a_long_build_has_come_is_told(stage: Stage, builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    builder.build()
    monkeypatch.setattr("plugins.preview.builder.monotonic", lambda: builder._begun + 12.3)
    builder._hear(Progress(what="Making pages", done=4000, total=14000))

    assert stage.scene.progress == "Making pages 4,000 of 14,000, 12 s"


def test_an_output_that_somebody_has_changed_is_built_again(stage: Stage) -> None:
    called = []
    Builder(stage, Path("out"), lambda: called.append(1))._hear(Disturbed())

    assert called == [1]


def noted() -> list[str]:
    """Return the number of the process that made each build so far."""
    return Path("builds").read_text().splitlines()
