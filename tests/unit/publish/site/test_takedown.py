from pathlib import Path

import pytest

from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.takedown import Takedown, WithoutTakedown

FILE = PublishedFile(sha256="0", bytes=1)
SITE = KeptSite(
    dict.fromkeys(["2023/11/a/index.html", "index.html", "pictures/a.webp"], FILE), lambda path, _: Path(path)
)


@pytest.mark.parametrize(
    ("address", "left_out"),
    [
        ("/2023/11/a/", "2023/11/a/index.html"),
        ("/2023/11/a", "2023/11/a/index.html"),
        ("/pictures/a.webp", "pictures/a.webp"),
    ],
)
def test_what_was_taken_down_is_in_no_release(address: str, left_out: str) -> None:
    assert WithoutTakedown(SITE, Takedown([address])).files().keys() == SITE.files().keys() - {left_out}


STALL = [f"pictures/stall-{size}-0a1b2c{key}" for size, key in [
    ("320", "333333.avif"), ("1200", "333333.jpg"), ("16x9", "444444.jpg"), ("original", "555555.jpg"),
]]  # fmt: skip
OTHERS = ["pictures/stall-320-9f9f9f333333.avif", "pictures/market-stall-320-0a1b2c333333.avif"]
"""Another picture of that name, and the same under another one."""


@pytest.mark.parametrize("address", [f"/{path}" for path in STALL])
def test_a_picture_is_taken_down_by_any_of_its_addresses(address: str) -> None:
    site = KeptSite(dict.fromkeys([*STALL, *OTHERS], FILE), lambda path, _: Path(path))

    assert WithoutTakedown(site, Takedown([address])).files().keys() == set(OTHERS)


@pytest.mark.parametrize(("address", "page"), [("/2023/11/a/", "2023/11/a/"), ("/", "")])
def test_with_a_page_goes_the_picture_that_announces_it(address: str, page: str) -> None:
    others = {"2023/11/b/index.html", "2023/11/b/card.jpg", "2023/11/feed.xml"}
    site = KeptSite(dict.fromkeys([f"{page}index.html", f"{page}card.jpg", *others], FILE), lambda path, _: Path(path))

    assert WithoutTakedown(site, Takedown([address])).files().keys() == others


def test_without_a_list_a_site_is_as_it_was() -> None:
    site = WithoutTakedown(SITE, Takedown())

    assert site.files() is SITE.files()
    assert site.place("index.html") == Path("index.html")
