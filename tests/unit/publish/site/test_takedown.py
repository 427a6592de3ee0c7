from pathlib import Path

import pytest

from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.takedown import WithoutTakedown

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
    assert WithoutTakedown(SITE, [address]).files().keys() == SITE.files().keys() - {left_out}


def test_without_a_list_a_site_is_as_it_was() -> None:
    site = WithoutTakedown(SITE, [])

    assert site.files() is SITE.files()
    assert site.place("index.html") == Path("index.html")
