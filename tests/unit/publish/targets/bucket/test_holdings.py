import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.publish.targets.bucket.holdings import (
    Holding,
    entry_digest,
    is_same_content,
    moved_sum,
    overlay,
    pack,
    state_sum,
    unpack,
)

HOLDINGS = st.builds(Holding, st.text("0123456789abcdef", min_size=1, max_size=4), st.text(max_size=4))
DELTAS = st.dictionaries(st.text(min_size=1, max_size=3), st.none() | HOLDINGS, max_size=6)
DIGESTS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("12"))


def test_a_digest_tells_content_and_headers_apart() -> None:
    plain = entry_digest("a" * 64, "one")

    assert is_same_content(plain, entry_digest("a" * 64, "other"))
    assert plain != entry_digest("a" * 64, "other")
    assert not is_same_content(plain, entry_digest("b" * 64, "one"))


@given(DELTAS)
def test_a_delta_comes_back_from_its_bytes(delta: dict[str, Holding | None]) -> None:
    assert unpack(pack(delta)) == delta
    assert pack(dict(reversed(delta.items()))) == pack(delta)


@pytest.mark.parametrize("stored", [b"", b"text", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_what_is_no_delta_is_told(stored: bytes) -> None:
    with pytest.raises(ValueError, match=r"no layer|Expecting value"):
        unpack(stored)


@given(st.lists(DELTAS, max_size=4))
def test_layers_come_to_what_the_last_of_them_says_of_each_key(layers: list[dict[str, Holding | None]]) -> None:
    last = {path: holding for layer in layers for path, holding in layer.items()}

    assert overlay(layers) == {path: holding for path, holding in last.items() if holding}


@given(DIGESTS, DIGESTS)
def test_a_sum_is_carried_on_from_what_has_changed(before: dict[str, str], after: dict[str, str]) -> None:
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    old = {path: digest for path, digest in before.items() if path in changed}
    new = {path: digest for path, digest in after.items() if path in changed}

    assert moved_sum(state_sum(before), old, new) == state_sum(after)
    assert (state_sum(before) == state_sum(after)) == (before == after)
