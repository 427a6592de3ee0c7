import pytest

from plugins.stet.state.database import Database
from plugins.stet.state.shelf import Shelf


def test_a_value_is_found_under_its_key_by_its_own_plugin_alone(database: Database) -> None:
    one, two = Shelf(database, "one"), Shelf(database, "two")
    one.put("key", b"value")
    two.put("key", b"other")
    one.put("key", b"newer")

    assert (one.get("key"), two.get("key"), one.get("none")) == (b"newer", b"other", None)


def test_many_values_are_found_at_once(database: Database) -> None:
    shelf, keys = Shelf(database, "one"), [f"key {number}" for number in range(1_201)]
    for key in keys:
        shelf.put(key, key.encode())

    assert shelf.get_all(keys[::-1]) == [key.encode() for key in keys[::-1]]
    assert shelf.get_all([]) == []
    with pytest.raises(LookupError, match="the shelf 'one' lacks 'none', which it should have"):
        shelf.get_all(["key 1", "none"])


def test_what_is_deleted_is_gone_and_nothing_else(database: Database) -> None:
    one, two = Shelf(database, "one"), Shelf(database, "two")
    one.put("key", b"value")
    two.put("key", b"other")

    one.delete("key")
    one.delete("none")

    assert (one.get("key"), two.get("key")) == (None, b"other")
