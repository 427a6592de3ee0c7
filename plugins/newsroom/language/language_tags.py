"""Tags of languages (BCP 47), and the direction that text of a language runs in."""

import re
from functools import cache
from typing import Literal

Direction = Literal["ltr", "rtl"]

LANGUAGE_REMEDY = "write one as BCP 47 has it: en, ms, zh-Hant"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WITH_OWN_SCRIPT = frozenset(["arc", "dv", "he", "iw", "ji", "nqo", "syr", "yi"])
_IN_ARABIC_SCRIPT = frozenset(
    [
        "ar",
        "ary",
        "arz",
        "azb",
        "bal",
        "ckb",
        "fa",
        "glk",
        "khw",
        "ks",
        "lrc",
        "mzn",
        "pnb",
        "ps",
        "sd",
        "sdh",
        "ug",
        "ur",
    ]
)
_RIGHT_TO_LEFT = _WITH_OWN_SCRIPT | _IN_ARABIC_SCRIPT
"""Languages that are written from right to left where no script is named."""
_RIGHT_TO_LEFT_SCRIPTS = frozenset(["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])
_SCRIPT_LETTERS = 4
_COUNTRY_LETTERS = 2
_COUNTRY_OF_SCRIPT = {"zh-hant": "TW"}
_LIKELY_COUNTRIES = (
    "ar-EG bg-BG bn-BD ca-ES cs-CZ da-DK de-DE el-GR en-US es-ES et-EE fa-IR fi-FI fil-PH fr-FR gu-IN he-IL hi-IN "
    "hr-HR hu-HU id-ID it-IT ja-JP jv-ID km-KH kn-IN ko-KR lo-LA lt-LT lv-LV ml-IN mn-MN mr-IN ms-MY my-MM nb-NO ne-NP "
    "nl-NL no-NO pa-IN pl-PL pt-BR ro-RO ru-RU si-LK sk-SK sl-SI sq-AL sr-RS su-ID sv-SE sw-TZ ta-IN te-IN th-TH tl-PH "
    "tr-TR uk-UA ur-PK uz-UZ vi-VN zh-CN"
)
"""A country for each language that names none, by CLDR's likely subtags: services know languages by country alone."""
_COUNTRY_OF_LANGUAGE = dict(tag.split("-") for tag in _LIKELY_COUNTRIES.split())


@cache
def text_direction(lang: str) -> Direction:
    """Return the direction of text in `lang`; a script in the tag (`az-Arab`, `ks-Deva`) goes before the language."""
    language, *subtags = lang.lower().split("-")
    script = next((subtag for subtag in subtags if len(subtag) == _SCRIPT_LETTERS and subtag.isalpha()), None)
    is_right_to_left = script in _RIGHT_TO_LEFT_SCRIPTS if script else language in _RIGHT_TO_LEFT
    return "rtl" if is_right_to_left else "ltr"


def is_language_tag(value: str) -> bool:
    """Tell whether a word can be a language's, as BCP 47 has them."""
    return _TAG.fullmatch(value) is not None


def locale_of(lang: str) -> str:
    """Return a tag as Open Graph has it, a language and a country without a script: `pt_BR`, `zh_TW`, `en_US`."""
    language, *subtags = lang.lower().split("-")
    country = next((subtag for subtag in subtags if len(subtag) == _COUNTRY_LETTERS), "")
    country = country or _COUNTRY_OF_SCRIPT.get(lang.lower(), "") or _COUNTRY_OF_LANGUAGE.get(language, "")
    return f"{language}_{country.upper()}" if country else language
