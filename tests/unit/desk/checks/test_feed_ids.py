from tests.unit.desk.conftest import Load, article


def said(load_content: Load, **keys: str) -> list[str]:
    files = {f"articles/2023/11/{slug}.md": article(title=slug, keys=f"{more}\n") for slug, more in keys.items()}
    return [str(problem) for problem in load_content(files).problems]


def test_two_articles_with_one_id_are_told_at_both_places(load_content: Load) -> None:
    assert said(load_content, one="id: /2023/10/x/", two="id: /2023/10/x") == [
        f"content/articles/2023/11/{here}.md:7:5: feed readers know it as '/2023/10/x/', "
        f"and content/articles/2023/11/{there}.md too; write 'id: /2023/10/x/2/' into the one that was published last"
        for here, there in (("one", "two"), ("two", "one"))
    ]


def test_an_id_may_be_the_alias_of_another_article(load_content: Load) -> None:
    found = said(load_content, one="aliases: [/2023/10/x/]", two="id: /2023/10/x/")

    assert [problem.split(":")[1] for problem in found] == ["1", "7"]


def test_a_slug_that_is_used_again_needs_an_id_of_its_own(load_content: Load) -> None:
    moved, again = "id: /2023/11/again/", "related: []"

    told = said(load_content, moved=moved, again=again)
    mended = said(load_content, moved=moved, again="id: /2023/11/again/2/")

    assert len(told) == 2
    assert "write 'id: /2023/11/again/2/' into the one that was published last" in told[0]
    assert mended == []


def test_an_alias_of_two_is_told_once(load_content: Load) -> None:
    found = said(load_content, one="aliases: [/2023/10/x/]", two="aliases: [/2023/10/x/]")

    assert [problem.partition(" is one of ")[0] for problem in found] == [
        "content/articles/2023/11/two.md:7:11: alias '/2023/10/x/'"
    ]
