import zipfile
from pathlib import Path

from plugins.attachments.documents.zip_parts import read_part, write_with


def test_a_part_is_read_as_far_as_wanted(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a", "abcdef")

    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert (read_part(archive, "a", 3), read_part(archive, "b", 3)) == (b"abc", b"")


def test_parts_are_replaced_and_others_stay_packed_as_they_are(tmp_path: Path) -> None:
    with (tmp_path / "a.zip").open("wb") as stream, zipfile.ZipFile(_Unseekable(stream), "w") as archive:
        archive.writestr("first", "1" * 1000, zipfile.ZIP_DEFLATED)
        archive.writestr("second", "2")
        archive.writestr("é", "3", zipfile.ZIP_DEFLATED)

    for name in ("b.zip", "c.zip"):
        write_with(tmp_path / "a.zip", tmp_path / name, {"second": b"new", "other": b"?"})

    assert (tmp_path / "b.zip").read_bytes() == (tmp_path / "c.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "first": b"1" * 1000,
            "second": b"new",
            "é": b"3",
        }


class _Unseekable:
    """A stream that goes on only: sizes of parts are written behind them then, as programs on the web do."""

    def __init__(self, stream: object) -> None:
        self._stream = stream

    def write(self, data: bytes) -> int:
        return self._stream.write(data)  # type: ignore[attr-defined,no-any-return]

    def flush(self) -> None:
        """Keep what was written."""
