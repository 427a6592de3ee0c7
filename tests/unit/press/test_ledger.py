import json

import pytest

from plugins.press.ledger import Ledger, PathTakenError


def test_the_ledger_lists_files_by_path_with_hash_and_size() -> None:
    ledger = Ledger()

    ledger.record("b.html", b"bb", "B")
    ledger.record("a.html", b"", "A")

    assert list(json.loads(ledger.to_json()).items()) == [
        ("a.html", {"bytes": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}),
        ("b.html", {"bytes": 2, "sha256": "3b64db95cb55c763391c707108489ae18b4112d783300de38e033b4c98c3deaf"}),
    ]


def test_a_path_that_two_want_is_refused_and_both_are_named() -> None:
    ledger = Ledger()
    ledger.record("about/index.html", b"one", "the page 'About'")

    with pytest.raises(PathTakenError) as refused:
        ledger.record("about/index.html", b"two", "the page 'About us'")

    assert str(refused.value) == (
        "about/index.html: the page 'About' and the page 'About us' both want to be written there; "
        "change the slug of one of them"
    )
