from datetime import datetime

import pytest

from plugins.desk.files.addresses import is_file, possible_paths, when
from plugins.desk.files.content_index import ContentIndex
from plugins.newsroom.site_pages import ALWAYS, find_page
from tests.unit.desk.conftest import NOW, ZONE, Load, article

FILES = {
    "articles/2023/11/one.md": article(keys="tags: [Video]\n"),
    "articles/2023/11/later.md": article(title="Later", keys="embargo: 2024-02-01 08:00\ntags: [Video, Radio]\n"),
    "articles/2023/11/draft.md": "---\ntitle: D\nstatus: draft\ntags: [Secret]\n---\n",
    "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n",
}
PUBLISHED = datetime(2023, 11, 24, 9, 30, tzinfo=ZONE).timestamp()
LATER = datetime(2024, 2, 1, 8, tzinfo=ZONE).timestamp()


@pytest.fixture
def index(load_content: Load) -> ContentIndex:
    return load_content(FILES).index


@pytest.mark.parametrize(
    ("path", "public_from"),
    [
        ("/2023/11/one/", PUBLISHED),
        ("/tags/video/", PUBLISHED),
        ("/archive/2023/11/", PUBLISHED),
        ("/2024/02/later/", LATER),
        ("/tags/radio/", LATER),
        ("/tags/radio/feed.xml", LATER),
        ("/archive/2024/02/", LATER),
        ("/2023/12/draft/", None),
        ("/tags/secret/", None),
        ("/about/", ALWAYS),
        ("/social/page/2/", ALWAYS),
        ("/", ALWAYS),
        ("/feed.xml", ALWAYS),
    ],
)
def test_an_address_is_public_when_there_is_something_to_see(
    index: ContentIndex, path: str, public_from: float | None
) -> None:
    page = find_page(index.pages.get, path)

    assert page is not None
    entry = index.shown_by(page)
    assert (entry.public_from if entry else page.public_from) == public_from


@pytest.mark.parametrize(
    "path",
    ["/2023/11/later/", "/about", "/about/feed.xml", "/page/2/", "/archive/2023/", "/tags/none/", "/patterns/", "//"],
)
def test_what_no_page_has_is_no_address(index: ContentIndex, path: str) -> None:
    assert find_page(index.pages.get, path) is None


def test_the_themes_files_are_none_of_the_addresses() -> None:
    assert [is_file(path) for path in ("/assets/logo.png", "/pictures/a.pdf", "/about/")] == [True, False, False]


def test_an_address_may_be_written_with_the_path_that_the_site_lives_under() -> None:
    assert list(possible_paths("/news/about/", "/news")) == ["/news/about/", "/about/"]
    assert list(possible_paths("/newsroom/", "/news")) == ["/newsroom/"]
    assert list(possible_paths("/about/", "")) == ["/about/"]


def test_what_always_was_counts_as_of_now() -> None:
    assert when(ALWAYS, NOW) == NOW
    assert when(NOW.timestamp() + 60, NOW) == datetime(2023, 12, 1, 12, 1, tzinfo=ZONE)
