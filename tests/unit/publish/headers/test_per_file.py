import pytest

from plugins.publish.headers.per_file import FOREVER, file_headers, is_lasting_path
from plugins.publish.settings import HeaderSettings

SETTINGS = HeaderSettings(page_seconds=90)
PASSING = "public, max-age=90, stale-while-revalidate=30"


@pytest.mark.parametrize(
    ("path", "kind", "cache_control"),
    [
        ("index.html", "text/html; charset=utf-8", PASSING),
        ("2023/11/one/index.html", "text/html; charset=utf-8", PASSING),
        ("tags/video/feed.xml", "text/xml; charset=utf-8", PASSING),
        ("feed.xml", "text/xml; charset=utf-8", PASSING),
        ("sitemap.xml", "text/xml; charset=utf-8", PASSING),
        ("feed.json", "application/feed+json; charset=utf-8", PASSING),
        ("pictures/one-0123abcd.webp", "image/webp", FOREVER),
        ("pictures/one-0123abcd0123.svg", "image/svg+xml; charset=utf-8", FOREVER),
        ("pictures/one-0123abc.webp", "image/webp", PASSING),
        ("pictures/index.html", "text/html; charset=utf-8", PASSING),
        ("pictures/feed.xml", "text/xml; charset=utf-8", PASSING),
        ("assets/plan-20231107.png", "image/png", PASSING),
        ("tags/pictures/one-0123abcd.webp", "image/webp", PASSING),
        ("files/0123456789ab/Annual report, 100%.pdf", "application/pdf", FOREVER),
        ("files/0123456789ab/clip.mp4", "video/mp4", FOREVER),
        ("files/index.html", "text/html; charset=utf-8", PASSING),
        ("tags/files/0123456789ab/x.pdf", "application/pdf", PASSING),
        (".well-known/security", "application/octet-stream", PASSING),
    ],
)
def test_a_file_has_the_type_of_its_name_and_lasts_if_its_name_holds_its_digest(
    path: str, kind: str, cache_control: str
) -> None:
    assert file_headers(path, SETTINGS) == {"Content-Type": kind, "Cache-Control": cache_control}
    assert is_lasting_path(path) == (cache_control == FOREVER)


@pytest.mark.parametrize("name", ["rates.csv", "RATES.CSV", "map.geojson", "own.xml"])
def test_a_file_that_browsers_would_show_as_source_text_is_saved(name: str) -> None:
    assert file_headers(f"files/0123456789ab/{name}", SETTINGS)["Content-Disposition"] == "attachment"
    assert "Content-Disposition" not in file_headers(f"data/{name}", SETTINGS)


def test_another_lifetime_of_pages_changes_what_keeps_its_name_and_nothing_else() -> None:
    paths = ["index.html", "feed.xml", "pictures/one-0123abcd.webp"]
    before, after = ([repr(file_headers(path, HeaderSettings(page_seconds=n))) for path in paths] for n in (60, 300))

    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, True]


def test_equal_attributes_are_one_object() -> None:
    assert file_headers("a/index.html", SETTINGS) is file_headers("b/index.html", SETTINGS)
