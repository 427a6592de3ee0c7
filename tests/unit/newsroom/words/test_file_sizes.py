import pytest

from plugins.newsroom.words.catalogues import catalogue, english, languages, make_words
from plugins.newsroom.words.file_sizes import file_size


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 KB"),
        (1_499, "1 KB"),
        (340_200, "340 KB"),
        (999_400, "999 KB"),
        (999_600, "1 MB"),
        (1_000_000, "1 MB"),
        (1_249_999, "1.2 MB"),
        (9_940_000, "9.9 MB"),
        (9_960_000, "10 MB"),
        (123_456_789, "123 MB"),
        (999_600_000, "1 GB"),
        (2_147_483_648, "2.1 GB"),
        (12_345_678_901_234, "12,346 GB"),
    ],
)
def test_sizes_have_two_digits_at_most_below_ten(count: int, said: str) -> None:
    assert file_size(count, english()).replace("\u00a0", " ") == said


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_its_units_and_sign(lang: str) -> None:
    said = file_size(1_200_000, make_words(lang, catalogue(lang)))

    assert " " not in said
    assert ("1,2" in said) == (lang in ("de", "es", "fr", "id", "pt", "vi"))


def test_french_counts_octets() -> None:
    assert file_size(1_200_000, make_words("fr", catalogue("fr"))) == "1,2\u202fMo"
