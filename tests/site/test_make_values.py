import subprocess

import pytest

from tests.conftest import ROOT

VALUES = ["O'Neil", "$HOME $(x) `y`", "a #1 b", 'say "no" \\n', "one\ntwo", "", "مجلة 😀"]


@pytest.mark.parametrize("value", VALUES)
def test_the_shell_gets_a_value_as_it_was_typed(value: str) -> None:
    commands = subprocess.run(
        ["make", "--dry-run", "new", f"TITLE={value}"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    title = commands[commands.rindex("title=") :].partition("; ")[0]
    shown = subprocess.run(["sh", "-c", f'{title}; printf %s "$title"'], capture_output=True, text=True, check=True)

    assert shown.stdout == value.replace("\n", " ")
