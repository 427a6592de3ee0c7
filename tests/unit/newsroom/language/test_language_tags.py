import pytest

from plugins.newsroom.language.language_tags import locale_of, text_direction


@pytest.mark.parametrize(
    "lang", ["ar", "fa-IR", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "AR", "az-Arab-IR", "ur-Aran"]
)
def test_text_runs_from_right_to_left(lang: str) -> None:
    assert text_direction(lang) == "rtl"


@pytest.mark.parametrize("lang", ["en", "zh-Hant", "ms", "az", "ks-Deva", "ar-Latn", "sd-Deva-IN", ""])
def test_text_runs_from_left_to_right(lang: str) -> None:
    assert text_direction(lang) == "ltr"


@pytest.mark.parametrize(
    ("lang", "locale"),
    [
        ("en", "en_US"),
        ("id", "id_ID"),
        ("tlh", "tlh"),
        ("pt-br", "pt_BR"),
        ("zh", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-hant-hk", "zh_HK"),
        ("zh-SG", "zh_SG"),
        ("sr-Latn", "sr_RS"),
    ],
)
def test_services_are_told_a_language_and_its_country(lang: str, locale: str) -> None:
    assert locale_of(lang) == locale
