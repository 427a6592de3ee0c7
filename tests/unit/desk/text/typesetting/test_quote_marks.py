import pytest

from plugins.desk.text.typesetting.quote_marks import QuoteMarks, dashes_of, quote_marks


@pytest.mark.parametrize(
    ("lang", "marks"),
    [
        ("en", "“”‘’"),
        ("en-GB-oxendict", "“”‘’"),
        ("EN_us".replace("_", "-"), "“”‘’"),
        ("zh-Hant-HK", "「」『』"),
        ("zh-TW", "「」『』"),
        ("zh-Hans-SG", "“”‘’"),
        ("de-AT", "„“‚‘"),
        ("de-CH", "«»‹›"),
        ("cs", "„“‚‘"),
    ],
)
def test_marks_are_those_of_the_region_else_of_the_language(lang: str, marks: str) -> None:
    assert quote_marks(lang) == QuoteMarks(*marks)


def test_a_language_without_known_marks_has_none() -> None:
    assert quote_marks("xx-XX") is None


def test_french_marks_have_a_space_inside() -> None:
    assert quote_marks("fr-CA") == QuoteMarks("«\u202f", "\u202f»", "“", "”")
    assert [quote_marks(lang).has_inner_space for lang in ("fr", "fr-CH", "de")] == [True, False, False]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("setting", "lang", "dashes"),
    [
        ("default", "en", "——"),
        ("default", "de-AT", "–—"),
        ("default", "", "——"),
        ("oldschool", "en", "–—"),
        ("oldschool_inverted", "de", "—–"),
    ],
)
def test_dashes_are_those_of_the_language_unless_the_publication_has_chosen(
    setting: str, lang: str, dashes: str
) -> None:
    assert dashes_of(setting, lang) == {"--": dashes[0], "---": dashes[1]}


def test_a_chinese_dash_is_as_wide_as_two_letters() -> None:
    assert dashes_of("default", "zh-Hant") == {"--": "——", "---": "——"}
