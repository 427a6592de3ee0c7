from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.preview.request_paths import Redirect, find_file, page_address


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name in ("index.html", "about/index.html", "feed.xml", "é + %/index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    (tmp_path / "secret").touch()
    (folder / "way-out").symlink_to(tmp_path / "secret")
    return folder


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "index.html"),
        ("/about/", "about/index.html"),
        ("/about/index.html", "about/index.html"),
        ("/feed.xml", "feed.xml"),
        ("/%C3%A9%20+%20%25/", "é + %/index.html"),
    ],
)
def test_a_pretty_address_is_a_file(site: Path, address: str, expected: str) -> None:
    assert find_file(site, address) == site / expected


@pytest.mark.parametrize(
    ("address", "location"),
    [("/about", "/about/"), ("//about", "/about/"), ("/%C3%A9%20+%20%25", "/%C3%A9%20%2B%20%25/")],
)
def test_a_folder_without_its_slash_is_asked_for_again(site: Path, address: str, location: str) -> None:
    assert find_file(site, address) == Redirect(location)


@pytest.mark.parametrize(
    "address", ["/../secret", "/%2e%2e/secret", "/about/../../secret", "/way-out", "/feed.xml/", "/%00", "/./feed.xml"]
)
def test_what_is_not_in_the_folder_is_not_found(site: Path, address: str) -> None:
    assert find_file(site, address) is None


def test_what_does_not_exist_is_named_but_is_no_file(site: Path) -> None:
    found = find_file(site, "/none.html")

    assert isinstance(found, Path)
    assert not found.exists()


@pytest.mark.parametrize(
    ("address", "expected"),
    [("/", Redirect("/news/")), ("/news", Redirect("/news/")), ("/about/", None), ("/newsroom/about/", None)],
)
def test_a_site_under_a_path_is_found_there_only(site: Path, address: str, expected: Redirect | None) -> None:
    assert find_file(site, address, "/news") == expected


def test_under_a_path_the_files_are_those_of_the_folder(site: Path) -> None:
    assert find_file(site, "/news/about/", "/news") == site / "about" / "index.html"
    assert find_file(site, "/news/about", "/news") == Redirect("/news/about/")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the folder is only read
@given(st.text(st.sampled_from("/.%2eabout\\\0é"), max_size=20))
def test_no_address_leads_out_of_the_folder(site: Path, rest: str) -> None:
    found = find_file(site, f"/{rest}")

    assert not isinstance(found, Path) or found.is_relative_to(site.resolve())


@pytest.mark.parametrize(
    ("address", "prefix", "page"),
    [
        ("/2023/11/a/", "", "/2023/11/a/"),
        ("/news/2023/11/a/", "/news", "/2023/11/a/"),
        ("/2023/11/a/index.html", "", "/2023/11/a/"),
        ("/2023/11/caf%C3%A9/", "", "/2023/11/café/"),
    ],
)
def test_a_page_is_known_by_one_address(address: str, prefix: str, page: str) -> None:
    assert page_address(address, prefix) == page
