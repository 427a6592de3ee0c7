from time import process_time

import pytest

from plugins.desk.text.authors_forms.bare_addresses import find_addresses, link_addresses
from plugins.desk.text.tree import Text, parse
from tests.unit.desk.text.authors_forms.reading import convert


def linked(html: str) -> str:
    root = parse(html)
    for node in [node for node in root.descendants if isinstance(node, Text)]:
        link_addresses(node)
    return root.inner_html


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("See https://a.example/b.", ["https://a.example/b"]),
        ("(https://a.example/b)", ["https://a.example/b"]),
        ("https://a.example/b_(c), and so on", ["https://a.example/b_(c)"]),
        ("“https://a.example”!", ["https://a.example"]),
        ("https://a.example/?b=1&c=2#d…", ["https://a.example/?b=1&c=2#d"]),
        ("HTTP://A.example:8000/b", ["HTTP://A.example:8000/b"]),
        ("https://a.example, https://b.example;", ["https://a.example", "https://b.example"]),
        ("请看https://a.example/b。谢谢", ["https://a.example/b"]),
        ("请看https://a.example查看", ["https://a.example"]),
        ("https://zh.example/wiki/中文，", ["https://zh.example/wiki/中文"]),
        ("https://bücher.example/ü", ["https://bücher.example/ü"]),
        ("Write to me.too@a.example.", ["mailto:me.too@a.example"]),
        ("(a+b@c-d.example.org)", ["mailto:a+b@c-d.example.org"]),
        ("寄给me@a.example。", ["mailto:me@a.example"]),
    ],
)
def test_addresses_among_words_are_found(text: str, addresses: list[str]) -> None:
    assert [address for _, _, address in find_addresses(text)] == addresses


@pytest.mark.parametrize(
    "text",
    [
        "Node.js, GSA.gov and review.Today",
        "www.a.example",
        "https:// and http://localhost:8000/",
        "@me@social.example",
        "git@code.example:a/b.git",
        "me@host",
        "5 @ 3.50, a@b.1",
        "ftp://a.example",
        "xhttps://a.example",
        "?to=https://a.example",
    ],
)
def test_what_only_looks_like_an_address_is_left_alone(text: str) -> None:
    assert list(find_addresses(text)) == []


def test_they_become_links_and_no_word_is_lost() -> None:
    assert linked("<p>A https://b.example, c@d.example</p>") == (
        '<p>A <a href="https://b.example">https://b.example</a>, <a href="mailto:c@d.example">c@d.example</a></p>'
    )


def test_links_get_none_inside() -> None:
    html = '<p><a href="https://a.example/">https://<b>a.example</b> https://a.example</a></p>'

    assert linked(html) == html


@pytest.mark.parametrize("address", ["https://a.example/_b_/", "https://a.example/*b*c*", "https://a.example/~b~~c~~d"])
def test_signs_of_emphasis_in_an_address_belong_to_it(address: str) -> None:
    assert convert(f"A {address} *b*") == f"<p>A {address} <em>b</em></p>"


@pytest.mark.parametrize("text", ["*https://a.example/b_c*", "_See https://a.example_", "**https://a.example/b**"])
def test_emphasis_round_an_address_stays_emphasis(text: str) -> None:
    assert "em>" in convert(text) or "strong>" in convert(text)
    assert convert(text).count("*") + convert(text).replace("b_c", "").count("_") == 0


@pytest.mark.parametrize("behind", [")", ".", "().", "(" * 3 + ")"])
def test_many_signs_behind_an_address_take_no_longer_each(behind: str) -> None:
    begun = process_time()

    assert [place for place, _, _ in find_addresses("https://a.example/" + behind * 100_000)] == [0]

    assert process_time() - begun < 5  # what is worse than linear takes minutes
