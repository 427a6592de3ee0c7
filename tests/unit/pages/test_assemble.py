from plugins.pages.assemble import assemble
from tests.values import article, material, story, text_page


def test_no_two_pages_are_written_to_the_same_place() -> None:
    paths = [page.path for page in assemble(material(story(article()), text_pages=(text_page(),)))]

    assert len(paths) == len(set(paths))


def test_equal_material_gives_equal_pages() -> None:
    first, second = (list(assemble(material(story(article()), text_pages=(text_page(),)))) for _ in range(2))

    assert first == second
