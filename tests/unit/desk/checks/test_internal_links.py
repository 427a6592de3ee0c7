import pytest

from tests.unit.desk.conftest import Load, article

TWO = article(
    title="Two",
    body='## Who earns, how?\n\n## A\n\n## A\n\n## B {#own}\n\n<p id="raw">Text</p>\n\nText[^1].\n\n[^1]: N.',
)
LATER = article(title="Later", keys="embargo: 2024-02-01 08:00\n")


def said(load_content: Load, files: dict[str, str]) -> list[str]:
    return [f"{problem.path}:{problem.line}: {problem.what}" for problem in load_content(files).problems]


def test_addresses_in_front_matter_are_checked(load_content: Load) -> None:
    author = "---\nname: Ana Lim\nrole: Reporter\nlinks:\n  - name: More\n    url: /abuot/\n---\n"
    sponsor = "---\nname: Tideline\nurl: /none/\n---\n"

    assert said(load_content, {"authors/ana-lim.md": author, "sponsors/tideline.md": sponsor}) == [
        "content/authors/ana-lim.md:6: linked address '/abuot/' leads nowhere",
        "content/sponsors/tideline.md:3: linked address '/none/' leads nowhere",
    ]


def test_a_held_article_may_link_to_what_is_public_when_it_is(load_content: Load) -> None:
    files = {
        "articles/2023/11/later.md": LATER,
        "articles/2023/11/last.md": article(keys="embargo: 2024-02-01 08:00\n", body="[a](/2024/02/later/)"),
        "articles/2023/11/draft.md": "---\ntitle: D\nstatus: draft\n---\n[a](/2024/02/later/) [b](/tags/none/)",
    }

    assert said(load_content, files) == [
        "content/articles/2023/11/draft.md:5: linked address '/tags/none/' leads nowhere"
    ]


def test_the_mistakes_of_an_article_are_none_of_those_who_link_to_it(load_content: Load) -> None:
    files = {
        "articles/2023/11/one.md": article(body="[a](/2023/10/two/) [b](/tags/video/)"),
        "articles/2023/10/two.md": article(keys="tags: [Video]\n").replace("date: 2023", "date: 2O23"),
    }

    assert said(load_content, files) == ["content/articles/2023/10/two.md:3: date: '2O23-11-24 09:30' is no time"]


@pytest.mark.parametrize("part", ["who-earns-how", "a", "a_1", "own", "raw", "top", "_share", ""])
@pytest.mark.parametrize("address", ["two.md", "/2023/11/two/", "{filename}two.md"])
def test_parts_that_are_there_may_be_linked_to(load_content: Load, address: str, part: str) -> None:
    files = {"articles/2023/11/one.md": article(body=f"[a]({address}#{part})"), "articles/2023/11/two.md": TWO}

    assert load_content(files).problems == ()


def test_a_part_that_is_not_there_is_a_problem(load_content: Load) -> None:
    files = {"articles/2023/11/one.md": article(body="[a](two.md?x#who-earns)"), "articles/2023/11/two.md": TWO}

    assert [str(problem) for problem in load_content(files).problems] == [
        "content/articles/2023/11/one.md:8:5: no heading '#who-earns' in content/articles/2023/11/two.md; "
        "did you mean '#who-earns-how'?"
    ]


def test_parts_of_other_sites_and_of_pages_without_a_text_are_not_looked_for(load_content: Load) -> None:
    body = "[a](https://a.example/#x) [b](/archive/#x) [c](mailto:a@b.example#x)"

    assert load_content({"articles/2023/11/one.md": article(body=body)}).problems == ()


@pytest.mark.parametrize(
    "broken", ["---\nstatus: x\n---\n## The numbers", article(keys="x: y\n", body="## The numbers")]
)
def test_parts_of_a_text_with_mistakes_are_known(load_content: Load, broken: str) -> None:
    files = {
        "articles/2023/11/one.md": article(body="[a](two.md#the-numbers) [b](two.md#the-nubmers)"),
        "articles/2023/11/two.md": broken,
    }

    own, *others = sorted(load_content(files).problems, key=lambda problem: "heading" in problem.what)

    assert own.path == "content/articles/2023/11/two.md"
    assert {problem.what for problem in others if "heading" in problem.what} == {
        "no heading '#the-nubmers' in content/articles/2023/11/two.md"
    }


def test_many_headings_are_not_listed(load_content: Load) -> None:
    body = "[a](#zzz)\n\n" + "\n\n".join(f"## {letter}" for letter in "bcdefghijklmn")

    (problem,) = load_content({"articles/2023/11/one.md": article(body=body)}).problems

    assert problem.remedy == "write the words of the heading in small letters, with hyphens"
