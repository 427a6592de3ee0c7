import pytest

from plugins.attachments.attachment_types import ATTACHMENT_TYPES, REFUSED, is_attachment, suffix_of, unknown_type
from plugins.newsroom.media_types import UNKNOWN, media_type


def test_hosts_know_all_types() -> None:
    """They ask `media_type`, by the name of the file."""
    sent = {suffix: media_type(f"files/a.{suffix}").partition(";")[0] for suffix in ATTACHMENT_TYPES}

    assert sent == {suffix: kind.media_type for suffix, kind in ATTACHMENT_TYPES.items()}
    assert UNKNOWN not in sent.values()


def test_what_runs_is_never_published() -> None:
    assert not ATTACHMENT_TYPES.keys() & REFUSED.keys()
    assert not {"html", "svg", "js", "exe", "xlsm"} & ATTACHMENT_TYPES.keys()


def test_labels_are_short() -> None:
    assert {kind.label for kind in ATTACHMENT_TYPES.values() if len(kind.label) > 10} == set()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("a.exe", "is not published: files that end in '.exe' would run"),
        ("a.XLSM", "is not published: files that end in '.xlsm' may hold macros"),
        ("a.dwg", "is of an unknown type, '.dwg'"),
        ("LICENSE", "has no ending that names its type"),
    ],
)
def test_other_types_are_refused_with_a_reason(path: str, said: str) -> None:
    assert not is_attachment(path)
    assert str(unknown_type(path)).startswith(said)


def test_an_unknown_type_is_told_how_to_be_added() -> None:
    assert "ATTACHMENTS['types']" in unknown_type("a.dwg").remedy
    assert unknown_type("a.pfd").remedy == "did you mean '.pdf'?"


@pytest.mark.parametrize(
    ("path", "suffix"), [("a/b.c/report.PDF", "pdf"), ("a.b/c", ""), (".pdf", ""), ("a.", ""), ("a.tar.gz", "gz")]
)
def test_suffixes_are_in_small_letters(path: str, suffix: str) -> None:
    assert suffix_of(path) == suffix
