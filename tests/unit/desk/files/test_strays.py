from pathlib import Path

import pytest

from plugins.desk.files.strays import is_open, is_suspicious, stray_files

KINDS = ("articles", "pages")


def write(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")
    return root


def said(root: Path) -> list[str]:
    return [str(problem) for problem in stray_files(root, "content", KINDS)]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (
            "articles/2023/one.markdown",
            "content/articles/2023/one.markdown:1:1: a text that nothing reads: its name ends in '.markdown'; "
            "call it 'one.md'",
        ),
        (
            "pages/ABOUT.MD",
            "content/pages/ABOUT.MD:1:1: a text that nothing reads: its name ends in '.MD'; call it 'ABOUT.md'",
        ),
        (
            "one.md",
            "content/one.md:1:1: a text that nothing reads here; "
            "move it to one of the folders articles, pages, or begin its name with '_'",
        ),
        (
            "pictures/2023/one.md",
            "content/pictures/2023/one.md:1:1: a text that nothing reads here; "
            "move it to one of the folders articles, pages, or begin its name with '_'",
        ),
        ("artcles/a/one.md", "content/artcles:1:1: a folder that nothing reads; did you mean 'articles'?"),
        (
            "zzz/one.markdown",
            "content/zzz:1:1: a folder that nothing reads; known folders are: articles, pages, pictures",
        ),
    ],
)
def test_a_text_that_nobody_would_ever_see_is_a_problem(tmp_path: Path, name: str, problem: str) -> None:
    assert said(write(tmp_path, name)) == [problem]


def test_what_is_read_and_what_is_no_text_is_left_alone(tmp_path: Path) -> None:
    root = write(
        tmp_path, "articles/one.md", "articles/stall.webp", "_notes/one.md", ".git/one.md", "_todo.md", "more/a.csv"
    )

    assert said(root) == []


def test_a_link_to_a_folder_of_texts_is_a_problem(tmp_path: Path) -> None:
    root = write(tmp_path / "content", "articles/one.md")
    (root / "articles/2023").symlink_to(write(tmp_path / "elsewhere", "two.md"), target_is_directory=True)

    assert said(root) == [
        "content/articles/2023:1:1: a link to a folder, which nothing follows; put the folder itself here"
    ]


@pytest.mark.parametrize(
    ("path", "suspicious"),
    [
        ("articles/one.md", False),
        ("articles/2023/one.md", False),
        ("articles/one.markdown", True),
        ("articles/ONE.MD", True),
        ("articles/one.pdf", False),
        ("pictures/one.md", True),
        ("artcles/one.md", True),
        ("one.md", True),
        ("articles.md", True),
        ("README", False),
    ],
)
def test_a_text_that_may_be_lost_is_known_by_its_path(path: str, suspicious: bool) -> None:
    assert is_suspicious(path, KINDS) == suspicious


def test_names_that_begin_with_a_sign_are_left_alone() -> None:
    assert [is_open(name) for name in ("_notes", ".git", "one_.md")] == [False, False, True]


def test_a_content_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert said(tmp_path / "none") == ["content:1:1: no content folder; make one, or set PATH to where it is"]
