import pytest
import smartypants
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.desk.text.fast_smartypants import set_text

DASHES = (smartypants.Attr.set1, smartypants.Attr.set2, smartypants.Attr.set3)
FRAGMENTS = [*"""'"'"'"--..``\\_-([{!?,;:&# \n\xa0\x0bsaBé0""", " ", "s ", "80s", "...", ". . ."]
ENTITIES = ["&quot;", "&nbsp;", "&mdash;", "&ndash;", "&#8212;", "&#8216;", "&#x2013;", "&&#x2014;", "&#39;"]
RUNS = st.lists(st.sampled_from([*FRAGMENTS, *ENTITIES]), min_size=1, max_size=12).map("".join)


@given(RUNS, st.sampled_from(DASHES))
@example("'80s the '80s of'80s '80", smartypants.Attr.set1)
@example("x's' y's ' 's", smartypants.Attr.set1)
@example("\"'a' b\" '\"c\"'", smartypants.Attr.set1)
@example('"_" "\'!\\B', smartypants.Attr.set1)
def test_text_is_set_as_smartypants_sets_it(text: str, dashes: int) -> None:
    attr = dashes | smartypants.Attr.w

    assert set_text(text, "", attr) == smartypants.smartypants(text, attr)


@pytest.mark.parametrize("before", ["", " ", "\xa0", "a", ".", "'"])
@pytest.mark.parametrize("quote", ["'", '"', "&quot;", "\\'", "''"])
def test_a_quote_between_tags_looks_back_over_the_tag(before: str, quote: str) -> None:
    attr = smartypants.Attr.set1 | smartypants.Attr.w
    set_before = set_text(before, "", attr) if before else ""

    assert f"{set_before}<i>{set_text(quote, before, attr)}</i>" == smartypants.smartypants(
        f"{before}<i>{quote}</i>", attr
    )
