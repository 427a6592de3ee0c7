import pytest

from plugins.cta.addresses import https_url, origin


@pytest.mark.parametrize("url", ["https://a.example", "https://a.example:9000/x?y=z#w", "https://日本.example/"])
def test_an_https_address_is_kept(url: str) -> None:
    assert https_url(url) == url


@pytest.mark.parametrize(
    "url",
    ["", "a.example", "http://a.example", "https://", "https:///x", "javascript:alert(1)", "https://a b", "https://[",
     "https://a.example:port/", "https://a.example/\nx", "https://a..example/"],
)  # fmt: skip
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(ValueError) as error:
        https_url(url)

    assert str(error.value) == f"{url!r} is no address; write it in full, from https://"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://a.example/x?y=z", "https://a.example"),
        ("https://A.example:443", "https://a.example"),
        ("https://a.example:9000/x", "https://a.example:9000"),
        ("https://user:word@a.example/", "https://a.example"),
        ("https://日本.example/", "https://xn--wgv71a.example"),
        ("https://my_lists.example/", "https://my_lists.example"),
        ("https://[::1]:9000/", "https://[::1]:9000"),
    ],
)
def test_an_address_has_the_origin_that_browsers_know_it_by(url: str, found: str) -> None:
    assert origin(url) == found
