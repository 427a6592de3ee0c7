import pytest

from plugins.preview.byte_range import BeyondEndError, byte_range


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-", range(100)),
        ("bytes=0-0", range(1)),
        ("bytes=10-19", range(10, 20)),
        ("bytes=90-", range(90, 100)),
        ("bytes=90-1000", range(90, 100)),
        ("bytes=-10", range(90, 100)),
        ("bytes=-1000", range(100)),
        ("Bytes= 10-19", range(10, 20)),
    ],
)
def test_one_part_is_what_the_header_names(asked: str, part: range) -> None:
    assert byte_range(asked, 100) == part


@pytest.mark.parametrize(
    "asked", ["", "bytes=", "bytes=a-b", "bytes=-", "lines=1-2", "bytes=5-4", "bytes=0-1,5-6", "0-5"]
)
def test_all_else_asks_for_the_whole_file(asked: str) -> None:
    assert byte_range(asked, 100) is None


@pytest.mark.parametrize(
    ("asked", "size"), [("bytes=100-", 100), ("bytes=200-300", 100), ("bytes=-0", 100), ("bytes=0-", 0)]
)
def test_a_part_behind_the_end_is_none(asked: str, size: int) -> None:
    with pytest.raises(BeyondEndError):
        byte_range(asked, size)
