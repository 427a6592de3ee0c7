"""A small publication in the present folder, for builds by a process of their own."""

from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text('PLUGINS = []\nSITEURL = "https://example.com"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path
