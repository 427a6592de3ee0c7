"""Galleries as pages have them."""

import re

from plugins.desk.publication.gallery_rows import SHAPES
from plugins.newsroom.forms.form_parts import Gallery
from tests.architecture.source import THEME
from tests.unit.desk.conftest import SVG, Load, article

PICTURES = {"pictures/a.svg": SVG, "pictures/b.svg": SVG.replace("640", "360")}
TEXT = '![A](/pictures/a.svg "Of *a* | Ana")\n![B](/pictures/b.svg)\n*See [one](one.md)*'


def test_a_gallery_has_its_pictures_in_rows_with_their_words(load_content: Load) -> None:
    (gallery,) = load_content({"articles/one.md": article(body=TEXT), **PICTURES}).body("one").blocks

    assert isinstance(gallery, Gallery)
    [[[a, b]]] = gallery.rows
    assert (a.picture.alt, a.caption_html, a.shape, a.share) == (
        "A",
        'Of *a* <span class="credit">Ana</span>',
        178,
        0.64,
    )
    assert (b.picture.alt, b.caption_html, b.shape, b.phone_share) == ("B", "", 100, 0.36)
    assert gallery.caption_html == 'See <a href="/2023/11/one/">one</a>'


def test_the_pictures_of_a_gallery_are_published(load_content: Load) -> None:
    loaded = load_content({"articles/one.md": article(body=TEXT), **PICTURES})

    assert loaded.pictures == ["pictures/a.svg", "pictures/b.svg"]


def test_the_theme_has_a_rule_for_each_shape() -> None:
    css = (THEME / "static/css/needed/gallery.css").read_text(encoding="utf-8")

    found = {int(shape): float(ratio) for shape, ratio in re.findall(r"item--(\d+) \{ --shape: ([\d.]+); \}", css)}
    assert {shape: round(ratio * 100) for shape, ratio in found.items()} == {shape: shape for shape in SHAPES}


def test_links_lead_to_a_gallery_by_its_id(load_content: Load) -> None:
    body = TEXT.replace("*See [one](one.md)*", "{: #stalls }")

    (gallery,) = load_content({"articles/one.md": article(body=body), **PICTURES}).body("one").blocks

    assert isinstance(gallery, Gallery)
    assert gallery.anchor_html == '<span id="stalls"></span>'
