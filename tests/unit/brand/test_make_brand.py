import io
from typing import Any

from PIL import Image

from plugins.brand.brand_colours import make_brand_colours
from plugins.brand.brand_files import MadeBrand
from plugins.brand.brand_folder import BrandFiles
from plugins.brand.make_brand import Ingredients, make_brand
from plugins.brand.settings import BrandSettings
from plugins.newsroom.brand import Icon
from tests.conftest import ROOT
from tests.unit.brand.test_brand_colours import THEME

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h1z"/></svg>'
GRADIENT = DRAWING.replace(b"<path", b'<linearGradient id="g"/><path fill="url(#g)"')
ICO = Icon(rel="icon", type="", url="/news/favicon.ico", sizes="32x32")
SVG_ICON = Icon(rel="icon", type="image/svg+xml", url="/news/assets/favicon.svg")
PHONE_ICON = Icon(rel="apple-touch-icon", type="", url="/news/assets/apple-touch-icon.png")


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height)).save(file, "PNG")
    return file.getvalue()


def made(contents: dict[str, bytes] | None = None, own: tuple[str, ...] = (), **settings: Any) -> MadeBrand:
    colours = make_brand_colours(BrandSettings(**settings), THEME)
    files = BrandFiles("content/brand", contents or {}, ())
    return make_brand(
        Ingredients(
            name="Kabar", prefix="/news", root="content/brand", files=files, colours=colours, own_root_files=own
        )
    )


def test_without_files_the_name_is_set_in_type_and_its_letter_is_the_icon() -> None:
    brand, files, problems, remarks = made(accent="#0058a3")

    assert (brand.wordmark.name, brand.wordmark.length, brand.wordmark.drawing_html) == ("Kabar", "short", "")
    assert brand.icons == (ICO, SVG_ICON, PHONE_ICON)
    assert [(file.path, file.way) for file in files] == [
        ("assets/favicon.svg", "text"),
        ("favicon.ico", "icon"),
        ("assets/apple-touch-icon.png", "icon"),
        ("assets/icon-192.png", "icon"),
        ("assets/icon-512.png", "icon"),
        ("assets/icon-maskable-512.png", "icon"),
        ("site.webmanifest", "text"),
    ]
    assert brand.manifest == "/news/site.webmanifest"
    assert "#0058a3" in files[0].text
    assert (brand.logo, brand.share_picture, brand.has_face, problems, remarks) == ("", None, False, [], [])


def test_colours_reach_pages_cards_and_the_frame_of_browsers() -> None:
    brand = made(accent="#0058a3", dark={"paper": "#000000"}).brand

    assert brand.papers == ("#fbf9f4", "#000000")
    assert dict(brand.light)["accent"] == "#0058a3"
    assert "--accent:#0058a3" in brand.style


def test_a_drawing_stands_twice_on_a_page_with_ids_of_its_own() -> None:
    plain, gradient = made({"wordmark.svg": DRAWING}).brand, made({"wordmark.svg": GRADIENT}).brand

    assert plain.wordmark == plain.footer_wordmark
    assert 'id="_wordmark-g"' in gradient.wordmark.drawing_html
    assert 'id="_footer-g"' in gradient.footer_wordmark.drawing_html


def test_icons_are_those_that_there_are() -> None:
    svg, raster = {"icon.svg": DRAWING}, {"icon.png": png(200, 200)}

    assert made(svg).brand.icons == made(svg | raster).brand.icons == (ICO, SVG_ICON, PHONE_ICON)
    assert made(raster).brand.icons == (ICO, PHONE_ICON)
    assert {file.source for file in made(svg).files} == {"content/brand/icon.svg", ""}
    assert [(file.path, file.way, file.source) for file in made(svg | raster).files][:2] == [
        ("assets/favicon.svg", "drawing", "content/brand/icon.svg"),
        ("favicon.ico", "icon", "content/brand/icon.png"),
    ]


def test_a_publications_own_icon_at_the_root_is_not_made_again() -> None:
    files = made(own=("favicon.ico", "site.webmanifest")).files

    assert not {"favicon.ico", "site.webmanifest"} & {file.path for file in files}


def test_the_picture_to_share_has_another_address_when_it_is_another() -> None:
    one, other = (made({"share.png": png(1200, height)}).brand.share_picture for height in (630, 631))

    assert one and other
    assert one.url.startswith("/news/assets/share.png?v=") and one.url.endswith(".png")
    assert (one.width, one.height, one.alt) == (1200, 630, "Kabar")
    assert one.url != other.url


def test_a_logo_is_named_as_pages_print_it() -> None:
    brand, files, *_ = made({"logo.svg": DRAWING})

    assert brand.logo == "/news/assets/logo.svg"
    assert files[-1].path == "assets/logo.svg"


def test_a_face_is_a_file_that_browsers_may_keep_for_good() -> None:
    face = (ROOT / "plugins" / "share_cards" / "fonts" / "hebrew.woff2").read_bytes()
    brand, files, *_ = made({"display.woff2": face})

    assert brand.has_face
    assert files[-1].path.startswith("pictures/display-")
    assert f'url("/news/{files[-1].path}")' in brand.style


def test_a_file_with_a_mistake_is_told_and_left_out() -> None:
    brand, files, problems, _ = made({"icon.png": png(20, 20), "wordmark.svg": DRAWING.replace(b"viewBox", b"v")})

    assert [(each.path, each.what.partition(",")[0]) for each in problems] == [
        ("content/brand/icon.png", "is 20 × 20"),
        ("content/brand/wordmark.svg", "does not say how large it is (width and height"),
    ] or [each.path for each in problems] == ["content/brand/icon.png", "content/brand/wordmark.svg"]
    assert brand.wordmark.drawing_html == ""
    assert [file.source for file in files if file.source] == []


def test_a_wordmark_that_readers_may_not_see_as_it_was_meant_is_told() -> None:
    black = DRAWING.replace(b"<path", b'<text>Kabar</text><path fill="#000"')
    heavy = DRAWING.replace(b"M0 0h1z", b"M0 0h1z" * 1000)

    assert [each.what for each in made({"wordmark.svg": black}).problems] == [
        "has letters that each reader's own font draws",
        "its colour '#000' is hardly seen on the dark page",
    ]
    assert [each.what for each in made({"wordmark.svg": heavy}).problems] == ["has 7 KB, which every page carries"]
