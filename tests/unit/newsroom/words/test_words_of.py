from pathlib import Path
from typing import Any

import pytest

from plugins.newsroom.words.words_of import words_by_language, words_of, words_problems


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


def declaring(folder: Path, *declared: str) -> dict[str, Any]:
    return settings(folder) | {"DESK": {"languages": {lang: {} for lang in declared}}}


def test_each_declared_language_has_its_words(tmp_path: Path) -> None:
    found = words_by_language(declaring(tmp_path, "id", "zh-TW"))

    assert {lang: words.latest for lang, words in found.items()} == {"": "Latest", "id": "Terbaru", "zh-TW": "最新文章"}
    assert [words.lang for words in found.values()] == ["en", "id", "zh-TW"]


def test_a_declared_language_has_own_phrases_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "words.id.toml").write_text('latest = "Paling baru"', encoding="utf-8")

    found = words_by_language(declaring(tmp_path, "id"))

    assert {lang: words.latest for lang, words in found.items()} == {"": "Latest", "id": "Paling baru"}


def test_mistakes_in_each_file_are_told_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("words.toml", "words.id.toml"):
        Path(name).write_text('latset = "New"\nreading = { one = "{n}" }', encoding="utf-8")

    problems = words_problems(declaring(tmp_path, "id"))

    assert [(problem.path, problem.line, problem.what) for problem in problems] == [
        ("words.toml", 1, "unknown phrase 'latset'"),
        ("words.toml", 2, "reading lacks the form 'other'"),
        ("words.id.toml", 1, "unknown phrase 'latset'"),
        ("words.id.toml", 2, "reading: this language has no form 'one'"),
        ("words.id.toml", 2, "reading lacks the form 'other'"),
    ]


def test_words_of_a_language_that_nobody_declares_are_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("words.ms.toml").write_text('latest = "Terkini"', encoding="utf-8")

    (problem,) = words_problems(declaring(tmp_path, "id"))

    assert (problem.path, problem.severity.word) == ("words.ms.toml", "warning")
    assert problem.what == "own words in a language that the publication does not declare, which nothing reads"
