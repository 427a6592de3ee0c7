import io
from pathlib import Path

from PIL import Image, PngImagePlugin

from plugins.brand.brand_files import BrandFile, BrandFileRenderer, SiteIcon


def render(tmp_path: Path, way: str, data: bytes, icon: SiteIcon | None = None) -> bytes:
    source = tmp_path / "source"
    source.write_bytes(data)
    return BrandFileRenderer().render(BrandFile(path="assets/x", way=way, source=str(source), icon=icon))  # type: ignore[arg-type]


def png(side: int) -> bytes:
    file, words = io.BytesIO(), PngImagePlugin.PngInfo()
    words.add_text("Author", "Somebody")
    Image.new("RGB", (side, side)).save(file, "PNG", pnginfo=words)
    return file.getvalue()


def test_a_drawing_is_cleaned(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><metadata>Somebody</metadata><path d="M0"/></svg>'

    assert render(tmp_path, "drawing", drawing) == b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0"></path></svg>'


def test_a_picture_tells_nothing_of_its_maker(tmp_path: Path) -> None:
    assert b"Somebody" in png(200)
    assert b"Somebody" not in render(tmp_path, "picture", png(200))
    icon = SiteIcon(sides=(180,), paper="#fbf9f4")
    assert b"Somebody" not in render(tmp_path, "icon", png(180), icon)


def test_a_font_stays_as_it_is(tmp_path: Path) -> None:
    assert render(tmp_path, "font", b"wOF2") == b"wOF2"


def test_a_text_is_made_of_nothing_else() -> None:
    assert BrandFileRenderer().render(BrandFile(path="assets/x", way="text", text="<svg/>")) == b"<svg/>"
