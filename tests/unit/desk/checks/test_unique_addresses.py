import pytest

from plugins.newsroom.front_matter.slugs import slugify
from tests.unit.desk.conftest import Load, article

TAKEN = ["404", "archive", "assets", "authors", "coverage", "page", "patterns", "pictures", "tags", "2023", "0000"]


def page(slug: str) -> dict[str, str]:
    return {f"pages/{slug}.md": "---\ntitle: A\nsummary: A page.\n---\n"}


@pytest.mark.parametrize("slug", TAKEN)
def test_addresses_of_the_publications_own_are_taken(load_content: Load, slug: str) -> None:
    problems = load_content(page(slug)).problems

    assert [problem.what for problem in problems] == [f"address /{slug}/ is taken by the publication itself"]


@pytest.mark.parametrize("slug", ["static", "theme", "feed", "20234", "tag", "index"])
def test_other_addresses_are_free(load_content: Load, slug: str) -> None:
    assert load_content(page(slug)).problems == ()


def test_a_tag_may_be_joined_in_several_ways_but_not_be_another_word(load_content: Load) -> None:
    files = {
        "tags/ai.md": "---\nname: Artificial intelligence\n---\n",
        "tags/c-sharp.md": "---\nname: C#\n---\n",
        "articles/2023/11/one.md": article(keys="tags: [AI, A.I., E-commerce, C#, C-sharp]\n"),
        "articles/2023/11/two.md": article(keys="tags: [A.I, e commerce, E & Commerce]\n"),
    }

    problems = [str(problem) for problem in load_content(files).problems]

    assert slugify("A.I.") == "a-i"
    assert problems == [
        "content/articles/2023/11/one.md:7:34: tag 'C-sharp' has the address of 'C#' (content/tags/c-sharp.md:2); "
        "write both the same, or choose another name"
    ]
