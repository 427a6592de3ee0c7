import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from plugins.brand.plugin import check_settings, read_brand
from plugins.newsroom.brand import Brand
from plugins.newsroom.problems import Problem
from plugins.stet.engine import Engine
from plugins.stet.plugin import run_of
from tests.conftest import ROOT
from tests.tools.edge import digests_of, running

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h1z"/></svg>'


@contextmanager
def read(tmp_path: Path, **settings: Any) -> Iterator[tuple[Engine, Brand, list[Problem]]]:
    """Yield the engine of a run whose look was read, the look, and the problems of it."""
    folders = {"PATH": str(tmp_path / "content"), "THEME": str(ROOT / "theme")}
    own: dict[str, Any] = {"SITENAME": "Kabar", "DEFAULT_LANG": "en", **folders, **settings}
    with running(tmp_path, **own) as (engine, generator):
        problems = [*read_brand(generator.settings)]
        yield engine, run_of(generator.settings).brand, problems


def put(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "content" / "brand" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_run_knows_the_look(tmp_path: Path) -> None:
    put(tmp_path, "wordmark.svg", DRAWING)

    with read(tmp_path, BRAND={"accent": "#0058a3"}) as (engine, brand, problems):
        assert 'aria-label="Kabar"' in brand.wordmark.drawing_html
        assert "#0058a3" in brand.style
        assert problems == []
        assert {"assets/favicon.svg", "favicon.ico", "site.webmanifest"} <= {*digests_of(engine)["brand file"]}
        assert engine.notes["has_face"] == "false"


def test_a_setting_that_cannot_be_read_leaves_the_folder_alone(tmp_path: Path) -> None:
    with running(tmp_path, BRAND={"accent": "blue"}) as (_, generator):
        check_settings(SimpleNamespace(settings=generator.settings))
        run = run_of(generator.settings)

        assert [problem.what.partition(":")[0] for problem in run.problems] == ["BRAND.accent"]
        assert run.readings == []


def test_an_icon_of_the_publications_own_at_the_root_is_not_made_as_well(tmp_path: Path) -> None:
    put(tmp_path, "../root/favicon.ico", "icon")

    with read(tmp_path) as (engine, _, problems):
        assert "favicon.ico" not in digests_of(engine)["brand file"]
        assert problems == []


def test_a_build_that_makes_no_icon_loads_nothing_that_draws() -> None:
    code = "import sys, plugins.brand.plugin; print({'PIL.ImageDraw', 'resvg_py'} & sys.modules.keys())"

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
