from dataclasses import replace

import pytest

from plugins.desk.checks.embeds import check_embeds, embeds_in
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Ref
from plugins.newsroom.embeds.embed_table import EMBED_TABLE
from tests.unit.desk.conftest import SVG, Load, article

VIDEO = "https://vimeo.com/12345"
SOURCE = "articles/2023/11/one.md"


def entry(picture: str = "/pictures/embeds/vimeo-12345.svg") -> str:
    return f'["{VIDEO}"]\ntitle = "Prices"\npicture = "{picture}"\n'


def showing(index: ContentIndex) -> ContentIndex:
    """Return the index of a folder whose article shows the video."""
    shown = index.entries[SOURCE]._replace(refs=(tuple(Ref((9, 1), "embed", VIDEO, VIDEO, "")),))
    return replace(index, entries={**index.entries, SOURCE: shown})


def found(load_content: Load, files: dict[str, str]) -> list[str]:
    index = load_content({SOURCE: article(), **files}).index
    return [str(problem) for problem in check_embeds(showing(index))]


def test_an_entry_that_a_text_shows_is_fine(load_content: Load) -> None:
    assert found(load_content, {"embeds.toml": entry(), "pictures/embeds/vimeo-12345.svg": SVG}) == []


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (
            {"embeds.toml": entry()},
            "1:1: picture '/pictures/embeds/vimeo-12345.svg' does not exist; name one that is there, or take the",
        ),
        ({"embeds.toml": entry(picture="/a.gif"), "a.gif": "<html>"}, "1:1: picture '/a.gif' is "),
        (
            {"embeds.toml": '\n["https://vimeo.com/99"]\ntitle = "Other"\n'},
            "2:1: notice: no text shows 'https://vimeo.com/99'; take the entry away if nobody needs it",
        ),
        ({"embeds.toml": '["https://vimeo.com/99"]\ntitel = "Other"\n'}, "2:1: unknown key 'titel'; did you mean"),
    ],
)
def test_a_mistake_is_told_at_its_line(load_content: Load, files: dict[str, str], problem: str) -> None:
    assert found(load_content, files)[0].startswith(f"content/embeds.toml:{problem}")


def test_the_places_of_an_embed_are_told_and_if_its_text_gives_it_a_title(load_content: Load) -> None:
    texts = {
        "one": f"{VIDEO}\n\n[Words](https://vimeo.com/99)",
        "two": "[Prices](https://player.vimeo.com/video/12345)",
    }
    files = {f"articles/2023/11/{name}.md": article(title=name, body=text) for name, text in texts.items()}
    content = load_content(files).content

    assert embeds_in(content.index, content.kept, EMBED_TABLE.canonical) == {
        VIDEO: (["content/articles/2023/11/one.md:8", "content/articles/2023/11/two.md:8"], False),
        "https://vimeo.com/99": (["content/articles/2023/11/one.md:10"], True),
    }
