from pathlib import Path
from typing import Any

import pytest

from plugins.newsroom.words.words_of import words_of, words_problems


def settings(folder: Path, lang: Any = "en", own: bytes = b"") -> dict[str, Any]:
    if own:
        (folder / "words.toml").write_bytes(own)
    return {"PATH": str(folder), "DEFAULT_LANG": lang}


def test_words_are_in_the_language_of_the_publication(tmp_path: Path) -> None:
    assert words_of(settings(tmp_path, "id")).latest == "Terbaru"


def test_the_direction_is_that_of_the_language(tmp_path: Path) -> None:
    assert [words_of(settings(tmp_path, lang)).direction for lang in ("ar", "id")] == ["rtl", "ltr"]


def test_own_phrases_come_first_and_an_edit_is_seen(tmp_path: Path) -> None:
    found = [words_of(settings(tmp_path, "en", own)).latest for own in (b'latest = "New"', b'latest = "Newest"')]

    assert found == ["New", "Newest"]


def test_a_byte_order_mark_is_no_phrase(tmp_path: Path) -> None:
    assert words_problems(settings(tmp_path, "en", b'\xef\xbb\xbflatest = "New"')) == []


def test_a_file_in_another_encoding_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    problems = words_problems(settings(tmp_path, "en", b'latest = "New"\nby = "\xe9"'))

    assert [(problem.path, problem.line, problem.what) for problem in problems] == [
        ("words.toml", 2, "text that is not UTF-8")
    ]


def test_a_language_without_words_is_named_with_those_that_there_are(tmp_path: Path) -> None:
    (problem,) = words_problems(settings(tmp_path, "xx"))

    assert problem.what == "DEFAULT_LANG: there are no words for the language 'xx'"
    assert "zh-Hant" in problem.remedy


def test_a_language_may_have_all_its_words_from_the_publisher(tmp_path: Path) -> None:
    known = settings(tmp_path, "sw", b'latest = "Mpya"')

    assert words_of(known).latest == "Mpya"
    assert [problem.severity.word for problem in words_problems(known)] == ["warning"]


@pytest.mark.parametrize("lang", [None, 3, "Bahasa Indonesia"])
def test_what_is_no_language_is_told_elsewhere(tmp_path: Path, lang: Any) -> None:
    assert words_problems(settings(tmp_path, lang)) == []


def test_one_text_may_stand_for_every_number(tmp_path: Path) -> None:
    words = words_of(settings(tmp_path, "en", b'reading = "Takes {n}"'))

    assert [words.reading(number) for number in (1, 1234)] == ["Takes 1", "Takes 1,234"]


def test_words_that_are_no_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "words.toml").mkdir()
    (problem,) = words_problems(settings(tmp_path))

    assert problem.what == "cannot be read: Is a directory"
    assert words_of(settings(tmp_path)).latest == "Latest"
