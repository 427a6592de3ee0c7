import pytest

from plugins.desk.files.kept_parts import KeptParts
from plugins.newsroom.front_matter.schema import ArticleFields
from tests.unit.desk.conftest import READER, article

TEXT = article(title="A & B", keys="corrections:\n  - {date: 2023-11-25, text: C & D.}\n", body="## A")
RECORDS = {
    "articles/one.md": READER.read("articles/one.md", TEXT.encode()),
    "articles/gone.md": READER.read("articles/gone.md", FileNotFoundError(2, "No such file or directory")),
}
KEPT = KeptParts(lambda source, part: RECORDS[source].parts[part])


def test_front_matter_is_kept_as_the_schema_has_it_with_its_texts_set() -> None:
    fields, typeset = KEPT.head("articles/one.md")

    assert isinstance(fields, ArticleFields)
    assert (fields.title, fields.tags, len(fields.corrections)) == ("A & B", (), 1)
    assert typeset["A & B"] == 'A <span class="amp">&amp;</span>&nbsp;B'
    assert typeset["C & D."] == 'C <span class="amp">&amp;</span>&nbsp;D.'


def test_a_text_is_kept_with_the_ids_of_its_headings() -> None:
    assert KEPT.body("articles/one.md").blocks == ('<h2 id="a">A</h2>',)
    assert KEPT.ids("articles/one.md") == frozenset("a")


def test_of_a_file_that_nobody_could_read_the_ids_are_not_known() -> None:
    assert KEPT.ids("articles/gone.md") is None
    with pytest.raises(KeyError):
        KEPT.body("articles/gone.md")
