import pytest

from plugins.desk.publication.make_redirects import MOVED
from tests.unit.desk.conftest import CATEGORY, Load, Loaded, article

ONE = {"articles/2023/11/one.md": article(keys="aliases: [/2023/10/old/, /2023/11/one/, /old.html]\n")}
DRAFT = "---\ntitle: D\nstatus: draft\naliases: [/secret/]\n---\n"


def redirects(loaded: Loaded) -> dict[str, str]:
    return dict(loaded.desk.redirects)


def test_former_addresses_lead_to_pages_of_the_build(load_content: Load) -> None:
    files = {
        **ONE,
        "categories/social.md": CATEGORY.replace("name", "aliases: [/platforms/]\nname", 1),
        "addresses.toml": 'gone = ["/x/"]\n[moved]\n"/a/" = "/old.html"\n"/b/" = "/feed.xml"\n'
        '"/shop/" = "https://s.example/"\n',
    }

    loaded = load_content(files)

    assert redirects(loaded) == {
        "/2023/10/old/": "/2023/11/one/",
        "/a/": "/2023/11/one/",
        "/b/": "/feed.xml",
        "/old.html": "/2023/11/one/",
        "/platforms/": "/social/",
        "/shop/": "https://s.example/",
    }
    assert loaded.desk.gone == ("/x/",)
    assert loaded.view.read(MOVED, "/a/") == "/2023/11/one/"
    assert loaded.view.read(MOVED, "/none/") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft", DRAFT),
        ("held", article(title="H", keys="embargo: 2024-02-01 08:00\naliases: [/secret/]\n")),
    ],
)
def test_there_is_no_trace_of_what_is_not_public(load_content: Load, name: str, text: str) -> None:
    files = {**ONE, f"articles/2023/11/{name}.md": text}

    production, preview = load_content(files), load_content(files, drafts=True)

    assert "/secret/" not in redirects(production)
    assert redirects(preview)["/secret/"].endswith(f"/{name}/")


def test_a_former_address_of_a_public_article_waits_for_the_draft_that_takes_it(load_content: Load) -> None:
    files = {**ONE, "articles/2023/10/old.md": "---\ntitle: D\ndate: 2023-10-02 09:00\nstatus: draft\n---\n"}

    production, preview = load_content(files), load_content(files, drafts=True)

    assert "/2023/10/old/" in redirects(production)
    assert "/2023/10/old/" not in redirects(preview)
    assert [str(problem).partition("; ")[0] for problem in production.problems] == [
        "content/articles/2023/10/old.md:1:1: warning: address /2023/10/old/ is an alias of "
        "content/articles/2023/11/one.md:7"
    ]


def test_mistakes_in_an_archive_end_no_build_and_make_no_redirect(load_content: Load) -> None:
    aliases = "[/social/, /Social/, /taken/, /gone/, /old.html/x/, /feed.xml/x/, /free/]"
    files = {
        **ONE,
        "articles/2010/a.md": article(title="A", keys=f"aliases: {aliases}\n"),
        "articles/2010/b.md": article(title="B", keys="aliases: [/taken/]\n"),
        "addresses.toml": 'gone = ["/gone/"]',
    }

    loaded = load_content(files, archive=("articles/2010",))

    assert not loaded.content.has_errors
    assert redirects(loaded) == {
        "/2023/10/old/": "/2023/11/one/",
        "/free/": "/2023/11/a/",
        "/old.html": "/2023/11/one/",
        "/taken/": "/2023/11/a/",
    }


def test_links_to_former_addresses_are_printed_with_the_one_of_now(load_content: Load) -> None:
    body = "[a](/2023/10/old/?x#y) [b](/old.html) [c](/platforms/feed.xml) [d](/platforms/page/2/) [e](/shop/#z)"
    full = " [f](https://own.example/news/2023/10/old/)"
    files = {
        **ONE,
        "categories/social.md": CATEGORY.replace("name", "aliases: [/platforms/]\nname", 1),
        "articles/2023/11/two.md": article(title="Two", body=body + full),
        "addresses.toml": '[moved]\n"/shop/" = "https://s.example/"\n',
    }

    loaded = load_content(files, prefix="/news")

    assert loaded.problems == ()
    text = "".join(loaded.body("two").blocks)
    assert [part.partition('"')[0] for part in text.split('href="')[1:]] == [
        "/news/2023/11/one/?x#y",
        "/news/2023/11/one/",
        "/news/social/feed.xml",
        "/news/social/",
        "https://s.example/",
        "/news/2023/11/one/",
    ]


def test_a_promo_leads_to_the_address_of_now(load_content: Load) -> None:
    promo = "---\ntitle: A\ntext: B\nurl: {}\nstart: 2023-11-20\nend: 2023-12-20\n---\n"
    written = ("/old.html", "https://own.example/news/2023/10/old/?from=promo", "/social/", "https://s.example/")
    files = {**ONE, **{f"promos/{number}.md": promo.format(url) for number, url in enumerate(written)}}

    loaded = load_content(files, prefix="/news")

    assert [notice.url for notice in loaded.desk.promos] == [
        "/2023/11/one/",
        "/2023/11/one/?from=promo",
        "/social/",
        "https://s.example/",
    ]


def test_an_alias_changes_the_texts_that_link_to_it_and_no_others(load_content: Load) -> None:
    files = {
        "articles/2023/11/one.md": article(keys="aliases: [/2023/10/old/]\n"),
        "addresses.toml": '[moved]\n"/a/" = "/2023/11/one/"\n',
    }
    before = load_content(files)
    after = load_content({**files, "addresses.toml": '[moved]\n"/a/" = "/social/"\n"/b/" = "/social/"\n'})

    assert before.changes(after) == {("moved", "/a/"), ("moved", "/b/")}


def test_what_is_taken_down_is_gone_with_its_former_addresses(load_content: Load) -> None:
    two = {"articles/2023/11/two.md": article(title="Two", body="[a](/2023/10/old/) [b](/a/)")}
    files = {**ONE, **two, "addresses.toml": '[moved]\n"/a/" = "/2023/11/one"\n"/c/" = "/old.html#x"\n"/d/" = "/c/"\n'}

    for written in ("/2023/11/one/", "/2023/10/old", "one", "/a/", "https://own.example/d"):
        loaded = load_content(files, takedown=(written,))

        assert loaded.problems == ()
        assert loaded.desk.redirects == ()
        assert loaded.desk.gone == ("/2023/10/old/", "/2023/11/one/", "/a/", "/c/", "/d/", "/old.html")
        assert loaded.body("two").blocks == ("<p>a b</p>",)


def test_an_address_moved_to_a_list_that_a_takedown_emptied_is_no_mistake(load_content: Load) -> None:
    files = {
        "articles/2023/11/one.md": article(keys="tags: [Alone]\n"),
        "addresses.toml": '[moved]\n"/a/" = "/tags/alone/"\n',
    }

    loaded = load_content(files, takedown=("one",))

    assert loaded.problems == ()
    assert loaded.desk.redirects == ()
