from pathlib import Path

import pytest

from plugins.newsroom.addresses.redirect_page import MOST_BYTES, REDIRECT, RedirectPage, redirect_page
from plugins.publish.site.address_rules import AddressRules, address_rules, redirect_location
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes


def page(location: str) -> bytes:
    return redirect_page(
        RedirectPage(location=location, full_location=location, lang="en", direction="ltr", moved="Moved to {address}.")
    )


def site(folder: Path, bodies: dict[str, bytes], notes: Notes, kind: str = "") -> KeptSite:
    """Return a release with these files; kinds are those of a build where `kind` is given."""
    files = {}
    for path, body in bodies.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)
        files[path] = PublishedFile(sha256="", bytes=len(body), kind=kind)
    return KeptSite(files, lambda path, _: folder / path, notes)


@pytest.mark.parametrize("kind", [REDIRECT, ""])
def test_redirects_are_read_from_the_pages_of_a_build_and_of_a_kept_release(tmp_path: Path, kind: str) -> None:
    bodies = {"old/index.html": page("/größe/ 1"), "a b.html": page("https://x.example/?a=%20"), "new/index.html": b"-"}

    assert address_rules(site(tmp_path, bodies, Notes(), kind)).redirects == {
        "/a b.html": "https://x.example/?a=%20",
        "/old/": "/gr%C3%B6%C3%9Fe/%201",
    }


def test_addresses_are_those_that_readers_ask_for(tmp_path: Path) -> None:
    notes = Notes(siteurl="https://small.example/blog", gone=("/gone/",))

    assert address_rules(site(tmp_path, {"old/index.html": page("/blog/new/")}, notes)) == AddressRules(
        redirects={"/blog/old/": "/blog/new/"}, gone=("/blog/gone/",)
    )


def test_what_has_a_file_is_not_gone(tmp_path: Path) -> None:
    bodies = {"a/index.html": b"page", "b.html": b"page", "c/index.html": page("/a/")}
    notes = Notes(gone=("/a/", "/b.html", "/c/", "/d", "/e/"))

    assert address_rules(site(tmp_path, bodies, notes)).gone == ("/d", "/e/")


@pytest.mark.parametrize(
    ("path", "bytes_", "kind"),
    [
        ("a/index.html", 100, "article"),
        ("a/index.html", MOST_BYTES + 1, ""),
        ("feed.xml", 100, ""),
    ],
)
def test_what_cannot_be_a_redirect_page_is_not_read(path: str, bytes_: int, kind: str) -> None:
    file = PublishedFile(sha256="", bytes=bytes_, kind=kind)

    assert redirect_location(KeptSite({path: file}, lambda path, _: Path("/nowhere")), path, file) is None


def test_a_site_without_redirects_has_no_rules(tmp_path: Path) -> None:
    assert address_rules(site(tmp_path, {"index.html": b"home"}, Notes())) == AddressRules()
    assert not AddressRules()
