import pytest

from plugins.attachments.attachment_values import AttachmentError, SourceAttachment
from plugins.attachments.settings import AttachmentsSettings
from plugins.desk.files.attachment_files import AttachmentFolder, attachment_key, hidden_name

HERE = "articles/2023/one.md"


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("report.pdf", "articles/2023/report.pdf"),
        ("report.pdf#page=3", "articles/2023/report.pdf"),
        ("a%20b.pdf", "articles/2023/a b.pdf"),
        ("Rates%20#3.pdf", "articles/2023/Rates #3.pdf"),
        ("100%.pdf", "articles/2023/100%.pdf"),
        ("../x.pdf", "articles/x.pdf"),
        ("/files/x.pdf", "files/x.pdf"),
        ("{static}/files/x.pdf", "files/x.pdf"),
        ("{attach}../../files/x.pdf", "files/x.pdf"),
        ("cafe\u0301.pdf", "articles/2023/caf\u00e9.pdf"),
    ],
)
def test_all_spellings_of_a_target_name_one_file(target: str, key: str) -> None:
    assert attachment_key(HERE, target) == key


def test_a_file_that_is_not_there_has_a_reason() -> None:
    there = SourceAttachment("files/a.pdf", 5)
    folder = AttachmentFolder({"files/a.pdf": there, "files/b.pdf": AttachmentError("is empty")}, AttachmentsSettings())

    assert folder["files/a.pdf"] == folder.get("files/a.pdf") == there
    assert folder.get("files/b.pdf") is None
    assert [str(folder[key]) for key in ("files/b.pdf", "files/c.pdf", "../c.pdf", "files/c.exe")] == [
        "is empty",
        "does not exist",
        "lies outside the content folder",
        "is not published: files that end in '.exe' would run in the name of the site, or on the computers of its "
        "readers",
    ]


def test_hidden_names_are_found_in_every_part() -> None:
    assert [hidden_name(key) for key in ("a/b.pdf", "a/_b.pdf", ".a/b.pdf")] == [None, "_b.pdf", ".a"]
