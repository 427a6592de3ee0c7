import zipfile
from pathlib import Path

import pikepdf
import pytest

from plugins.attachments.attachment_values import AttachmentError
from plugins.attachments.read_attachment import read_attachment

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(folder: Path, name: str, content: bytes) -> list[str]:
    """Return the remarks on a file."""
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return [remark.what for remark in read_attachment(name, place).remarks]


def test_a_link_inside_the_folder_is_followed_and_one_outside_refused(tmp_path: Path) -> None:
    root = tmp_path / "content"
    read(root, "files/a.txt", b"a")
    (tmp_path / "passwords.txt").write_text("secret")
    (root / "files/b.txt").symlink_to(root / "files/a.txt")
    (root / "files/c.txt").symlink_to(tmp_path / "passwords.txt")

    assert read_attachment("files/b.txt", root / "files/b.txt").size == 1
    with pytest.raises(AttachmentError, match="is a link to a file outside the content folder"):
        read_attachment("files/c.txt", root / "files/c.txt")


def test_a_folder_behind_a_link_may_be_anywhere(tmp_path: Path) -> None:
    read(tmp_path / "store", "a.txt", b"a")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/files").symlink_to(tmp_path / "store")

    assert read_attachment("files/a.txt", tmp_path / "content/files/a.txt").size == 1


def test_a_name_that_shows_another_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AttachmentError, match="has signs in its name that show it otherwise"):
        read(tmp_path, "report\u202efdp.txt", b"a")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", "é".encode("latin-1"), ["is not in UTF-8, so readers see wrong letters"]),
        ("a.txt", "é".encode(), []),
        ("a.csv", "é".encode("latin-1"), []),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            ["is in a format of before 2007, which may hold names and earlier words"],
        ),
        ("a.rtf", b"{\\rtf1{\\info{\\author Ana}}}", ["tells its author 'Ana'"]),
    ],
)
def test_what_an_author_should_know_is_told(tmp_path: Path, name: str, content: bytes, said: list[str]) -> None:
    assert read(tmp_path, name, content) == said


def test_programs_and_leftovers_in_an_archive_are_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("__MACOSX/._a", "")
        archive.writestr("set-up.EXE", "")

    assert [remark.what for remark in read_attachment("a.zip", tmp_path / "a.zip").remarks] == [
        "holds a program: 'set-up.EXE'",
        "holds files that a system left in it (.DS_Store, Thumbs.db …)",
    ]


def test_a_document_with_a_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AttachmentError, match="asks for a password"):
        read(tmp_path, "a.docx", OLD)


def test_names_that_stay_are_told_and_others_are_for_the_build_to_take_out(tmp_path: Path) -> None:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Title"], made.docinfo["/Author"] = "T", "Ana"
        made.save(tmp_path / "a.pdf")
        made.Root.AcroForm = pikepdf.Dictionary(SigFlags=1)
        made.save(tmp_path / "signed.pdf")

    signed = read_attachment("signed.pdf", tmp_path / "signed.pdf")

    assert read_attachment("a.pdf", tmp_path / "a.pdf").names == ("author 'Ana'",)
    assert (signed.names, [remark.what for remark in signed.remarks]) == (
        (),
        ["tells author 'Ana', which stays, for it is signed"],
    )
