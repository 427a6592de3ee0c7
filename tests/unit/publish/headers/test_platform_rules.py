import json
import re

import pytest

from plugins.publish.headers.platform_rules import (
    CLOUDFLARE_RULES,
    cloudflare_redirects,
    firebase_redirects,
    left_to_pages,
    netlify_redirects,
)
from plugins.publish.site.address_rules import AddressRules

RULES = AddressRules(
    redirects={"/größe 1/": "/gr%C3%B6%C3%9Fe/", "/old.html": "https://other.example/?a=b#c", "/x*/": "/"},
    gone=("/gone/",),
)
MANY = AddressRules(redirects={f"/{number}/": "/new/" for number in range(CLOUDFLARE_RULES + 5)})


def test_netlify_is_told_to_put_rules_before_pages() -> None:
    assert netlify_redirects(RULES).splitlines() == [
        "/gr%C3%B6%C3%9Fe%201/ /gr%C3%B6%C3%9Fe/ 301!",
        "/old.html https://other.example/?a=b#c 301!",
        "/gone/ /404.html 410!",
    ]


def test_cloudflare_is_told_of_redirects_alone() -> None:
    assert cloudflare_redirects(RULES).splitlines() == [
        "/gr%C3%B6%C3%9Fe%201/ /gr%C3%B6%C3%9Fe/ 301",
        "/old.html https://other.example/?a=b#c 301",
    ]


def test_cloudflare_gets_no_more_and_no_longer_lines_than_it_reads() -> None:
    long = AddressRules(redirects={f"/{'a' * 990}/": "/new/"})

    assert len(cloudflare_redirects(MANY).splitlines()) == CLOUDFLARE_RULES
    assert cloudflare_redirects(long) == ""


def test_firebase_compares_addresses_with_and_without_a_slash() -> None:
    rules = AddressRules(redirects={"/größe+1/": "/gr%C3%B6%C3%9Fe/", "/a/": "/b/:c/"})
    (rule,) = json.loads(firebase_redirects(rules))["hosting"]["redirects"]

    assert (rule["destination"], rule["type"]) == ("/größe/", 301)
    assert [bool(re.search(rule["regex"], path)) for path in ("/größe+1", "/größe+1/", "/größee1/", "/größe+1/x")] == [
        True,
        True,
        False,
        False,
    ]


def test_nothing_is_written_where_nothing_has_moved() -> None:
    assert (
        netlify_redirects(AddressRules())
        == cloudflare_redirects(AddressRules())
        == firebase_redirects(AddressRules())
        == ""
    )


@pytest.mark.parametrize(
    ("scheme", "rules", "left"),
    [
        ("cloudflare", MANY, "5 of 2,005; cloudflare"),
        ("cloudflare", RULES, "1 of 3; cloudflare"),
        ("netlify", RULES, "1 of 3; netlify"),
    ],
)
def test_redirects_that_a_platform_has_no_rules_for_are_told(scheme: str, rules: AddressRules, left: str) -> None:
    words = f"Redirects that work by their pages alone: {left} takes no rules for them."

    assert left_to_pages(scheme, rules) == words


def test_a_platform_that_takes_all_is_not_told_of() -> None:
    assert left_to_pages("firebase", RULES) == left_to_pages("netlify", AddressRules()) == ""
