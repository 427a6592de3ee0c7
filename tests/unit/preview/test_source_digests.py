from pathlib import Path

import pytest

from plugins.preview import source_digests as code
from plugins.preview.source_digests import digest_sources


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "a.py").write_text("1")
    (tmp_path / "pelicanconf.py").write_text("1")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.py").write_text("1")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(code, "PLUGINS", tmp_path / "plugins")
    return tmp_path


def test_code_that_stays_is_the_same() -> None:
    assert digest_sources(["other/a.py"]) == digest_sources(["other/a.py"])


@pytest.mark.parametrize(
    ("path", "part"), [("plugins/a.py", "plugins"), ("pelicanconf.py", "settings"), ("other/a.py", "settings")]
)
def test_a_change_shows_in_its_own_part_alone(path: str, part: str) -> None:
    before = digest_sources(["other/a.py"])
    Path(path).write_text("2")  # as long as before, and within the same second
    after = digest_sources(["other/a.py"])

    assert [name for name in ("plugins", "settings") if getattr(before, name) != getattr(after, name)] == [part]


def test_a_file_that_is_gone_is_a_change() -> None:
    before = digest_sources(["other/a.py"])
    Path("other/a.py").unlink()

    assert digest_sources(["other/a.py"]) != before
