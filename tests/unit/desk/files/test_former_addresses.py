import pytest

from plugins.desk.files.former_addresses import RedirectTarget
from tests.unit.desk.conftest import CATEGORY, Load, article

MOVED = """[moved]
"/a/" = "/b/"
"/b/" = "/2023/10/old/"
"/c/" = "/2023/11/one/#part"
"/d/" = "/c/"
"/e/" = "https://shop.example/"
"/f/" = "/g/"
"/g/" = "/f/"
"/h/" = "/none/"
"""
FILES = {
    "articles/2023/11/one.md": article(keys="aliases: [/2023/11/one/, /2023/10/old/, /old.html]\n"),
    "articles/2023/11/two.md": article(title="Two", keys="aliases: [/2012/05/two.php, /2023/09/two/]\n"),
    "articles/2023/11/three.md": article(title="Three", keys="id: /2023/09/three/\naliases: [/2023/08/three/]\n"),
    "categories/social.md": CATEGORY.replace("name", "aliases: [/platforms/]\nname", 1),
    "addresses.toml": MOVED,
}


def test_former_addresses_lead_over_any_number_of_others_to_one_end(load_content: Load) -> None:
    former = load_content(FILES).index.former

    found = {path: former.target_of(f"/{path}/") for path in "abcdefgh"}
    one = "/2023/11/one/"
    assert found == {
        "a": RedirectTarget(one, ""),
        "b": RedirectTarget(one, ""),
        "c": RedirectTarget(one, "#part"),
        "d": RedirectTarget(one, "#part"),
        "e": RedirectTarget("https://shop.example/", ""),
        "f": None,
        "g": None,
        "h": RedirectTarget("/none/", ""),
    }


def test_the_address_of_a_page_is_none_of_its_former_ones(load_content: Load) -> None:
    former = load_content(FILES).index.former

    assert "/2023/11/one/" not in former.aliases
    assert former.target_of("/2023/11/one/") is None


@pytest.mark.parametrize(
    ("address", "url"),
    [("/Social/", "/social/"), ("/2023/11/ONE/", "/2023/11/one/"), ("/social/", None)],
)
def test_a_page_is_found_in_spite_of_capital_letters(load_content: Load, address: str, url: str | None) -> None:
    page = load_content(FILES).index.former.page_in_small_letters(address)

    assert (page and page.url) == url


def test_links_find_former_addresses_however_they_are_written(load_content: Load) -> None:
    former = load_content(FILES, prefix="/news").index.former

    paths = ["/old.html", "/2012/05/two.php", "/news/2023/10/old/", "/platforms/", "/platforms/page/2/"]
    found = [former.at(path) for path in (*paths, "/platforms/feed.xml", "/none-at-all/")]
    assert [target and target.path for target in found] == [
        "/2023/11/one/",
        "/2023/11/two/",
        "/2023/11/one/",
        "/social/",
        "/social/",
        "/social/",
        None,
    ]


def test_feed_readers_know_an_article_by_the_first_dated_address_that_it_had(load_content: Load) -> None:
    index = load_content(FILES).index

    found = {slug: index.former.feed_id(index.articles[slug]) for slug in ("one", "two", "three")}
    assert found == {"one": None, "two": "/2023/09/two/", "three": "/2023/09/three/"}
