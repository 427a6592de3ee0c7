import pytest

from plugins.attachments.attachment_types import ATTACHMENT_TYPES
from plugins.attachments.attachment_values import AttachmentError
from plugins.attachments.file_contents import check_content

GOOD = {
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "zip"), b"PK\x03\x04rest"),
    **dict.fromkeys(("doc", "xls", "ppt"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"),
    **dict.fromkeys(("csv", "tsv", "txt", "srt"), "a,b\né,2\n".encode()),
    **dict.fromkeys(("m4a", "mp4", "mov"), b"\0\0\0\x18ftypisom"),
    **dict.fromkeys(("ogg", "opus"), b"OggS\0"),
    "pdf": b"junk\n%PDF-1.7",
    "rtf": b"{\\rtf1",
    "json": b"\xef\xbb\xbf[1]",
    "geojson": b' {"type": 1}',
    "kml": b"<?xml?><kml>",
    "gpx": b"<gpx>",
    "ics": b"BEGIN:VCALENDAR\r\n",
    "vcf": b"BEGIN:VCARD\r\n",
    "mp3": b"ID3\x04",
    "flac": b"fLaC",
    "wav": b"RIFF",
    "webm": b"\x1aE\xdf\xa3",
    "vtt": b"WEBVTT\n",
}


@pytest.mark.parametrize("suffix", ATTACHMENT_TYPES)
def test_a_file_is_taken_for_what_it_is(suffix: str) -> None:
    check_content(suffix, GOOD[suffix])


@pytest.mark.parametrize("suffix", ATTACHMENT_TYPES)
@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"", "is empty"),
        (b"version https://git-lfs.github.com/spec/v1\n", "is a pointer to Git LFS"),
        (b"\xef\xbb\xbf <!DOCTYPE html>", "is a web page that was saved under the name of a"),
        (b"\0" * 4096, "holds zeros only"),
        (b"\x7fELF\0\0", "it is a program"),
        (b"\x89PNG\r\n\x1a\n\0\0", "it is a picture"),
    ],
)
def test_a_file_that_is_something_else_is_refused(suffix: str, head: bytes, said: str) -> None:
    with pytest.raises(AttachmentError, match=said):
        check_content(suffix, head)


def test_tables_and_texts_may_be_in_utf_16() -> None:
    check_content("csv", "a,b\n".encode("utf-16"))


def test_types_of_a_publication_may_hold_anything_but_web_pages() -> None:
    check_content("dwg", b"AC1027\0")
    with pytest.raises(AttachmentError, match="is a web page"):
        check_content("dwg", b"<html>")
