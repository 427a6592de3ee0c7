import pytest

from plugins.desk.text import allowed_html as allowed


def test_no_tag_is_both_allowed_and_refused() -> None:
    assert not allowed.ALLOWED & (allowed.NEEDLESS | allowed.RUNNING)
    assert not allowed.NEEDLESS & allowed.RUNNING
    assert allowed.ATTRIBUTES.keys() == allowed.ALLOWED


@pytest.mark.parametrize(
    ("tag", "attribute", "is_right"),
    [
        ("a", "href", True),
        ("p", "href", False),
        ("p", "data-x", True),
        ("p", "aria-label", True),
        ("p", "onclick", False),
        ("img", "srcset", False),
        ("video", "autoplay", False),
        ("td", "style", False),
    ],
)
def test_attributes_are_allowed_by_tag(tag: str, attribute: str, is_right: bool) -> None:
    assert allowed.is_allowed(tag, attribute) == is_right


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" /a\n", "/a"),
        ("java\nscript:x()", "javascript:x()"),
        ("\x01\x1f javascript:x()", "javascript:x()"),
        ("..\\a\\b.md?c\\d#e", "../a/b.md?c\\d#e"),
        ("\\\\other.example\\a.png", "//other.example/a.png"),
        ("https:\\\\other.example", "https://other.example"),
        ("\ufffdjavascript:x()", "javascript:x()"),
        ("https:other.example/a", "https://other.example/a"),
        ("HTTP:/other.example/a", "HTTP://other.example/a"),
        ("https:////other.example", "https://other.example"),
        ("///other.example", "//other.example"),
        ("/a//b", "/a//b"),
        ("mailto:a\\b@c.example", "mailto:a\\b@c.example"),
        ("/a b", "/a b"),
    ],
)
def test_an_address_is_what_browsers_make_of_it(written: str, address: str) -> None:
    assert allowed.clean_address(written) == address


@pytest.mark.parametrize(
    ("address", "scheme"),
    [("HTTPS://a", "https"), ("//a", None), ("/a:b", None), ("a.b+c-d:e", "a.b+c-d"), ("1a:b", None)],
)
def test_a_scheme_is_read_in_small_letters(address: str, scheme: str | None) -> None:
    assert allowed.scheme_of(address) == scheme
