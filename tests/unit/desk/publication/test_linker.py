import re

from plugins.desk.publication.linker import SITE_DEFAULTS
from tests.unit.desk.conftest import SVG, Load, article


def test_links_get_the_prefix_and_keep_their_ends(load_content: Load) -> None:
    body = "[a](two.md?x#top) [b](/about/) [c](/pictures/c.svg#x) [d](//d.example/) [e](#f)\n\n## F"
    files = {
        "articles/2023/11/one.md": article(body=body),
        "articles/2023/11/two.md": article(),
        "pages/about.md": "---\ntitle: A\nsummary: B\n---\n",
        "pictures/c.svg": SVG,
    }

    loaded = load_content(files, prefix="/news")

    links = re.findall('href="([^"]*)"', "".join(loaded.body("one").blocks))
    picture = links.pop(2)
    assert links == ["/news/2023/11/two/?x#top", "/news/about/", "//d.example/", "#f"]
    assert picture.startswith("/news/pictures/c-")
    assert picture.endswith(".svg#x")


def test_a_picture_of_the_text_has_its_address_and_its_size(load_content: Load) -> None:
    files = {"articles/2023/11/one.md": article(body="![A]({static}a.svg)"), "articles/2023/11/a.svg": SVG}

    (block,) = load_content(files, prefix="/news").body("one").blocks

    assert 'src="/news/pictures/a-' in block
    assert 'height="360"' in block
    assert 'width="640"' in block


DRAFT = "---\ntitle: D\nstatus: draft\npicture: {{file: none.svg, alt: A}}\n---\n{}"
DEAD = """[a](none.md) [b](/none/) [c](/tags/none/feed.xml) [d](none) [e](../../../sponsors/s.md) [f](none.svg)
![G](none.svg)"""


def test_of_a_target_that_is_not_there_the_words_stay(load_content: Load) -> None:
    files = {
        "articles/2023/11/draft.md": DRAFT.format(DEAD),
        "sponsors/s.md": "---\nname: S\nurl: https://s.example/\n---\n",
    }

    loaded = load_content(files, drafts=True)

    assert loaded.body("draft").blocks == ("<p>a b c d e f\nG</p>",)
    assert loaded.article("draft").picture is None


def test_production_leads_to_nothing_that_is_not_public(load_content: Load) -> None:
    own = "[a](draft.md) [b](/2023/12/draft/) [c](later.md)"
    links = f"{own} [d](/tags/secret/) [e](/archive/2023/12/) [f](/tags/secret/feed.xml)"
    files = {
        "articles/2010/old.md": article(title="Old", body=links),
        "articles/2010/draft.md": "---\ntitle: D\nstatus: draft\ntags: [Secret]\n---\n",
        "articles/2010/later.md": article(title="L", keys="embargo: 2024-02-01\n"),
    }

    hidden, shown = (load_content(files, archive=("articles/2010",), drafts=drafts) for drafts in (False, True))

    assert hidden.body("old").blocks == ("<p>a b c d e f</p>",)
    assert "".join(shown.body("old").blocks).count("<a href=") == 6


def test_a_text_depends_on_what_is_not_there(load_content: Load) -> None:
    files = {"articles/2010/old.md": article(body="[a](new.md) [b](/2023/11/new/) ![C](c.svg)")}
    before = load_content(files, archive=("articles/2010",))
    with before.view.traced() as read:
        before.body("old")

    after = load_content({**files, "articles/2010/new.md": article(title="New"), "articles/2010/c.svg": SVG})

    assert {("url", "articles/2010/new.md"), ("address", "/2023/11/new/"), ("picture", "articles/2010/c.svg")} <= read
    assert read & before.changes(after) >= {("url", "articles/2010/new.md"), ("picture", "articles/2010/c.svg")}


def test_a_picture_of_the_front_matter_is_found_from_its_file(load_content: Load) -> None:
    author = "---\nname: A\nrole: R\nportrait: {file: /pictures/a.svg, alt: A}\n---\n"
    keys = "picture: {file: ../a.svg, alt: A, caption: C, credit: D}\n"
    files = {
        "articles/2023/11/one.md": article(keys=keys),
        "articles/2023/a.svg": SVG,
        "authors/a.md": author,
        "pictures/a.svg": SVG,
    }

    loaded = load_content(files, prefix="/news")

    picture, portrait = loaded.article("one").picture, loaded.desk.authors[0].portrait
    assert picture and portrait
    assert (picture.url[:16], picture.width, picture.height) == ("/news/pictures/a", 640, 360)
    assert (picture.alt, picture.caption, picture.credit) == ("A", "C", "D")
    assert (portrait.url, portrait.alt, portrait.caption, portrait.credit) == (picture.url, "A", "", "")


def test_a_text_depends_on_the_files_that_it_leads_to_and_on_no_other(load_content: Load) -> None:
    files = {
        "articles/2023/11/one.md": article(body="[a](two.md) ![B](b.svg) [c](/feed.xml) [d](https://d.example/)"),
        "articles/2023/11/two.md": article(title="Two"),
        "articles/2023/11/three.md": article(title="Three"),
        "articles/2023/11/b.svg": SVG,
    }
    loaded = load_content(files)

    with loaded.view.traced() as read:
        loaded.body("one")

    assert read == {
        ("text", "one"),
        (SITE_DEFAULTS.name, ""),
        ("url", "articles/2023/11/two.md"),
        ("address", "/feed.xml"),
        ("picture", "articles/2023/11/b.svg"),
    }
