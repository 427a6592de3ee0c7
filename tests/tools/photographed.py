"""The shipped publication with photographs of 12 megapixels where it has drawings, for what only those can show."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.conftest import BUILD_TIME, DEMONSTRATION
from tests.photographs import SUBJECTS, make_photograph

_DRAWING = re.compile(r"(file: |\]\()[\w/-]+\.webp")
"""A drawing, as front matter and texts name it."""


def write_photographed(root: Path) -> None:
    """Write the publication into a folder; its pictures are the six photographs in turn, in the order of the texts."""
    for name in ("plugins", "theme", "pelicanconf.py", "publishconf.py"):
        (root / name).symlink_to(DEMONSTRATION / name)
    shutil.copytree(DEMONSTRATION / "content", root / "content", ignore=shutil.ignore_patterns("*.webp"))
    (root / "content" / "pictures").mkdir(exist_ok=True)
    for number, subject in enumerate(SUBJECTS):
        shutil.copyfile(make_photograph(subject), root / "content" / "pictures" / f"photograph-{number}.jpg")
    numbers = count()
    for path in sorted((root / "content").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            _DRAWING.sub(lambda drawing: f"{drawing[1]}/pictures/photograph-{next(numbers) % len(SUBJECTS)}.jpg", text),
            encoding="utf-8",
        )


def build_photographed(root: Path, write: Callable[[Path], None] = write_photographed) -> Path:
    """Write the publication into a folder, build it as production does, and return its output."""
    write(root)
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "--fatal=errors", "-s", "publishconf.py", "-o", "output"],
        check=False,
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_TIME, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"the publication with photographs does not build:\n{done.stdout}{done.stderr}")
    return root / "output"
