"""Other people's Pelican plugins in real builds of a small publication: what they write is kept, and told as theirs."""

import json
import subprocess

import pytest

from plugins.newsroom.setup import NEEDED, OPTIONAL
from plugins.publish.plan.publish_plan import make_publish_plan
from plugins.publish.site.built import BuiltSite
from plugins.publish.site.manifest import BY_OTHERS
from tests.site.conftest import SmallSite

AT_THE_END = """
from pathlib import Path
from pelican import signals

def write(pelican):
    folder = Path(pelican.output_path)
    (folder / "map.txt").write_text(", ".join(sorted(str(path.relative_to(folder)) for path in folder.glob("*.html"))))
    (folder / "2023/11/one/extra.txt").write_text("extra")

def hear(path, context):
    raise AssertionError

def register():
    signals.finalized.connect(write)
    signals.content_written.connect(hear)
"""
BY_A_GENERATOR = """
from pathlib import Path
from pelican import signals
from pelican.generators import Generator

class Search(Generator):
    def generate_output(self, writer):
        place = Path(self.output_path, "search", "index.json")
        if not place.exists():  # as those do that make pictures
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(repr(len(self.context["articles"])))

def offer(pelican):
    return Search

def register():
    signals.get_generators.connect(offer)
"""
INTO_OURS = """
from pathlib import Path
from pelican import signals

def write(sender):
    place = Path(OUTPUT) / "PATH"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("theirs")

def register():
    signals.SIGNAL.connect(write)
"""
THEIRS = {"map.txt", "2023/11/one/extra.txt", "search/index.json"}
KIT = [f"plugins.{name}" for name in (*NEEDED, *OPTIONAL)]
WITHOUT_SITEMAPS = [name for name in KIT if name != "plugins.sitemaps"]


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    for name, code in (("at_the_end", AT_THE_END), ("by_a_generator", BY_A_GENERATOR)):
        (small_site.root / f"{name}.py").write_text(code, encoding="utf-8")
    return small_site


def build(site: SmallSite, *others: str, before: bool = False) -> "subprocess.CompletedProcess[str]":
    """Build with other plugins named after the kit's, or `before` them."""
    names = [*others, *KIT] if before else [*KIT, *others]
    return site.build("-e", f"PLUGINS={json.dumps(names)}", 'PLUGIN_PATHS=["."]')


def output(site: SmallSite) -> dict[str, bytes]:
    files = (path for path in site.output.rglob("*") if path.is_file())
    return {path.relative_to(site.output).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("before", [False, True])
def test_files_that_others_write_are_kept_and_published_as_theirs(site: SmallSite, before: bool) -> None:
    done = build(site, "at_the_end", "by_a_generator", before=before)

    assert done.returncode == 0, done.stderr
    files = BuiltSite(site.output).files()
    assert {path for path, file in files.items() if file.kind == BY_OTHERS} == THEIRS
    assert files.keys() == output(site).keys()
    assert site.page("search/index.json") == "3"


@pytest.mark.parametrize("before", [False, True])
def test_a_build_after_an_edit_is_as_a_clean_one(site: SmallSite, before: bool) -> None:
    others = ("at_the_end", "by_a_generator")
    build(site, *others, before=before)
    site.article("four")
    build(site, *others, before=before)
    incremental = output(site)
    for folder in ("output", "output.stet"):
        subprocess.run(["rm", "-r", site.root / folder], check=True)
    build(site, *others, before=before)

    assert incremental == output(site)
    assert site.page("search/index.json") == "4"


def test_an_unchanged_build_publishes_nothing_anew(site: SmallSite) -> None:
    build(site, "at_the_end", "by_a_generator")
    first = dict(BuiltSite(site.output).files())
    done = build(site, "at_the_end", "by_a_generator")

    plan = make_publish_plan(first, BuiltSite(site.output).files())
    assert plan.is_empty
    assert "Output: 0 new, 0 changed, 0 removed" in done.stdout


def test_files_go_with_their_plugin(site: SmallSite) -> None:
    build(site)
    alone = output(site)
    build(site, "at_the_end", "by_a_generator")
    build(site, "at_the_end")
    with_one = output(site).keys()
    build(site)

    assert with_one == alone.keys() | THEIRS - {"search/index.json"}
    assert output(site) == alone


def test_a_run_that_ends_without_a_build_leaves_their_files(site: SmallSite) -> None:
    build(site, "at_the_end", "by_a_generator")
    before = output(site)
    site.write("pages/2023.md", "---\ntitle: Year\nsummary: A year.\n---\nText.\n")
    (site.root / "fails.py").write_text(INTO_OURS.replace("SIGNAL", "get_writer").replace("OUTPUT", "0"))

    assert build(site, "at_the_end", "by_a_generator", "fails").returncode != 0
    assert output(site) == before


@pytest.mark.parametrize(
    ("signal", "path", "said"),
    [
        ("all_generators_finalized", "about/index.html", "has written about/index.html; give one of them another path"),
        ("all_generators_finalized", "archive", "has written archive; give one of them another path"),
        ("all_generators_finalized", "404.html/x", "has written 404.html; give one of them another path"),
        ("finalized", "about/index.html", "has written over this file of the build; take it out of PLUGINS"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_file_at_a_path_of_ours_is_an_error_that_names_both(
    site: SmallSite, signal: str, path: str, said: str, is_first: bool
) -> None:
    if not is_first:
        build(site)
    code = INTO_OURS.replace("SIGNAL", signal).replace("PATH", path).replace("OUTPUT", repr(str(site.output)))
    (site.root / "into_ours.py").write_text(code, encoding="utf-8")
    if path in ("archive", "404.html/x") and not is_first:
        pytest.skip("ends the other plugin by itself")

    done = build(site, "into_ours")

    assert done.returncode == 1
    assert f"into_ours {said}" in done.stderr.splitlines()[-1], done.stdout


def test_whoever_listens_in_vain_is_named_at_every_build(site: SmallSite) -> None:
    said = "at_the_end listens to content_written, which is never sent here: it will not see any page"

    assert [said in build(site, "at_the_end").stdout.splitlines() for _ in range(2)] == [True, True]


def test_whoever_listens_through_a_partial_is_named_too(site: SmallSite) -> None:
    code = AT_THE_END.replace("connect(hear)", 'connect(__import__("functools").partial(hear), weak=False)')
    (site.root / "at_the_end.py").write_text(code, encoding="utf-8")

    assert "at_the_end listens to content_written, " in build(site, "at_the_end").stdout


def test_to_ask_why_writes_nothing_of_others(site: SmallSite) -> None:
    names = json.dumps([*KIT, "at_the_end", "by_a_generator"])
    (site.root / "own.py").write_text(f"from publishconf import *\nPLUGINS = {names}\nPLUGIN_PATHS = ['.']\n")

    done = site.run("-m", "plugins.stet", "why", "-s", "own.py")

    assert done.returncode == 0, done.stderr
    assert "write   2023/11/one/index.html: it is new" in done.stdout
    assert not site.output.exists()


PUBLIC = [f"pelican.plugins.{name}" for name in ("sitemap", "pelican_redirect", "seo", "neighbors")]
"""Four from PyPI that meet a build in four ways, each the usual one for its task: pelican-sitemap (1.2.2) writes at
`finalized` the pages that `content_written` has told, pelican-redirect (3.0.0) writes by a generator of its own,
pelican-seo (1.4.0) waits for `content_written` in vain, pelican-neighbors (1.2.0) looks at articles, writes nothing."""


def test_four_plugins_from_pypi_keep_their_files(site: SmallSite) -> None:
    redirects = 'CONTENT_REDIRECT_CONFIGURATION=[{"ARTICLE_URL": "old/{slug}.html"}]'
    done = site.build("-e", f"PLUGINS={json.dumps([*WITHOUT_SITEMAPS, *PUBLIC])}", redirects)

    assert done.returncode == 0, done.stderr
    theirs = {path for path, file in BuiltSite(site.output).files().items() if file.kind == BY_OTHERS}
    assert theirs == {"sitemap.xml", "old/one.html", "old/two.html", "old/three.html"}
    for name in ("sitemap", "seo"):
        said = f"pelican.plugins.{name} listens to content_written, which is never sent here: it will not see any page"
        assert said in done.stdout.splitlines()
