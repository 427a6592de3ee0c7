import io

import pytest
from PIL import Image

from plugins.desk.publication.developed_pictures import wishes_of
from plugins.newsroom.forms.shown_picture import Picture
from plugins.pictures.values import WHOLE, Wish
from tests.unit.desk.conftest import SVG, Load, Loaded, article

ONE = "articles/2023/11/one.md"
FILES = {"pictures/a.svg": SVG, "pictures/b.svg": SVG.replace("640", "641")}


def wishes(loaded: Loaded, *, has_ratios: bool = True) -> list[Wish]:
    assert loaded.problems == ()
    return list(dict.fromkeys(wishes_of(loaded.index.entries[ONE], loaded.index, has_ratios=has_ratios)))


def moving_gif() -> bytes:
    frames = [Image.new("RGB", (480, 270), colour) for colour in ("red", "blue")]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    return file.getvalue()


def with_lead(load_content: Load, keys: str = "", body: str = "Text.") -> Loaded:
    lead = f"picture: {{file: /pictures/a.svg, alt: A{keys}}}\n"
    return load_content({**FILES, ONE: article(keys=lead, body=body)})


def test_a_lead_picture_is_wanted_in_all_sizes_and_in_three_ratios(load_content: Load) -> None:
    loaded = with_lead(load_content)

    assert wishes(loaded) == [Wish("pictures/a.svg"), Wish("pictures/a.svg", purpose="ratios")]
    assert wishes(loaded, has_ratios=False) == [Wish("pictures/a.svg")]


def test_ratios_are_cut_round_the_focal_point_of_the_part_that_is_shown(load_content: Load) -> None:
    loaded = with_lead(load_content, ", focus: 40% 20%, crop: 10% 0% 80% 60%")

    assert wishes(loaded) == [
        Wish("pictures/a.svg"),
        Wish("pictures/a.svg", (10, 0, 80, 60)),
        Wish("pictures/a.svg", (10, 0, 80, 60), (40, 20), "ratios"),
    ]


@pytest.mark.parametrize(
    ("body", "also"),
    [
        ("![B](/pictures/b.svg)", [Wish("pictures/b.svg")]),
        ("[B](/pictures/b.svg)", [Wish("pictures/b.svg")]),
        ("[B](/pictures/b.svg){: download }", [Wish("pictures/b.svg", purpose="original"), Wish("pictures/b.svg")]),
    ],
)
def test_a_picture_of_the_text_is_wanted_in_all_sizes_and_a_file_to_save_as_it_is(
    load_content: Load, body: str, also: list[Wish]
) -> None:
    assert wishes(with_lead(load_content, body=body), has_ratios=False)[1:] == also


def test_an_article_shows_the_whole_picture_and_its_card_the_part(load_content: Load) -> None:
    found = with_lead(load_content, ", crop: 0 0 50% 50%, focus: 40 20, caption: Words").article("one")

    assert isinstance(found.picture, Picture)
    assert isinstance(found.card_picture, Picture)
    assert found.picture.focus == (40, 20)
    assert found.card_picture.focus == (80, 40)
    assert found.picture.caption == "Words"


def test_a_picture_that_moves_stands_still_on_cards(load_content: Load) -> None:
    lead = "picture: {file: /pictures/a.gif, alt: A}\n"
    loaded = load_content({"pictures/a.gif": moving_gif(), ONE: article(keys=lead)})
    found = loaded.article("one")

    assert wishes(loaded, has_ratios=False) == [Wish("pictures/a.gif"), Wish("pictures/a.gif", WHOLE)]
    assert isinstance(found.picture, Picture)
    assert isinstance(found.card_picture, Picture)
    assert found.picture.url.endswith(".gif")
    assert not found.card_picture.url.endswith(".gif")


def test_a_file_to_save_has_an_address_of_its_own(load_content: Load) -> None:
    loaded = with_lead(load_content, body="[B](/pictures/b.svg){: download }")

    assert "download" in "".join(loaded.body("one").blocks)
    assert "/pictures/b-" in "".join(loaded.body("one").blocks)
