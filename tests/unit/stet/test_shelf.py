from plugins.stet.database import Database
from plugins.stet.shelf import Shelf


def test_a_value_is_found_under_its_key_by_its_own_plugin_alone(database: Database) -> None:
    one, two = Shelf(database, "one"), Shelf(database, "two")
    one.put("key", b"value")
    two.put("key", b"other")
    one.put("key", b"newer")

    assert (one.get("key"), two.get("key"), one.get("none")) == (b"newer", b"other", None)


def test_what_is_deleted_is_gone_and_nothing_else(database: Database) -> None:
    one, two = Shelf(database, "one"), Shelf(database, "two")
    one.put("key", b"value")
    two.put("key", b"other")

    one.delete("key")
    one.delete("none")

    assert (one.get("key"), two.get("key")) == (None, b"other")
