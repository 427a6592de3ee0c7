"""The icons of a look, and its web manifest: which there are, of what, and where."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.brand.brand_files import BrandFile, SiteIcon
from plugins.brand.brand_folder import file_digest
from plugins.brand.icons import PHONE_SIDE, first_letter, letter_icon
from plugins.brand.web_manifest import MANIFEST_URL, ManifestIcon, web_manifest
from plugins.newsroom.brand import Icon
from plugins.newsroom.urls import asset_url, output_path

_FAVICON = "/favicon.ico"
_TAB_SIDES = (16, 32, 48)
_SIDES = (192, 512)
_SVG = asset_url("favicon.svg")
_PHONE = asset_url("apple-touch-icon.png")
_MASKABLE = asset_url("icon-maskable-512.png")


class IconGround(NamedTuple):
    """Everything that icons and manifest are made of, beside the publisher's files."""

    name: str
    short_name: str
    lang: str
    prefix: str
    root: str
    accent: str
    on_accent: str
    paper: str
    own: tuple[str, ...]
    """Names of files for the root that the publication has itself, and that are not made then."""


def icon_links(given: IconGround, sound: Mapping[str, bytes]) -> Iterator[Icon]:
    """Yield the icon for all browsers, that for those that show drawings, and that of phones.

    The first has a link only below a folder: at the root of a host all browsers look for it by themselves.
    """
    if given.prefix:
        yield Icon(rel="icon", type="", url=given.prefix + _FAVICON, sizes="32x32")
    if "icon.svg" in sound or "icon.png" not in sound:
        yield Icon(rel="icon", type="image/svg+xml", url=given.prefix + _SVG)
    yield Icon(rel="apple-touch-icon", type="", url=given.prefix + _PHONE)


def icon_files(given: IconGround, sound: Mapping[str, bytes]) -> Iterator[BrandFile]:
    """Yield the files: the drawing, the icons in pixels, the manifest."""
    if "icon.svg" in sound:
        digest = file_digest(sound["icon.svg"])
        yield BrandFile(path=output_path(_SVG), way="drawing", source=f"{given.root}/icon.svg", digest=digest)
    elif "icon.png" not in sound:
        text = letter_icon(given.name, given.accent, given.on_accent)
        yield BrandFile(path=output_path(_SVG), way="text", text=text)
    if output_path(_FAVICON) not in given.own:
        yield _file(given, sound, _FAVICON, *_TAB_SIDES)
    yield _file(given, sound, _PHONE, PHONE_SIDE, is_opaque=True)
    for side in _SIDES:
        yield _file(given, sound, _url(side), side)
    yield _file(given, sound, _MASKABLE, _SIDES[-1], is_maskable=True)
    if output_path(MANIFEST_URL) not in given.own:
        yield BrandFile(path=output_path(MANIFEST_URL), way="text", text=_manifest(given))


def _file(
    given: IconGround,
    sound: Mapping[str, bytes],
    url: str,
    *sides: int,
    is_opaque: bool = False,
    is_maskable: bool = False,
) -> BrandFile:
    name = _source(sound, max(sides))
    icon = SiteIcon(
        sides=sides,
        paper=given.paper,
        is_opaque=is_opaque,
        is_maskable=is_maskable,
        letter="" if name else first_letter(given.name),
        ground="" if name else given.accent,
        ink="" if name else given.on_accent,
        lang="" if name else given.lang,
    )
    source, digest = (f"{given.root}/{name}", file_digest(sound[name])) if name else ("", b"")
    return BrandFile(path=output_path(url), way="icon", source=source, digest=digest, icon=icon)


def _source(sound: Mapping[str, bytes], side: int) -> str:
    """Return the file that an icon is made of: a picture, unless a drawing is sharper; empty for neither."""
    picture = sound.get("icon.png")
    if picture is None:
        return "icon.svg" if "icon.svg" in sound else ""
    width = int.from_bytes(picture[16:20])  # of every PNG, in its first chunk
    return "icon.svg" if width < side and "icon.svg" in sound else "icon.png"


def _manifest(given: IconGround) -> str:
    icons = [ManifestIcon(given.prefix + _url(side), side, "any") for side in _SIDES]
    icons.append(ManifestIcon(given.prefix + _MASKABLE, _SIDES[-1], "maskable"))
    return web_manifest(
        name=given.name,
        short_name=given.short_name,
        lang=given.lang,
        prefix=given.prefix,
        paper=given.paper,
        icons=icons,
    )


def _url(side: int) -> str:
    return asset_url(f"icon-{side}.png")
