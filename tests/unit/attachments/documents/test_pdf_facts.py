from pathlib import Path

import pikepdf
import pytest

from plugins.attachments.documents.document_facts import DAMAGED
from plugins.attachments.documents.pdf_facts import pdf_facts, write_clean_pdf

SECRET = "Ana Lim"


def pdf(place: Path, **fields: str) -> Path:
    """Write a PDF of one page with these fields, XMP of a drawing program, and notes of that on the page."""
    with pikepdf.new() as made:
        made.add_blank_page()
        for name, value in fields.items():
            made.docinfo[f"/{name}"] = value
        if "Author" in fields:
            with made.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as properties:
                properties["dc:creator"] = [fields["Author"]]
                properties["dc:title"] = "Annual report"
                properties["pdfuaid:part"] = "1"
            made.pages[0].PieceInfo = pikepdf.Dictionary(Draw=pikepdf.String(fields["Author"]))
        made.save(place, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return place


def test_names_are_told_and_taken_out(tmp_path: Path) -> None:
    source = pdf(tmp_path / "a.pdf", Title="Annual report", Author=SECRET, Company="Tideline", Producer="Word")
    clean = tmp_path / "clean.pdf"

    assert [told.in_words for told in pdf_facts(source).told] == [f"author '{SECRET}'", "company 'Tideline'"]
    assert write_clean_pdf(source, clean)

    assert pdf_facts(clean).told == ()
    with pikepdf.open(clean) as found:
        assert {name: str(value) for name, value in found.docinfo.items()} == {"/Title": "Annual report"}
        with found.open_metadata() as properties:
            assert properties["dc:title"] == "Annual report"
            assert properties["pdfuaid:part"] == "1"
            assert "dc:creator" not in properties
        found.save(tmp_path / "plain.pdf", compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert SECRET.encode() not in (tmp_path / "plain.pdf").read_bytes()


def test_the_same_document_becomes_the_same_bytes(tmp_path: Path) -> None:
    source = pdf(tmp_path / "a.pdf", Author=SECRET)
    made = [tmp_path / "1.pdf", tmp_path / "2.pdf"]

    assert all(write_clean_pdf(source, place) for place in made)
    assert made[0].read_bytes() == made[1].read_bytes()


def test_a_document_without_names_tells_none(tmp_path: Path) -> None:
    facts = pdf_facts(pdf(tmp_path / "a.pdf", Title="Annual report", Producer="Word"))

    assert (facts.told, facts.kept_for, facts.remarks) == ((), "", ())


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Microsoft Word - draft3.doc", "has a working title, which browsers show: 'Microsoft Word - draft3.doc'"),
        ("C:\\Users\\ana\\report", "has a working title, which browsers show: 'C:\\\\Users\\\\ana\\\\report'"),
        ("", "has no title, so browsers show its file name"),
    ],
)
def test_a_title_that_is_not_for_readers_is_told(tmp_path: Path, title: str, said: str) -> None:
    (remark,) = pdf_facts(pdf(tmp_path / "a.pdf", Title=title)).remarks

    assert (remark.what, remark.is_warning) == (said, False)


def test_a_signed_document_is_left_as_it_is(tmp_path: Path) -> None:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Author"] = SECRET
        made.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array())
        made.save(tmp_path / "a.pdf")

    assert pdf_facts(tmp_path / "a.pdf").kept_for == "it is signed"


def test_an_encrypted_document_is_told(tmp_path: Path) -> None:
    source = pdf(tmp_path / "a.pdf", Title="T", Author=SECRET)
    with pikepdf.open(source) as opened:
        opened.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
        opened.save(tmp_path / "owned.pdf", encryption=pikepdf.Encryption(owner="o"))

    assert pdf_facts(tmp_path / "locked.pdf").remarks[0].what.startswith("asks for a password")
    assert pdf_facts(tmp_path / "owned.pdf").kept_for == "it is encrypted"


def test_comments_are_told_with_their_writers(tmp_path: Path) -> None:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Title"] = "T"
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, T=SECRET, Rect=[0, 0, 9, 9])
        made.pages[0].Annots = pikepdf.Array([note])
        made.save(tmp_path / "a.pdf")

    assert [remark.what for remark in pdf_facts(tmp_path / "a.pdf").remarks] == [f"has comments of '{SECRET}'"]


@pytest.mark.parametrize("content", [b"%PDF-1.4\nnothing", b"%PDF-1.7\n" + b"\0" * 500])
def test_a_damaged_document_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)

    assert [remark.what for remark in pdf_facts(tmp_path / "a.pdf").remarks] == [DAMAGED]
