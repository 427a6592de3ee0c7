"""The look of a publication, made of its settings, of the files in `content/brand/`, and of the theme's colours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from plugins.brand.brand_colours import BrandColours
from plugins.brand.brand_files import BrandFile, MadeBrand
from plugins.brand.brand_folder import BrandFiles, file_digest
from plugins.brand.check_files import file_findings
from plugins.brand.display_face import face_rule
from plugins.brand.publisher_style import publisher_style
from plugins.brand.site_icons import IconGround, icon_files, icon_links
from plugins.brand.web_manifest import MANIFEST_URL
from plugins.brand.wordmark import hardly_seen, has_ids, name_length, wordmark_svg
from plugins.newsroom.brand import Brand, Wordmark
from plugins.newsroom.choices import ShareImage
from plugins.newsroom.problems import Problem, Severity, has_errors
from plugins.newsroom.urls import asset_url, output_path, picture_url
from plugins.pictures.values import PictureError

WORDMARK = "wordmark.svg"
_HEAVY_WORDMARK = 6_000
"""Bytes of markup that every page has twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredients:
    """Everything that a look is made of."""

    name: str
    """Of the publication."""
    prefix: str
    """The path that the site lives under."""
    root: str
    """The folder of the files, relative to the project's."""
    files: BrandFiles
    colours: BrandColours
    lang: str = "en"
    """Of the publication."""
    short_name: str = ""
    own_root_files: tuple[str, ...] = ()
    """Names of files for the root that the publication has itself."""


def make_brand(given: Ingredients) -> MadeBrand:
    """Return the look; without the files that have errors, where there are any."""
    problems = [each for name in given.files.contents for each in _problems(given, name)]
    wrong = {each.path.rpartition("/")[2] for each in problems if has_errors([each])}
    sound = {name: data for name, data in given.files.contents.items() if name not in wrong}
    colours, files = given.colours, list(_site_files(given, sound))
    face = _face(given, sound)
    mark = _mark(given, sound, "_wordmark-")
    again = _mark(given, sound, "_footer-") if has_ids(mark.drawing_html) else mark
    light = {name: colours.pairs[name].light for name in colours.changed}
    brand = Brand(
        wordmark=mark,
        footer_wordmark=again,
        icons=tuple(icon_links(_ground(given), sound)),
        manifest=given.prefix + MANIFEST_URL,
        papers=colours.pairs["paper"],
        light=tuple(light.items()),
        style=publisher_style(colours, face),
        logo=next((given.prefix + asset_url(name) for name in sound if name.startswith("logo.")), ""),
        share_picture=_share_picture(given, sound),
        has_face=bool(face),
    )
    return MadeBrand(brand, files, problems, colours.remarks)


def _problems(given: Ingredients, name: str) -> Iterator[Problem]:
    data = given.files.contents[name]
    findings = _wordmark_findings(given, data) if name == WORDMARK else file_findings(name, data)
    for what, remedy, severity in findings:
        yield Problem(f"{given.files.shown_root}/{name}", 1, 1, what, remedy, severity)


def _wordmark_findings(given: Ingredients, data: bytes) -> Iterator[tuple[str, str, Severity]]:
    try:
        drawing = wordmark_svg(data, given.name, "")
    except PictureError as error:
        yield str(error), error.remedy or "export it anew as SVG", Severity.ERROR
        return
    if "<text" in drawing:
        what = "has letters that each reader's own font draws"
        yield what, "turn them into outlines (Illustrator: Create Outlines; Inkscape: Object to Path)", Severity.WARNING
    papers = dict(zip(("light", "dark"), given.colours.pairs["paper"], strict=True))
    for colour, page in hardly_seen(drawing, papers):
        what = f"its colour {colour!r} is hardly seen on the {page} page"
        yield what, "leave the colour out, or write 'currentColor': it is then that of the text", Severity.WARNING
    if len(drawing) > _HEAVY_WORDMARK:
        what = f"has {round(len(drawing) / 1000)} KB, which every page carries"
        yield what, "draw it with fewer points (Inkscape: Simplify), or clean it with SVGO", Severity.WARNING


def _mark(given: Ingredients, sound: Mapping[str, bytes], ids: str) -> Wordmark:
    drawing = wordmark_svg(sound[WORDMARK], given.name, ids) if WORDMARK in sound else Markup("")
    return Wordmark(name=given.name, length=name_length(given.name), drawing_html=drawing)


def _ground(given: Ingredients) -> IconGround:
    pairs = given.colours.pairs
    return IconGround(
        name=given.name,
        short_name=given.short_name,
        lang=given.lang,
        prefix=given.prefix,
        root=given.root,
        accent=pairs["accent"].light,
        on_accent=pairs["on-accent"].light,
        paper=pairs["paper"].light,
        own=given.own_root_files,
    )


def _site_files(given: Ingredients, sound: Mapping[str, bytes]) -> Iterator[BrandFile]:
    yield from icon_files(_ground(given), sound)
    for name, data in sound.items():
        file = BrandFile(path="", way="picture", source=f"{given.root}/{name}", digest=file_digest(data))
        match name:
            case "logo.svg":
                yield replace(file, path=output_path(asset_url(name)), way="drawing")
            case "logo.png" | "share.png" | "share.jpg":
                yield replace(file, path=output_path(asset_url(name)))
            case "display.woff2":
                yield replace(file, path=output_path(_face_url(data)), way="font")


def _face(given: Ingredients, sound: Mapping[str, bytes]) -> str:
    data = sound.get("display.woff2")
    return face_rule(data, given.prefix + _face_url(data)) if data else ""


def _face_url(data: bytes) -> str:
    """Return the address of the face: among the files that browsers keep for good, as its name holds its digest."""
    return picture_url(f"display-{file_digest(data).hex()[:12]}.woff2")


def _share_picture(given: Ingredients, sound: Mapping[str, bytes]) -> ShareImage | None:
    """Return the picture, whose address is another one for every other picture: services keep them by address."""
    from plugins.pictures.read_source import read_source  # here, for few publications have one

    for name, data in sound.items():
        if name.startswith("share."):
            picture = read_source(name, data)
            suffix = name.rpartition(".")[2]
            url = f"{given.prefix}{asset_url(name)}?v={file_digest(data).hex()[:8]}.{suffix}"
            return ShareImage(url=url, width=picture.width, height=picture.height, alt=given.name)
    return None
