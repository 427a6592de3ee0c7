from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.newsroom.problems import Problem, Severity
from plugins.newsroom.run import Run
from plugins.newsroom.setup import NEEDED
from plugins.stet.engine import Engine
from plugins.stet.persistent_engine import PersistentEngine
from plugins.stet.plugin import begin_run, close_engine, run_of, tell_warnings
from plugins.stet.step import say_nothing
from tests.tools.edge import running

pytestmark = pytest.mark.slow


def pelican(folder: Path, *plugins: str) -> Any:
    names = [f"plugins.{name}" for name in plugins or NEEDED]
    settings = {"OUTPUT_PATH": str(folder / "output"), "PLUGINS": names, "DELETE_OUTPUT_DIRECTORY": False}
    return SimpleNamespace(settings=settings)


def problem(line: int, what: str) -> Problem:
    return Problem("pelicanconf.py", line, 1, what, "mend it")


def test_a_run_without_problems_goes_on_with_an_engine(tmp_path: Path) -> None:
    instance = pelican(tmp_path)
    run = run_of(instance.settings)

    begin_run(instance)

    assert isinstance(run.engine, Engine)
    close_engine(run)
    assert not run.has_engine


def test_problems_of_settings_content_and_names_end_the_run_together(tmp_path: Path) -> None:
    instance = pelican(tmp_path, *(name for name in NEEDED if name != "press"))
    run = run_of(instance.settings)
    run.problems.append(problem(3, "a setting"))
    run.load_content = lambda settings: ([problem(2, "a text")], ["about"])
    run.name_checks.append(lambda slugs: [problem(1, f"not one of {', '.join(slugs)}")])

    with pytest.raises(SystemExit) as end:
        begin_run(instance)

    *lines, counts = str(end.value.code).splitlines()
    assert counts == "4 errors: 1 × PLUGINS lacks, 1 × a setting, 1 × a text, 1 × not one of about"
    assert {line.split(": ", 1)[1] for line in lines} == {
        "PLUGINS lacks 'plugins.press'; add it, or leave PLUGINS to 'from plugins.settings import *'",
        "not one of about; mend it",
        "a text; mend it",
        "a setting; mend it",
    }
    assert not run.has_engine


def test_warnings_end_no_run_and_are_told_with_their_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    instance = pelican(tmp_path)
    run = run_of(instance.settings)
    warning = Problem("content/a.md", 1, 1, "a link '/x/'", "mend it", Severity.WARNING)
    run.load_content = lambda settings: ([warning], ["about"])

    begin_run(instance)
    tell_warnings(run)

    assert capsys.readouterr().out == f"{warning}\n1 warning: 1 × a link\n"
    assert run.warnings == [warning]
    close_engine(run)


def test_a_process_of_many_runs_tells_a_warning_once_and_its_number_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Run(persistent=PersistentEngine(say_nothing, b""))
    run.warnings = [Problem("content/a.md", 1, 1, "a link '/x/'", "mend it", Severity.WARNING)]

    tell_warnings(run)
    capsys.readouterr()
    tell_warnings(run)

    assert capsys.readouterr().out == "1 warning: 1 × a link\n"


def test_names_are_not_checked_against_content_that_could_not_be_read(tmp_path: Path) -> None:
    instance = pelican(tmp_path)
    run = run_of(instance.settings)
    run.load_content = lambda settings: ([problem(1, "no folder")], None)
    run.name_checks.append(lambda slugs: [problem(2, "no page")])

    with pytest.raises(SystemExit, match=r"^pelicanconf\.py:1:1: no folder; mend it\n1 error: 1 × no folder$"):
        begin_run(instance)


def test_a_run_that_an_error_has_ended_is_closed_by_the_next(tmp_path: Path) -> None:
    instance = pelican(tmp_path)
    run = run_of(instance.settings)
    begin_run(instance)
    first = run.engine

    begin_run(instance)

    assert run.engine is not first
    close_engine(run)


def test_a_run_waits_for_no_other_and_names_it(tmp_path: Path) -> None:
    instance = pelican(tmp_path)
    run_of(instance.settings)

    with running(tmp_path), pytest.raises(SystemExit, match="another build is writing there: process "):
        begin_run(instance)
