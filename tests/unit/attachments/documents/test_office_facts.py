import zipfile
from pathlib import Path

import pytest

from plugins.attachments.attachment_values import AttachmentError
from plugins.attachments.documents.document_facts import DAMAGED
from plugins.attachments.documents.office_facts import office_facts, write_clean_office

CORE = (
    '<?xml version="1.0"?><cp:coreProperties><dc:title>Rates</dc:title><dc:creator>Ana &amp; Co</dc:creator>'
    "<cp:lastModifiedBy>Bo</cp:lastModifiedBy></cp:coreProperties>"
)
APP = "<Properties><Company>Tideline</Company><Template>Normal.dotm</Template></Properties>"
META = "<office:meta><meta:initial-creator>Ana</meta:initial-creator><dc:creator>Bo</dc:creator></office:meta>"
SETTINGS = '<config:config-item config:name="PrinterName" config:type="string">HP of Ana</config:config-item>'
WORD = {
    "[Content_Types].xml": "<Types/>",
    "docProps/core.xml": CORE,
    "docProps/app.xml": APP,
    "word/document.xml": "<w/>",
}
CHANGED = ("docProps/core.xml", "docProps/app.xml", "meta.xml", "settings.xml")
WRITER = {"mimetype": "application/vnd.oasis.opendocument.text", "meta.xml": META, "settings.xml": SETTINGS}


def document(place: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text * (100 if name.endswith("document.xml") else 1))
    return place


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (WORD, ["author 'Ana & Co'", "last saved by 'Bo'", "company 'Tideline'"]),
        (WRITER, ["author 'Ana'", "last saved by 'Bo'", "printer 'HP of Ana'"]),
        ({"mimetype": ""}, []),
    ],
)
def test_names_are_told_and_taken_out(tmp_path: Path, parts: dict[str, str], told: list[str]) -> None:
    source, clean = document(tmp_path / "a.docx", parts), tmp_path / "clean.docx"

    assert [each.in_words for each in office_facts(source).told] == told
    assert write_clean_office(source, clean)

    assert office_facts(clean).told == ()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(clean) as after:
        assert after.testzip() is None
        assert after.namelist() == before.namelist()
        same = [name for name in parts if name not in CHANGED]
        assert [after.read(name) for name in same] == [before.read(name) for name in same]
        packed = [[each.getinfo(name).compress_size for name in same] for each in (before, after)]
        assert packed[0] == packed[1]
    assert not [name for name in (b"Ana", b"Bo<", b"Tideline") if name in clean.read_bytes()]


def test_what_else_is_in_a_document_is_told(tmp_path: Path) -> None:
    parts = {
        "word/document.xml": '<w:document><w:ins w:author="Ana"></w:document>',
        "word/comments.xml": "<w:comments/>",
        "xl/workbook.xml": '<sheets><sheet name="Costs" state="hidden"/></sheets>',
        "xl/externalLinks/externalLink1.xml": "<a/>",
        "ppt/notesSlides/notesSlide1.xml": "<a/>",
    }

    said = [remark.what.partition(",")[0] for remark in office_facts(document(tmp_path / "a.docx", parts)).remarks]

    assert said == [
        "has tracked changes",
        "has comments",
        "has hidden sheets",
        "has notes of the speaker",
        "refers to other workbooks",
    ]


@pytest.mark.parametrize(
    ("part", "text", "reason"),
    [
        ("_xmlsignatures/sig1.xml", "", "it is signed"),
        ("META-INF/documentsignatures.xml", "", "it is signed"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>", "it is encrypted"),
    ],
)
def test_signed_and_encrypted_documents_are_left_as_they_are(tmp_path: Path, part: str, text: str, reason: str) -> None:
    assert office_facts(document(tmp_path / "a.docx", {**WORD, part: text})).kept_for == reason


def test_macros_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AttachmentError, match="holds macros"):
        office_facts(document(tmp_path / "a.docx", {"word/vbaProject.bin": ""}))


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 3000])
def test_a_damaged_document_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)

    assert [remark.what for remark in office_facts(tmp_path / "a.docx").remarks] == [DAMAGED]


def test_declarations_in_properties_are_not_read(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><dc:creator>&b;</dc:creator>'

    assert office_facts(document(tmp_path / "a.docx", {"docProps/core.xml": bomb})).told == ()


def test_a_part_that_unpacks_to_gigabytes_is_read_to_its_limit_only(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", "<dc:creator>Ana</dc:creator>" + " " * 3_000_000)

    assert office_facts(tmp_path / "a.docx").told == ()
