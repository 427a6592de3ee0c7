"""The shipped drawings, as light as can be already: no file that browsers choose is heavier than the drawing."""

import re
from pathlib import Path

import pytest

from tests.conftest import DEMONSTRATION

SHOWN = re.compile(r'(?:srcset|src)="([^"]*\.(?:avif|webp|jpg|png|gif)[^"]*)"')
NAME = re.compile(r"/pictures/([\w-]+?)-\d+(?:x\d+)?-[0-9a-f]{12}\.\w+")


@pytest.fixture(scope="module")
def shown(shipped_site: Path) -> dict[str, str]:
    """The files that pages show, by path, with the names of the drawings."""
    pages = "".join(path.read_text(encoding="utf-8") for path in shipped_site.rglob("*.html"))
    files = {file for found in SHOWN.findall(pages) for file in re.findall(r"/pictures/[^\s,]+", found)}
    return {file: match[1] for file in files if (match := NAME.fullmatch(file))}


def test_no_drawing_gets_heavier_in_any_window(shipped_site: Path, shown: dict[str, str]) -> None:
    drawings = {path.stem: path.stat().st_size for path in (DEMONSTRATION / "content").rglob("*.webp")}

    heavier = [file for file, name in shown.items() if (shipped_site / file[1:]).stat().st_size > drawings[name]]
    assert heavier == []
    assert len(set(shown.values())) > 40
