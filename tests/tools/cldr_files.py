"""Writes how each language has dates, lists, numbers and plurals, from Babel's copy of CLDR: `make languages`.

The files stand beside the catalogues, `<lang>.cldr.toml`, so that builds need no Babel. Where CLDR and the news sites
of a language part, `_OWN` follows those, and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale

from plugins.newsroom.words.plurals import forms_of

LANGUAGES = Path(__file__).resolve().parents[2] / "plugins" / "newsroom" / "words" / "languages"

_LOCALES = {"en": "en_GB"}
"""English is Britain's: "30 November 2026" and "A, B and C", as the kit has always written."""

_OWN: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "en": [
        ("Three letters for each month, as the kit has always written; CLDR has 'Sept'.", {"months_short": "en_US"}),
        (
            "Units of time have no plural, as in 'min read'; CLDR has 'mins'.",
            dict.fromkeys(("hours", "minutes", "seconds"), "en_US"),
        ),
        ("Kilobytes have capital letters, as on readers' computers; CLDR has 'kB'.", {"kilobytes": "{n} KB"}),
    ],
    "es": [("Four digits stand without a sign; CLDR says so too, and Babel leaves that out.", {"group_from": 10_000})],
    "fr": [("The first day of a month has an ordinal, which patterns of CLDR cannot say.", {"first_day": "1er"})],
    "id": [("A comma keeps the year and the hour apart.", {"date_time": "{date}, {time}"})],
    "ko": [
        (
            "Bylines join names with a dot; CLDR has the 'and' of running text.",
            dict.fromkeys(("list_two", "list_between", "list_last"), "·"),
        )
    ],
    "pt": [
        ("The first day of a month has an ordinal, which patterns of CLDR cannot say.", {"first_day": "1º"}),
        ("A comma keeps the year and the hour apart.", {"date_time": "{date}, {time}"}),
    ],
    "th": [
        ("Years are those of the Buddhist era, which Thai news sites print without naming it.", {"years_ahead": 543}),
        (
            "Names have spaces inside: commas part them, and the word between two has spaces around it.",
            {"list_two": " และ ", "list_between": ", ", "list_last": " และ "},
        ),
    ],
    "vi": [
        ("Short dates are in digits, as Vietnamese news sites print them.", {"short_date": "{d}/{m}/{y}"}),
        ("The time stands after the date, as on all pages.", {"date_time": "{date}, {time}"}),
    ],
    "zh-Hans": [
        ("Bylines join names with a comma; CLDR has the 'and' of running text.", {"list_two": "、", "list_last": "、"})
    ],
    "zh-Hant": [
        ("Bylines join names with a comma; CLDR has the 'and' of running text.", {"list_two": "、", "list_last": "、"})
    ],
}
"""What differs from CLDR, by language: the reason, then the values. A locale's name stands for that locale's value."""

_PATTERN = re.compile(r"'([^']*)'|(\s*G+)|([A-Za-z])\3*")
_FIELDS = {
    "d": "d",
    "M": "m",
    "MMM": "month_short",
    "MMMM": "month",
    "LLLL": "month_alone",
    "y": "y",
    "H": "H",
    "HH": "HH",
    "mm": "mm",
}
_RELATION = re.compile(r"([nivwftec])(?: mod (\d+))? (not )?in ([\d.,]+)")
_PLURALS = ("zero", "one", "two", "few", "many")


def catalogues() -> list[str]:
    """Return the languages that have a catalogue, sorted."""
    return sorted(path.stem for path in LANGUAGES.glob("*.toml") if not path.stem.endswith(".cldr"))


def locale_of(lang: str) -> Locale:
    """Return Babel's locale for a catalogue."""
    return Locale.parse(_LOCALES.get(lang, lang).replace("-", "_"))


def values_of(locale: Locale) -> dict[str, Any]:
    """Return what CLDR says of a locale, under the keys of our files."""
    skeletons = locale.datetime_skeletons
    lists = locale.list_patterns["standard"]
    if lists["start"] != lists["middle"]:
        raise ValueError(f"{locale}: our files have one separator for the first names and those between")
    return {
        "date": _fields(locale.date_formats["long"].pattern),
        "short_date": _fields(skeletons["yMMMd"].pattern),
        "month_year": _fields(skeletons["yMMMM"].pattern),
        "time": _fields(skeletons["Hm"].pattern),
        "date_time": locale.datetime_formats["medium"].format("{time}", "{date}"),
        "first_day": "1",
        "years_ahead": 0,
        "months": list(locale.months["format"]["wide"].values()),
        "months_alone": list(locale.months["stand-alone"]["wide"].values()),
        "months_short": list(locale.months["format"]["abbreviated"].values()),
        "list_two": _between(lists["2"]),
        "list_between": _between(lists["middle"]),
        "list_last": _between(lists["end"]),
        "group": locale.number_symbols["latn"]["group"],
        "group_from": 1_000,
        "group_sizes": list(locale.decimal_formats[None].grouping),
        "plural": _whole_number_rules(locale.plural_form.rules),
        "hours": _unit(locale, "duration-hour"),
        "minutes": _unit(locale, "duration-minute"),
        "seconds": _unit(locale, "duration-second"),
        "duration_two": _between(_list_of_units(locale)),
        "decimal": locale.number_symbols["latn"]["decimal"],
        "kilobytes": _size(locale, "kilobyte"),
        "megabytes": _size(locale, "megabyte"),
        "gigabytes": _size(locale, "gigabyte"),
    }


def cldr_file(lang: str) -> str:
    """Return the text of a language's file."""
    locale = locale_of(lang)
    values = values_of(locale)
    remarks = []
    for reason, own in _OWN.get(lang, ()):
        remarks.append(f"# Not CLDR's: {', '.join(own)}. {reason}\n")
        values |= {key: values_of(Locale.parse(to))[key] if to == "en_US" else to for key, to in own.items()}
    head = f"# CLDR's {locale}, by `make languages`; not written by hand.\n"
    return head + "".join(remarks) + "".join(f"{key} = {_toml(value)}\n" for key, value in values.items())


def own_keys(lang: str) -> set[str]:
    """Return the keys in which a language's file differs from CLDR."""
    return {key for _, own in _OWN.get(lang, ()) for key in own}


def _fields(pattern: str) -> str:
    """Return a CLDR pattern with our placeholders, and without the name of the era."""

    def replaced(match: re.Match[str]) -> str:
        quoted, era, _ = match.groups()
        if era:
            return ""
        return quoted if quoted is not None else "{" + _FIELDS[match[0]] + "}"

    return _PATTERN.sub(replaced, pattern)


def _between(pattern: str) -> str:
    """Return what stands between two items of a list."""
    if not (pattern.startswith("{0}") and pattern.endswith("{1}")):
        raise ValueError(f"'{pattern}' has words around its items; our files have room for those between them")
    return pattern.removeprefix("{0}").removesuffix("{1}")


def _unit(locale: Locale, unit: str) -> dict[str, str]:
    """Return the short phrase for a number of some unit, by plural form."""
    patterns = locale._data["unit_patterns"][unit]["short"]
    return {form: patterns[form].format("{n}") for form in forms_of(locale.plural_form.rules) if form in patterns}


def _size(locale: Locale, unit: str) -> str:
    """Return the short phrase for a size of a file, which has one form for all numbers in our languages."""
    return str(locale._data["unit_patterns"][f"digital-{unit}"]["short"]["other"].format("{n}"))


def _list_of_units(locale: Locale) -> str:
    """Return the pattern of two units; Babel's copy leaves out those that CLDR takes from another list."""
    styles = [locale.list_patterns.get(style) or {} for style in ("unit-short", "unit-narrow")]
    return str(next(style[place] for style in styles for place in ("2", "end") if place in style))


def _whole_number_rules(rules: Mapping[str, str]) -> dict[str, str]:
    """Return plural rules as they are for whole numbers, in `n` alone."""
    return {tag: " or ".join(_alternatives(rules[tag])) for tag in _PLURALS if tag in rules}


def _alternatives(rule: str) -> Iterator[str]:
    for alternative in rule.split(" or "):
        conditions = [_condition(text) for text in alternative.split(" and ")]
        if False not in conditions:
            yield " and ".join(text for text in conditions if isinstance(text, str))


def _condition(text: str) -> str | bool:
    """Return a condition on the number; whether it holds, where it is on decimals or exponents, which are all 0."""
    match = _RELATION.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is no condition that we know")
    operand, modulus, negated, ranges = match.groups()
    if operand not in "ni":
        return (negated is None) == (ranges.split(",")[0].split("..")[0] == "0")
    return f"n{f' mod {modulus}' if modulus else ''} {negated or ''}in {ranges}"


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return "{" + ",".join(f" {key} = {_toml(part)}" for key, part in value.items()) + (" }" if value else "}")
    return str(value) if isinstance(value, int) else f'"{value}"'


def main() -> None:
    """Write the file of every catalogue."""
    for lang in catalogues():
        (LANGUAGES / f"{lang}.cldr.toml").write_text(cldr_file(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
