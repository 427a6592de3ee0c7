import pytest

from plugins.desk.index import make_index
from plugins.desk.linking import House, picture_of, stored_picture, targets_of
from plugins.desk.typography import Typography
from tests.unit.desk.conftest import NOW, SVG, Load, article

HOUSE = House(lang="en", prefix="/news", shows_drafts=False, typography=Typography(is_on=False))


def test_links_get_the_prefix_and_keep_their_ends(load_content: Load) -> None:
    body = "[a](two.md?x#top) [b](/about/) [c](/pictures/c.svg#x) [d](//d.example/) [e](#f)\n\n## F"
    files = {
        "articles/2023/11/one.md": article(body=body),
        "articles/2023/11/two.md": article(),
        "pages/about.md": "---\ntitle: A\nsummary: B\n---\n",
        "pictures/c.svg": SVG,
    }
    index = make_index(load_content(files).folder, NOW)

    links = dict(targets_of(index, HOUSE, index.by_source["articles/2023/11/one.md"]).links)

    assert links.pop("/pictures/c.svg#x").startswith("/news/pictures/c-")
    assert links == {
        "two.md?x#top": "/news/2023/11/two/?x#top",
        "/about/": "/news/about/",
        "//d.example/": "//d.example/",
    }


def test_a_picture_that_cannot_be_shown_is_an_error_of_ours(load_content: Load) -> None:
    index = make_index(load_content({"articles/2023/11/one.md": article(body="![A](none.svg)")}).folder, NOW)

    with pytest.raises(ValueError, match=r"one\.md: does not exist"):
        stored_picture(index, index.by_source["articles/2023/11/one.md"], "none.svg")


def test_without_a_picture_there_is_none(load_content: Load) -> None:
    index = make_index(load_content({"articles/2023/11/one.md": article()}).folder, NOW)

    assert picture_of(index, HOUSE, index.by_source["articles/2023/11/one.md"], None) is None
