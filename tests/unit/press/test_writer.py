from pathlib import Path

import pytest

from plugins.newsroom.pictures import PictureFile
from plugins.press.ledger import Ledger, PathTakenError
from plugins.press.render import Renderer
from plugins.press.writer import OutputWriter
from tests.theme import models

THEME = Path(__file__).parents[3] / "theme"


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def writer(tmp_path: Path, ledger: Ledger) -> OutputWriter:
    return OutputWriter(tmp_path / "output", Renderer(THEME), ledger)


def test_a_page_is_written_as_the_theme_renders_it(writer: OutputWriter, tmp_path: Path) -> None:
    page = models.article()

    writer.write_page(page)

    assert (tmp_path / "output" / page.path).read_text(encoding="utf-8") == Renderer(THEME).render(page)


def test_a_file_is_copied_byte_for_byte(writer: OutputWriter, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n")

    writer.copy(PictureFile(source=str(tmp_path / "a.png"), path="pictures/a.png"))

    assert (tmp_path / "output" / "pictures" / "a.png").read_bytes() == b"\x89PNG\r\n"


def test_everything_written_is_in_the_ledger(writer: OutputWriter, ledger: Ledger) -> None:
    writer.write_page(models.article())
    writer.write_bytes("feed.xml", b"<feed/>")

    assert set(ledger.entries) == {models.article().path, "feed.xml"}


def test_what_lies_where_another_page_wants_to_be_stays(writer: OutputWriter, tmp_path: Path) -> None:
    page = models.article()
    writer.write_bytes(page.path, b"first", "content/first.html")

    with pytest.raises(PathTakenError, match=r"content/first\.html and the page '.+' both want to be written there"):
        writer.write_page(page)

    assert (tmp_path / "output" / page.path).read_bytes() == b"first"
