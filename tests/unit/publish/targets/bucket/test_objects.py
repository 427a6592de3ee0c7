from hypothesis import given
from hypothesis import strategies as st

from plugins.publish.targets.bucket.objects import (
    digest_sum,
    is_same_content,
    object_digest,
    updated_digest_sum,
)

DIGESTS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("12"))


def test_a_digest_tells_content_and_headers_apart() -> None:
    plain = object_digest("a" * 64, "one")

    assert is_same_content(plain, object_digest("a" * 64, "other"))
    assert plain != object_digest("a" * 64, "other")
    assert not is_same_content(plain, object_digest("b" * 64, "one"))


@given(DIGESTS, DIGESTS)
def test_a_sum_is_carried_on_from_what_has_changed(before: dict[str, str], after: dict[str, str]) -> None:
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    old = {path: digest for path, digest in before.items() if path in changed}
    new = {path: digest for path, digest in after.items() if path in changed}

    assert updated_digest_sum(digest_sum(before), old, new) == digest_sum(after)
    assert (digest_sum(before) == digest_sum(after)) == (before == after)
