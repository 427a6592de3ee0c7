from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
import rapidfuzz.process

from plugins.newsroom.near_misses import KnownNames

WORDS = ["live", "selling", "social", "brand", "safety", "creators", "budget", "retail", "podcast", "privacy"]
ADDRESSES = [
    "/",
    "/about/",
    "/social/",
    "/tags/",
    "/tags/seo/",
    "/tags/search-ads/",
    "/authors/mei-tan/",
    "/archive/2023/11/",
    "/2023/11/mix-model/",
    "/2023/11/live-selling-explained/",
    "/2023/11/live-selling-in-jakarta/",
    "/2022/03/index-of-fear/",
]
FILES = ["pages/about.md", "articles/2023/11/mix-model.md", "articles/2023/11/show-report/index.md", "tags/seo.md"]


def many_addresses(count: int) -> list[str]:
    chance = Random(12)
    return [
        f"/20{chance.randint(10, 23)}/{chance.randint(1, 12):02}/{'-'.join(chance.choices(WORDS, k=4))}-{number}/"
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("/abuot/", "/about/"),
        ("/about", "/about/"),
        ("/about.html", "/about/"),
        ("/about/index.html", "/about/"),
        ("/Social/", "/social/"),
        ("/socail/", "/social/"),
        ("/tag/seo/", "/tags/seo/"),
        ("/tags/serach-ads/", "/tags/search-ads/"),
        ("/author/mei-tan/", "/authors/mei-tan/"),
        ("/authors/mei-tang/", "/authors/mei-tan/"),
        ("/2023/10/mix-model/", "/2023/11/mix-model/"),
        ("/2023/11/mix-modle/", "/2023/11/mix-model/"),
        ("/2023/11/mixmodel/", "/2023/11/mix-model/"),
        ("/mix-model/", "/2023/11/mix-model/"),
        ("/2023/11/ive-selling-explained/", "/2023/11/live-selling-explained/"),
        ("/2023/11/live-sellling-in-jakata/", "/2023/11/live-selling-in-jakarta/"),
        ("/2023/11/index-of-fears/", "/2022/03/index-of-fear/"),
        ("/archives/2023/11/", "/archive/2023/11/"),
        ("/2023/11/quite-another-thing/", None),
        ("/tgas/", "/tags/"),
        ("/shop/", None),
    ],
)
@pytest.mark.parametrize("others", [0, 3_000])
def test_the_address_that_was_meant_is_found_among_few_and_among_many(
    found: str, meant: str | None, others: int
) -> None:
    known = KnownNames([*ADDRESSES, *many_addresses(others)])

    assert known.nearest(found) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("pages/abuot.md", "pages/about.md"),
        ("about.md", "pages/about.md"),
        ("articles/2023/12/mix-model.md", "articles/2023/11/mix-model.md"),
        ("articles/2023/11/show-reprot/index.md", "articles/2023/11/show-report/index.md"),
        ("articles/2023/11/show-report.md", "articles/2023/11/show-report/index.md"),
        ("articles/2023/11/gone.md", None),
    ],
)
def test_the_file_that_was_meant_is_found_by_its_name(found: str, meant: str | None) -> None:
    assert KnownNames(FILES).nearest(found) == meant


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("categroy", "category"),
        ("catagories", "category"),
        ("colr", "colour"),
        ("auther", "authors"),
        ("Tilte", "title"),
        ("sumary", "summary"),
        ("relatd", "related"),
        ("zebra", None),
    ],
)
def test_the_word_that_was_meant_is_found(found: str, meant: str | None) -> None:
    assert KnownNames(["category", "colour", "authors", "title", "summary", "related"]).nearest(found) == meant


def test_of_names_that_are_equally_near_the_first_by_letters_is_taken() -> None:
    assert KnownNames(["box", "bax"]).nearest("bux") == "bax"


def test_a_text_of_a_megabyte_is_no_name() -> None:
    assert KnownNames(["/about/"]).nearest("/about" * 200_000) is None


def test_a_thousand_dead_links_are_compared_with_few_of_the_addresses_that_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known, dead = many_addresses(2_000), [f"{url[:-3]}x/" for url in many_addresses(1_000)]
    compared = []

    def extract(found: str, choices: Mapping[str, str], **options: Any) -> Any:
        compared.append(len(choices))
        return plain(found, choices, **options)

    plain = rapidfuzz.process.extract
    monkeypatch.setattr(rapidfuzz.process, "extract", extract)
    names = KnownNames(known)
    for found in [*dead, *dead]:
        names.nearest(found)

    assert len(compared) == len(set(dead))
    assert sum(compared) < len(dead) * len(known) / 5
