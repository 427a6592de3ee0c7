from pathlib import Path

import pytest

from plugins.preview.builder import Builder, problem_lines
from plugins.preview.stage import Scene, Stage


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text('SITEURL = "https://example.com"\n')
    monkeypatch.chdir(tmp_path)
    return Stage(Scene())


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


def test_builds_take_turns_and_the_shown_one_is_never_written_to(stage: Stage) -> None:
    builder = Builder(stage, Path(".preview"))
    builder.build()
    first = stage.scene.folder
    builder.build()

    assert first == Path(".preview/a")
    assert stage.scene.folder == Path(".preview/b")
    assert (first / "index.html").is_file()


def test_a_failed_build_keeps_the_good_one_and_the_next_good_one_mends_it(stage: Stage) -> None:
    builder = Builder(stage, Path(".preview"))
    builder.build()
    conf = Path("pelicanconf.py")
    good = conf.read_text()
    conf.write_text('raise SystemExit("content/a.md:1:1: wrong; mend it")')
    said = builder.build()
    failed = stage.scene
    conf.write_text(good)
    builder.build()

    assert said == "content/a.md:1:1: wrong; mend it\nThe last good build stays on show."
    assert (failed.folder, failed.problems) == (Path(".preview/a"), ("content/a.md:1:1: wrong; mend it",))
    assert (stage.scene.folder, stage.scene.problems) == (Path(".preview/b"), ())
