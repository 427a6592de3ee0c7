import pytest

from plugins.newsroom.addresses.address_forms import AddressError
from plugins.newsroom.addresses.root_folder import check_root_path, is_leftover
from plugins.newsroom.site_pages import reserved_slugs


@pytest.mark.parametrize(
    "path",
    ["ads.txt", "robots.txt", ".well-known/security.txt", "BingSiteAuth.xml", "google1234.html", "media-kit/kit.pdf"],
)
def test_whatever_programs_ask_sites_for_has_its_place(path: str) -> None:
    check_root_path(path, reserved_slugs())


@pytest.mark.parametrize(
    ("path", "what"),
    [
        (".env", "begins with a dot, and is not published"),
        ("a/.well-known/x", "begins with a dot, and is not published"),
        (".well-known/.secret", "begins with a dot, and is not published"),
        ("a?b.txt", "has the character '?'"),
        ("index.html", "has the place of a file of the publication itself"),
        ("feed.xml", "has the place of a file of the publication itself"),
        ("404.html", "has the place of a file of the publication itself"),
        ("assets/x.css", "has the place of a file of the publication itself"),
        ("tags/x/index.html", "has the place of a file of the publication itself"),
    ],
)
def test_what_cannot_be_published_there_is_refused(path: str, what: str) -> None:
    with pytest.raises(AddressError) as refused:
        check_root_path(path, reserved_slugs())

    assert refused.value.what == what


def test_what_systems_leave_everywhere_is_passed_over() -> None:
    names = [".DS_Store", "Thumbs.db", "ads.txt~", ".ads.txt.swp", ".gitkeep", "ads.txt", ".env"]

    assert [name for name in names if not is_leftover(name)] == ["ads.txt", ".env"]
