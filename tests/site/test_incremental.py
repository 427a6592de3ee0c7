"""Builds into an output that is there already: what they leave is what a clean build writes, and they write little."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.conftest import SmallSite
from tests.tools.chance import thinned

PROMO = (
    "---\ntitle: A talk on shelves\ntext: Come.\nurl: https://talk.example/\n"
    "start: 2023-11-02 08:00\nend: 2099-11-03 08:00\n---\n"
)


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def retitle(site: SmallSite) -> None:
    site.article("one", title="Another headline")


def add(site: SmallSite) -> None:
    site.article("four", "dont_miss: one", title="The fourth")


def take_back(site: SmallSite) -> None:
    site.article("two", "status: draft")


def remove(site: SmallSite) -> None:
    (site.root / "content/articles/2023/11/three.md").unlink()


def rename_the_author(site: SmallSite) -> None:
    site.write("authors/mei.md", "---\nname: Mei Lim\nrole: Editor\nbeat: Everything\n---\nWrites.\n")


def start_a_promo(site: SmallSite) -> None:
    site.write("promos/talk.md", PROMO)


def change_a_template(site: SmallSite) -> None:
    (site.root / "theme").unlink()
    shutil.copytree(ROOT / "theme", site.root / "theme")
    kicker = site.root / "theme/templates/components/kicker.html"
    kicker.write_text(kicker.read_text(encoding="utf-8").replace("class=", 'data-new="1" class='), encoding="utf-8")


def spoil_the_output(site: SmallSite) -> None:
    (site.output / "index.html").write_text("spoilt", encoding="utf-8")
    (site.output / "feed.xml").unlink()
    (site.output / "stray.html").write_text("stray", encoding="utf-8")


def lose_the_state(site: SmallSite) -> None:
    shutil.rmtree(site.root / "output.stet")


EDITS: tuple[Callable[[SmallSite], None], ...] = (
    retitle,
    add,
    take_back,
    remove,
    rename_the_author,
    start_a_promo,
    change_a_template,
    spoil_the_output,
    lose_the_state,
)


def test_after_any_edit_the_output_is_that_of_a_clean_build(small_site: SmallSite, compiled_theme: Path) -> None:
    assert small_site.build().returncode == 0

    for number, edit in enumerate(thinned(EDITS, "edits of a small site", 3)):
        edit(small_site)
        done = small_site.build()

        assert done.returncode == 0, done.stderr
        clean = contents(small_site.build_clean(f"clean-{number}", compiled_theme))
        found = contents(small_site.output)
        assert [path for path in clean.keys() | found.keys() if clean.get(path) != found.get(path)] == [], edit.__name__


def test_without_an_edit_nothing_is_written(small_site: SmallSite) -> None:
    small_site.build()
    before = {path: path.stat().st_mtime_ns for path in small_site.output.rglob("*")}

    done = small_site.build()

    assert "Output: 0 new, 0 changed, 0 removed, " in done.stdout
    assert {path: path.stat().st_mtime_ns for path in small_site.output.rglob("*")} == before


def test_an_edit_changes_what_shows_it_and_nothing_else(small_site: SmallSite) -> None:
    small_site.build()
    before = contents(small_site.output)

    small_site.article("one", body="One.\n\n*Two.*\n\nThree.")  # the same words, so what goes with what stays
    done = small_site.build()

    after = contents(small_site.output)
    assert done.returncode == 0, done.stderr
    assert {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)} == {
        "2023/11/one/index.html",
        *("feed.xml", "rss.xml", "feed.json", "social/feed.xml", "authors/mei/feed.xml", "tags/video/feed.xml"),
    }


@pytest.mark.parametrize("settings", ["pelicanconf.py", "publishconf.py"])
def test_a_mistake_leaves_the_output_as_it_was(small_site: SmallSite, settings: str) -> None:
    small_site.build(settings=settings)
    before = contents(small_site.output)

    small_site.article("one", "categroy: social")
    done = small_site.build(settings=settings)

    assert done.returncode != 0
    assert contents(small_site.output) == before
