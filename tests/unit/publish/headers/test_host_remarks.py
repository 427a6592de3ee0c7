from dataclasses import replace
from pathlib import Path

import pytest

from plugins.newsroom.addresses.redirect_page import RedirectPage, redirect_page
from plugins.publish.headers.host_remarks import FILE, PARTS, host_remarks, note_printed
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes
from tests.publish.sites import EditedSite

SETTINGS = HeaderSettings()


def page(to: str) -> str:
    full = f"https://small.example{to}"
    return redirect_page(
        RedirectPage(location=to, full_location=full, lang="en", direction="ltr", moved="Moved to {address}.")
    ).decode()


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    edited = EditedSite(tmp_path / "output", Notes(siteurl="https://small.example"))
    return edited.write({"index.html": "home", "old/index.html": page("/new/")})


@pytest.fixture
def cache(tmp_path: Path, site: EditedSite) -> Path:
    """A folder that knows what was printed in every format."""
    for form in PARTS:
        note_printed(tmp_path / "cache", form, site, SETTINGS)
    return tmp_path / "cache"


def told(cache: Path, site: EditedSite, settings: HeaderSettings = SETTINGS) -> list[str]:
    return host_remarks(cache, "published", site, settings)


def test_nothing_is_said_while_servers_have_what_was_printed(cache: Path, site: EditedSite) -> None:
    assert told(cache, site) == []
    assert told(cache, site.write({"index.html": "other", "new/index.html": "new"})) == []


def test_a_redirect_that_changes_is_told_for_the_formats_that_have_them(cache: Path, site: EditedSite) -> None:
    site.write({"old/index.html": page("/newer/")})

    assert told(cache, site) == [
        f"The redirects that make headers FORMAT={form} printed last are those of another build; "
        "print them again, and have the server load them."
        for form in ("caddy", "cloudfront-function", "nginx")
    ]


def test_an_address_that_is_gone_is_told_with_the_redirects(cache: Path, site: EditedSite) -> None:
    site.notes = replace(site.notes, gone=("/x/",))

    assert [line.split(" that")[0] for line in told(cache, site)] == ["The redirects"] * 3


def test_headers_that_change_are_told(cache: Path, site: EditedSite) -> None:
    site.notes = replace(site.notes, styles=("YQ==",))
    site.write({"old/index.html": None})

    assert [line.split(" that")[0] for line in told(cache, site)] == [
        "The headers and redirects",
        "The headers",
        "The redirects",
        "The headers and redirects",
    ]
    assert len(told(cache, site, HeaderSettings(page_seconds=5))) == 4


def test_frames_of_another_site_are_told_for_every_server(cache: Path, site: EditedSite) -> None:
    site.notes = replace(site.notes, frame_origins=("https://clips.example",))

    assert [line.split(" that")[0] for line in told(cache, site)] == [
        "The headers",
        "The headers",
        "The headers of frames",
        "The headers",
    ]


def test_printing_again_ends_it(cache: Path, site: EditedSite) -> None:
    site.write({"old/index.html": page("/newer/")})
    note_printed(cache, "nginx", site, SETTINGS)

    assert [form for form in PARTS if any(f"={form} " in line for line in told(cache, site))] == [
        "caddy",
        "cloudfront-function",
    ]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"nginx": 1}'])
def test_a_note_that_cannot_be_read_says_nothing(cache: Path, site: EditedSite, text: str) -> None:
    (cache / FILE).write_text(text)
    site.write({"old/index.html": page("/newer/")})

    assert told(cache, site) == []


def test_formats_that_go_out_with_releases_are_not_noted(tmp_path: Path, site: EditedSite) -> None:
    note_printed(tmp_path / "none", "netlify", site, SETTINGS)

    assert not (tmp_path / "none").exists()


def test_the_limits_of_a_platform_are_told(tmp_path: Path, site: EditedSite) -> None:
    site.write({"x*/index.html": page("/new/")})

    assert host_remarks(tmp_path, "cloudflare://small", site, SETTINGS) == [
        "Redirects that work by their pages alone: 1 of 2; cloudflare takes no rules for them."
    ]
