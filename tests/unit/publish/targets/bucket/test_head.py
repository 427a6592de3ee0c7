import zlib

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.site.model import Release
from plugins.publish.targets.bucket.head import Head, Intent, Layer, from_bytes, to_bytes
from plugins.publish.targets.bucket.holdings import Holding

INTENT = Intent(release="B", who="me@here", checkout="1", since="2026-11-26 12:00:00 UTC", paths=("a",), sent=("b",))
HEAD = Head(
    siteurl="https://a.example",
    conditional=True,
    layers=(Layer(name="1", entries=9),),
    delta={"a": Holding("1", "2"), "b": None},
    sum=2**127,
    files=9,
    pages=8,
    releases=(Release(id="A", files=9, pages=8, who="me@here"),),
    retired={"pictures/a-11111111.webp": 5},
    dropped=(".publish/layer-0",),
    intent=INTENT,
    nonce="n",
)


@pytest.mark.parametrize("head", [HEAD, Head(siteurl="", conditional=False, publisher="ci")])
def test_a_head_comes_back_from_its_bytes(head: Head) -> None:
    assert from_bytes(to_bytes(head), "s3://bucket") == head


@pytest.mark.parametrize("stored", [b"", b"text", zlib.compress(b"[]"), zlib.compress(b'{"format": 1}')])
def test_what_is_no_head_is_told_with_what_to_do(stored: bytes) -> None:
    with pytest.raises(
        PublishError, match=r"s3://bucket: \.publish/head cannot be read; remove \.publish/head there and"
    ):
        from_bytes(stored, "s3://bucket")


def test_a_head_of_a_newer_kit_is_left_alone() -> None:
    with pytest.raises(PublishError, match="another version of the kit has published there; use that version"):
        from_bytes(zlib.compress(b'{"format": 2}'), "s3://bucket")
