import hashlib

import pytest

from plugins.share_cards.card_values import EDITION
from plugins.share_cards.fonts import FOLDER, SCRIPTS, east_asian_language, is_east_asian
from tests.share_cards import typesetter

EVERY_LANGUAGE = {
    "en": "“A naïve façade” — 40% off, £5/€6… who’s next?",
    "ms": "Iklan yang tidak mahu turun: ‘esok’",
    "vi": "Đại lý quảng cáo bỏ ngày thứ Sáu, khách hàng ẩm ướt ỡ ỵ",
    "pl": "Zażółć gęślą jaźń",
    "tr": "İstanbul’da ışık, ğ ş",
    "ru": "Агентство отказалось от пятниц: «съезд»",
    "uk": "Ґрунт їжака є",
    "el": "Το πρακτορείο εγκατέλειψε τις Παρασκευές",
    "ar": "وكالة تتخلى عن أيام الجمعة، وعملاؤها يلاحظون؟ ٤٠٪",
    "fa": "آژانس جمعه‌ها را کنار گذاشت، ۴۰٪ گچ پژ",
    "ur": "ایجنسی نے جمعہ چھوڑ دیا، ٹ ڈ ڑ ں ے",
    "he": "משרד ויתר על יום שישי, „שלום” ו־40%",
    "th": "ห้างดังติดจอ 4,000 จอบนชั้นวางสินค้า",
    "hi": "एजेंसी ने शुक्रवार छोड़ा, हफ़्ते में क्षत्रिय ४०",
    "zh-Hant": "「直播間」搬進超商：深夜十二點，店員比主播會賣（上）？",
    "zh-HK": "佢哋喺邊度睇廣告？冇人知嘅",
    "zh-Hans": "“小米”超市把屏幕放在4,000个货架上，顾客先看价格——真的",
    "ja": "電車の中吊り広告はなぜ消えないのか、「十年」を振り返る。ヴィデオ",
    "ko": "중간광고는 사라지지 않는다: 시청자가 “먼저” 떠났다",
}


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_every_character_of_a_language_has_a_font(lang: str) -> None:
    assert typesetter().fonts.missing(EVERY_LANGUAGE[lang], lang) == ""


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Ab", "en", ["serif", "serif"]),
        ("中a", "zh-Hant", ["hant", "serif"]),
        ("中", "zh-CN", ["hans"]),
        ("中", "ja", ["jpan"]),
        ("中“", "zh-Hans", ["hans", "hans"]),
        ("a“", "en", ["serif", "serif"]),
        ("ع 4", "ar", ["arabic"] * 3),
        ("จ่", "th", ["thai", "thai"]),
        ("한", "ko", ["kore"]),
        ("𓀀", "en", [""]),
    ],
)
def test_a_character_takes_the_font_of_its_script_and_language(text: str, lang: str, expected: list[str]) -> None:
    assert list(typesetter().fonts.choose(text, lang, "serif")) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("中吊り: the poster", "en", "ja"),
        ("광고 ads", "en", "ko"),
        ("電商", "en", "hant"),
        ("電商", "zh", "hans"),
        ("電商", "zh-TW", "hant"),
        ("電商", "yue", "hant"),
        ("電商", "yue-Hans", "hans"),
    ],
)
def test_the_language_of_east_asian_text_is_told_by_its_tag_or_its_characters(
    text: str, lang: str, expected: str
) -> None:
    assert east_asian_language(text, lang) == expected


def test_kana_hangul_and_wide_forms_are_east_asian() -> None:
    assert all(map(is_east_asian, "中か한，「Ａ"))
    assert not any(map(is_east_asian, "aعจ“—"))


def test_the_fonts_of_the_kit_weigh_less_than_four_and_a_half_megabytes() -> None:
    assert sum((FOLDER / f"{script}.woff2").stat().st_size for script in SCRIPTS) < 4_500_000
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8").upper()


def test_cards_with_other_fonts_are_of_another_edition() -> None:
    """Cards carry no digest of the kit's own fonts; where these change, EDITION has to rise, and this value with it."""
    data = b"".join((FOLDER / f"{script}.woff2").read_bytes() for script in SCRIPTS)

    assert (EDITION, hashlib.sha256(data).hexdigest()[:12]) == (1, "fa99085845b3")
