from pathlib import Path

import pytest

from plugins.publish.plan.content_file import content_file, says_aliases

FILES = {
    "articles/2023/10/launch.md": "---\ntitle: A\ndate: 2023-10-04\n---\n",
    "articles/2023/11/launch.md": "---\ntitle: A\ndate: 2023-11-04\naliases: [/a/]\n---\n",
    "articles/mix/index.md": "---\ntitle: A\ndate: 2023-11-04\n---\n",
    "articles/other.md": "---\ntitle: A\nslug: renamed\ndate: '2023-11-04'\n---\n",
    "pages/about.md": "---\ntitle: A\n---\n",
    "categories/news.md": "---\nname: A\n---\n",
    "authors/ana.md": "---\nname: A\n---\n",
    "tags/video.md": "---\nname: A\n---\n",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/2023/10/launch/", "articles/2023/10/launch.md"),
        ("/2023/11/launch/", "articles/2023/11/launch.md"),
        ("/2023/11/mix/", "articles/mix/index.md"),
        ("/2023/11/renamed/", "articles/other.md"),
        ("/about/", "pages/about.md"),
        ("/news/", "categories/news.md"),
        ("/authors/ana/", "authors/ana.md"),
        ("/tags/video/", "tags/video.md"),
    ],
)
def test_a_page_is_made_by_one_file(content: Path, url: str, file: str) -> None:
    assert content_file(content, url) == content / file


@pytest.mark.parametrize("url", ["/2023/11/nothing/", "/tags/maps/", "/archive/2023/11/", "/"])
def test_a_page_without_a_file_has_none(content: Path, url: str) -> None:
    assert content_file(content, url) is None


def test_a_file_may_have_aliases_already(content: Path) -> None:
    assert says_aliases(content / "articles/2023/11/launch.md")
    assert not says_aliases(content / "articles/2023/10/launch.md")
