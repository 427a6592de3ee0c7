from collections.abc import Callable

import pytest

from plugins.stet.facts import Facts, Key, trace_of
from plugins.stet.outputs import Output
from plugins.stet.state.database import Database
from plugins.stet.state.ledger import FileContent, KnownFile, Ledger, LedgerEntry


@pytest.fixture
def ledger(database: Database) -> Ledger:
    return Ledger(database)


def entry(path: str, *read: Key, words: str = "words", why: str = "it is new") -> LedgerEntry:
    content = FileContent(f"f {words}".encode(), words.encode(), len(words), why, 1)
    output = Output(path, "page", (path, ("a", 1), None))
    return LedgerEntry(output, f"spec {path}".encode(), content, f"signature {words}".encode(), trace_of(read))


def enter(ledger: Ledger, *entries: LedgerEntry, removed: tuple[str, ...] = ()) -> None:
    ledger.enter(entries, removed, 1)


def made_from(ledger: Ledger, *facts: Key) -> list[str]:
    """Return the paths of the files that were made from one of the facts."""
    paths = {known.number: path for path, known in ledger.known_files().items()}
    return sorted(paths[number] for number in ledger.made_from(facts))


ONE, TWO, THREE = ("article", "one"), ("article", "two"), ("article", "three")


def test_what_was_entered_is_known(ledger: Ledger) -> None:
    one = entry("a.html", ONE, TWO)

    enter(ledger, one, entry("b.html"))

    assert ledger.entry("a.html") == one
    assert ledger.contents(["a.html", "none.html"]) == {"a.html": one.content}
    assert ledger.known_files()["a.html"] == KnownFile(1, one.spec, one.signature)
    assert list(ledger.known_files()) == ["a.html", "b.html"]
    assert ledger.entry("none.html") is None


def test_files_are_found_by_the_facts_that_they_were_made_from(ledger: Ledger) -> None:
    enter(ledger, entry("a.html", ONE, TWO), entry("b.html", TWO), entry("c.html"))

    assert made_from(ledger, ONE) == ["a.html"]
    assert made_from(ledger, TWO, THREE) == ["a.html", "b.html"]
    assert made_from(ledger, THREE) == []


def test_a_file_that_is_made_from_other_facts_is_found_by_these_alone(ledger: Ledger) -> None:
    enter(ledger, entry("a.html", ONE, TWO), entry("b.html", ONE))

    enter(ledger, entry("a.html", TWO, THREE))

    assert made_from(ledger, ONE) == ["b.html"]
    assert made_from(ledger, TWO) == made_from(ledger, THREE) == ["a.html"]


def test_a_file_keeps_its_number_and_no_number_serves_two(ledger: Ledger) -> None:
    enter(ledger, entry("a.html"), entry("b.html"))

    enter(ledger, entry("c.html"), entry("a.html", words="other"), removed=("b.html",))

    numbers = {path: known.number for path, known in ledger.known_files().items()}
    assert numbers == {"a.html": 1, "c.html": 3}


def test_a_file_that_is_removed_leaves_no_link(ledger: Ledger, database: Database) -> None:
    enter(ledger, entry("a.html", ONE, TWO), entry("b.html", TWO))

    enter(ledger, removed=("a.html",))

    assert list(ledger.known_files()) == ["b.html"]
    assert (made_from(ledger, ONE), made_from(ledger, TWO)) == ([], ["b.html"])
    assert database.rows("SELECT count(*) FROM links") == [(1,)]


@pytest.mark.slow
def test_more_facts_than_fit_into_one_query_are_looked_up(ledger: Ledger) -> None:
    facts = [("article", str(number)) for number in range(1201)]
    enter(ledger, *(entry(f"{number:04}.html", fact) for number, fact in enumerate(facts)))

    assert len(made_from(ledger, *facts)) == 1201
    assert len(ledger.contents([f"{number:04}.html" for number in range(1201)])) == 1201


def test_a_file_can_be_asked_what_it_was_asked_to_be(ledger: Ledger) -> None:
    enter(ledger, entry("a.html"))

    assert ledger.asked("a.html") == Output("a.html", "page", ("a.html", ("a", 1), None))
    with pytest.raises(KeyError):
        ledger.asked("none.html")


def test_a_file_is_found_as_it_was_asked_for(ledger: Ledger) -> None:
    enter(ledger, entry("a.html"), entry("b.html"))

    assert ledger.asked("b.html") == entry("b.html").output
    with pytest.raises(KeyError):
        ledger.asked("none.html")


def test_another_signature_changes_nothing_else(ledger: Ledger) -> None:
    one = entry("a.html", ONE)
    enter(ledger, one)

    ledger.keep_signatures({"a.html": b"later"})

    assert ledger.entry("a.html") == one._replace(signature=b"later")


def test_facts_are_kept_where_they_have_changed(ledger: Ledger) -> None:
    before = {"a": Facts(b"1", {"x": b"1"}), "gone": Facts(None, {})}
    ledger.keep_facts(before)

    ledger.keep_facts({"a": before["a"], "b": Facts(None, {"y": b"2"})})

    found = {space: (facts.key, facts.digests) for space, facts in ledger.facts().items()}
    assert found == {"a": (b"1", {"x": b"1"}), "b": (None, {"y": b"2"})}


def test_facts_under_another_key_are_kept_under_that(ledger: Ledger) -> None:
    before = {"a": Facts(b"1", {"x": b"1"})}
    ledger.keep_facts(before)

    ledger.keep_facts({"a": Facts(b"2", {"x": b"1"})})

    assert ledger.facts()["a"].key == b"2"


def test_answers_are_those_of_a_ledger_that_is_opened_anew(database: Database) -> None:
    """After every change: what is kept in memory is what lies in the database."""
    ledger = Ledger(database)
    steps: list[Callable[[], None]] = [
        lambda: enter(ledger, entry("a.html", ONE), entry("b.html", TWO), entry("c.html")),
        lambda: enter(ledger, entry("d.html"), entry("a.html", words="other"), removed=("b.html",)),
        lambda: enter(ledger, removed=("c.html",)),
        lambda: ledger.keep_signatures({"a.html": b"later"}),
        lambda: ledger.keep_facts({"a": Facts(b"1", {"x": b"1"}), "b": Facts(None, {})}),
        lambda: ledger.keep_facts({"a": ledger.facts()["a"], "c": Facts(None, {"y": b"2"})}),
        lambda: ledger.keep_folders({"": b"1", "a": b"1"}, set()),
        lambda: ledger.keep_folders({"": b"2"}, {"a", "none"}),
    ]

    for step in steps:
        step()

        assert answers(ledger) == answers(Ledger(database))


def answers(ledger: Ledger) -> tuple[object, ...]:
    facts = {space: (found.key, found.digests) for space, found in ledger.facts().items()}
    return ledger.known_files(), facts, ledger.folders()


def test_an_answer_stays_as_it_was_given(ledger: Ledger) -> None:
    enter(ledger, entry("a.html"))
    before = ledger.known_files()

    enter(ledger, entry("b.html"), removed=("a.html",))

    assert list(before) == ["a.html"]


def test_folders_come_and_go(ledger: Ledger) -> None:
    ledger.keep_folders({"": b"1", "a": b"1", "b": b"1"}, set())

    ledger.keep_folders({"a": b"2"}, {"b", "none"})

    assert ledger.folders() == {"": b"1", "a": b"2"}
