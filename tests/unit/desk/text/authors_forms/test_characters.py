import pytest

from plugins.desk.text.authors_forms.characters import without_unseen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wo\u200brd", "word"),
        ("\ufeff# Head", "# Head"),
        ("a\u2060b\ufeffc", "abc"),
        ("*\u200bbold\u200b*", "*bold*"),
        ("中\u200b文", "中文"),
    ],
)
def test_characters_that_nobody_sees_go(text: str, expected: str) -> None:
    assert without_unseen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d👧",
        "ภาษา\u200bไทย",
        "ខ្មែរ\u200bភាសា",
        "Straßen\u00adbahn",
        "a\u00a0b",
        "",
    ],
)
def test_characters_that_letters_need_stay(text: str) -> None:
    assert without_unseen(text) == text
