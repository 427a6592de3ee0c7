import pytest

from plugins.desk.front_matter.foreign_keys import RENAMED, foreign_remedy, renamed
from plugins.newsroom.front_matter.schema import KINDS, ArticleFields, PictureFields

ARTICLE = ArticleFields.model_fields


@pytest.mark.parametrize(
    ("key", "value", "remedy", "has_rendering"),
    [
        ("draft", "true", "write 'status: draft' in its place", False),
        ("draft", "True", "write 'status: draft' in its place", False),
        ("draft", "false", "take it away: an article without 'status: draft' is published", True),
        ("published", "false", "write 'status: draft' in its place", False),
        ("published", "true", "take it away: an article without 'status: draft' is published", True),
        ("private", "yes", "write 'status: draft' in its place", False),
        (
            "permalink",
            "/a/",
            "take it away: the address is made of the date and the file's name",
            True,
        ),
        ("alias", ["/a/"], "did you mean 'aliases'?", True),
        ("redirect_from", ["/a/"], "did you mean 'aliases'?", True),
        ("canonical_url", "/a/", "take it away: every page names its own address", True),
        ("layout", "post", "take it away: how pages look is the theme's", True),
        ("comments", "true", "take it away: nothing here is done with it", True),
        ("categories", ["A"], "did you mean 'category'?", True),
        ("author", "Ana", "did you mean 'authors'?", True),
        ("description", "A", "did you mean 'summary'?", True),
        ("excerpt", "A", "did you mean 'summary'?", True),
        ("lastmod", "A", "did you mean 'updated'?", True),
        ("modified", "A", "did you mean 'updated'?", True),
        ("keywords", "A", "did you mean 'tags'?", True),
        ("image", "a.png", "write 'picture:', and under it 'file: …' and 'alt: …', both indented", True),
        ("featured_image", "a.png", "write 'picture:', and under it 'file: …' and 'alt: …', both indented", True),
        ("publishDate", "A", "did you mean 'date'?", True),
        ("embargo_until", "A", "did you mean 'embargo'?", False),
        ("expiryDate", "A", "did you mean 'expires'?", False),
        ("withdrawn", "true", "write 'retracted:', and under it 'date: …' and 'text: …', both indented", False),
    ],
)
def test_the_key_of_another_system_has_its_remedy(key: str, value: object, remedy: str, has_rendering: bool) -> None:
    found = foreign_remedy(key, value, ARTICLE)

    assert found is not None
    assert (found[0][: len(remedy)], found[1]) == (remedy, has_rendering)


@pytest.mark.parametrize("key", ["daet", "sumary", "zzz", ""])
def test_a_key_that_nobody_else_knows_has_none(key: str) -> None:
    assert foreign_remedy(key, "A", ARTICLE) is None


def test_a_word_of_ours_is_told_only_where_it_may_stand() -> None:
    assert renamed("author", ARTICLE) == "authors"
    assert renamed("author", PictureFields.model_fields) is None
    assert renamed("src", PictureFields.model_fields) == "file"


def test_every_key_that_stands_for_another_is_one_of_ours() -> None:
    known = {key for model in KINDS.values() for key in model.model_fields} | set(PictureFields.model_fields)

    assert RENAMED.keys() <= known
