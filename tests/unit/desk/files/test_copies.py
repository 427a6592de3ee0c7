import pytest

from plugins.desk.files.copies import backup_of, copies_among, original_of

ORIGINAL = "articles/2023/a text.md"
COPIES = [
    "articles/2023/a text (conflicted copy).md",
    "articles/2023/a text (Mei's conflicted copy 2023-11-24).md",
    "articles/2023/a text (conflicted copy 2023-11-24 093000).md",
    "articles/2023/a text (Case Conflict).md",
    "articles/2023/a text (1).md",
    "articles/2023/a text (12).md",
    "articles/2023/a text 2.md",
    "articles/2023/a text copy.md",
    "articles/2023/a text copy 3.md",
    "articles/2023/a text - Copy.md",
    "articles/2023/a text - Copy (2).md",
    "articles/2023/a text - Kopie.md",
    "articles/2023/Copy of a text.md",
    "articles/2023/Copy (2) of a text.md",
    "articles/2023/Kopie von a text.md",
    "articles/2023/Copie de a text.md",
    "articles/2023/a text 副本.md",
    "articles/2023/a text的副本.md",
    "articles/2023/a textのコピー.md",
    "articles/2023/a text - 副本.md",
    "articles/2023/a text.sync-conflict-20231124-093000-ABCDEFG.md",
    "articles/2023/a text_LOCAL_4711.md",
    "articles/2023 2/a text.md",
    "articles/2023 copy/a text.md",
]


@pytest.mark.parametrize("path", COPIES)
def test_a_copy_is_known_by_its_name_if_the_original_is_there(path: str) -> None:
    assert original_of(path, {ORIGINAL}.__contains__) == ORIGINAL
    assert original_of(path, {path}.__contains__) is None


@pytest.mark.parametrize(
    "path",
    [
        ORIGINAL,
        "articles/2023/a text-2.md",
        "articles/2023/a text 2023.md",
        "articles/2023/a text 1.md",
        "articles/2023/a text (part two).md",
        "articles/2023/copy.md",
        "articles/2023/a text about copy.md",
        "articles/2024/a text 2.md",
        "articles/2023/a text 2.markdown",
    ],
)
def test_a_text_of_another_name_is_no_copy(path: str) -> None:
    assert original_of(path, {ORIGINAL}.__contains__) is None


def test_copies_are_found_among_texts_and_pictures_are_left() -> None:
    paths = ["articles/a.md", "articles/a 2.md", "articles/b 2.md", "articles/c.webp", "articles/c 2.webp"]

    assert copies_among(paths) == ["articles/a 2.md"]


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("a.md~", "a.md"),
        ("a.md.orig", "a.md"),
        ("a.md.bak", "a.md"),
        ("a.md", None),
        ("~a.md", None),
        (".orig", None),
    ],
)
def test_an_old_state_is_known_by_its_name(name: str, original: str | None) -> None:
    assert backup_of(name) == original
