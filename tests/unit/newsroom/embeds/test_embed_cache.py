from datetime import date
from pathlib import Path

import pytest

from plugins.newsroom.embeds.embed_cache import EmbedCache, EmbedFile, EmbedNotes, read_embed_cache

VIDEO = "https://video.example/1"
ENTRY = f"""# What our cards say.
["{VIDEO}"]
title = "How prices are set"
author = "Ana Lim"
date = 2026-11-20
fetched = 2026-11-30
picture = "/pictures/embeds/video-1.jpg"
"""


def canonical(address: str) -> str | None:
    return address.replace("http:", "https:").removesuffix("?s=1") if "video.example" in address else None


def read(text: str) -> EmbedCache:
    return read_embed_cache("content/embeds.toml", text.encode(), canonical)


def test_an_entry_gives_the_words_of_a_card() -> None:
    cache = read(ENTRY)

    notes = EmbedNotes(
        title="How prices are set",
        author="Ana Lim",
        date=date(2026, 11, 20),
        picture="/pictures/embeds/video-1.jpg",
    )
    assert (cache.notes, cache.lines, cache.problems) == ({VIDEO: notes}, {VIDEO: 2}, ())


def test_another_form_of_the_address_is_the_same_entry() -> None:
    assert list(read('["http://video.example/1?s=1"]\ntitle = "One"').notes) == [VIDEO]


def test_the_day_of_asking_changes_no_card() -> None:
    assert read(ENTRY).notes == read(ENTRY.replace("fetched = 2026-11-30", "fetched = 2026-12-01")).notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f'{ENTRY}["http://video.example/1"]\n',
            "8:1: 'http://video.example/1' is in line 2 already; bring the two together in one place",
        ),
        (f'["{VIDEO}"]\ntitel = "One"', "2:1: unknown key 'titel'; did you mean 'title'?"),
        (f'["{VIDEO}"]\n\ntitle = 1', "3:1: title has no words: '1'; write it in quotes: title = \"…\""),
        (
            f'["{VIDEO}"]\ndate = "2026"',
            "2:1: date is no day: '2026'; write it without quotes: date = 2026-11-20",
        ),
        (
            f'["{VIDEO}"]\ntitle = "One\\u202e"',
            "2:1: title holds a character that cannot be seen, U+202E; take it away",
        ),
        (
            f'["{VIDEO}"]\ndid = "did:plc:a/b"',
            "2:1: did is no account of Bluesky: 'did:plc:a/b'; write it as \"did:plc:…\", or take it away",
        ),
        (
            'title = "One"',
            "1:1: 'title' stands outside of an entry; "
            'write ["https://video.example/watch?v=1"] on a line, and below it title = "…"',
        ),
        (
            '["https://other.example/"]',
            "1:1: 'https://other.example/' is no address of an embed; "
            "write the full address of one video, post or episode of a host that is known, or take it away",
        ),
        (
            f'["{VIDEO}"]\n["{VIDEO}"]',
            f"2:27: TOML that cannot be read: Cannot declare ('{VIDEO}',) twice; "
            "each name stands once; bring the two together in one place",
        ),
        (
            f'["{VIDEO}"]\ntitle = One',
            "2:9: TOML that cannot be read: Invalid value; "
            'write ["https://video.example/watch?v=1"] on a line, and below it title = "…"',
        ),
    ],
)
def test_a_mistake_is_told_at_its_line(text: str, expected: str) -> None:
    assert [str(problem) for problem in read(text).problems] == [f"content/embeds.toml:{expected}"]


def test_one_wrong_key_leaves_the_others() -> None:
    assert read(f'["{VIDEO}"]\ntitle = 1\nauthor = "Ana"').notes == {VIDEO: EmbedNotes(author="Ana")}


def test_bytes_that_are_no_text_are_told() -> None:
    cache = read_embed_cache("content/embeds.toml", b'["x"]\n\xff', canonical)

    assert [str(problem) for problem in cache.problems] == [
        "content/embeds.toml:2:1: text that is not UTF-8; save the file as UTF-8"
    ]


def test_a_folder_without_the_file_has_no_entries(tmp_path: Path) -> None:
    assert EmbedFile.in_folder(tmp_path, "content").read(canonical) == EmbedCache(path="content/embeds.toml")


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "embeds.toml").mkdir()

    problems = EmbedFile.in_folder(tmp_path, "content").read(canonical).problems

    assert [str(problem) for problem in problems] == [
        "content/embeds.toml:1:1: cannot be read: Is a directory; "
        "make it a file that this user may read, or take it away"
    ]
