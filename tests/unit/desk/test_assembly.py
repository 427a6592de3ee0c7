import pytest

from plugins.desk.loading import Loaded
from tests.unit.desk.conftest import SVG, Load, article

TAG = "---\nname: {0}\n---\n![A](/pictures/{0}.svg)\n"
FILES = {
    "articles/2023/11/one.md": article(keys="tags: [Seen]\nsponsor: seen\n"),
    "articles/2023/11/held.md": article(title="H", keys="embargo: 2099-01-01\ntags: [Held]\nsponsor: held\n"),
    **{f"tags/{name}.md": TAG.format(name) for name in ("seen", "held", "unused")},
    "sponsors/seen.md": "---\nname: S\nurl: https://s.example/\n---\n![A](/pictures/seen-sponsor.svg)\n",
    "sponsors/held.md": "---\nname: S\nurl: https://s.example/\n---\n![A](/pictures/held-sponsor.svg)\n",
    "pages/draft.md": "---\ntitle: D\nstatus: draft\n---\n![A](/pictures/draft.svg)\n",
    **{
        f"pictures/{name}.svg": SVG.replace("640", str(number))
        for number, name in enumerate(("seen", "held", "unused", "seen-sponsor", "held-sponsor", "draft"), 640)
    },
}


def pictures(loaded: Loaded) -> list[str]:
    assert loaded.problems == ()
    return [file.source.removeprefix("content/pictures/") for file in loaded.newsroom.desk.picture_files]


def test_only_pictures_that_readers_meet_are_published(load_content: Load) -> None:
    assert pictures(load_content(FILES)) == ["seen-sponsor.svg", "seen.svg"]


def test_the_preview_has_those_of_all_that_it_shows(load_content: Load) -> None:
    assert pictures(load_content(FILES, drafts=True)) == [
        *("draft.svg", "held-sponsor.svg", "held.svg", "seen-sponsor.svg", "seen.svg"),
    ]


@pytest.mark.parametrize("name", ["a.svg", "b.svg"])
def test_equal_files_of_one_name_are_published_once(load_content: Load, name: str) -> None:
    files = {
        "articles/2023/11/one/index.md": article(body=f"![A]({name})\n\n![A](more/{name})"),
        f"articles/2023/11/one/{name}": SVG,
        f"articles/2023/11/one/more/{name}": SVG,
    }

    assert len(pictures(load_content(files))) == 1
