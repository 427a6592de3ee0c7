from pathlib import Path

import pytest

from plugins.desk.documents import read_document, read_folder
from tests.unit.desk.conftest import ZONE


@pytest.mark.parametrize(
    ("source", "header", "slug"),
    [
        ("articles/2023/11/one-two.md", "title: A", "one-two"),
        ("articles/2023/11/one/index.md", "title: A", "one"),
        ("articles/2023/11/one.md", "title: A\nslug: two", "two"),
        ("pages/index.md", "title: A", "index"),
        ("authors/mei.md", "name: A", "mei"),
        ("tags/One Two.md", "name: A", "one-two"),
    ],
)
def test_a_document_is_called_by_its_slug_its_folder_or_its_file(source: str, header: str, slug: str) -> None:
    document, _ = read_document(f"---\n{header}\n---\n".encode(), source, source, ZONE)

    assert document.slug == slug


def test_front_matter_with_mistakes_is_never_taken_for_checked() -> None:
    document, problems = read_document(b"---\ntitle: A\nstatus: draft\nx: y\n---\n", "articles/a.md", "a.md", ZONE)

    assert (len(problems), document.is_sound, document.fields is None) == (1, False, False)
    with pytest.raises(ValueError, match=r"a\.md has mistakes"):
        assert document.checked


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "about.md").symlink_to(tmp_path / "gone.md")

    folder = read_folder(tmp_path, ZONE)

    assert folder.documents == ()
    assert [problem.what for problem in folder.problems] == ["a file that cannot be read (No such file or directory)"]


def test_documents_are_listed_by_kind_then_path(tmp_path: Path) -> None:
    for name in ("pages/b.md", "pages/a.md", "articles/z.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("---\ntitle: A\nstatus: draft\n---\n", encoding="utf-8")

    assert [document.source for document in read_folder(tmp_path, ZONE).documents] == [
        "articles/z.md",
        "pages/a.md",
        "pages/b.md",
    ]
