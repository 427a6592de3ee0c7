import pytest

from plugins.newsroom.addresses.address_file import GoneAddress, MovedAddress, OwnAddresses, read_own_addresses
from plugins.newsroom.urls import own_site

OWN = own_site("https://kabar.example/news")


def read(text: str | bytes) -> OwnAddresses:
    data = text if isinstance(text, bytes) else text.encode()
    return read_own_addresses("content/addresses.toml", data, OWN)


def test_what_is_gone_and_what_has_moved_is_read_with_its_lines() -> None:
    found = read("""# Old addresses
gone = [
    "/2023/11/x/",  # asked for
    'https://kabar.example/news/2012/05/y.php',
]

[moved]
"/b/" = "/c/#part"
"/a/" = "/b/"
'/tags/old' = "https://kabar.example/news/tags/new"
bare = "/c/"
"/shop/" = "https://shop.example/a?b=c"
""")

    assert found.gone == (GoneAddress("/2023/11/x/", 3), GoneAddress("/2012/05/y.php/", 4))
    assert found.moved == (
        MovedAddress("/b/", "/c/", "#part", 8),
        MovedAddress("/a/", "/b/", "", 9),
        MovedAddress("/tags/old/", "/tags/new/", "", 10),
        MovedAddress("/shop/", "https://shop.example/a?b=c", "", 12),
    )
    assert [str(problem) for problem in found.problems] == [
        "content/addresses.toml:11:1: 'bare' does not begin with '/'; write '/bare'"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gone = [", "1:1: TOML that cannot be read: Invalid value (at end of document); write [moved], and below"),
        ("[moved]\n/a/ = '/b/'", "2:1: TOML that cannot be read: Invalid statement; write [moved], and below it "),
        (b"gone = ['/\xff/']", "1:1: text that is not UTF-8; save the file as UTF-8"),
        ("goen = ['/a/']", "1:1: unknown key 'goen'; did you mean 'gone'?"),
        ("\n[move]\n'/a/' = '/b/'", "2:1: unknown key 'move'; did you mean 'moved'?"),
        ("'/a/' = '/b/'", "1:1: unknown key '/a/'; put it below a line [moved]"),
        ("gone = '/a/'", '1:1: gone is no list; write gone = ["/2023/11/old-slug/"]'),
        ("gone = [\n12]", "2:1: '12' is no address; write it in quotes"),
        ("gone = ['/a/', '/a']", "1:1: '/a' is in line 1 already; take one of them away"),
        ("gone = ['/a/', '/a/']", "1:1: '/a/' is in line 1 already; take one of them away"),
        ("moved = 3", "1:1: moved is no table; write [moved], and below it "),
        ("[moved]\n'/a/' = '/b/'\ngone = ['/c/']", "3:1: gone stands below [moved], and so is one of its addresses; "),
        ("[moved]\n'/a/' = '/b/'\n'/a' = '/c/'", "3:1: '/a' is in line 2 already; take one of them away"),
        ("[moved]\n'/a/' = 'b'", "2:1: '/a/' leads to 'b', which is no address; write an address of a page"),
        ("[moved]\n'/a/' = ''", "2:1: '/a/' leads to '', which is no address; write an address of a page"),
        ("[moved]\n'/a/' = 3", "2:1: '/a/' leads to '3', which is no address; write an address of a page"),
        ("[moved]\n'/a/' = '/b c/'", "2:1: '/a/' leads to '/b c/', which is no address; write an address of a page"),
        ("[moved]\n'/a/' = 'javascript:x()'", "2:1: '/a/' leads to 'javascript:x()', which is no address; "),
        ("[moved]\n'/a/' = 'https://['", "2:1: '/a/' leads to 'https://[', which is no address; "),
        ("[moved]\n'/?p=1' = '/b/'", "2:1: '/?p=1' has a '?', and no file can answer that; "),
    ],
)
def test_a_mistake_is_told_at_its_line(text: str | bytes, said: str) -> None:
    (problem,) = read(text).problems

    assert str(problem).startswith(f"content/addresses.toml:{said}")


def test_the_right_entries_beside_a_wrong_one_are_used() -> None:
    found = read("gone = ['/a/', '/', '/b/']\n[moved]\n'/c/' = '/d/'\n'/e/' = 'f'\n")

    assert [each.address for each in found.gone] == ["/a/", "/b/"]
    assert [each.address for each in found.moved] == ["/c/"]
    assert len(found.problems) == 2


def test_an_empty_file_says_nothing() -> None:
    assert read("") == OwnAddresses(path="content/addresses.toml")
