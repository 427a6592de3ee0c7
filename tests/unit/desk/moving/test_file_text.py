import pytest

from plugins.desk.moving.file_text import FileText, TextEdit


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_found_whatever_ends_lines(end: str) -> None:
    text = FileText(f"\ufeffone{end}two old{end}three".encode())

    edit = text.found("old", text.offset((2, 1)))

    assert edit is not None
    assert text.edited([edit._replace(text="new")]) == f"\ufeffone{end}two new{end}three".encode()


@pytest.mark.parametrize("other", ["older", "an-old", "old/", "/old", "old.md"])
def test_a_name_in_another_name_is_not_found(other: str) -> None:
    assert FileText(f"[{other}, x]".encode()).found("old", 0) is None


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("a\nb\n", 2, "a\nnew\nb\n"),
        ("a\r\nb", 1, "new\r\na\r\nb"),
        ("a\nb", 3, "a\nb\nnew\n"),
        ("a\nb\n", 3, "a\nb\nnew\n"),
        ("", 1, "new\n"),
    ],
)
def test_a_line_is_put_before_another(before: str, number: int, after: str) -> None:
    text = FileText(before.encode())

    assert text.edited([text.new_line(number, "new")]).decode() == after


def test_the_same_edit_is_made_once() -> None:
    assert FileText(b"a b").edited([TextEdit(2, 3, "c"), TextEdit(2, 3, "c")]) == b"a c"


def test_edits_that_meet_are_refused() -> None:
    with pytest.raises(ValueError, match="two edits at offset 1"):
        FileText(b"abc").edited([TextEdit(0, 2, "x"), TextEdit(1, 3, "y")])
