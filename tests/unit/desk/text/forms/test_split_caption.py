import pytest

from plugins.desk.text.forms.split_caption import split_caption


@pytest.mark.parametrize(
    ("title", "words", "credit"),
    [
        ("", "", ""),
        ("The studio", "The studio", ""),
        ("The studio | Ann Doe", "The studio", "Ann Doe"),
        ("| Ann Doe", "", "Ann Doe"),
        ("The studio |", "The studio", ""),
        ("Before | after | Ann Doe", "Before | after", "Ann Doe"),
        ("錄音室\N{FULLWIDTH VERTICAL LINE}王小明", "錄音室", "王小明"),
    ],
)
def test_the_credit_stands_behind_the_last_bar(title: str, words: str, credit: str) -> None:
    assert split_caption(title) == (words, credit)
