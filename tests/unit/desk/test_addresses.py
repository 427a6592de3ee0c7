from datetime import datetime

import pytest

from plugins.desk.addresses import find_address, is_file
from plugins.desk.index import Index, make_index
from tests.unit.desk.conftest import NOW, ZONE, Load, article

FILES = {
    "articles/2023/11/one.md": article(keys="tags: [Video]\n"),
    "articles/2023/11/later.md": article(title="Later", keys="embargo: 2024-02-01 08:00\ntags: [Video, Radio]\n"),
    "articles/2023/11/draft.md": "---\ntitle: D\nstatus: draft\ntags: [Secret]\n---\n",
    "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n",
}
LATER = datetime(2024, 2, 1, 8, tzinfo=ZONE)


@pytest.fixture
def index(load_content: Load) -> Index:
    return make_index(load_content(FILES).folder, NOW)


@pytest.mark.parametrize(
    ("path", "public_from"),
    [
        ("/2023/11/one/", datetime(2023, 11, 24, 9, 30, tzinfo=ZONE)),
        ("/tags/video/", datetime(2023, 11, 24, 9, 30, tzinfo=ZONE)),
        ("/archive/2023/11/", datetime(2023, 11, 24, 9, 30, tzinfo=ZONE)),
        ("/2024/02/later/", LATER),
        ("/tags/radio/", LATER),
        ("/tags/radio/feed.xml", LATER),
        ("/archive/2024/02/", LATER),
        ("/2023/12/draft/", None),
        ("/tags/secret/", None),
        ("/about/", NOW),
        ("/social/page/2/", NOW),
        ("/", NOW),
        ("/feed.xml", NOW),
    ],
)
def test_an_address_is_public_when_there_is_something_to_see(
    index: Index, path: str, public_from: datetime | None
) -> None:
    address = find_address(index.addresses, path)

    assert address is not None
    assert address.public_from == public_from


@pytest.mark.parametrize(
    "path",
    ["/2023/11/later/", "/about", "/about/feed.xml", "/page/2/", "/archive/2023/", "/tags/none/", "/patterns/", "//"],
)
def test_what_no_page_has_is_no_address(index: Index, path: str) -> None:
    assert find_address(index.addresses, path) is None


def test_pictures_and_the_themes_files_are_none_of_the_addresses() -> None:
    assert [is_file(path) for path in ("/pictures/a.webp", "/assets/logo.png", "/about/")] == [True, True, False]
