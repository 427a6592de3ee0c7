import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.text.typesetting.quote_marks import DASHES, dashes_of, quote_marks
from plugins.desk.text.typesetting.quotes import HOLE, Edit, apply_edits, typographic_edits

TABLE = [
    # English: plain and nested quotes, apostrophes
    ("en", '"Not now," she said.', "“Not now,” she said."),
    ("en", "She said: 'Not now.'", "She said: ‘Not now.’"),
    ("en", "\"'Nested' start\" and \"end 'nested'\"", "“‘Nested’ start” and “end ‘nested’”"),
    ("en", "'He called it \"good\",' she said.", "‘He called it “good”,’ she said."),
    ("en-GB", "it's the dogs' bowl, James' and O'Neil's", "it’s the dogs’ bowl, James’ and O’Neil’s"),
    ("en", '"the dogs\' bowl"', "“the dogs’ bowl”"),
    ("en", '("in brackets") ["here"] {\'there\'}', "(“in brackets”) [“here”] {‘there’}"),
    ("en", 'say "yes"/"no", "a"-"b", x="y".', "say “yes”/“no”, “a”-“b”, x=“y”."),
    ("en", 'from "A"–"Z" and "A"—"Z"', "from “A”–“Z” and “A”—“Z”"),
    ("en", 'He wrote "...and so on..."', "He wrote “…and so on…”"),
    ("en", '"¿Qué?" and "¡Ay!"', "“¿Qué?” and “¡Ay!”"),
    ("en", '“typed” and "not"', "“typed” and “not”"),
    ("en", '“a "nested" one”', "“a “nested” one”"),
    ("en", "Yahoo!'s and AT&T's", "Yahoo!’s and AT&T’s"),
    ("en", '"One.\nTwo."', "“One.\nTwo.”"),
    ("en", '"A paragraph that goes on', "“A paragraph that goes on"),
    ("en", '" mot "', "“ mot ”"),
    ("en", "\"'", "“‘"),
    # after dashes
    ("en", 'He said--"no"--and left.', "He said—“no”—and left."),
    ("en", 'She said—"yes"—and stayed.', "She said—“yes”—and stayed."),
    ("en", "He said---'no'---and left.", "He said—‘no’—and left."),
    ("en", '"Well--" she began.', "“Well—” she began."),
    # words without their begin, and decades
    ("en", "In the '90s it was rock 'n' roll; 'tis said.", "In the ’90s it was rock ’n’ roll; ’tis said."),
    ("en", "rock-'n'-roll and rock'n'roll", "rock-’n’-roll and rock’n’roll"),
    ("en", "the class of '08 ('09, too)", "the class of ’08 (’09, too)"),
    ("en", "\"'Tis 'late'\"", "“’Tis ‘late’”"),
    ("en", '"the \'80s" and "\'80s"', "“the ’80s” and “’80s”"),
    ("en", "the 'em' and the 'round' table, get 'em", "the ‘em’ and the ‘round’ table, get ’em"),
    ("en", "in 'the 1990s' and '90'", "in ‘the 1990s’ and ‘90’"),
    ("de", "Die '68er und die '80er-Jahre.", "Die ’68er und die ’80er-Jahre."),
    ("ms", "Kata 'Ini penting' -- 'kan?", "Kata ‘Ini penting’ — ’kan?"),
    ("en", "She said: 'It goes on in the next paragraph.", "She said: ‘It goes on in the next paragraph."),
    ("en", "'It goes on in the next paragraph.", "‘It goes on in the next paragraph."),
    ("en", "the '90s' sound", "the ’90s’ sound"),
    ("nl", "'s avonds in 't Gooi", "’s avonds in ’t Gooi"),
    # primes
    ("en", "5'11\" tall", "5′11″ tall"),
    ("en", 'a 27" screen', "a 27″ screen"),
    ("en", 'a 40"x30" poster, 6\' 2" tall', "a 40″x30″ poster, 6′ 2″ tall"),
    ("zh", '2023"双十一"', "2023“双十一”"),
    ("en", 'he wrote "in 1990" and left', "he wrote “in 1990” and left"),
    ("en", "48°51'24\" N", "48°51′24″ N"),
    ("en", "Windows 7's and the 1980's", "Windows 7’s and the 1980’s"),
    # dashes and dots
    ("en", "He left---and came--back.", "He left—and came—back."),
    ("en", "pp. 10--12, 1990--2000", "pp. 10–12, 1990–2000"),
    ("en", "---- and - and a-b", "---- and - and a-b"),
    ("en", "wait... and . . . but not ....", "wait… and … but not ...."),
    ("de", "Er kam -- spät, 10--12 Uhr", "Er kam – spät, 10–12 Uhr"),
    ("sv", "Han kom -- sent", "Han kom – sent"),
    ("fr", "Il vint -- tard", "Il vint — tard"),
    ("zh-Hans", "他来了--晚了，10--12点", "他来了——晚了，10–12点"),
    # what is not set, and addresses in the text
    ("en", f"The flag {HOLE}'s meaning", f"The flag {HOLE}’s meaning"),
    ("en", f'{HOLE} "quoted" word', f"{HOLE} “quoted” word"),
    ("en", f'"{HOLE}" and "x {HOLE}"', f"“{HOLE}” and “x {HOLE}”"),
    ("en", f"{HOLE}--{HOLE}", f"{HOLE}—{HOLE}"),
    ("en", "See https://e.example/a--b...c -- it's", "See https://e.example/a--b...c — it’s"),
    ("en", '"https://e.example/a--b" and www.e.example/--x', "“https://e.example/a--b” and www.e.example/--x"),
    # languages
    ("ms", "\"Ya,\" katanya, 'betul'.", "“Ya,” katanya, ‘betul’."),
    ("id", "\"Kata 'mahal' itu,\" ujarnya. Jum'at, tahun '98.", "“Kata ‘mahal’ itu,” ujarnya. Jum’at, tahun ’98."),
    ("vi", 'Ông nói: "Không".', "Ông nói: “Không”."),
    ("hi", 'उसने कहा, "हाँ"।', "उसने कहा, “हाँ”।"),
    ("tl", '\'Yung "oo" niya', "‘Yung “oo” niya"),
    ("de", "Das \"Zitat\" ist 'gut'.", "Das „Zitat“ ist ‚gut‘."),
    ("de", "Er sagt: \"Das ist 'gut'.\" Geht's?", "Er sagt: „Das ist ‚gut‘.“ Geht’s?"),
    ("de-CH", 'Das "Zitat"', "Das «Zitat»"),
    ("es", 'Dijo "no" y "¿por qué?"', "Dijo «no» y «¿por qué?»"),
    ("es-MX", 'Dijo "no"', "Dijo “no”"),
    ("pt-BR", 'Disse "não"', "Disse “não”"),
    ("sv", 'Han sa "nej".', "Han sa ”nej”."),
    ("pl", 'Powiedział "nie".', "Powiedział „nie”."),
    ("ru", 'Он сказал "нет".', "Он сказал «нет»."),
    ("fr", "L'\"affaire\" d'aujourd'hui", "L’«\u202faffaire\u202f» d’aujourd’hui"),
    ("fr", 'Le "mot" : oui ! Non ?', "Le «\u202fmot\u202f»\u202f: oui\u202f! Non\u202f?"),
    ("fr", "Le « mot », le «mot»", "Le «\u202fmot\u202f», le «\u202fmot\u202f»"),
    ("fr", 'Le " mot " juste', "Le «\u202fmot\u202f» juste"),
    ("fr", "Non! Oui: à 10:30, :)", "Non! Oui: à 10:30, :)"),
    ("fr-CH", 'Le "mot"!', "Le «mot»!"),
    # scripts without spaces
    ("zh", '他说"不行"。', "他说“不行”。"),
    ("zh-Hans", '"第一"和"第二"，他说\'好\'。', "“第一”和“第二”，他说‘好’。"),
    ("zh-Hant", '"第一"和"第二"，他說:"好。"', "「第一」和「第二」，他說:「好。」"),
    ("zh-Hant", '"這是媒體，"他說，"不是廣告。"她說："不對！"', "「這是媒體，」他說，「不是廣告。」她說：「不對！」"),
    ("zh", '"可是……"他说，"媒体，"Instagram 说："\'好，\'对。"', "“可是……”他说，“媒体，”Instagram 说：“‘好，’对。”"),
    ("zh-Hant", '見"甲"、"乙"，"丙"；"可是--"他說。', "見「甲」、「乙」，「丙」；「可是——」他說。"),
    ("zh-HK", "佢話\"得，叫'佢'嚟\"", "佢話「得，叫『佢』嚟」"),
    ("zh", 'It\'s iPhone的"新"功能', "It’s iPhone的“新”功能"),
    ("zh", f'说"{HOLE}"的', f"说“{HOLE}”的"),
    ("ja", '彼は"だめ"と言った。', "彼は「だめ」と言った。"),
    ("th", 'เขาพูดว่า"ไม่"แล้วไป', "เขาพูดว่า“ไม่”แล้วไป"),
    ("ko", '그는 "안녕"이라고 말했다', "그는 “안녕”이라고 말했다"),
    # from right to left
    ("ar", 'قال "نعم" ثم "لا".', "قال «نعم» ثم «لا»."),
    ("fa", 'گفت "نه"', "گفت «نه»"),
    ("he", 'צה"ל אמר "כן" לצ\'רלי', "צה״ל אמר ”כן” לצ׳רלי"),
    # a language without known marks
    ("xx", "It's \"so\" -- and 'so'...", "It’s \"so\" — and 'so'…"),
    ("", "it's", "it’s"),
]


def set_by(text: str, lang: str, dashes: str = "default") -> str:
    return apply_edits(text, typographic_edits(text, quote_marks(lang), dashes_of(dashes, lang)))


@pytest.mark.parametrize(("lang", "text", "expected"), TABLE)
def test_text_is_set_by_its_language(lang: str, text: str, expected: str) -> None:
    assert set_by(text, lang) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), TABLE)
def test_text_that_is_set_stays_as_it_is(lang: str, text: str, expected: str) -> None:
    assert set_by(expected, lang) == expected


@pytest.mark.parametrize(
    ("dashes", "expected"),
    [("default", "a—b—c 1–2"), ("oldschool", "a–b—c 1–2"), ("oldschool_inverted", "a—b–c 1–2")],
)
def test_hyphens_are_dashes_as_the_setting_says(dashes: str, expected: str) -> None:
    assert set_by("a--b---c 1--2", "en", dashes) == expected


def test_edits_name_their_place() -> None:
    assert typographic_edits('"a"', quote_marks("en"), DASHES["default"]) == [Edit(0, 1, "“"), Edit(2, 3, "”")]


TEXTS = st.text(st.sampled_from("ab1 \"'-.«»:?,(\n—“”’漢かกשا" + HOLE), max_size=60) | st.text(max_size=40)
LANGUAGES = st.sampled_from(["en", "de", "fr", "zh", "zh-Hant", "ja", "ar", "he", "sv", "xx"])


@given(TEXTS, LANGUAGES)
def test_setting_again_changes_nothing(text: str, lang: str) -> None:
    once = set_by(text, lang)

    assert set_by(once, lang) == once


@given(TEXTS, LANGUAGES)
def test_letters_and_digits_stay(text: str, lang: str) -> None:
    assert _letters(set_by(text, lang)) == _letters(text)


@given(TEXTS, LANGUAGES)
def test_words_stay_apart(text: str, lang: str) -> None:
    lengths = [len(_letters(word)) for word in text.split() if _letters(word)]

    assert [len(_letters(word)) for word in set_by(text, lang).split() if _letters(word)] == lengths or lang == "fr"


def _letters(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.category(letter)[0] in "LNM" or letter == HOLE)


@pytest.mark.slow
def test_a_paragraph_of_quotes_takes_no_time_to_speak_of() -> None:
    assert len(set_by('"a ' * 50_000, "en")) == 150_000
    assert len(set_by('"' * 50_000, "en")) == 50_000
