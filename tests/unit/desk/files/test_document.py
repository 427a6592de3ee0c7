import pytest

from plugins.desk.files.document import read_document
from tests.unit.desk.conftest import TEXTS, ZONE


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
    document, _ = read_document(f"---\n{header}\n---\n".encode(), source, source, ZONE, TEXTS)

    assert document.slug == slug


def test_what_is_right_is_kept_of_front_matter_with_mistakes() -> None:
    document, problems = read_document(
        b"---\ntitle: A\nstatus: draft\ndate: y\n---\n", "articles/a.md", "a.md", ZONE, TEXTS
    )

    assert (len(problems), document.is_sound, document.fields is None) == (1, False, False)
