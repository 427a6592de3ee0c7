"""Draws the sample pictures and the brand's: `python illustrations [part of a file's name ...]`.

`python illustrations film FOLDER` draws what the sample film and podcast are made of.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

from press.files import png, webp
from press.scene import Scene, print_scene
from scenes import brand, catalogue, second_coffee

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
BRAND = CONTENT / "brand"

WEBP_LIMIT = 15_000
_FILM_SIZE = (640, 360)
# Softest edges first, coarser ones only where a picture is too heavy; 4 is the fewest that look smooth.
_EDGE_STEPS = (10, 6, 5, 4)


class TooHeavyError(ValueError):
    """A picture that stays over the limit with its coarsest edges."""


def encode_scene(name: str, scene: Scene) -> bytes:
    """Print a scene as a WebP file under 15 KB; raise TooHeavyError where that cannot be."""
    for edge_steps in _EDGE_STEPS:
        encoded = webp(print_scene(scene, edge_steps))
        if len(encoded) <= WEBP_LIMIT:
            return encoded
    raise TooHeavyError(f"{name}: {len(encoded)} bytes; use a coarser screen or a smaller area of dots")


def draw_pictures(parts: list[str]) -> None:
    """Write the pictures whose file name holds one of the parts, or all of them."""
    for name, scene in catalogue().items():
        if not parts or any(part in name for part in parts):
            target = CONTENT / name if name.startswith("articles/") else CONTENT / "pictures" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(encode_scene(name, scene))


def draw_brand() -> None:
    """Write the share card, the logo and the icons below content/brand."""
    letters = brand.read_wordmark(BRAND / "wordmark.svg")
    (BRAND / "share.png").write_bytes(png(brand.share_card(letters)))
    (BRAND / "logo.png").write_bytes(png(brand.logo(letters), colours=16))
    (BRAND / "icon.png").write_bytes(png(brand.touch_icon(), colours=16))
    (BRAND / "icon.svg").write_text(brand.favicon(), encoding="utf-8")


def draw_film(folder: Path) -> None:
    """Write the pictures of the film into a folder, and its poster and the podcast's cover below content."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, picture in enumerate(second_coffee.film()):
        picture.resize(_FILM_SIZE, Image.Resampling.LANCZOS).save(folder / f"{number:03}.png")
    poster = CONTENT / "articles/2023/11/six-second-door/six-second-door.webp"
    poster.write_bytes(webp(second_coffee.film_at(second_coffee.POSTER_SECOND)))
    (CONTENT / "pictures" / "second-coffee.png").write_bytes(png(second_coffee.cover(), colours=12))


def main() -> None:
    """Draw what the command line asks for."""
    parts = sys.argv[1:]
    if parts[:1] == ["film"]:
        draw_film(Path(parts[1]))
        return
    draw_pictures(parts)
    if not parts or "brand" in parts:
        draw_brand()


if __name__ == "__main__":
    main()
