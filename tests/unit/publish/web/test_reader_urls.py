import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.publish.web.reader_urls import Outdated, address, addresses, batches, gathered

URL = "https://a.example/blog"


def outdated(*found: str, everything: bool = False) -> Outdated:
    return Outdated(url=URL, addresses=[f"{URL}/{each}" for each in found], run="r", everything=everything)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("feed.xml", ["/feed.xml"]),
        ("index.html", ["/", "/index.html"]),
        ("2023/11/x/index.html", ["/2023/11/x/", "/2023/11/x/index.html"]),
        ("404.html", ["/404.html"]),
        ("notindex.html", ["/notindex.html"]),
        ("a b/café.png", ["/a%20b/caf%C3%A9.png"]),
        ("a+b&c (d)~.txt", ["/a+b&c%20(d)~.txt"]),
        ("100%?#x.txt", ["/100%25%3F%23x.txt"]),
        ('"<[x]>|.txt', ["/%22%3C%5Bx%5D%3E%7C.txt"]),
        ("all*.txt", ["/all%2A.txt"]),
    ],
)
def test_an_address_is_encoded_as_browsers_ask_for_it(path: str, expected: list[str]) -> None:
    assert addresses(URL, path) == [f"{URL}{each}" for each in expected]


def test_a_slash_at_the_end_of_the_publications_address_is_not_doubled() -> None:
    assert address("https://a.example/", "x.txt") == "https://a.example/x.txt"


def test_up_to_the_limit_every_address_is_named() -> None:
    exact, sections = gathered(outdated("2023/a/", "2023/b/", ""), 3)

    assert (len(exact), sections) == (3, [])


def test_above_the_limit_the_largest_sections_stand_for_their_addresses() -> None:
    exact, sections = gathered(outdated("2022/a/", "2023/a/", "2023/b/", "tags/a/", "feed.xml"), 3)

    assert sections == [f"{URL}/2023/"]
    assert sorted(exact) == [f"{URL}/2022/a/", f"{URL}/feed.xml", f"{URL}/tags/a/"]


def test_files_at_the_root_are_in_no_section() -> None:
    exact, sections = gathered(outdated("", "index.html", "feed.xml", "2023/a/"), 1)

    assert sections == [f"{URL}/2023/"]
    assert sorted(exact) == [f"{URL}/", f"{URL}/feed.xml", f"{URL}/index.html"]


def test_everything_is_the_publication_and_not_the_whole_host() -> None:
    exact, sections = gathered(outdated("x/", everything=True), 3)

    assert (exact, sections) == ((), (f"{URL}/",))


@given(st.lists(st.from_regex(r"([ab]/){0,2}[cd]{0,2}", fullmatch=True), unique=True), st.integers(0, 8))
def test_whatever_the_limit_no_address_is_left_out_or_named_twice(found: list[str], limit: int) -> None:
    asked = outdated(*found)

    exact, sections = gathered(asked, limit)

    covered = [each for each in asked.addresses if any(each.startswith(section) for section in sections)]
    assert sorted([*exact, *covered]) == sorted(asked.addresses)


def test_batches_are_no_larger_than_asked_and_leave_nothing_out() -> None:
    assert batches(["a", "b", "c"], 2) == [["a", "b"], ["c"]]
