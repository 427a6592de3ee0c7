import pytest

from plugins.embeds.asking.plain_words import attribute_of, plain, post_of

POST = (
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Prices &amp; <b>shelves</b><br>in one chart'
    '<script>alert(1)</script></p>&mdash; Ana Lim (@ana) <a href="https://x.com/ana/status/1">March 21, 2026</a>'
    '</blockquote><script async src="https://platform.example/widgets.js"></script>'
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("  One \n\u00a0two\u2028three ", "One two three"),
        ("Fish &amp; chips", "Fish & chips"),
        ("a\u202eb\x00c\u200ed\ufeffe\ud800f", "abcdef"),
        ("e\u0301", "é"),
        ("One two three four", "One two…"),
        ("One two, three four", "One two…"),
        ("Onetwothreefour", "Onetwothre…"),
        ("<b>not a tag</b>", "<b>not a…"),
        (None, ""),
        (["list"], ""),
    ],
)
def test_words_become_one_plain_line_of_a_bounded_length(words: object, expected: str) -> None:
    assert plain(words, 11 if str(words).startswith(("One t", "Onet", "<b>")) else 100) == expected


def test_a_post_gives_its_words_and_those_of_its_last_link() -> None:
    assert post_of(POST) == ("Prices & shelves in one chart", "March 21, 2026")


@pytest.mark.parametrize("html", ["<iframe src='x'></iframe>", "", None, "<p>no quotation</p>", "<blockquote>"])
def test_markup_without_a_post_gives_no_words(html: object) -> None:
    assert post_of(html) == ("", "")


def test_very_deep_markup_is_read() -> None:
    assert post_of("<blockquote>" + "<div>" * 20_000 + "<p>One</p>")[0] in ("One", "")


def test_an_attribute_is_found_anywhere() -> None:
    assert attribute_of('<div><blockquote data-uri="at://1"></blockquote></div>', "data-uri") == "at://1"
    assert attribute_of("<p></p>", "data-uri") == attribute_of(None, "data-uri") == ""
