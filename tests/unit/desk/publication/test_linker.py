import re

import pytest

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


def test_a_picture_that_cannot_be_shown_is_an_error_of_ours(load_content: Load) -> None:
    loaded = load_content({"articles/2023/11/one.md": article(body="![A](none.svg)")})

    with pytest.raises(KeyError, match=r"articles/2023/11/none\.svg"):
        loaded.body("one")


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
