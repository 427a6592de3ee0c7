from pathlib import Path

from plugins.desk.files.own_tables import EmbedWords, OwnTables
from plugins.newsroom.embeds.embed_cache import NO_NOTES, EmbedCache, EmbedNotes
from plugins.stet.facts import View

VIDEO = "https://vimeo.com/12345"


def test_tables_are_equal_as_long_as_both_files_are(tmp_path: Path) -> None:
    first = OwnTables.in_folder(tmp_path, "content")
    (tmp_path / "embeds.toml").write_text("# Nothing.\n", encoding="utf-8")

    assert OwnTables.in_folder(tmp_path, "content") != first
    assert OwnTables.in_folder(tmp_path, "content") == OwnTables.in_folder(tmp_path, "content")


def test_words_are_read_once_and_only_when_asked_for() -> None:
    readings: list[int] = []

    def read() -> EmbedCache:
        readings.append(1)
        return EmbedCache(notes={VIDEO: EmbedNotes(title="Prices", picture="/pictures/embeds/a.jpg")})

    words = EmbedWords(read)
    before = len(readings)
    found = (words.picture(VIDEO), words.picture("https://vimeo.com/1"), words.notes(View({}), "https://vimeo.com/1"))

    assert found == ("pictures/embeds/a.jpg", None, NO_NOTES)
    assert (before, len(readings), [*words.digests(None)]) == (0, 1, [VIDEO])
