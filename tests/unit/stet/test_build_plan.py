from collections.abc import Collection

from plugins.stet.build_plan import EDITED, FACTS, NEW, SPEC, BuildPlan, make_build_plan
from plugins.stet.state.ledger import KnownFile

KNOWN_FILES = {path: KnownFile(number, path.encode(), b"") for number, path in enumerate("abcd")}


def plan(
    wanted: str, specs: dict[str, bytes] | None = None, edited: Collection[str] = (), affected: Collection[int] = ()
) -> BuildPlan:
    digests = {path: path.encode() for path in wanted} | (specs or {})
    return make_build_plan(digests, KNOWN_FILES, edited=edited, affected=affected, changed=[("a", "x")])


def test_what_has_not_changed_is_kept() -> None:
    found = plan("abcd")

    assert (found.to_check, found.removed) == ({}, [])


def test_every_file_that_has_to_be_looked_into_has_a_reason() -> None:
    found = plan("abcde", {"b": b"other"}, edited=["d"], affected=[2])

    assert found.to_check == {"b": SPEC, "c": FACTS, "d": EDITED, "e": NEW}
    assert found.changed == [("a", "x")]


def test_what_nobody_wants_is_removed() -> None:
    assert plan("bd").removed == ["a", "c"]


def test_what_nobody_wants_is_not_looked_into_whatever_became_of_it() -> None:
    assert plan("b", edited=["a"], affected=[0, 2, 3]).to_check == {}


def test_a_file_that_was_edited_is_made_anew_whatever_else_has_changed() -> None:
    """Else one that comes out as it was remembered would stay as somebody has left it."""
    assert plan("abcd", {"b": b"other"}, edited=["a", "b"], affected=[0]).to_check == {"a": EDITED, "b": EDITED}
