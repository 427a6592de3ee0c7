from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.settings_file import run_settings

FILE = Path("publishconf.py")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_the_file_assigns_is_returned() -> None:
    FILE.write_text("A = 1\n")

    assert run_settings(FILE)["A"] == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"import sys\nsys.exit('stop')\n", "publishconf.py: the settings end the program (stop); take what ends"),
        (b"A = '\0'\n", "publishconf.py: settings that Python cannot read: source code string cannot contain null"),
    ],
)
def test_a_file_that_names_no_line_is_told_by_its_name(content: bytes, words: str) -> None:
    FILE.write_bytes(content)

    with pytest.raises(PublishError) as caught:
        run_settings(FILE)

    assert str(caught.value).startswith(words)


def test_a_mistake_at_a_line_is_left_to_those_who_tell_the_line() -> None:
    FILE.write_text("A = (\n")

    with pytest.raises(SyntaxError):
        run_settings(FILE)


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_missing_file_is_told(is_folder: bool) -> None:
    if is_folder:
        FILE.mkdir()

    with pytest.raises(PublishError, match=r"^publishconf\.py: there is no such file; bring it back"):
        run_settings(FILE)
