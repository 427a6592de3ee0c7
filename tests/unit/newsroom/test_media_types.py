import pytest

from plugins.newsroom.media_types import BINARY_TYPES, TEXT_TYPES, media_type


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("feed.xml", "text/xml; charset=utf-8"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
        ("site.css", "text/css; charset=utf-8"),
        ("share.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml; charset=utf-8"),
        ("photo.WEBP", "image/webp"),
        ("photo.avif", "image/avif"),
        ("face.woff2", "font/woff2"),
        ("unknown.xyz", "application/octet-stream"),
        ("none", "application/octet-stream"),
        ("2023/a.b/none", "application/octet-stream"),
        ("tags/video/feed.xml", "text/xml; charset=utf-8"),
        ("rss.xml", "text/xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("sitemap-2.xml", "text/xml; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("talk.vtt", "text/vtt; charset=utf-8"),
        ("issue.eml", "message/rfc822"),
    ],
)
def test_a_file_has_the_type_of_its_name(name: str, expected: str) -> None:
    assert media_type(name) == expected


def test_no_suffix_is_both_text_and_not() -> None:
    assert TEXT_TYPES.keys() & BINARY_TYPES.keys() == set()
