"""Runs of Pelican in one process, as the build process makes them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.preview.messages import Result
from plugins.preview.process import BuildProcess
from plugins.preview.source_digests import digest_sources

pytestmark = pytest.mark.slow


@pytest.fixture
def process(publication: Path) -> Iterator[BuildProcess]:
    process = BuildProcess(Path("out"), digest_sources(), lambda message: None)
    yield process
    process.close()


def build(process: BuildProcess, settings: str) -> Result:
    Path("pelicanconf.py").write_text(f"{settings}\nPLUGINS = []\n")
    result = process.build()
    assert result
    return result


def test_a_run_that_ends_with_problems_prints_them_and_is_no_crash(process: BuildProcess) -> None:
    result = build(process, 'raise SystemExit("content/a.md:1:1: wrong; mend it")')

    assert (result.status, result.said, result.is_crashed) == (1, "content/a.md:1:1: wrong; mend it\n", False)


def test_an_exception_is_told_with_its_traceback_and_is_a_crash(process: BuildProcess) -> None:
    result = build(process, "1 / 0")

    assert (result.status, result.is_crashed) == (1, True)
    assert "ZeroDivisionError: division by zero" in result.said


def test_every_run_says_all_it_has_to_say(process: BuildProcess) -> None:
    warning = 'import logging; logging.getLogger("pelican").warning("Mind the gap")'
    said = [build(process, warning).said for _ in range(2)]

    assert ["Mind the gap" in each for each in said] == [True, True]


def test_files_that_the_settings_import_are_named(process: BuildProcess) -> None:
    Path("elsewhere").mkdir()
    Path("elsewhere/imported.py").touch()
    result = build(process, "import sys; sys.path.insert(0, 'elsewhere'); import imported")

    assert [Path(file).name for file in result.imported if "elsewhere" in file] == ["imported.py"]
