from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.share.lengths import grapheme_length, weighted_length
from plugins.share.networks import NETWORKS, Post

URL = "https://lowdown.example/2023/11/one/"
QUOTED = "https%3A%2F%2Flowdown.example%2F2023%2F11%2Fone%2F"


def address(network: str, title: str, via: str = "", url: str = URL) -> str:
    return NETWORKS[network].link(Post(title=title, url=url, via=via))


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        ("x", f"https://x.com/intent/tweet?text=Shop%20%26%20tell&url={QUOTED}"),
        ("facebook", f"https://www.facebook.com/sharer/sharer.php?u={QUOTED}"),
        ("linkedin", f"https://www.linkedin.com/sharing/share-offsite/?url={QUOTED}"),
        ("whatsapp", f"https://wa.me/?text=Shop%20%26%20tell%0A{QUOTED}"),
        ("telegram", f"https://t.me/share/url?url={QUOTED}&text=Shop%20%26%20tell"),
        ("threads", f"https://www.threads.com/intent/post?text=Shop%20%26%20tell&url={QUOTED}"),
        ("bluesky", f"https://bsky.app/intent/compose?text=Shop%20%26%20tell%20{QUOTED}"),
        ("reddit", f"https://www.reddit.com/submit?url={QUOTED}&title=Shop%20%26%20tell"),
        ("line", f"https://social-plugins.line.me/lineit/share?url={QUOTED}&text=Shop%20%26%20tell"),
        ("email", f"mailto:?subject=Shop%20%26%20tell&body=Shop%20%26%20tell%0D%0A%0D%0A{QUOTED}"),
    ],
)
def test_every_network_gets_its_own_address(network: str, expected: str) -> None:
    assert address(network, "Shop & tell") == expected


def test_no_network_is_without_a_test_of_its_address() -> None:
    (table,) = (
        mark
        for mark in test_every_network_gets_its_own_address.pytestmark  # type: ignore[attr-defined]  # set by pytest
    )

    assert [network for network, _ in table.args[1]] == list(NETWORKS)


@pytest.mark.parametrize(
    ("title", "encoded"),
    [
        ("50% + 1", "50%25%20%2B%201"),
        ("Q&A #1", "Q%26A%20%231"),
        ("“Buy” 'n' \"sell\"", "%E2%80%9CBuy%E2%80%9D%20%27n%27%20%22sell%22"),
        ("a/b?c=d;e:f@g", "a%2Fb%3Fc%3Dd%3Be%3Af%40g"),
        ("<b>", "%3Cb%3E"),
        ("抖音", "%E6%8A%96%E9%9F%B3"),
        ("Hari 🎉", "Hari%20%F0%9F%8E%89"),
    ],
)
def test_every_reserved_character_is_encoded(title: str, encoded: str) -> None:
    assert address("reddit", title) == f"https://www.reddit.com/submit?url={QUOTED}&title={encoded}"


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("title", ["50% + 1 & 2 = 3 #x", "“Quotes” 'and' \"more\"", "抖音 ไทย 한국 🎉🇸🇬", "a\tb+c d"])
def test_a_service_reads_back_what_was_written(network: str, title: str) -> None:
    values = parse_qs(urlsplit(address(network, title)).query, strict_parsing=True)

    assert URL in "".join(value for group in values.values() for value in group)
    assert network in {"facebook", "linkedin"} or title in "".join(value for [value] in values.values())


def test_x_names_the_publication() -> None:
    assert address("x", "Shop", via="lowdown") == f"https://x.com/intent/tweet?text=Shop&url={QUOTED}&via=lowdown"


@pytest.mark.parametrize(
    ("title", "via", "length"),
    [("a" * 256, "", 256), ("a" * 257, "", 256), ("抖" * 160, "", 256), ("抖" * 160, "lowdown", 242)],
)
def test_a_post_on_x_keeps_to_its_limit(title: str, via: str, length: int) -> None:
    values = parse_qs(urlsplit(address("x", title, via=via)).query)

    assert values["url"] == [URL]
    assert weighted_length(values["text"][0]) == length


@pytest.mark.parametrize("title", ["a" * 263, "a" * 264, "抖" * 400, "👩‍👩‍👧" * 400])
def test_a_post_on_bluesky_keeps_to_its_limit_and_its_url(title: str) -> None:
    (text,) = parse_qs(urlsplit(address("bluesky", title)).query)["text"]

    assert grapheme_length(text) == 300
    assert text.endswith(f" {URL}")


def test_only_e_mail_opens_no_window() -> None:
    assert [name for name, network in NETWORKS.items() if not network.opens_window] == ["email"]
