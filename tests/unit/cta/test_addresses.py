import pytest

from plugins.cta.addresses import https_url


@pytest.mark.parametrize("url", ["https://a.example", "https://a.example:9000/x?y=z#w", "https://日本.example/"])
def test_an_https_address_is_kept(url: str) -> None:
    assert https_url(url) == url


@pytest.mark.parametrize(
    "url",
    ["", "a.example", "http://a.example", "https://", "https:///x", "javascript:alert(1)", "https://a b", "https://[",
     "https://a.example:port/", "https://a.example/\nx"],
)  # fmt: skip
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(ValueError) as error:
        https_url(url)

    assert str(error.value) == f"{url!r} is no address; write it in full, from https://"
