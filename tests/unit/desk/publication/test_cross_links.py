import pytest

from plugins.desk.publication.cross_links import LinkFinder
from tests.unit.desk.conftest import SVG, Load, Loaded, article

TWO = {"articles/2023/10/two.md": article(title="Two").replace("date: 2023-11", "date: 2023-10")}


def with_text(load_content: Load, body: str, **changes: str) -> Loaded:
    """Return a publication in which the article "one" has the text `body`, and may link to "two"."""
    files = {"articles/2023/11/one.md": article(body=body, **changes), "pictures/a.svg": SVG, **TWO}
    loaded = load_content(files, drafts=True)
    assert loaded.problems == ()
    return loaded


def targets(loaded: Loaded, finder: LinkFinder | None = None) -> tuple[str, ...]:
    """Return what "one" links to, found by `finder` or a new one."""
    finder = finder or LinkFinder(loaded.desk.articles)
    return finder.text_links(loaded.content.sources.known).find()["one"]


def digest(loaded: Loaded) -> bytes:
    return LinkFinder(loaded.desk.articles).text_links(loaded.content.sources.known).digest


def test_an_article_is_linked_to_by_its_file_or_its_address(load_content: Load) -> None:
    for target in ("{filename}../10/two.md", "{filename}../10/two.md#_top", "/2023/10/two/", "/2023/10/two/?from=a"):
        assert targets(with_text(load_content, f"See [two]({target}).")) == ("two",)


@pytest.mark.parametrize("written", ["/2023/09/two/", "/two.php", "/two.html"])
def test_an_article_is_linked_to_by_a_former_address(load_content: Load, written: str) -> None:
    aliases = "aliases: [/2023/09/two/, /two.php, /two.html]\n"
    two = {"articles/2023/10/two.md": article(title="Two", keys=aliases).replace("date: 2023-11", "date: 2023-10")}
    loaded = load_content({"articles/2023/11/one.md": article(body=f"See [two]({written})."), **two}, drafts=True)

    assert targets(loaded, LinkFinder(loaded.desk.articles, loaded.desk.redirects)) == ("two",)


def test_an_article_that_is_linked_to_twice_counts_once(load_content: Load) -> None:
    body = "See [two]({filename}../10/two.md), and [again](/2023/10/two/)."

    assert targets(with_text(load_content, body)) == ("two",)


def test_what_leads_to_no_other_article_does_not_count(load_content: Load) -> None:
    body = (
        "[a](/2023/11/one/) [b]({filename}one.md) [c](#a-part) [d](/social/) [e](https://two.example/2023/10/two/)\n\n"
        "![A](/pictures/a.svg)\n\n## A part"
    )

    assert targets(with_text(load_content, body)) == ()


def test_a_finder_that_is_kept_follows_every_change_of_a_text(load_content: Load) -> None:
    bodies = ("See two.", "See [two](/2023/10/two/).", "See [two](/2023/10/two/).", "See two again.")
    finder = LinkFinder(with_text(load_content, "Text.").desk.articles)

    assert [targets(with_text(load_content, body), finder) for body in bodies] == [(), ("two",), ("two",), ()]


def test_the_digest_stands_for_the_links_and_not_for_front_matter(load_content: Load) -> None:
    without, linked, retitled = (
        digest(with_text(load_content, body, title=title))
        for body, title in (("See two.", "One"), ("See [two](/2023/10/two/).", "One"), ("See two.", "Other"))
    )

    assert without != linked
    assert without == retitled


def test_a_retracted_article_links_nowhere_and_is_linked_to(load_content: Load) -> None:
    keys = "retracted: {date: 2023-11-30, text: Invented.}\n"
    loaded = load_content(
        {
            "articles/2023/11/one.md": article(keys=keys, body="[two](two.md)"),
            "articles/2023/11/two.md": article(title="Two", body="[one](one.md)"),
        }
    )

    links = LinkFinder(loaded.desk.articles).text_links(loaded.content.sources.known).find()

    assert (links.get("one", ()), links["two"]) == ((), ("one",))
