"""Which files of a folder are read again: `Sources` reads as all other builds do, files whose changes are settled."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from plugins.stet.sources import LargeFile, ReadSource, SourceFolder, SourceRecord, Sources, streamed_digest
from plugins.stet.state.database import Database
from plugins.stet.state.signatures import SOURCE_MARGIN, UNSETTLED, scan
from plugins.stet.workers import Spread
from tests.unit.stet.conftest import LONG_AGO, write

FILES = {"a.md": "one", "b.md": "two", "in/c.md": "three"}


def text_of(path: str, data: bytes | LargeFile | OSError) -> SourceRecord:
    """Return a text that shows all that it was read from."""
    said = data.decode() if isinstance(data, bytes) else f"cannot be read ({data.strerror})"
    return SourceRecord((path, said), said[:1].encode(), said.encode(), {"whole": said.encode()} if said else {})


@dataclass
class Reading:
    """Reads a folder again and again, as builds do one after the other."""

    root: Path
    texts: Sources
    now: int = 2 * LONG_AGO
    """The time at which the files are looked at: far from now, so that all are settled."""
    key: bytes = b"key"
    spread: Spread = field(default_factory=lambda: Spread(1))

    def __call__(self, read: ReadSource = text_of) -> list[str]:
        """Return the paths of what was read."""
        files = dict(scan(self.root, lambda _: True, []))
        return sorted(self.texts.refresh(SourceFolder(self.root, files, self.now, self.key), lambda: read, self.spread))

    @property
    def said(self) -> dict[str, str]:
        return {path: self.texts.light(path)[1] for path in self.texts.known}


@pytest.fixture
def reading(tmp_path: Path, database: Database) -> Reading:
    """ReadSource a folder for the first time."""
    reading = Reading(write(tmp_path / "content", FILES), Sources(database))
    assert reading() == sorted(FILES)
    return reading


def never(path: str, data: bytes | LargeFile | OSError) -> SourceRecord:
    raise AssertionError(f"{path} was read")


def test_what_has_not_changed_is_not_read_again(reading: Reading) -> None:
    assert reading(never) == []
    assert reading.said == FILES


def test_while_nothing_is_to_be_read_nobody_asks_for_a_reader(reading: Reading) -> None:
    def reader() -> ReadSource:
        raise AssertionError

    files = dict(scan(reading.root, lambda _: True, []))

    assert reading.texts.refresh(SourceFolder(reading.root, files, reading.now, b"key"), reader, Spread(1)) == []


def test_other_words_of_the_same_size_and_time_are_noticed(reading: Reading) -> None:
    status = (reading.root / "a.md").stat()
    (reading.root / "a.md").write_text("eno")
    os.utime(reading.root / "a.md", ns=(status.st_atime_ns, status.st_mtime_ns))

    assert reading() == ["a.md"]
    assert reading.said["a.md"] == "eno"


def test_a_file_that_was_touched_is_not_read_again(reading: Reading) -> None:
    (reading.root / "a.md").touch()

    assert reading(never) == []


def test_an_older_file_that_is_put_back_is_read(reading: Reading) -> None:
    write(reading.root, {"old/a.md": "older"})
    os.utime(reading.root / "old/a.md", ns=(LONG_AGO, LONG_AGO))
    (reading.root / "old/a.md").replace(reading.root / "a.md")

    assert reading() == ["a.md"]
    assert reading.said["a.md"] == "older"


def test_a_file_that_is_renamed_is_read_under_its_new_name_alone(reading: Reading) -> None:
    (reading.root / "a.md").rename(reading.root / "z.md")

    assert reading() == ["z.md"]
    assert reading.said == {"b.md": "two", "in/c.md": "three", "z.md": "one"}


def test_a_name_in_other_letters_is_another_name(reading: Reading) -> None:
    (reading.root / "a.md").rename(reading.root / "A.md")

    assert reading() == ["A.md"]
    assert "a.md" not in reading.said


def test_two_files_that_change_places_are_both_read(reading: Reading) -> None:
    (reading.root / "a.md").rename(reading.root / "x")
    (reading.root / "b.md").rename(reading.root / "a.md")
    (reading.root / "x").rename(reading.root / "b.md")

    assert reading() == ["a.md", "b.md"]
    assert (reading.said["a.md"], reading.said["b.md"]) == ("two", "one")


def test_a_file_that_is_gone_is_forgotten_with_all_its_parts(reading: Reading, database: Database) -> None:
    (reading.root / "a.md").unlink()

    assert reading(never) == []
    assert database.rows("SELECT path FROM sources ORDER BY path") == [("b.md",), ("in/c.md",)]
    with pytest.raises(KeyError):
        reading.texts.part("a.md", "whole")
    with pytest.raises(KeyError):
        reading.texts.light("a.md")


def test_a_part_that_a_text_no_longer_has_is_gone(reading: Reading) -> None:
    write(reading.root, {"a.md": ""})
    reading()

    with pytest.raises(KeyError, match=r"a\.md: no whole"):
        reading.texts.part("a.md", "whole")


def test_an_unsettled_file_is_looked_at_again_and_read_if_it_has_changed(tmp_path: Path, database: Database) -> None:
    reading = Reading(write(tmp_path / "content", FILES), Sources(database))
    reading.now = (reading.root / "a.md").stat().st_ctime_ns + SOURCE_MARGIN - 1
    reading()
    (before,) = {reading.texts.known[path].signature for path in ("a.md",)}

    # A change in the same tick of the clock: nothing of it can be seen from outside.
    status = (reading.root / "a.md").stat()
    (reading.root / "a.md").write_text("eno")
    os.utime(reading.root / "a.md", ns=(status.st_atime_ns, status.st_mtime_ns))

    assert before == UNSETTLED
    assert reading() == ["a.md"]


def test_an_unsettled_file_that_stays_the_same_is_settled_later(tmp_path: Path, database: Database) -> None:
    reading = Reading(write(tmp_path / "content", FILES), Sources(database), now=0)
    reading()
    reading.now = 2 * LONG_AGO

    assert reading(never) == []
    assert UNSETTLED not in {known.signature for known in reading.texts.known.values()}


def test_under_another_key_all_is_read_again(reading: Reading) -> None:
    reading.key = b"other"

    assert reading() == sorted(FILES)
    assert (reading(never), reading.texts.key) == ([], b"other")


def test_the_next_build_finds_what_this_one_has_read(reading: Reading, database: Database) -> None:
    reading.texts = Sources(database)

    assert reading(never) == []
    assert reading.said == FILES
    assert reading.texts.part("in/c.md", "whole") == b"three"
    assert reading.texts.key == b"key"


def test_a_file_that_cannot_be_read_is_told_and_tried_again(reading: Reading) -> None:
    """As one is that could not be opened for a moment: it does not look any different once it can be."""
    (reading.root / "d.md").symlink_to(reading.root / "gone")

    assert reading() == ["d.md"]
    assert reading.said["d.md"] == "cannot be read (No such file or directory)"
    assert reading() == ["d.md"]
    write(reading.root, {"gone": "there"})
    assert reading() == ["d.md", "gone"]
    assert (reading(never), reading.said["d.md"]) == ([], "there")


def test_many_files_are_read_by_workers_as_by_one(tmp_path: Path) -> None:
    root = write(tmp_path / "content", {f"{number}.md": f"{number}" for number in range(350)})

    one, two = (Reading(root, Sources(), spread=Spread(count)) for count in (1, 2))

    assert one() == two()
    assert (one.said, list(one.texts.known)) == (two.said, list(two.texts.known))
    assert one.texts.part("7.md", "whole") == two.texts.part("7.md", "whole") == b"7"


def test_it_is_told_how_far_reading_has_come(tmp_path: Path) -> None:
    root = write(tmp_path / "content", {f"{number}.md": f"{number}" for number in range(250)})
    heard: list[tuple[str, int, int]] = []
    progress: Callable[[str, int, int], None] = lambda *said: heard.append(said)  # noqa: E731  # of a type of its own

    files = dict(scan(root, lambda _: True, []))
    Sources().refresh(SourceFolder(root, files, 0, b""), lambda: text_of, Spread(1), progress)

    assert heard == [("Reading", 100, 250), ("Reading", 200, 250), ("Reading", 250, 250)]


def test_what_is_kept_of_a_text_are_the_digests_that_the_reader_gave(reading: Reading) -> None:
    known = reading.texts.known["in/c.md"]

    assert (known.listing, known.digests) == (b"t", b"three")


def test_a_large_file_is_read_as_far_as_its_reader_wants_and_again_only_if_it_changed(
    tmp_path: Path, database: Database
) -> None:
    root, sources, met = write(tmp_path / "content", {"a.md": "one", "talk.mp3": "sound"}), Sources(database), []

    def read(path: str, data: bytes | LargeFile | OSError) -> SourceRecord:
        met.append((path, type(data)))
        digest = data.digest if isinstance(data, LargeFile) else b""
        return SourceRecord((path, digest), digest, b"", {})

    def refresh() -> list[str]:
        files = dict(scan(root, lambda _: True, []))
        folder = SourceFolder(root, files, 2 * LONG_AGO, b"key", lambda path: path.endswith(".mp3"))
        return sources.refresh(folder, lambda: read, Spread(1))

    assert sorted(refresh()) == ["a.md", "talk.mp3"]
    assert sorted(met) == [("a.md", bytes), ("talk.mp3", LargeFile)]
    assert sources.light("talk.mp3")[1] == sources.known["talk.mp3"].digest == streamed_digest(root / "talk.mp3")
    assert refresh() == []
    write(root, {"talk.mp3": "other"})
    assert refresh() == ["talk.mp3"]


def test_a_large_file_that_cannot_be_opened_is_told_to_its_reader(tmp_path: Path, database: Database) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.mp3").symlink_to("nowhere")
    sources = Sources(database)
    files = dict(scan(tmp_path / "content", lambda _: True, []))

    sources.refresh(SourceFolder(tmp_path / "content", files, 0, b"", lambda _: True), lambda: text_of, Spread(1))

    assert sources.light("a.mp3")[1].startswith("cannot be read")
