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
        "write both the same, or give it an address of its own: "
        "a file content/tags/c-sharp-2.md with 'name: \"C-sharp\"'"
    ]


@pytest.mark.parametrize(
    ("one", "other", "slug"),
    [
        ("事实", "时事", "shi-shi"),
        ("营销", "迎销", "ying-xiao"),
        ("公式", "攻势", "gong-shi"),
        ("C#", "C-sharp", "c-sharp"),
    ],
)
def test_a_tag_that_sounds_like_another_gets_the_address_that_the_remedy_names(
    load_content: Load, one: str, other: str, slug: str
) -> None:
    files = {
        "articles/2023/11/one.md": article(keys=f'tags: ["{one}", Video]\n'),
        "articles/2023/11/two.md": article(keys=f'tags: ["{other}"]\n'),
    }
    told = load_content(files).problems
    path, name = told[0].remedy.rpartition("a file content/")[2].split(" with ")

    mended = load_content({**files, path: f"---\n{name.strip(chr(39))}\n---\n"})

    assert [problem.what for problem in told] == [
        f"tag '{other}' has the address of '{one}' (content/articles/2023/11/one.md:7)"
    ]
    assert mended.problems == ()
    assert {tag.name: tag.slug for tag in mended.desk.tags} == {one: slug, other: f"{slug}-2", "Video": "video"}
    assert [tag.name for tag in mended.article("two").tags] == [other]


def test_the_file_of_a_tag_gives_it_the_address_of_its_name(load_content: Load) -> None:
    files = {
        "tags/ai.md": "---\nname: Artificial intelligence\n---\n",
        "articles/2023/11/one.md": article(keys="tags: [artificial Intelligence, AI]\n", body="[a](/tags/ai/)"),
    }

    loaded = load_content(files)

    assert loaded.problems == ()
    assert [tag.slug for tag in loaded.article("one").tags] == ["ai"]


def test_an_article_is_made_anew_when_its_tag_moves(load_content: Load) -> None:
    files = {"articles/2023/11/one.md": article(keys="tags: [Video]\n")}
    before = load_content(files)

    after = load_content({**files, "tags/film.md": "---\nname: Video\n---\n"})

    assert ("head", "one") in {(space, key) for space, key in after.changes(before)}


@pytest.mark.parametrize(
    ("kind", "text", "one"),
    [
        ("categories", "name: {}\norder: 1\ncolour: pink\nsummary: S.", "category"),
        ("authors", "name: {}", "author"),
        ("tags", "name: {}", "tag"),
    ],
)
@pytest.mark.parametrize("names", [("Media", "Media"), ("Media", "media"), ("Čas", "čas")])
def test_two_of_one_name_are_told(load_content: Load, kind: str, text: str, one: str, names: tuple[str, str]) -> None:
    files = {f"{kind}/{slug}.md": f"---\n{text.format(name)}\n---\n" for slug, name in zip("xy", names, strict=True)}

    assert [str(problem) for problem in load_content(files).problems] == [
        f"content/{kind}/y.md:2:7: warning: a second {one} called '{names[1]}' (content/{kind}/x.md:2); "
        "give one of them another name, or delete it"
    ]
