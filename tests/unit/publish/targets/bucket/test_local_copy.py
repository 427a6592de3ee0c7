from pathlib import Path

import pytest

from plugins.publish.site.model import OutputVersion
from plugins.publish.targets.bucket.holdings import Holding
from plugins.publish.targets.bucket.local_copy import Agreed, Mirror

ONE, TWO = Holding("1", "a"), Holding("2", "b")
AGREED = Agreed(OutputVersion("record", 3), "policy")


def test_a_new_mirror_knows_nothing(tmp_path: Path) -> None:
    mirror = Mirror(tmp_path / "deep" / "mirror.sqlite")

    assert (mirror.head(), mirror.agreed(), mirror.all()) == (None, None, {})


def test_it_remembers_what_it_was_told(tmp_path: Path) -> None:
    mirror = Mirror(tmp_path / "mirror.sqlite")
    mirror.replace("t1", b"head", {"a": ONE, "b": ONE})
    mirror.advance("t2", b"next", {"a": TWO, "b": None, "c": TWO}, AGREED)
    mirror.close()
    again = Mirror(tmp_path / "mirror.sqlite")

    assert again.head() == ("t2", b"next")
    assert again.agreed() == AGREED
    assert again.all() == {"a": TWO, "c": TWO}
    assert again.some(["a", "b", "z"]) == {"a": TWO}


def test_it_is_asked_for_more_keys_than_a_query_takes(tmp_path: Path) -> None:
    mirror = Mirror(tmp_path / "mirror.sqlite")
    state = {str(number): ONE for number in range(2000)}
    mirror.replace("t", b"", state)

    assert mirror.some(state) == state


def test_another_head_forgets_which_build_there_is(tmp_path: Path) -> None:
    mirror = Mirror(tmp_path / "mirror.sqlite")
    mirror.replace("t1", b"", {})
    mirror.agree(AGREED)
    before = mirror.agreed()
    mirror.advance("t2", b"", {}, None)

    assert (before, mirror.agreed()) == (AGREED, None)


@pytest.mark.parametrize("content", [b"", b"no database at all, but some text" * 100])
def test_a_damaged_mirror_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mirror.sqlite").write_bytes(content)
    mirror = Mirror(tmp_path / "mirror.sqlite")
    mirror.replace("t", b"head", {"a": ONE})

    assert mirror.all() == {"a": ONE}
