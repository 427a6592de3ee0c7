import pytest

from plugins.attachments.attachment_paths import (
    any_attachment_path,
    attachment_path,
    attachment_url,
    is_attachment_path,
    published_name,
    readable_name,
)
from plugins.attachments.attachment_values import Attachment

CONTENT, DIGEST = "0123456789abcdef" * 2, "fedcba9876543210" * 2


def attachment(name: str) -> Attachment:
    return Attachment(
        source=f"files/{name}",
        place=f"content/files/{name}",
        name=readable_name(name),
        content=CONTENT,
        digest=DIGEST,
        size=5,
        media_type="application/pdf",
        label="PDF",
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("files/Annual report 2026.pdf", "Annual report 2026.pdf"),
        ("Rate card (final) #3 100%.pdf", "Rate card (final) 3 100%.pdf"),
        ("what?.pdf", "what.pdf"),
        ('say "no": a|b<c>*.pdf', "say -no-- a-b-c--.pdf"),
        ("a%20b.pdf", "a b.pdf"),
        ("cafe\u0301.pdf", "caf\u00e9.pdf"),
        ("\u200fتقرير.pdf", "تقرير.pdf"),
        ("年报 📈.pdf", "年报 📈.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("console.pdf", "console.pdf"),
        ("end .pdf", "end.pdf"),
        ("###.pdf", "file.pdf"),
        ("REPORT.PDF", "REPORT.PDF"),
    ],
)
def test_a_file_is_saved_under_its_own_name_as_far_as_hosts_and_systems_take_it(source: str, name: str) -> None:
    assert readable_name(source) == name


def test_a_long_name_is_cut_at_a_letter_and_keeps_its_ending() -> None:
    name = readable_name("é" * 120 + ".pdf")

    assert name == "é" * 73 + ".pdf"
    assert len(name.encode()) == 150


def test_the_path_holds_both_contents_and_the_name() -> None:
    assert attachment_path(attachment("Rates (1) 100%.pdf")) == "files/012345fedcba/Rates (1) 100%.pdf"


def test_the_address_is_quoted() -> None:
    assert attachment_url(attachment("Rates (1) 100% é.pdf")) == "/files/012345fedcba/Rates%20(1)%20100%25%20%C3%A9.pdf"


def test_all_files_of_a_content_are_known_by_their_path() -> None:
    path = attachment_path(attachment("a.pdf"))

    assert is_attachment_path(path, "other/a.pdf", CONTENT)
    assert is_attachment_path(any_attachment_path("a.pdf", CONTENT), "a.pdf", CONTENT)
    assert not is_attachment_path(path, "b.pdf", CONTENT)
    assert not is_attachment_path(path, "a.pdf", DIGEST)
    assert not is_attachment_path("files/a.pdf", "a.pdf", CONTENT)


def test_a_published_address_tells_the_name() -> None:
    assert published_name("/files/012345fedcba/a.pdf") == "a.pdf"
    assert published_name("/files/2026/a.pdf") is None
