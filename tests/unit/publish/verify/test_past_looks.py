"""What is remembered of the last look at a target."""

from pathlib import Path

import pytest

from plugins.publish.verify.past_looks import PastLook, note_look, past_look


@pytest.mark.parametrize("look", [PastLook(), PastLook(unseen=("index.html",)), PastLook(is_check_open=True)])
def test_each_target_has_its_own_last_look(tmp_path: Path, look: PastLook) -> None:
    note_look(tmp_path / "cache", "s3://one", look)

    assert past_look(tmp_path / "cache", "s3://one/") == look
    assert past_look(tmp_path / "cache", "s3://two") is None


@pytest.mark.parametrize("text", ["", "[]", '{"unseen": 3}', '{"unseen": [], "is_check_'])
def test_what_cannot_be_read_is_no_look(tmp_path: Path, text: str) -> None:
    note_look(tmp_path, "s3://one", PastLook())
    (kept,) = tmp_path.iterdir()
    kept.write_text(text)

    assert past_look(tmp_path, "s3://one") is None
