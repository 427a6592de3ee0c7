import json
import zlib

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.site.model import Release
from plugins.publish.targets.bucket.objects import StoredObject
from plugins.publish.targets.bucket.state import BucketState, Intent, Layer, from_bytes, to_bytes

INTENT = Intent(release="B", who="me@here", checkout="1", since="2026-11-26 12:00:00 UTC", paths=("a",), sent=("b",))
STATE = BucketState(
    siteurl="https://a.example",
    conditional=True,
    layers=(Layer(name="1", entries=9),),
    delta={"a": StoredObject("1", "2"), "b": None},
    sum=2**127,
    files=9,
    pages=8,
    releases=(Release(id="A", files=9, pages=8, who="me@here"),),
    retired={"pictures/a-11111111.webp": 5},
    dropped=(".publish/layer-0",),
    intent=INTENT,
    nonce="n",
)


@pytest.mark.parametrize("state", [STATE, BucketState(siteurl="", conditional=False, publisher="ci")])
def test_a_state_comes_back_from_its_bytes(state: BucketState) -> None:
    assert from_bytes(to_bytes(state), "s3://bucket") == state


def test_a_stored_state_keeps_its_words_for_kits_of_before() -> None:
    entry = json.loads(zlib.decompress(to_bytes(STATE)))

    assert " ".join(entry) == (
        "format siteurl conditional publisher layers delta sum files pages releases retired dropped intent nonce"
    )
    assert " ".join(entry["intent"]) == "release who checkout since paths sent lease is_over"
    assert " ".join(entry["releases"][0]) == "id files pages who is_current"
    assert (entry["delta"], entry["layers"]) == ([["a", "1", "2"], ["b"]], [{"name": "1", "entries": 9}])


@pytest.mark.parametrize("stored", [b"", b"text", zlib.compress(b"[]"), zlib.compress(b'{"format": 1}')])
def test_other_bytes_are_told_with_what_to_do(stored: bytes) -> None:
    with pytest.raises(
        PublishError, match=r"s3://bucket: \.publish/head cannot be read; remove \.publish/head there and"
    ):
        from_bytes(stored, "s3://bucket")


def test_a_state_of_a_newer_kit_is_left_alone() -> None:
    with pytest.raises(PublishError, match="another version of the kit has published there; use that version"):
        from_bytes(zlib.compress(b'{"format": 2}'), "s3://bucket")
