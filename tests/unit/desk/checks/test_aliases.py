import pytest

from tests.unit.desk.conftest import AUTHOR, CATEGORY, Load, article

OLD = "content/articles/2023/11/one.md:7:11: alias"


def said(load_content: Load, files: dict[str, str]) -> list[str]:
    return [str(problem) for problem in load_content(files).problems]


def one(aliases: str, **files: str) -> dict[str, str]:
    return {"articles/2023/11/one.md": article(keys=f"aliases: [{aliases}]\n"), **files}


@pytest.mark.parametrize(
    ("alias", "problem"),
    [
        ("/social/", "'/social/' is the address of content/categories/social.md; take it away"),
        ("/social/page/3/", "'/social/page/3/' is the address of content/categories/social.md; take it away"),
        ("/authors/ana-lim/feed.xml", "'/authors/ana-lim/feed.xml/' is the address of content/authors/ana-lim.md"),
        ("/archive/", "'/archive/' is the address of the archive page /archive/; take it away"),
        ("/feed.xml", "'/feed.xml/' is the address of the home page /; take it away"),
        ("/feed.xml/x/", "'/feed.xml/x/' is below the file /feed.xml; take one of the two away: a file cannot be "),
        ("/Social/", "'/Social/' differs from the address of a page in capital letters alone; take it away: not "),
        ("/", "'/' is the home page; take it away"),
        ("/?p=12", "'/?p=12' has a '?', and no file can answer that; take it away, and redirect it at your host: "),
        ("https://other.example/a/", "'https://other.example/a/' is no address of this publication; write the path"),
        ("/pictures/a.webp", "'/pictures/a.webp' is in a folder of the publication itself; take it away"),
    ],
)
def test_an_alias_that_cannot_lead_here_is_refused(load_content: Load, alias: str, problem: str) -> None:
    (found,) = said(load_content, one(alias))

    assert found.startswith(f"{OLD} {problem}")


def test_an_alias_stands_once(load_content: Load) -> None:
    (found,) = said(load_content, one("/a/, /a"))

    assert found == "content/articles/2023/11/one.md:7:16: alias '/a' a second time; keep one of them"


def test_an_alias_has_one_file(load_content: Load) -> None:
    files = one("/a/", **{"articles/2023/11/two.md": article(title="Two", keys="aliases: [/A]\n")})

    assert said(load_content, files) == [
        "content/articles/2023/11/two.md:7:11: alias '/A/' is one of content/articles/2023/11/one.md:7 too; "
        "keep it in the one file that its readers look for"
    ]


def test_who_takes_the_address_of_a_live_article_away_keeps_its_id(load_content: Load) -> None:
    two = {"articles/2023/11/two.md": article(title="Two")}
    (found,) = said(load_content, one("/2023/11/two/", **two))
    mended = {"articles/2023/11/one.md": article(keys="id: /2023/11/two/\n"), **two}

    assert found == (
        f"{OLD} '/2023/11/two/' is the address of content/articles/2023/11/two.md; "
        "take it away, and write 'id: /2023/11/two/', by which feed readers know this article still"
    )
    assert [problem.partition(": feed")[0] for problem in said(load_content, mended)] == [
        "content/articles/2023/11/one.md:7:5",
        "content/articles/2023/11/two.md:1:1",
    ]


@pytest.mark.parametrize("keys", ["aliases: [/2023/11/first/, /2023/11/two/]", "aliases: [/2023/11/two/]\nid: /a/"])
def test_who_is_known_by_another_address_needs_no_other_id(load_content: Load, keys: str) -> None:
    files = {"articles/2023/11/one.md": article(keys=f"{keys}\n"), "articles/2023/11/two.md": article(title="Two")}

    (found,) = said(load_content, files)

    assert found.endswith("'/2023/11/two/' is the address of content/articles/2023/11/two.md; take it away")


def test_two_that_swap_their_names_are_no_problem(load_content: Load) -> None:
    files = {
        "articles/2023/11/one.md": article(keys="id: /2023/11/two/\n"),
        "articles/2023/11/two.md": article(title="Two", keys="id: /2023/11/one/\n"),
    }

    assert said(load_content, files) == []


def test_a_way_back_is_no_problem(load_content: Load) -> None:
    assert said(load_content, one("/2023/11/one/, /2023/11/other/")) == []


def test_files_and_folders_are_not_the_same(load_content: Load) -> None:
    files = one("/old.html/x/", **{"addresses.toml": '[moved]\n"/old.html" = "/social/"\n"/old.html/y" = "/social/"\n'})

    assert [problem.partition("; ")[0] for problem in said(load_content, files)] == [
        "content/addresses.toml:3:1: '/old.html/y/' is below the file /old.html",
        f"{OLD} '/old.html/x/' is below the file /old.html",
    ]


def test_the_aliases_of_a_draft_lead_nowhere_yet(load_content: Load) -> None:
    files = {"articles/2023/11/d.md": "---\ntitle: D\nstatus: draft\naliases: [/a/, /b/]\n---\n"}

    (found,) = said(load_content, files)

    assert found.startswith("content/articles/2023/11/d.md:4:11: notice: alias '/a/' leads nowhere while this is a ")


def test_mistakes_in_the_aliases_of_a_draft_end_no_build(load_content: Load) -> None:
    files = {"articles/2023/11/d.md": "---\ntitle: D\nstatus: draft\naliases: [/social/]\n---\n"}

    loaded = load_content(files, drafts=True)

    assert not loaded.content.has_errors
    assert loaded.desk.redirects == ()


def test_a_tag_that_no_article_has_leads_nowhere(load_content: Load) -> None:
    (found,) = said(load_content, {"tags/video.md": "---\nname: Video\naliases: [/tags/film/]\n---\n"})

    assert found == (
        "content/tags/video.md:3:11: warning: alias '/tags/film/' leads nowhere: no article has this tag; "
        "take it away, or name another tag's file"
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            '"/Social/" = "/about/"',
            "2:1: '/Social/' differs from the address of a page in capital letters alone; take ",
        ),
        ('"/social/" = "/about/"', "2:1: '/social/' is the address of content/categories/social.md; take it away"),
        ('"/a/" = "/socail/"', "2:1: '/a/' leads to '/socail/', where no page is; did you mean '/social/'?"),
        ('"/a/" = "/2023/11/d/"', "2:1: '/a/' leads to '/2023/11/d/', which is a draft; name a page that is public, "),
        ('"/a/" = "/2024/02/h/"', "2:1: '/a/' leads to '/2024/02/h/', which is not public before 2024-02-01 08:00; "),
        ('"/a/" = "/a"', "2:1: '/a/' leads in a circle: /a/ → /a/; name the page where readers shall end"),
        ('"/x.html" = "/x/"\n"/x" = "/x.html"', "2:1: '/x.html' leads in a circle: /x.html → /x/ → /x.html; name "),
        ('"/old/" = "/social/"', "2:1: '/old/' is in content/articles/2023/11/one.md"),
    ],
)
def test_what_cannot_move_is_refused_at_its_line(load_content: Load, text: str, problem: str) -> None:
    files = {
        "addresses.toml": f"[moved]\n{text}\n",
        "articles/2023/11/d.md": "---\ntitle: D\nstatus: draft\ndate: 2023-11-24 09:30\n---\n",
        "articles/2023/11/h.md": article(title="H", keys="embargo: 2024-02-01 08:00\n"),
    }
    if text.startswith('"/old/'):
        files |= one("/old/")
        problem = "content/articles/2023/11/one.md:7:11: alias '/old/' is in content/addresses.toml:2 too; take one "
    else:
        problem = f"content/addresses.toml:{problem}"

    assert said(load_content, files)[0].startswith(problem)


def test_every_address_of_a_circle_is_named(load_content: Load) -> None:
    files = {"addresses.toml": '[moved]\n"/a/" = "/b/"\n"/b/" = "/c/"\n"/c/" = "/a/"\n"/d/" = "/a/"\n'}

    lines = [problem.split(":")[1] for problem in said(load_content, files)]

    assert lines == ["2", "3", "4", "5"]


def test_what_is_gone_is_no_page_and_leads_nowhere(load_content: Load) -> None:
    files = one(
        "/a/",
        **{
            "addresses.toml": 'gone = [\n"/a/",\n"/b/",\n"/social/",\n"/2024/02/h/",\n"/c/", "/Social/"]\n'
            '[moved]\n"/b/" = "/social/"\n"/d/" = "/c/"\n',
            "articles/2023/11/h.md": article(title="H", keys="embargo: 2024-02-01 08:00\n", body="[c](/c/)"),
        },
    )

    assert [problem.partition("; ")[0] for problem in said(load_content, files)] == [
        "content/addresses.toml:4:1: '/social/' is gone, and is the address of content/categories/social.md",
        "content/addresses.toml:5:1: warning: '/2024/02/h/' is gone, and is the address of "
        "content/articles/2023/11/h.md",
        "content/addresses.toml:6:1: '/Social/' differs from the address of a page in capital letters alone",
        "content/addresses.toml:8:1: '/b/' is in line 3 as gone",
        "content/addresses.toml:9:1: '/d/' leads to '/c/', which is gone",
        "content/articles/2023/11/h.md:9:5: warning: linked address '/c/' leads nowhere: content/addresses.toml says "
        "that it is gone",
        f"{OLD} '/a/' is gone, by content/addresses.toml:2",
    ]


def test_what_is_gone_may_be_a_draft_again(load_content: Load) -> None:
    files = {
        "addresses.toml": 'gone = ["/2023/11/d/"]\n',
        "articles/2023/11/d.md": "---\ntitle: D\nstatus: draft\ndate: 2023-11-24 09:30\n---\n",
    }

    assert said(load_content, files) == []


def test_a_link_to_a_former_address_is_checked_like_one_to_the_page(load_content: Load) -> None:
    files = one(
        "/old/",
        **{
            "articles/2023/11/h.md": article(title="H", keys="embargo: 2024-02-01 08:00\naliases: [/later/]\n"),
            "articles/2023/11/two.md": article(title="Two", body="[a](/old/) [b](/later/)"),
            "authors/ana-lim.md": AUTHOR.replace("beat", "aliases: [/authors/ana/]\nbeat", 1),
            "categories/social.md": CATEGORY.replace("---\nPlat", "---\n[a](/authors/ana/) Plat", 1),
        },
    )

    assert said(load_content, files) == [
        "content/articles/2023/11/two.md:8:16: linked address '/later/' is not public before 2024-02-01 08:00; "
        "choose one that is public by then"
    ]


def test_a_file_of_addresses_that_cannot_be_read_is_a_problem(load_content: Load) -> None:
    assert said(load_content, {"addresses.toml": "gone = 3"}) == [
        'content/addresses.toml:1:1: gone is no list; write gone = ["/2023/11/old-slug/"]'
    ]
