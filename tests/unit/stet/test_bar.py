from io import StringIO

import pytest
from rich.console import Console

from plugins.stet import bar
from plugins.stet.bar import BuildBar


@pytest.fixture
def terminal() -> Console:
    return Console(file=StringIO(), force_terminal=True, width=100)


def shown(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every step take two seconds more than the last."""
    seconds = iter(range(0, 1_000, 2))
    monkeypatch.setattr(bar, "monotonic", lambda: next(seconds))


@pytest.mark.usefixtures("slow")
def test_a_step_that_takes_long_is_shown_with_its_name_and_count(terminal: Console) -> None:
    progress = BuildBar(terminal)

    progress("Making pages", 1, 3)
    progress("Making pages", 2, 3)
    progress.stop()

    assert "Making pages" in shown(terminal)
    assert "2/3" in shown(terminal)


@pytest.mark.usefixtures("slow")
def test_another_step_begins_another_bar(terminal: Console) -> None:
    progress = BuildBar(terminal)

    for step in ("Reading", "Choosing related articles"):
        progress(step, 1, 3)
        progress(step, 2, 3)
    progress.stop()

    assert "Choosing related articles" in shown(terminal)


def test_a_quick_step_is_not_shown(terminal: Console) -> None:
    progress = BuildBar(terminal)

    for done in range(4):
        progress("Making pages", done, 3)

    assert shown(terminal) == ""


@pytest.mark.usefixtures("slow")
def test_nothing_is_shown_where_nobody_looks() -> None:
    console = Console(file=StringIO())
    progress = BuildBar(console)

    progress("Making pages", 1, 3)
    progress("Making pages", 2, 3)

    assert shown(console) == ""
