import math
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.terms import HEAVIEST, LABELS, UNIT, WORDS, hashed, hashed_label, packed, terms, unpacked


def weights(title: str = "", summary: str = "", text: str = "") -> Mapping[int, int]:
    return dict(zip(*unpacked(terms(title, summary, text)), strict=True))


def weight(word: str, title: str = "", summary: str = "", text: str = "") -> int:
    return weights(title, summary, text).get(hashed(word), 0)


def test_a_text_is_its_words_and_some_of_its_pairs() -> None:
    found = weights(text="otter mascot otter campaign")

    assert {hashed(word) for word in ("otter", "mascot", "campaign")} <= found.keys()
    assert len([term for term in found if term >= WORDS]) == 3


def test_no_word_is_taken_for_a_pair_or_a_label() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    found = weights(text=text)

    assert {term for term in found if term >= WORDS} == {hashed(word) for word in text.split()}
    assert all(WORDS <= hashed(word) < LABELS <= hashed_label(word) < 1 << 32 for word in text.split())


def test_about_every_second_pair_is_kept() -> None:
    found = weights(text=" ".join(f"word{number}" for number in range(1001)))

    assert 400 < len([term for term in found if term < WORDS]) < 600


def test_a_pair_has_an_order() -> None:
    one = weights(text=" ".join(f"a{number} b{number}." for number in range(20)))
    other = weights(text=" ".join(f"b{number} a{number}." for number in range(20)))

    assert one.keys() & {term for term in one if term >= WORDS} == other.keys() & {t for t in other if t >= WORDS}
    assert {term for term in one if term < WORDS} != {term for term in other if term < WORDS}


def test_a_word_of_the_title_weighs_more_than_one_of_the_summary_and_that_more_than_one_of_the_text() -> None:
    text = "one two three"

    in_title, in_summary = weight("four", "four", "", text), weight("four", "", "four", text)
    in_text = weight("four", text=f"{text} four")

    assert in_title > in_summary > in_text > 0


def test_a_word_of_the_title_counts_as_three_of_the_text_and_one_of_the_summary_as_two() -> None:
    found = weights("otter", "emu", "bus bus bus cat cat cab")

    assert found[hashed("otter")] == found[hashed("bus")]
    assert found[hashed("emu")] == found[hashed("cat")] > found[hashed("cab")]


def test_the_only_word_of_a_text_still_fits() -> None:
    assert weights(text="otter") == {hashed("otter"): HEAVIEST}


def test_a_word_weighs_more_the_more_often_it_stands_there_but_ever_less_so() -> None:
    once, twice, often = (weight("otter", text="otter " * count + "mascot") for count in (1, 2, 50))

    assert once < twice < often < 50 * once


@given(st.text(max_size=200), st.text(max_size=50))
def test_every_text_is_of_one_length(text: str, title: str) -> None:
    found = weights(title, text=text)

    length = math.sqrt(sum(weight**2 for weight in found.values()))
    assert not found or length == pytest.approx(UNIT, rel=0.01)
    assert all(0 < weight <= UNIT for weight in found.values())


@given(st.text(max_size=200))
def test_terms_come_in_order_and_once(text: str) -> None:
    hashes, _ = unpacked(terms("", "", text))

    assert list(hashes) == sorted(set(hashes))


def test_nothing_to_say_has_no_terms() -> None:
    assert terms("", "", "") == b""
    assert terms("…", "!", "a") == b""


@given(st.lists(st.tuples(st.integers(0, (1 << 32) - 1), st.integers(0, (1 << 16) - 1)), max_size=20))
def test_what_is_packed_comes_out_as_it_was(pairs: list[tuple[int, int]]) -> None:
    hashes, values = tuple(first for first, _ in pairs), tuple(second for _, second in pairs)

    assert unpacked(packed(hashes, values)) == (hashes, values)
    assert len(packed(hashes, values)) == 6 * len(pairs)
