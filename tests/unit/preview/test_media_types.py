import pytest

from plugins.preview.media_types import media_type


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("site.css", "text/css; charset=utf-8"),
        ("share.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml; charset=utf-8"),
        ("photo.WEBP", "image/webp"),
        ("photo.avif", "image/avif"),
        ("face.woff2", "font/woff2"),
        ("unknown.xyz", "application/octet-stream"),
        ("none", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_name(name: str, expected: str) -> None:
    assert media_type(name) == expected
