"""`python -m tests.browser.screenshots`: takes the pictures of README.md and docs/authors.md anew."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import serve
from tests.browser.install import FLAGS, find, noted
from tests.browser.language_examples import ARTICLE as OTHER_ARTICLE
from tests.browser.language_examples import write_publication
from tests.browser.picture_examples import FRONT, GALLERY, write_examples
from tests.conftest import ROOT, build
from tests.tools.photographed import build_photographed

FOLDER = ROOT / "docs" / "pictures"
ARTICLE = "/2023/11/supermarket-shelf-screens/"
CHART = "/2023/11/lift-seconds/"
EPISODE = "/2023/11/lift-radio/"
BODY = ".article__body"
EXAMPLES = ".listing__entries"


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture: what is shown, in a window of which size."""

    name: str
    path: str
    scheme: Literal["light", "dark"]
    width: int
    height: int
    scale: float = 1
    part: str = ""
    """Selector of the element to show, from its top to the height given here; the window if empty."""


def _on_phone(name: str, path: str, scheme: Literal["light", "dark"] = "light") -> Shot:
    return Shot(name=name, path=path, scheme=scheme, width=390, height=844, scale=2)


SHOTS = (
    Shot(name="home-desktop-light", path="/", scheme="light", width=1280, height=1400),
    Shot(name="article-desktop-light", path=ARTICLE, scheme="light", width=1280, height=1400),
    Shot(name="home-desktop-dark", path="/", scheme="dark", width=1280, height=1400),
    Shot(name="article-desktop-dark", path=ARTICLE, scheme="dark", width=1280, height=1400),
    _on_phone("home-phone-light", "/"),
    _on_phone("article-phone-light", ARTICLE),
    _on_phone("home-phone-dark", "/", "dark"),
    _on_phone("article-phone-dark", ARTICLE, "dark"),
    Shot(name="forms-light", path=CHART, scheme="light", width=760, height=1400, part=BODY),
    Shot(name="forms-dark", path=EPISODE, scheme="dark", width=760, height=1400, part=BODY),
)


OF_EXAMPLES = (
    Shot(name="gallery", path=GALLERY, scheme="light", width=760, height=900, part=".gallery"),
    Shot(name="focus-and-crop", path=FRONT, scheme="light", width=460, height=479, scale=1.5, part=EXAMPLES),
)

OF_LANGUAGES = (
    ("id", "#00695c", "Asia/Jakarta", "live-host-ring-light", _on_phone("home-phone-indonesian", "/")),
    ("ar", "#0b4f9e", "Asia/Dubai", "convenience-store-night", _on_phone("article-phone-arabic", OTHER_ARTICLE)),
)
"""Small publications by language, accent, zone and first picture, and what is shown of each.

A machine without faces for Arabic shows boxes: on Debian, `apt-get install fonts-noto-core fonts-noto-cjk`.
"""


CARDS = (ARTICLE, "/2023/11/cinema-slot/", "/media/", "/authors/kenji-alvarado/")
"""Pages whose share cards are shown together."""


def put_cards_together(output: Path) -> None:
    """Put share cards of a built publication into one picture, two beside each other."""
    cards = [Image.open(f"{output}{page}card.jpg").reduce(2) for page in CARDS]
    width, height = cards[0].size
    gap = width // 50
    sheet = Image.new("RGB", (2 * width + gap, 2 * height + gap), "#777")
    for number, card in enumerate(cards):
        sheet.paste(card, (number % 2 * (width + gap), number // 2 * (height + gap)))
    sheet.save(FOLDER / "share-cards.webp", quality=80, method=6)


def take(browser: Browser, address: str, shot: Shot) -> Path:
    """Take one picture and return its file."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme=shot.scheme,
        device_scale_factor=shot.scale,
    )
    page = context.new_page()
    page.goto(address + shot.path, wait_until="networkidle")
    shown = page.locator(shot.part).first if shot.part else page
    picture = Image.open(BytesIO(shown.screenshot())).convert("RGB")
    context.close()
    picture = picture.crop((0, 0, picture.width, min(picture.height, round(shot.height * shot.scale))))
    file = FOLDER / f"{shot.name}.webp"
    picture.save(file, quality=80, method=6)
    return file


def take_all(browser: Browser, output: Path, shots: Iterable[Shot]) -> None:
    """Take pictures of a built publication, and say how large they are."""
    for address in serve(output):
        for shot in shots:
            file = take(browser, address, shot)
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB")


def main() -> int:
    """Take every picture; return the exit status."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = noted() or find()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        output = build(Path(folder) / "output", "publishconf.py")
        take_all(browser, output, SHOTS)
        put_cards_together(output)
        examples = Path(folder) / "examples"
        examples.mkdir()
        take_all(browser, build_photographed(examples, write_examples), OF_EXAMPLES)
        for lang, accent, zone, lead, shot in OF_LANGUAGES:
            root = Path(folder) / lang
            root.mkdir()
            write = partial(write_publication, lang=lang, accent=accent, zone=zone, lead=lead)
            take_all(browser, build_photographed(root, write), [shot])
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
