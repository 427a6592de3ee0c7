import pytest

from plugins.desk.files.kept import ArticleHead
from plugins.desk.files.kept_store import Shelves
from tests.unit.desk.conftest import READER, article

TEXTS = {
    "articles/one.md": READER.read("articles/one.md", article(body="## A").encode()),
    "articles/gone.md": READER.read("articles/gone.md", FileNotFoundError(2, "No such file or directory")),
}
SHELVES = Shelves(lambda source, part: TEXTS[source].parts[part])


def test_what_was_kept_is_a_value_again() -> None:
    assert isinstance(SHELVES.head("articles/one.md"), ArticleHead)
    assert SHELVES.body("articles/one.md").blocks == ('<h2 id="a">A</h2>',)
    assert SHELVES.ids("articles/one.md") == {"a"}


def test_of_a_file_that_nobody_could_read_the_ids_are_not_known() -> None:
    assert SHELVES.ids("articles/gone.md") is None
    with pytest.raises(KeyError):
        SHELVES.body("articles/gone.md")
