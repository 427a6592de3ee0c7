from pathlib import Path

from plugins.desk.files.own_tables import EmbedWords, OwnTables
from plugins.newsroom.embeds.embed_cache import NO_NOTES, EmbedCache, EmbedNotes
from plugins.stet.facts import View
from tests.unit.desk.conftest import SVG, Load, article

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


def test_an_edit_of_one_entry_changes_the_words_of_that_embed_alone(load_content: Load) -> None:
    texts = {"articles/2023/11/one.md": article(body=f"{VIDEO}\n\nhttps://vimeo.com/99")}
    other = '["https://vimeo.com/99"]\ntitle = "Shelves"\n'

    before = load_content({**texts, "embeds.toml": f'["{VIDEO}"]\ntitle = "Prices"\n{other}'})
    before.structure  # noqa: B018 - the files are others below
    after = load_content(
        {**texts, "embeds.toml": f'# Ours.\n["{VIDEO}"]\ntitle = "Costs"\nfetched = 2026-11-30\n{other}'}
    )

    assert before.changes(after) == {("embed notes", VIDEO)}


def test_only_pictures_of_cards_that_are_shown_are_published(load_content: Load) -> None:
    entries = '["{}"]\npicture = "/pictures/embeds/{}.svg"\n'
    files = {
        "articles/2023/11/one.md": article(body=VIDEO),
        "articles/2023/11/two.md": article(title="Two", keys="status: draft\n", body="https://vimeo.com/99"),
        "embeds.toml": entries.format(VIDEO, "shown") + entries.format("https://vimeo.com/99", "draft"),
        "pictures/embeds/shown.svg": SVG,
        "pictures/embeds/draft.svg": SVG,
    }

    assert load_content(files).pictures == ["pictures/embeds/shown.svg"]
