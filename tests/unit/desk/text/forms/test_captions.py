import pytest

from plugins.desk.text.forms.captions import split_caption


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Words", ("Words", "")),
        ("Words | Credit", ("Words", "Credit")),
        ("One | two | Credit", ("One | two", "Credit")),
        ("| Credit", ("", "Credit")),
        ("字｜名", ("字", "名")),
        ("", ("", "")),
    ],
)
def test_behind_the_last_bar_stands_the_credit(title: str, parts: tuple[str, str]) -> None:
    assert split_caption(title) == parts
