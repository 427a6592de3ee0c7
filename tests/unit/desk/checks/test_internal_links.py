from tests.unit.desk.conftest import Load, article

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
