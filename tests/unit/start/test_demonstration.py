from pathlib import Path

import pytest

from plugins.start.demonstration import DIGEST_FILE, demonstration_digest, is_untouched
from tests.conftest import DEMONSTRATION
from tests.unit.start.conftest import write


def test_the_digest_is_that_of_the_demonstration() -> None:
    kept = DIGEST_FILE.read_text(encoding="utf-8").strip()

    assert demonstration_digest(DEMONSTRATION) == kept, "run: make docs"


@pytest.mark.parametrize(
    "files",
    [
        {"content/articles/own.md": "Own."},
        {"content/pages/about.md": "Changed."},
        {"content/pages/about.md": None},
        {"pelicanconf.py": "SITENAME = 'Own'"},
    ],
)
def test_whoever_worked_there_has_touched_it(kit: Path, files: dict[str, str | None]) -> None:
    assert is_untouched(kit)

    write(kit, files)

    assert not is_untouched(kit)


def test_files_of_the_machine_do_not_count(kit: Path) -> None:
    write(kit, {"content/.DS_Store": "x"})

    assert is_untouched(kit)
