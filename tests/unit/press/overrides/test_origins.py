import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.press.environment import ThemeEnvironment
from plugins.press.overrides.copy_template import copy_template
from plugins.press.overrides.origins import changed_origins, difference, with_origin
from plugins.press.theme_files import Overrides, ThemeFiles
from tests.conftest import ROOT

CARD = "components/card.html"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ThemeFiles:
    """A copy of the theme with overrides of a card: its template, its styles and a script."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "theme", "theme")
    files = ThemeFiles(Path("theme"), Overrides((Path("own"),)))
    for name in (CARD, "components/card.css", "components/share.js"):
        copy_template(name, files, Path("own"), "1.0.0")
    return files


def change(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "<!-- new -->\n", encoding="utf-8")


def git(*arguments: str) -> None:
    who = ("-c", "user.name=Mei Tan", "-c", "user.email=mei@example.test")
    subprocess.run(("git", *who, *arguments), check=True, capture_output=True)


def test_a_copy_names_the_version_that_it_was_made_of(files: ThemeFiles) -> None:
    first, rest = Path("own", CARD).read_text(encoding="utf-8").split("\n", 1)

    assert first.startswith("{# from 1.0.0 sha256:")
    assert rest == Path("theme/templates", CARD).read_text(encoding="utf-8")


@pytest.mark.parametrize(("end", "line"), [(".html", "{# from 2.0 sha256:"), (".css", "/* from "), (".js", "/* from ")])
def test_the_first_line_is_a_comment_in_every_language(end: str, line: str) -> None:
    assert with_origin("text", "2.0", end).startswith(line)


def test_the_first_line_of_a_copy_leaves_nothing_in_a_page(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/page.html").write_text(with_origin("<p>\n", "1.0.0", ".html"), encoding="utf-8")

    assert ThemeEnvironment(tmp_path).get_template("page.html").render() == "<p>\n"


def test_a_copy_of_a_file_that_has_not_changed_is_not_told(files: ThemeFiles) -> None:
    assert list(changed_origins(files)) == []


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        (f"theme/templates/{CARD}", f"own/{CARD}"),
        ("theme/static/css/components/card.css", "own/components/card.css"),
        ("theme/static/js/share.js", "own/components/share.js"),
    ],
)
def test_a_copy_of_a_file_that_has_changed_is_told(files: ThemeFiles, theirs: str, own: str) -> None:
    change(Path(theirs))

    (changed,) = changed_origins(files)

    assert str(changed.problem).startswith(
        f"{own}:1:1: warning: was copied from {theirs} of 1.0.0, which has changed since;"
    )


def test_taking_over_the_digest_that_is_named_ends_it(files: ThemeFiles) -> None:
    change(Path("theme/templates", CARD))
    (changed,) = changed_origins(files)
    digest = changed.problem.remedy.split("write ")[1].split(" ")[0]
    text = Path("own", CARD).read_text(encoding="utf-8")

    Path("own", CARD).write_text(text.replace(text.split(" ")[3], digest, 1), encoding="utf-8")

    assert list(changed_origins(files)) == []


def test_an_override_of_a_file_that_is_gone_is_told(files: ThemeFiles) -> None:
    Path("theme/templates", CARD).unlink()

    (changed,) = changed_origins(files)

    assert "which is gone from the theme" in changed.problem.what


@pytest.mark.parametrize("tag", ["v1.0.0", "other"])
def test_the_change_of_the_theme_is_shown_where_the_repository_has_the_earlier_version(
    files: ThemeFiles, tag: str
) -> None:
    git("init", "-q")
    git("add", "theme")
    git("commit", "-qm", "One")
    git("tag", tag)
    change(Path("theme/templates", CARD))
    git("commit", "-qam", "Two")

    (changed,) = changed_origins(files)
    lines = difference(changed).splitlines()

    assert lines[:2] == [f"--- theme/templates/{CARD} of 1.0.0", f"+++ theme/templates/{CARD} (now)"]
    assert [line for line in lines[2:] if line.startswith(("+", "-"))] == ["+<!-- new -->"]


def test_without_a_repository_the_override_is_held_against_the_present_file(files: ThemeFiles) -> None:
    change(Path("theme/templates", CARD))

    (changed,) = changed_origins(files)

    assert difference(changed).splitlines()[:2] == [f"--- own/{CARD}", f"+++ theme/templates/{CARD} (now)"]
