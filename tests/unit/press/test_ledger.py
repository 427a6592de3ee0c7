import json

import pytest

from plugins.press.ledger import Ledger


def test_the_ledger_lists_files_by_path_with_hash_and_size() -> None:
    ledger = Ledger()

    ledger.record("b.html", b"bb")
    ledger.record("a.html", b"")

    assert list(json.loads(ledger.to_json()).items()) == [
        ("a.html", {"bytes": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}),
        ("b.html", {"bytes": 2, "sha256": "3b64db95cb55c763391c707108489ae18b4112d783300de38e033b4c98c3deaf"}),
    ]


def test_two_pages_at_the_same_path_are_refused() -> None:
    ledger = Ledger()
    ledger.record("about/index.html", b"one")

    with pytest.raises(ValueError, match=r"two pages want to be written to 'about/index.html'"):
        ledger.record("about/index.html", b"two")
