"""`python -m tests.browser.screenshots`: takes the README's pictures of the shipped publication anew."""

import sys
import threading
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from plugins.preview.current_state import CurrentState, PreviewState
from plugins.preview.server import PreviewServer
from tests.browser.install import FLAGS, find, noted
from tests.conftest import ROOT, build

FOLDER = ROOT / "docs" / "pictures"
ARTICLE = "/2023/11/supermarket-shelf-screens/"


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture: what is shown, in a window of which size."""

    name: str
    path: str
    scheme: Literal["light", "dark"]
    width: int
    height: int
    scale: float = 1


SHOTS = (
    Shot(name="home-desktop-light", path="/", scheme="light", width=1280, height=1400),
    Shot(name="article-desktop-light", path=ARTICLE, scheme="light", width=1280, height=1400),
    Shot(name="home-desktop-dark", path="/", scheme="dark", width=1280, height=1400),
    Shot(name="article-desktop-dark", path=ARTICLE, scheme="dark", width=1280, height=1400),
    Shot(name="home-phone-light", path="/", scheme="light", width=390, height=844, scale=2),
    Shot(name="article-phone-light", path=ARTICLE, scheme="light", width=390, height=844, scale=2),
    Shot(name="home-phone-dark", path="/", scheme="dark", width=390, height=844, scale=2),
    Shot(name="article-phone-dark", path=ARTICLE, scheme="dark", width=390, height=844, scale=2),
)


def take(browser: Browser, address: str, shot: Shot) -> Path:
    """Take one picture and return its file."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme=shot.scheme,
        device_scale_factor=shot.scale,
    )
    page = context.new_page()
    page.goto(address + shot.path, wait_until="networkidle")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    file = FOLDER / f"{shot.name}.webp"
    picture.save(file, quality=80, method=6)
    return file


def main() -> int:
    """Take every picture; return the exit status."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = PreviewServer(
            CurrentState(PreviewState(folder=build(Path(folder) / "output", "publishconf.py"))), port=0
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=noted() or find(), args=list(FLAGS))
        for shot in SHOTS:
            file = take(browser, f"http://127.0.0.1:{server.port}", shot)
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB")
        browser.close()
        server.shutdown()
        server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
