from pathlib import Path

import pytest

from plugins.publish.plan.content_file import aliases_line, content_file, says_aliases

FILES = {
    "articles/2023/10/launch.md": "---\ntitle: A\ndate: 2023-10-04\n---\n",
    "articles/2023/11/launch.md": "---\ntitle: A\ndate: 2023-11-04\naliases: [/a/]\n---\n",
    "articles/mix/index.md": "---\ntitle: A\ndate: 2023-11-04\n---\n",
    "articles/other.md": "---\ntitle: A\nslug: renamed\ndate: '2023-11-04'\n---\n",
    "articles/2023/11/My new Piece.md": "---\r\ntitle: A\r\ndate: 2023-11-04\r\n---\r\n",
    "articles/toml.md": '+++\ntitle = "A"\nslug = "launch"\ndate = 2023-09-04\naliases = ["/a/"]\n+++\n',
    "articles/lines.md": "Title: A\nSlug: launch\nDate: 2023-08-04\nAliases: /a/\n\nText.\n",
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
        ("/2023/09/launch/", "articles/toml.md"),
        ("/2023/08/launch/", "articles/lines.md"),
        ("/2023/11/my-new-piece/", "articles/2023/11/My new Piece.md"),
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


@pytest.mark.parametrize("name", ["2023/11/launch", "toml", "lines"])
def test_a_file_may_have_aliases_already(content: Path, name: str) -> None:
    assert says_aliases(content / f"articles/{name}.md")
    assert not says_aliases(content / "articles/2023/10/launch.md")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("pages/about.md", "aliases: [/old/]"),
        ("articles/toml.md", 'aliases = ["/old/"]'),
        ("articles/lines.md", "Aliases: /old/"),
    ],
)
def test_the_line_has_the_form_of_the_front_matter(content: Path, name: str, line: str) -> None:
    assert aliases_line(content / name, "/old/") == line
