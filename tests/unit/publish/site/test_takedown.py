from dataclasses import replace
from pathlib import Path

import pytest

from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes
from plugins.publish.site.takedown import Takedown, WithoutTakedown, read_memory, write_memory

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


@pytest.mark.parametrize(
    ("address", "is_there"),
    [
        ("/2023/11/a/", True),
        ("/2023/11/b/", False),
        ("/pictures/stall-1200-0a1b2c444444.jpg", True),
        ("/pictures/a-1-9f9f9f000000.jpg", False),
    ],
)
def test_a_release_that_holds_it_is_known_by_its_files(tmp_path: Path, address: str, is_there: bool) -> None:
    for path in ("2023/11/a/index.html", "pictures/stall-320-0a1b2c333333.avif"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()

    assert Takedown([address]).is_in(tmp_path) is is_there


def test_a_front_goes_with_its_feed_and_its_further_pages() -> None:
    covers = Takedown(["/news/"]).covers

    assert all(map(covers, ["news/index.html", "news/feed.xml", "news/card.jpg", "news/page/2/index.html"]))
    assert not any(map(covers, ["news/other/index.html", "page/2/index.html", "index.html", "news/page/2/card.jpg"]))


def test_pages_that_were_taken_down_are_gone_for_good() -> None:
    site = WithoutTakedown(
        replace(SITE, notes=Notes(gone=("/2012/x/",))), Takedown(["/2023/11/a/", "/pictures/a.webp"])
    )

    assert site.notes.gone == ("/2012/x/", "/2023/11/a/")


def test_the_first_address_that_paths_are_of_is_told() -> None:
    takedown = Takedown(["/2023/11/a/", "/2023/11/b/"])

    assert takedown.found_in(["index.html", "2023/11/b/index.html"]) == "/2023/11/b/"
    assert takedown.found_in(["index.html"]) == ""


def test_a_target_remembers_addresses_until_there_are_none(tmp_path: Path) -> None:
    place, takedown = tmp_path / "taken-down", Takedown(["/2023/11/b/", "/2023/11/a/"])
    write_memory(place, takedown)

    assert read_memory(place) == ["/2023/11/a/", "/2023/11/b/"]
    assert takedown.beyond(["/2023/11/a/"]) == ["/2023/11/b/"]
    write_memory(place, Takedown())
    assert read_memory(place) == ()
    place.write_bytes(b"/2023/11/a/\n\xff\n")
    assert read_memory(place)[0] == "/2023/11/a/"
