"""Edits of files to open at random: added, changed, renamed, deleted, linked and linked no more."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from random import Random

import pikepdf

from tests.soundness.compared import ComparedBuilds

TEXTS = (
    "[Rates](/files/rates.csv)",
    "[Rates](/files/rates.csv) and [more](../../files/rates.csv#row=2), [the report](/files/report.pdf#page=1).",
    '<a href="/files/report.pdf" download>The report (PDF)</a>, [notes](/files/Notes%20(2)%20%231.docx)',
    "[Nothing](/files/none.pdf), [program](/files/x.exe).",
    "One thing led to another.",
)
NAMES = ("rates.csv", "report.pdf", "Notes (2) #1.docx", "x.exe")

Edit = Callable[[ComparedBuilds, Random], None]


def link_files(builds: ComparedBuilds, chance: Random) -> None:
    """Let an article, a tag or a promo link files, or nothing."""
    text = chance.choice(TEXTS)
    if chance.random() < 0.7:
        builds.publication.change(chance.choice(sorted(builds.publication.stories)), words=text)
    elif chance.random() < 0.5:
        builds.publication.write("tags/video.md", f"---\nname: Video\nsummary: All of it.\n---\n{text}\n")
    else:
        head = "title: Rates\ntext: Now.\nurl: /files/rates.csv\nstart: 2026-11-10\nend: 2026-12-01"
        builds.publication.write("promos/rates.md", f"---\n{head}\n---\n")
    (builds.publication.root / "content/files").mkdir(exist_ok=True)
    if chance.random() < 0.3:
        lay_files_to_open(builds, chance)
    else:
        for name, contents in _contents().items():
            (builds.publication.root / "content/files" / name).write_bytes(chance.choice(contents[:2]))


def lay_files_to_open(builds: ComparedBuilds, chance: Random) -> None:
    """Add, change, rename or delete files."""
    folder = builds.publication.root / "content/files"
    folder.mkdir(exist_ok=True)
    for name in chance.sample(NAMES, 2):
        file = folder / name
        action = chance.choice(("write", "write", "delete", "rename"))
        if action == "write":
            file.write_bytes(chance.choice(_contents()[name]))
        elif file.is_file():
            if action == "rename":
                file.rename(folder / f"_{name}")
            else:
                file.unlink()


@cache
def _contents() -> dict[str, tuple[bytes, ...]]:
    """Return what may stand in each file: whole, damaged, or nothing.

    None tells who made it: a preview shows documents as they are, and so under other addresses than those that are
    published without names.
    """
    return {
        "rates.csv": (b"a,b\n1,2\n", b"a;b\n3;4\n", b"<html>", b""),
        "report.pdf": (_pdf("Rates"), _pdf("New rates"), _pdf(""), b"%PDF-1.4\n", b""),
        "Notes (2) #1.docx": (_docx("Notes"), _docx("More"), b"PK\x03\x04", b"text"),
        "x.exe": (b"MZ",),
    }


def _pdf(title: str) -> bytes:
    stream = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        if title:
            made.docinfo["/Title"] = title
        made.save(stream, deterministic_id=True)
    return stream.getvalue()


def _docx(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), f"<w:document>{text}</w:document>")
    return stream.getvalue()


FILE_EDITS: tuple[Edit, ...] = (link_files, lay_files_to_open)
