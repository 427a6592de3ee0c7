from pathlib import Path

import pytest

from plugins.desk.files.inventory import take_inventory
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
            "articles/2023/one.rst",
            "content/articles/2023/one.rst:1:1: warning: a text that nothing reads: '.rst'; "
            "write it as Markdown in 'one.md', or begin its name with '_'",
        ),
        (
            "pages/about.html",
            "content/pages/about.html:1:1: warning: a text that nothing reads: '.html'; "
            "write it as Markdown in 'about.md', or begin its name with '_'",
        ),
        (
            "articles/Draft.PAGES",
            "content/articles/Draft.PAGES:1:1: warning: a document that nothing reads: '.PAGES'; "
            "save its text as Markdown in 'Draft.md', or begin its name with '_'",
        ),
        (
            "one.gdoc",
            "content/one.gdoc:1:1: warning: a document that nothing reads: '.gdoc'; "
            "save its text as Markdown in 'one.md', or begin its name with '_'",
        ),
        (
            "articles/2023/IMG_1.HEIC",
            "content/articles/2023/IMG_1.HEIC:1:1: warning: a picture that nothing reads: '.HEIC'; "
            "export it as 'IMG_1.jpg', or begin its name with '_'",
        ),
        (
            "pictures/scan.tiff",
            "content/pictures/scan.tiff:1:1: warning: a picture that nothing reads: '.tiff'; "
            "export it as 'scan.jpg', or begin its name with '_'",
        ),
        ("word.toml", "content/word.toml:1:1: warning: a file that nothing reads; did you mean 'words.toml'?"),
        (
            "netlify.toml",
            "content/netlify.toml:1:1: warning: a file that nothing reads; "
            "own words stand in words.toml, former addresses in addresses.toml, words of embeds in embeds.toml; "
            "or begin its name with '_'",
        ),
        (
            "pages/words.toml",
            "content/pages/words.toml:1:1: warning: a file that nothing reads; "
            "move it to content/words.toml, where own words are read",
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
            "zzz/one.md",
            "content/zzz:1:1: a folder that nothing reads; known folders are: articles, pages, pictures",
        ),
    ],
)
def test_a_text_that_nobody_would_ever_see_is_a_problem(tmp_path: Path, name: str, problem: str) -> None:
    assert said(write(tmp_path, name)) == [problem]


def test_what_is_read_and_what_is_no_text_is_left_alone(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        "articles/one.md",
        "articles/stall.webp",
        "_notes/one.md",
        ".git/one.md",
        "_todo.md",
        "more/a.csv",
        "articles/one.markdown",
        "pages/ABOUT.MD",
        "articles/_old.rst",
        "articles/report.pdf",
        "robots.txt",
        "google1.html",
        "pictures/LICENSE.txt",
        "articles/#one.md#",
        "articles/.#one.md",
        "articles/notes~",
        "articles/a.orig",
        "more/b.docx",
    )

    assert said(root) == []


@pytest.mark.parametrize(
    ("copy", "problem"),
    [
        (
            "one (conflicted copy).md",
            "a copy of 'one.md', which is not published; take over what is new",
        ),
        (
            "one 2.md",
            "a copy of 'one.md', which is not published; take over what is new in it and",
        ),
        ("one.md.orig", "notice: an old state of 'one.md', which nothing reads; delete it if nobody needs it"),
        ("one.md~", "notice: an old state of 'one.md', which nothing reads; delete it if nobody needs it"),
    ],
)
def test_a_copy_beside_its_original_is_told(tmp_path: Path, copy: str, problem: str) -> None:
    root = write(tmp_path, "articles/one.md", f"articles/{copy}")

    assert [line[: len(problem) + len(f"content/articles/{copy}:1:1: ")] for line in said(root)] == [
        f"content/articles/{copy}:1:1: {problem}"
    ]


def test_a_text_in_the_copy_of_a_folder_is_told(tmp_path: Path) -> None:
    root = write(tmp_path, "articles/live/index.md", "articles/live copy/index.md")

    assert [line.partition("; ")[0] for line in said(root)] == [
        "content/articles/live copy/index.md:1:1: a text in a copy of the folder 'live', which is not published"
    ]


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
        ("articles/one.markdown", False),
        ("articles/ONE.MD", False),
        ("articles/one.rst", True),
        ("articles/one.pages", True),
        ("pictures/one.heic", True),
        ("pictures/one.txt", False),
        ("articles/one.md.orig", True),
        ("one.gdoc", True),
        ("robots.txt", False),
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
    assert [is_open(name) for name in ("_notes", ".git", "#one.md#", "one_.md")] == [False, False, False, True]


def test_a_content_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert said(tmp_path / "none") == ["content:1:1: no content folder; make one, or set PATH to where it is"]


def test_a_move_that_was_stopped_half_way_is_told(tmp_path: Path) -> None:
    root = write(tmp_path, ".moving/plan.json")

    assert take_inventory(root).has_strays
    assert said(root) == ["content/.moving:1:1: a move that was stopped half way; finish it: make move"]
