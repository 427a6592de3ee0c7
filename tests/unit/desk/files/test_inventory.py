import os
from pathlib import Path

import pytest

from plugins.desk.files.inventory import KINDS, take_inventory
from plugins.newsroom.front_matter.schema import KINDS as SCHEMA_KINDS
from plugins.newsroom.problems import Severity
from tests.unit.desk.conftest import SVG, Load, article, write


def listed(root: Path) -> list[str]:
    return list(take_inventory(root).files)


def test_the_folders_of_texts_are_those_of_the_schema() -> None:
    assert tuple(SCHEMA_KINDS) == KINDS


def test_texts_and_pictures_are_listed_by_folder_then_path(tmp_path: Path) -> None:
    names = ("pages/b.md", "pages/a.md", "articles/z.md", "articles/a/b.webp", "pictures/x.SVG", "more/photo.jpg")
    write(tmp_path, dict.fromkeys(names, ""))

    assert listed(tmp_path) == [
        "articles/z.md",
        "articles/a/b.webp",
        "more/photo.jpg",
        "pages/a.md",
        "pages/b.md",
        "pictures/x.SVG",
    ]
    assert not take_inventory(tmp_path).has_strays


def test_names_that_begin_with_a_sign_are_not_looked_at(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(("_notes/a.md", ".git/a.md", "articles/_a.md", "articles/_b/c.md", "_d.md"), ""))

    assert listed(tmp_path) == []
    assert not take_inventory(tmp_path).has_strays


@pytest.mark.parametrize("name", ["artcles/one.md", "one.md", "articles/one.rst", "pictures/2023/one.md", "a/b.MD"])
def test_a_text_that_nothing_reads_may_be_lost(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: "", "articles/two.md": ""})

    assert take_inventory(tmp_path).has_strays
    assert listed(tmp_path) == ["articles/two.md"]


@pytest.mark.parametrize("name", ["README", "notes.txt", "articles/talk.pdf", "more/a.csv"])
def test_what_is_no_text_is_not_lost(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: ""})

    assert listed(tmp_path) == [*take_inventory(tmp_path).attachments] == [name] * (name != "README")
    assert not take_inventory(tmp_path).has_strays


@pytest.mark.parametrize("name", ["one.markdown", "ONE.MD", "one.Md", "one.mkd"])
def test_markdown_under_another_suffix_is_read_and_linked_to(load_content: Load, name: str) -> None:
    files = {f"articles/{name}": article("One"), "articles/two.md": article("Two", body=f"[one]({name})")}

    loaded = load_content(files)

    assert loaded.problems == ()
    assert sorted(line.slug for line in loaded.desk.articles) == ["one", "two"]


def test_a_copy_is_no_second_article(tmp_path: Path) -> None:
    names = ("articles/a.md", "articles/a (1).md", "articles/a.webp", "articles/a (1).webp", "articles/b 2.md")
    write(tmp_path, dict.fromkeys(names, ""))

    assert listed(tmp_path) == ["articles/a (1).webp", "articles/a.md", "articles/a.webp", "articles/b 2.md"]
    assert take_inventory(tmp_path).has_strays


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert listed(tmp_path / "none") == []
    assert take_inventory(tmp_path / "none").has_strays


def test_a_picture_may_lie_beside_the_folders(load_content: Load) -> None:
    files = {"logo.svg": SVG, "articles/2023/11/one.md": article(body="![A](/logo.svg)")}

    loaded = load_content(files)

    assert loaded.problems == ()
    assert loaded.pictures == ["logo.svg"]


def test_links_to_files_are_followed(tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"a.md": "123", "a.svg": "1"})
    root = write(tmp_path / "content", {"articles/b.md": ""})
    (root / "articles/a.md").symlink_to(elsewhere / "a.md")
    (root / "a.svg").symlink_to(elsewhere / "a.svg")

    files = take_inventory(root).files

    assert {path: status.st_size for path, status in files.items()} == {
        "a.svg": 1,
        "articles/a.md": 3,
        "articles/b.md": 0,
    }


def test_a_link_that_leads_nowhere_is_a_file_of_its_own_look(tmp_path: Path) -> None:
    write(tmp_path, {"articles/b.md": ""})
    (tmp_path / "articles/a.md").symlink_to(tmp_path / "gone.md")
    (tmp_path / "a.svg").symlink_to(tmp_path / "gone.svg")

    files = take_inventory(tmp_path).files

    assert list(files) == ["articles/a.md", "articles/b.md"]
    assert files["articles/a.md"] == (tmp_path / "articles/a.md").lstat()


def test_a_link_that_leads_to_itself_is_one_that_leads_nowhere(load_content: Load, tmp_path: Path) -> None:
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/a.md").symlink_to("a.md")
    (tmp_path / "content/a.svg").symlink_to("a.svg")

    assert [problem.what for problem in load_content({}).problems] == [
        "a file that cannot be read (Too many levels of symbolic links)"
    ]


def test_a_folder_of_texts_may_be_a_link_itself(tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"a.md": ""})
    (tmp_path / "content").mkdir()
    (tmp_path / "content/articles").symlink_to(elsewhere, target_is_directory=True)

    assert listed(tmp_path / "content") == ["articles/a.md"]
    assert not take_inventory(tmp_path / "content").has_strays


def test_behind_links_to_folders_are_pictures_only(tmp_path: Path) -> None:
    photos = write(tmp_path / "photos", {"a.jpg": "", "raw/b.png": "", "c.md": ""})
    write(tmp_path / "more", {"d.gif": ""})
    (photos / "more").symlink_to(tmp_path / "more", target_is_directory=True)
    root = write(tmp_path / "content", {"pictures/e.svg": ""})
    (root / "pictures/2023").symlink_to(photos, target_is_directory=True)

    inventory = take_inventory(root)

    assert sorted(inventory.files) == [
        "pictures/2023/a.jpg",
        "pictures/2023/more/d.gif",
        "pictures/2023/raw/b.png",
        "pictures/e.svg",
    ]
    assert inventory.has_strays


def test_a_link_to_the_folder_that_it_stands_in_is_followed_once(tmp_path: Path) -> None:
    root = write(tmp_path / "content", {"pictures/a.svg": ""})
    (root / "pictures/again").symlink_to(root, target_is_directory=True)

    assert listed(root) == ["pictures/a.svg", "pictures/again/pictures/a.svg"]


def test_pictures_behind_a_link_are_shown_and_texts_reported(load_content: Load, tmp_path: Path) -> None:
    photos = write(tmp_path / "photos", {"a.svg": SVG})
    (tmp_path / "content/pictures").mkdir(parents=True)
    (tmp_path / "content/pictures/2023").symlink_to(photos, target_is_directory=True)
    files = {"articles/2023/11/one.md": article(body="![A](/pictures/2023/a.svg)")}

    without, with_text = load_content(files), load_content({**files, "pictures/2023/a.md": ""})

    assert without.problems == ()
    assert [problem.what for problem in with_text.problems] == ["a link to a folder, which nothing follows"]


def test_a_file_whose_name_is_not_in_utf_8_is_told_and_not_read(load_content: Load, tmp_path: Path) -> None:
    names = [b"articles/caf\xe9.md", b"files/caf\xe9.csv", b"pictures/caf\xe9/a.svg"]
    for place in (tmp_path / "content" / os.fsdecode(name) for name in names):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("a")

    content = load_content({})

    assert [(each.path, each.severity, each.what) for each in content.problems] == [
        (f"content/{path}", severity, "a file whose name is not in UTF-8, which nothing reads")
        for path, severity in (
            ("articles/caf�.md", Severity.ERROR),
            ("files/caf�.csv", Severity.WARNING),
            ("pictures/caf�/a.svg", Severity.WARNING),
        )
    ]
