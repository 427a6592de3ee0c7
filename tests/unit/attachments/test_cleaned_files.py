from pathlib import Path

import pikepdf

from plugins.attachments.cleaned_files import CleanedFiles
from plugins.stet.sources import streamed_digest


def source(folder: Path) -> tuple[Path, str]:
    place = folder / "a.pdf"
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Author"] = "Ana Lim"
        made.save(place)
    return place, streamed_digest(place).hex()


def test_a_document_is_cleaned_once(tmp_path: Path) -> None:
    place, content = source(tmp_path)
    files = CleanedFiles(tmp_path / "kept")

    first = files.cleaned(place, content)
    place.unlink()

    assert first
    assert files.cleaned(place, content) == first
    assert first.digest == streamed_digest(Path(first.place)).hex()
    assert sorted(file.suffix for file in (tmp_path / "kept/files" / content[:2]).iterdir()) == [".digest", ".pdf"]


def test_a_kept_document_that_was_damaged_is_made_again(tmp_path: Path) -> None:
    place, content = source(tmp_path)
    files = CleanedFiles(tmp_path / "kept")
    first = files.cleaned(place, content)
    assert first
    Path(first.place).write_bytes(b"%PDF-")

    assert files.cleaned(place, content) == first


def test_a_document_that_cannot_be_cleaned_is_none(tmp_path: Path) -> None:
    place = tmp_path / "a.docx"
    place.write_bytes(b"PK\x03\x04")

    assert CleanedFiles(tmp_path / "kept").cleaned(place, "0" * 32) is None
    assert list((tmp_path / "kept/files/00").iterdir()) == []
