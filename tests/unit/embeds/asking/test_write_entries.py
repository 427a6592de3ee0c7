import tomllib
from datetime import date
from pathlib import Path

import pytest

from plugins.embeds.asking.write_entries import append_entries, differences, entry_text, with_entries
from plugins.newsroom.embeds.embed_cache import EmbedNotes, read_embed_cache

VIDEO, DAY = "https://video.example/1", date(2026, 11, 30)


@pytest.mark.parametrize("title", ["Plain", 'Say "so" \\ and\ttab', "Emoji 🎬 الأسعار", "[x]\n= y #", "'''"])
def test_an_entry_is_read_as_it_was_written(title: str) -> None:
    notes = EmbedNotes(title=title, text="T", author="A", date=DAY, picture="/p", credit="C", did="did:plc:a")

    data = with_entries(b"", [entry_text(VIDEO, notes, DAY)])

    assert read_embed_cache("f", data, lambda address: address).notes == {VIDEO: notes}
    assert tomllib.loads(data.decode())[VIDEO]["fetched"] == DAY


def test_empty_keys_are_left_out() -> None:
    expected = f'["{VIDEO}"]\ntitle = "One"\nfetched = 2026-11-30\n'

    assert entry_text(VIDEO, EmbedNotes(title="One"), DAY) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (b"# Ours.\n[a]\n", b"# Ours.\n[a]\n\n[b]\n"),
        (b"# Ours.\n[a]", b"# Ours.\n[a]\n\n[b]\n"),
        (b"\xef\xbb\xbf[a]\r\n", b"\xef\xbb\xbf[a]\r\n\r\n[b]\r\n"),
    ],
)
def test_all_that_people_have_written_stays(before: bytes, expected: bytes) -> None:
    assert with_entries(before, ["[b]\n"]) == expected


def test_a_new_file_says_what_it_is(tmp_path: Path) -> None:
    append_entries(tmp_path / "embeds.toml", ["[a]\n", "[b]\n"])

    written = (tmp_path / "embeds.toml").read_text(encoding="utf-8")
    assert written.startswith("# Words on cards of embeds. `make embeds`")
    assert written.endswith("\n\n[a]\n\n[b]\n")


def test_a_difference_is_told_by_key_but_not_one_of_the_picture_or_of_what_a_host_does_not_say() -> None:
    known = EmbedNotes(title="Old", text="Ours", picture="/p", credit="C")

    found = list(differences(known, EmbedNotes(title="New", author="Ana")))

    assert found == ['title = "Old", and now "New"', 'author = nothing, and now "Ana"']
