from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pelican.settings import read_settings

from tests.conftest import DEMONSTRATION
from tests.evaluation.reading import Folder, read_folder

Write = Callable[[Mapping[str, str | bytes]], Path]
Read = Callable[[Mapping[str, str | bytes]], Folder]


@pytest.fixture
def write_folder(tmp_path: Path) -> Write:
    """Write files by path below a folder, and return it."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "posts"
        for source, content in files.items():
            path = folder / source
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write


@pytest.fixture
def read_files(write_folder: Write) -> Read:
    """Write files by path, and read them as a folder of posts with the publication's settings."""
    return lambda files: read_folder(write_folder(files), read_settings(str(DEMONSTRATION / "pelicanconf.py")))
