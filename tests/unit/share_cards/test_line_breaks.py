from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.share_cards.line_breaks import characters, line_pieces

CASES = [
    ("two words", "en", ["two", "words"]),
    ("an e-commerce shop", "en", ["an", "e-commerce", "shop"]),
    ("a data-driven shop", "en", ["a", "data-", "driven", "shop"]),
    ("before—after", "en", ["before—", "after"]),
    ("no\u00a0break here", "en", ["no\u00a0break", "here"]),
    ("중간광고는 사라지지 않는다", "ko", ["중간광고는", "사라지지", "않는다"]),
    ("وكالة (Pohon) تتخلى", "ar", ["وكالة", "(Pohon)", "تتخلى"]),
]
KEPT = [
    ("直播間搬進超商：深夜十二點，店員（新人）比主播會賣「東西」。", "zh-Hant"),
    ("「小米」超市把屏幕放在4,000个货架上，顾客先看价格", "zh-Hans"),
    ("電車の中吊り広告は、なぜ消えないのか。ー「十年」", "ja"),
    ("ห้างดังติดจอ 4,000 จอบนชั้นวาง คนดูราคาก่อนๆ", "th"),
]


@pytest.mark.parametrize(("text", "lang", "expected"), CASES)
def test_a_line_ends_between_words(text: str, lang: str, expected: list[str]) -> None:
    assert [piece.text for piece in line_pieces(text, lang)] == expected


@pytest.mark.parametrize(("text", "lang"), KEPT)
def test_punctuation_stands_neither_first_nor_last_where_it_must_not(text: str, lang: str) -> None:
    found = [piece.text for piece in line_pieces(text, lang)]

    assert len(found) > 4
    assert not [piece for piece in found if piece[0] in "，。：）」、ーๆ" or piece[-1] in "（「"]
    assert "".join(piece.text + piece.gap for piece in line_pieces(text, lang)).strip() == text


def test_a_letter_keeps_its_marks_and_a_thai_vowel_its_consonant() -> None:
    assert list(characters("น้ำเงิน")) == ["น้ำ", "เงิ", "น"]
    assert list(characters("e\u0301a")) == ["e\u0301", "a"]


@given(st.text(min_size=1), st.sampled_from(["en", "zh-Hant", "ja", "th", "ar"]))
def test_pieces_are_the_whole_text(text: str, lang: str) -> None:
    words = " ".join(text.replace("\u200b", " ").split(" ")).split(" ")
    plain = " ".join(filter(None, words))

    found = line_pieces(plain, lang)

    assert "".join(piece.text + piece.gap for piece in found)[: len(plain)] == plain
    assert all(one.text for one, _ in pairwise(found))
