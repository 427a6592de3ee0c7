"""Publications with another look than the demonstration's: nothing of that is left, changes reach their pages."""

import json
import re

import pytest

from tests.conftest import DEMONSTRATION, ROOT
from tests.site.conftest import SmallSite
from tests.site.documents import documents

OURS = re.compile(rb"(?<![Ss])lowdown", re.IGNORECASE)
"""The demonstration's name; "SlowDown" is an answer of S3."""
CONF = """
import os
import sys

sys.path.insert(0, os.curdir)
from pelicanconf import *
SITENAME = {name!r}
SITEURL = "https://kabar.example/news"
CTA = {{}}
BRAND = {brand!r}
DESK = {{"show_drafts": False}}
PRESS = {{"patterns": True}}
PLUGINS = [name for name in PLUGINS if name not in {without!r}]
"""
WORDMARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def set_up(site: SmallSite, brand: object = None, name: str = "Kabar Pemasaran", without: tuple[str, ...] = ()) -> None:
    conf = CONF.format(name=name, brand=brand or {}, without=without)
    (site.root / "conf.py").write_text(conf, encoding="utf-8")


def built(site: SmallSite) -> tuple[int, int]:
    """Build, and return how many files were rendered and written."""
    done = site.build(settings="conf.py")
    assert done.returncode == 0, done.stderr
    words = re.search(r"(\d+) new, (\d+) changed.*; (\d+) rendered", done.stdout)
    assert words, done.stdout
    return int(words[3]), int(words[1]) + int(words[2])


@pytest.mark.parametrize("folder", ["plugins", "theme"])
def test_nothing_of_the_demonstration_is_in_plugins_and_theme(folder: str) -> None:
    files = [path for path in sorted((ROOT / folder).rglob("*")) if path.is_file() and "__pycache__" not in path.parts]

    assert [path.relative_to(ROOT).as_posix() for path in files if OURS.search(path.read_bytes())] == []


def test_nothing_of_the_demonstration_is_in_another_publication(small_site: SmallSite) -> None:
    set_up(small_site)

    built(small_site)

    files = [path for path in sorted(small_site.output.rglob("*")) if path.is_file()]
    assert len(files) > 30
    assert [path for path in files if OURS.search(path.read_bytes()) or OURS.search(path.name.encode())] == []
    home = small_site.page("index.html")
    assert '<span class="wordmark wordmark--middle" dir="auto">Kabar Pemasaran</span>' in home
    assert '<link rel="icon" type="image/svg+xml" href="/news/assets/favicon.svg">' in home
    assert '<link rel="icon" sizes="32x32" href="/news/favicon.ico">' in home
    assert '<link rel="apple-touch-icon" href="/news/assets/apple-touch-icon.png">' in home
    assert '<link rel="manifest" href="/news/site.webmanifest">' in home
    assert {path.name for path in (small_site.output / "assets").iterdir()} == {
        *("apple-touch-icon.png", "favicon.svg", "icon-192.png", "icon-512.png", "icon-maskable-512.png")
    }
    assert ">K</text>" in small_site.page("assets/favicon.svg")


def test_without_cards_no_page_names_the_picture_of_somebody_else(small_site: SmallSite) -> None:
    set_up(small_site, without=("plugins.share_cards",))

    built(small_site)

    pages = documents(small_site.output)
    assert [path for path, page in pages.items() if "og:image" in page.html or '"logo"' in page.html] == []


def test_files_of_the_brand_are_published_and_named(small_site: SmallSite) -> None:
    set_up(small_site, without=("plugins.share_cards",))
    small_site.write("brand/wordmark.svg", WORDMARK)
    for name in ("share.png", "logo.png", "icon.png"):
        (small_site.root / "content/brand" / name).write_bytes((DEMONSTRATION / "content/brand" / name).read_bytes())
    face = (ROOT / "plugins/share_cards/fonts/hebrew.woff2").read_bytes()
    (small_site.root / "content/brand/display.woff2").write_bytes(face)

    built(small_site)

    home, article = small_site.page("index.html"), small_site.page("2023/11/one/index.html")
    assert home.count('<svg class="wordmark" role="img" aria-label="Kabar Pemasaran" viewBox="0 0 9 9">') == 2
    assert re.search(r'og:image" content="https://kabar.example/news/assets/share.png\?v=[0-9a-f]{8}.png"', article)
    assert '"logo":{"@type":"ImageObject","url":"https://kabar.example/news/assets/logo.png"}' in article
    [published] = small_site.output.glob("pictures/display-*.woff2")
    assert published.read_bytes() == face
    assert f"/news/pictures/{published.name}" in home


def test_a_change_of_the_look_reaches_what_it_is_on_and_nothing_else(small_site: SmallSite) -> None:
    set_up(small_site)
    pages = len([*small_site.root.glob("output/**/*.html")]) if built(small_site) else 0

    assert built(small_site) == (0, 0)
    small_site.write("brand/icon.svg", WORDMARK)
    assert built(small_site) == (6, 6)  # the drawing, and what is made of it in pixels
    small_site.write("brand/wordmark.svg", WORDMARK)
    rendered, written = built(small_site)
    assert rendered == written == pages
    (small_site.root / "content/brand/wordmark.svg").unlink()
    assert built(small_site)[0] == pages
    set_up(small_site, {"accent": "#0058a3"})
    assert built(small_site)[0] > pages
    assert built(small_site) == (0, 0)


def test_mistakes_of_files_and_settings_are_told_in_one_run(small_site: SmallSite) -> None:
    set_up(small_site, {"accent": "#fffc00", "light": {"ink": "#999999"}})
    small_site.write("brand/icon.svg", "<svg/>")
    small_site.write("brand/Logo.PNG", "x")
    small_site.article("four", "related: [nowhere]")

    done = small_site.build(settings="conf.py")

    assert done.returncode == 1
    for said in (
        "BRAND.light.ink: ink '#999999' has 2.4:1",
        "content/brand/icon.svg:1:1: does not say how large it is",
        "content/brand/Logo.PNG:1:1: a file that nothing reads; name it 'logo.png'",
        "nowhere",
    ):
        assert said in done.stderr
    assert not small_site.output.exists()


def test_a_colour_that_was_moved_is_told_and_stops_nothing(small_site: SmallSite) -> None:
    set_up(small_site, {"accent": "#fffc00"})

    done = small_site.build(settings="conf.py")

    assert done.returncode == 0
    assert "'#fffc00' becomes '#717000' on the light page" in done.stdout
    assert "--accent:#717000" in small_site.page("index.html")


def test_former_settings_are_told_where_their_pictures_go(small_site: SmallSite) -> None:
    set_up(small_site)
    pages = json.dumps({"logo": "logo.png", "share_picture": "s.png", "footer": []})

    done = small_site.build("-e", f"PAGES={pages}", settings="conf.py")

    assert done.returncode == 1
    assert "PAGES.logo is a setting no longer; leave it out, and put the picture into" in done.stderr
    assert "as brand/share.png" in done.stderr


def test_the_theme_has_no_pictures_of_anybody() -> None:
    assert [path for path in (ROOT / "theme" / "static").iterdir() if path.is_file()] == []
