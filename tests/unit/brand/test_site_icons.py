import json

from plugins.brand.brand_files import BrandFileRenderer
from plugins.brand.site_icons import IconGround, icon_files, icon_links

GROUND = IconGround(
    name="Kabar",
    short_name="",
    lang="id",
    prefix="/news",
    root="content/brand",
    accent="#0058a3",
    on_accent="#ffffff",
    paper="#fbf9f4",
    own=(),
)
DRAWING = {"icon.svg": b"<svg/>"}


def test_every_icon_that_pages_and_manifest_name_is_made() -> None:
    for sound in ({}, DRAWING, {"icon.png": b""}):
        files = {file.path: file for file in icon_files(GROUND, sound)}
        named = [icon["src"] for icon in json.loads(files["site.webmanifest"].text)["icons"]]
        linked = [icon.url for icon in icon_links(GROUND, sound)]

        assert {url.removeprefix("/news/") for url in (*named, *linked)} | {"site.webmanifest"} == files.keys()


def test_icons_change_with_what_they_show_alone() -> None:
    def pixels(ground: IconGround, sound: dict[str, bytes]) -> list[object]:
        return [file for file in icon_files(ground, sound) if file.icon]

    other = GROUND._replace(name="Other", accent="#ff0000")

    assert pixels(GROUND, {}) != pixels(other, {})
    assert pixels(GROUND, DRAWING) == pixels(other, DRAWING)
    assert pixels(GROUND, DRAWING) != pixels(GROUND, {"icon.svg": b"<svg></svg>"})


def test_a_drawing_takes_the_place_of_a_picture_that_is_too_small() -> None:
    picture = b"\x89PNG".ljust(16, b"0") + (180).to_bytes(4)
    sources = {file.path: file.source[-3:] for file in icon_files(GROUND, DRAWING | {"icon.png": picture})}

    assert (sources["assets/apple-touch-icon.png"], sources["assets/icon-512.png"]) == ("png", "svg")


def test_the_same_icon_has_the_same_bytes() -> None:
    renderer = BrandFileRenderer()
    one, two = ([renderer.render(file) for file in icon_files(GROUND, {})] for _ in range(2))

    assert one == two
    assert [data[:4] for data in one[1:4]] == [b"\x00\x00\x01\x00", b"\x89PNG", b"\x89PNG"]
