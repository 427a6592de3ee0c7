import math
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.newsroom.language.terms import (
    HEADS,
    LABELS,
    UNIT,
    WEIGHT_BITS,
    WORDS,
    hashed,
    hashed_label,
    packed,
    spellings,
    terms,
    unpacked,
)
from plugins.newsroom.language.words import words

HAN = "\u6296\u97f3\u5173\u95ed"


def weights(title: str = "", summary: str = "", text: str = "") -> Mapping[int, int]:
    found = (part.tolist() for part in unpacked(terms(title, summary, text)))
    return dict(zip(*found, strict=True))


def weight(word: str, title: str = "", summary: str = "", text: str = "") -> int:
    return weights(title, summary, text).get(hashed(word), 0)


def pair(first: str, second: str) -> int:
    return (hashed(first) * 0x9E3779B1 + hashed(second) * 0x85EBCA6B) % 2**32 >> 2


def head(term: int) -> int:
    return HEADS | term * 0x9E3779B1 % 2**32 >> 2


def plain_weights(title: str, summary: str, text: str) -> Mapping[int, int]:
    """Return the weights as plainly as it can be said: no arrays, a dictionary for each kind of terms."""
    fields = [list(words(field)) for field in (title, summary, text)]
    found: dict[int, int] = {}
    for make, part in ((singles, 2 / 3), (pairs, 1 / 3)):
        made = list(map(make, fields))
        raw = {term: 1 + math.log(count) for term, count in Counter(made[0] * 3 + made[1] * 2 + made[2]).items()}
        norm = math.sqrt(math.fsum(sorted(value**2 for value in raw.values())))
        found |= {term: round(UNIT * math.sqrt(part) * value / norm) for term, value in raw.items()}
        for each, share in zip(made[:2], (0.3, 0.15), strict=True):
            for term in each:
                one = round(UNIT * share * math.sqrt(part) / math.sqrt(len(each)))
                found[head(term)] = min(found.get(head(term), 0) + one, 2**WEIGHT_BITS - 1)
    return found


def singles(spelt: list[str]) -> list[int]:
    return [hashed(word) for word in spelt]


def pairs(spelt: list[str]) -> list[int]:
    return [pair(first, second) for first, second in pairwise(spelt)]


TEXT = st.lists(st.sampled_from(["the", "otter", "mascot", "bus", HAN, "caf\u00e9.", "a", "--"]), max_size=30).map(
    " ".join
)


@given(TEXT, TEXT, TEXT)
@example("", "", "otter")
@example("otter otter", "otter", "")
def test_terms_are_what_the_plain_way_makes(title: str, summary: str, text: str) -> None:
    expected, found = plain_weights(title, summary, text), weights(title, summary, text)

    assert found.keys() == expected.keys()
    # Sums of squares are rounded in another order: half a unit may fall to the other side.
    assert all(abs(found[term] - expected[term]) <= 1 for term in found)


def test_a_text_is_its_words_and_its_pairs() -> None:
    found = weights(text="otter mascot otter campaign")

    assert found.keys() == {
        *map(hashed, ("otter", "mascot", "campaign")),
        pair("otter", "mascot"),
        pair("mascot", "otter"),
        pair("otter", "campaign"),
    }


def test_no_pair_goes_over_the_end_of_a_title() -> None:
    assert pair("otter", "mascot") not in weights("otter", "", "mascot")


def test_what_stands_in_a_headline_is_a_term_once_more() -> None:
    found = weights("otter", "bus", "mascot")

    assert {term for term in found if term >= HEADS} == {head(hashed("otter")), head(hashed("bus"))}
    assert found[head(hashed("otter"))] == pytest.approx(2 * found[head(hashed("bus"))], abs=1)


def test_no_kind_of_term_is_taken_for_another() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    found = weights(text, "", text)

    assert {term for term in found if WORDS <= term < LABELS} == {hashed(word) for word in text.split()}
    assert len([term for term in found if term < WORDS]) == 199
    assert len([term for term in found if term >= HEADS]) == 200 + 199
    assert all(WORDS <= hashed(word) < LABELS <= hashed_label(word) < HEADS for word in text.split())


def test_a_pair_has_an_order() -> None:
    assert pair("otter", "mascot") in weights(text="otter mascot")
    assert pair("otter", "mascot") not in weights(text="mascot otter")


def test_all_words_weigh_twice_as_much_as_all_pairs() -> None:
    found = weights(text="one two three four five six one two")

    squares = dict.fromkeys((True, False), 0)
    for term, value in found.items():
        squares[term >= WORDS] += value**2
    assert squares[True] == pytest.approx(2 * squares[False], rel=0.01)


def test_a_word_of_the_title_weighs_more_than_one_of_the_summary_and_that_more_than_one_of_the_text() -> None:
    text = "one two three"

    in_title, in_summary = weight("four", "four", "", text), weight("four", "", "four", text)
    in_text = weight("four", text=f"{text} four")

    assert in_title > in_summary > in_text > 0


def test_a_word_of_the_title_counts_as_three_of_the_text_and_one_of_the_summary_as_two() -> None:
    found = weights("otter", "emu", "bus bus bus cat cat cab")

    assert found[hashed("otter")] == found[hashed("bus")]
    assert found[hashed("emu")] == found[hashed("cat")] > found[hashed("cab")]


def test_a_word_weighs_more_the_more_often_it_stands_there_but_ever_less_so() -> None:
    once, twice, often = (weight("otter", text="otter " * count + "mascot") for count in (1, 2, 50))

    assert once < twice < often < 50 * once


@given(st.lists(st.sampled_from([f"word{number}" for number in range(99)]), min_size=2, max_size=200))
def test_every_text_is_of_one_length(spelt: list[str]) -> None:
    found = weights(text=" ".join(spelt))

    assert math.sqrt(sum(weight**2 for weight in found.values())) == pytest.approx(UNIT, rel=0.01)


@given(st.text(max_size=50), st.text(max_size=200))
def test_terms_come_in_order_and_once(title: str, text: str) -> None:
    hashes, found = unpacked(terms(title, "", text))

    assert hashes.tolist() == sorted(set(hashes.tolist()))
    assert all(0 < weight < 1 << 12 for weight in found.tolist())


def test_nothing_to_say_has_no_terms() -> None:
    assert terms("", "", "") == b""
    assert terms("\u2026", "!", "a") == b""


def test_terms_can_be_spelt() -> None:
    found = spellings("Otter mascot", f"bus {HAN[:3]}")

    assert found[hashed("otter")] == "otter"
    assert found[pair("otter", "mascot")] == "otter mascot"
    assert found[pair("bus", HAN[:2])] == f"bus {HAN[:2]}"
    assert set(found) == {term for term in weights("Otter mascot", f"bus {HAN[:3]}") if term < HEADS}


@given(st.lists(st.tuples(st.integers(0, (1 << 32) - 1), st.integers(0, (1 << 16) - 1)), max_size=20))
def test_what_is_packed_comes_out_as_it_was(numbers: list[tuple[int, int]]) -> None:
    hashes, values = np.array([first for first, _ in numbers], np.uint32), [second for _, second in numbers]

    found = unpacked(packed(hashes, values))

    assert [part.tolist() for part in found] == [hashes.tolist(), values]
    assert len(packed(hashes, values)) == 6 * len(numbers)


@pytest.mark.parametrize(("title", "summary"), [("word " * 32, ""), ("", "ha " * 106), ("word " * 32, "word " * 64)])
def test_a_weight_fits_its_bits_however_often_a_headline_says_a_word(title: str, summary: str) -> None:
    assert max(weights(title, summary, "Another text.").values()) == 2**WEIGHT_BITS - 1
