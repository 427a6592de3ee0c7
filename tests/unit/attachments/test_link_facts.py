import pytest

from plugins.attachments.attachment_values import Attachment
from plugins.attachments.link_facts import facts_in_link
from plugins.newsroom.words.catalogues import catalogue, english, make_words

FILE = Attachment(
    source="files/report.pdf",
    place="content/files/report.pdf",
    name="report.pdf",
    content="0" * 32,
    digest="0" * 32,
    size=1_200_000,
    media_type="application/pdf",
    label="PDF",
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Annual report", "(PDF, 1.2 MB)"),
        ("Annual report (PDF)", "(1.2 MB)"),
        ("annual-report.pdf", "(1.2 MB)"),
        ("Annual report, 1.2 MB", "(PDF)"),
        ("Annual report, 1.2\u00a0Mo", "(PDF)"),
        ("Annual report (PDF, 1,2 MB)", ""),
        ("The pdfs of 2026", "(PDF, 1.2 MB)"),
        ("", "(PDF, 1.2 MB)"),
    ],
)
def test_a_link_says_type_and_size_once(words: str, said: str) -> None:
    assert facts_in_link(FILE, words, english()).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "(PDF, 1,2\u202fMo)"), ("ja", "（PDF、1.2 MB）"), ("ar", "(PDF، 1.2 م.ب)")]
)
def test_each_language_writes_them_in_its_way(lang: str, said: str) -> None:
    assert facts_in_link(FILE, "", make_words(lang, catalogue(lang))).replace("\u00a0", " ") == said
