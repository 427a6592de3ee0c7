import pytest

from plugins.publish.targets import transfer_bar as progress
from plugins.publish.targets.transfer_bar import TransferBar


def test_a_terminal_is_told_how_far_a_long_release_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "SILENT", 0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    bar = TransferBar("Publishing")
    bar(1, 2000)
    bar(2, 2000)  # too soon to be shown
    bar(2000, 2000)

    assert capsys.readouterr().err == "\rPublishing: 1 of 2,000\rPublishing: 2,000 of 2,000\n"


def test_nobody_is_told_where_nobody_looks_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "SILENT", 0)
    TransferBar("Publishing")(2000, 2000)

    assert capsys.readouterr().err == ""


def test_a_short_release_is_silent(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    TransferBar("Publishing")(5, 5)

    assert capsys.readouterr().err == ""
