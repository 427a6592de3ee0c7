"""Published pictures read back: nothing of their makers, devices, places and times is in them, whatever came in."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from plugins.publish.site.picture_families import family_of
from tests.conftest import BUILD_TIME
from tests.photographs import Subject, photograph
from tests.site.conftest import write_small_site
from tests.tools.camera_metadata import SECRETS, exif, xmp
from tests.tools.commands import Commands
from tests.tools.workers import made_once

LARGE, SMALL = Subject(21, 1300, 900, faces=2), Subject(22, 240, 180)
"""Larger than the largest sizes of texts, and so small that the file itself may be handed on."""
HIDDEN = ("exif", "xmp", "photoshop", "comment", "Comment", "XML:com.adobe.xmp")
"""Names under which Pillow tells of metadata."""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"><!-- {0} --><metadata><p>{0}</p></metadata>
<title>A shape</title><rect width="64" height="36"/></svg>"""


def saved(kind: str, subject: Subject, **options: Any) -> bytes:
    file = io.BytesIO()
    Image.open(io.BytesIO(photograph(subject, has_metadata=False))).save(file, kind, **options)
    return file.getvalue()


def text_chunks() -> PngImagePlugin.PngInfo:
    chunks = PngImagePlugin.PngInfo()
    for name, words in SECRETS.items():
        chunks.add_text(name, words)
        chunks.add_itxt(f"long {name}", words, zip=False)
    return chunks


def animation() -> bytes:
    frames, file = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")], io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], comment=SECRETS["comment"].encode())
    return file.getvalue()


def pictures() -> dict[str, bytes]:
    """Return files of every type, each with all the metadata that the type can hold."""
    block, packet = exif(), xmp()
    files = {"turned.jpg": photograph(LARGE, orientation=6), "small.jpg": photograph(SMALL)}
    for name, subject in (("large", LARGE), ("tiny", SMALL)):
        files |= {
            f"{name}.png": saved("PNG", subject, exif=block, pnginfo=text_chunks()),
            f"{name}.webp": saved("WEBP", subject, exif=block, xmp=packet, quality=60),
            f"{name}.avif": saved("AVIF", subject, exif=block, xmp=packet, quality=40, speed=10),
        }
    return files | {"moving.gif": animation(), "shape.svg": SVG.format(SECRETS["comment"]).encode()}


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> Path:
    """Output of a publication that leads an article with each of the pictures, shows it in the text, and offers it."""

    def make(folder: Path) -> None:
        site = write_small_site(folder, commands)
        (site.root / "content/pictures").mkdir(exist_ok=True)
        for name, data in pictures().items():
            (site.root / "content/pictures" / name).write_bytes(data)
            assert any(secret.encode() in data for secret in SECRETS.values()), f"{name} has nothing to hide"
            lead = f'picture: {{file: /pictures/{name}, alt: Seen, credit: Desk, crop: "5% 5% 80% 80%"}}'
            body = f"![Seen](/pictures/{name})\n\n[The file](/pictures/{name}){{: download }}"
            site.article(name.replace(".", "-"), lead, body)
        done = site.build(at=BUILD_TIME)
        assert done.returncode == 0, done.stdout + done.stderr

    return made_once(tmp_path_factory, "metadata", make) / "output"


def picture_files(folder: Path) -> Iterator[Path]:
    suffixes = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
    yield from (path for path in sorted(folder.rglob("*")) if path.suffix in suffixes)


def test_every_picture_is_published(published: Path) -> None:
    families = {family_of(path.relative_to(published).as_posix()) for path in picture_files(published / "pictures")}

    assert len({family for family in families if family}) == len(pictures())


def test_no_file_holds_a_word_of_the_metadata(published: Path) -> None:
    found = [
        (path.name, name)
        for path in sorted(published.rglob("*"))
        if path.is_file()
        for name, secret in SECRETS.items()
        if name != "artist" and secret.encode() in path.read_bytes()
    ]

    assert found == []


@pytest.mark.parametrize("site", ["published", "shipped_site"])
def test_no_published_picture_holds_metadata(site: str, request: pytest.FixtureRequest) -> None:
    found = []
    for path in picture_files(request.getfixturevalue(site)):
        if path.suffix != ".svg":
            with Image.open(path) as picture:
                picture.load()
                held = [name for name in HIDDEN if picture.info.get(name)] + ["EXIF"] * bool(picture.getexif())
                texts = list(getattr(picture, "text", {}))
            found += [(path.name, held, texts)] if held or texts else []

    assert found == []


def test_pictures_are_upright(published: Path) -> None:
    sizes = [Image.open(path).size for path in picture_files(published / "pictures") if "turned-" in path.name]

    assert all(width >= height for width, height in sizes)
