"""The desk in a real Pelican run: what it attaches, what it hides, how it stops."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.newsroom.setup import NEEDED
from tests.conftest import ROOT
from tests.tools.commands import Commands
from tests.unit.desk.conftest import AUTHOR, CATEGORY, SVG, article

pytestmark = pytest.mark.slow

Build = Callable[[], "subprocess.CompletedProcess[str]"]
Desk = Callable[..., "subprocess.CompletedProcess[str]"]

SETTINGS = f"""
PATH = "content"
SITENAME = "A"
SITESUBTITLE = "News"
SITEURL = "https://a.example/news"
TIMEZONE = "Asia/Singapore"
PLUGINS = {[*(f"plugins.{name}" for name in NEEDED), "show"]}
THEME = "theme"
PLUGIN_PATHS = ["."]
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = []
ARTICLE_TRANSLATION_ID = ""
TYPOGRIFY = True
CACHE_CONTENT = False
MARKDOWN = {{"extension_configs": {{"markdown.extensions.extra": {{}}}}, "output_format": "html5"}}
"""
SHOW = """
from pelican import signals

def show(generators):
    for generator in generators:
        for item in [*getattr(generator, "articles", ()), *getattr(generator, "pages", ())]:
            desk = item.desk
            text = item.content.replace(chr(10), " ")
            print(f"{desk.source} | {desk.title_html} | {text}")

def register():
    signals.all_generators_finalized.connect(show)
"""
FILES = {
    "pelicanconf.py": SETTINGS,
    "show.py": SHOW,
    "content/categories/social.md": CATEGORY,
    "content/authors/ana-lim.md": AUTHOR,
    "content/pictures/a.svg": SVG,
    "content/articles/2023/11/one.md": article(
        title="One & two", body="[two]({filename}two.md)\n\n[dont-miss: two]\n\n![A](/pictures/a.svg)"
    ),
    "content/articles/2023/11/two.md": article(title="Two", keys="tags: [A, B]\n"),
    "content/articles/2023/11/later.md": article(title="Zukunft", keys="embargo: 2099-01-01\n"),
    "content/articles/2023/11/draft.md": "---\ntitle: Draft\nstatus: draft\n---\nSecret.",
    "content/articles/2023/11/_stray.html": "<html><head><title>Strayed</title></head><body>Strayed</body></html>",
    "content/pages/about.md": "Title: About\nSummary: Who we are.\n\nWe write.",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path)


def write_site(root: Path) -> Path:
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in ("plugins", "theme"):
        (root / name).symlink_to(ROOT / name)
    return root


@pytest.fixture
def build(site: Path, commands: Commands) -> Build:
    """Return what builds the site."""
    pelican = ["-m", "pelican", "--fatal=errors", "--settings", "pelicanconf.py"]
    return lambda: commands.run(pelican, site, COLUMNS="1000")


@pytest.fixture
def desk(site: Path, commands: Commands) -> Desk:
    """Return what runs a command of the desk in the site."""
    return lambda *arguments: commands.run(["-m", "plugins.desk", *arguments], site)


AGAIN = """
from pathlib import Path
from pelican import Pelican, signals
from pelican.settings import read_settings

pelican = Pelican(read_settings("pelicanconf.py"))
one = Path("content/articles/2023/11/one.md")

def fail(_):
    raise ValueError("a mistake in somebody's plugin")

def run(title):
    one.write_text(one.read_text().replace(*title))
    pelican.run()
    settings = pelican.settings
    print(settings["ARTICLE_PATHS"], settings["PAGE_PATHS"], settings["NEWSROOM_RUN"].has_engine)

run(("One & two", "One & two"))
run(("One & two", "Three"))
signals.all_generators_finalized.connect(fail)
try:
    run(("Three", "Four"))
except ValueError as error:
    print(error)
signals.all_generators_finalized.disconnect(fail)
run(("Four", "Five"))
run(("title:", "tilte:"))
"""


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> "subprocess.CompletedProcess[str]":
    """What runs say that are made as `pelican --autoreload` makes them, after changes of one article."""
    site = write_site(tmp_path_factory.mktemp("again"))
    (site / "again.py").write_text(AGAIN, encoding="utf-8")
    return commands.run(["-m", "again"], site)


def test_every_run_of_autoreload_reads_the_content_again(again: "subprocess.CompletedProcess[str]") -> None:
    titles = [line.split(" | ")[1] for line in again.stdout.splitlines() if line.startswith("articles/2023/11/one.md")]
    # Whether the third is shown depends on which of two handlers of one signal comes first.
    assert [title for title in titles if title != "Four"] == [
        'One <span class="amp">&amp;</span>&nbsp;two',
        "Three",
        "Five",
    ]
    assert "a mistake in somebody's plugin" in again.stdout
    assert again.stderr.splitlines()[-2:] == [
        "content/articles/2023/11/one.md:2:1: unknown key 'tilte'; did you mean 'title'?",
        "1 error: 1 × unknown key",
    ]


def test_every_run_of_autoreload_is_like_the_first(again: "subprocess.CompletedProcess[str]") -> None:
    shown = [line.partition(" | ")[0] for line in again.stdout.splitlines() if " | " in line and "| Four |" not in line]
    assert sorted(set(shown)) == ["articles/2023/11/one.md", "articles/2023/11/two.md", "pages/about.md"]
    assert shown.count("pages/about.md") in (3, 4)
    assert again.stdout.splitlines().count("[] [] False") == 3
    assert not [line for line in again.stdout.splitlines() if "WARNING" in line or "ERROR" in line]


def shown(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    assert done.returncode == 0, done.stderr
    lines = (line.partition(" | ") for line in done.stdout.splitlines() if " | " in line)
    return {source: rest for source, _, rest in lines}


def test_public_articles_and_pages_get_their_values(site: Path, build: Build) -> None:
    found = shown(build())

    assert sorted(found) == ["articles/2023/11/one.md", "articles/2023/11/two.md", "pages/about.md"]
    assert found["pages/about.md"] == "About | <p>We write.</p>"
    assert found["articles/2023/11/one.md"].startswith('One <span class="amp">&amp;</span>&nbsp;two | ')
    assert 'href="/news/2023/11/two/"' in found["articles/2023/11/one.md"]
    assert 'src="/news/pictures/a-' in found["articles/2023/11/one.md"]


def test_a_language_that_docutils_lacks_is_nobody_s_concern(site: Path, build: Build) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write('DEFAULT_LANG = "id"\nLOG_FILTER = []\n')
    done = build()

    assert done.returncode == 0, done.stderr
    assert "Docutils" not in done.stdout + done.stderr


def test_production_output_has_no_word_of_a_draft(site: Path, build: Build) -> None:
    build()

    texts = [
        path.read_text() for path in (site / "output").rglob("*") if path.is_file() and path.suffix in (".html", ".xml")
    ]
    assert texts
    assert not [text for text in texts if "Secret" in text or "Zukunft" in text or "Strayed" in text]


def test_the_preview_shows_drafts_and_what_is_embargoed(site: Path, build: Build) -> None:
    (site / "pelicanconf.py").write_text(SETTINGS + 'DESK = {"show_drafts": True}\n')

    assert {"articles/2023/11/draft.md", "articles/2023/11/later.md"} < set(shown(build()))


def test_every_problem_is_printed_and_nothing_is_written(site: Path, build: Build) -> None:
    (site / "content/pages/about.md").write_text("---\ntilte: About\nsummary: Who we are.\n---\n")
    (site / "content/articles/2023/11/two.md").write_text(article(keys="related: [tow]\n"))
    (site / "pelicanconf.py").write_text(SETTINGS + 'DESK = {"show_draft": True}\n')

    done = build()

    line = SETTINGS.count("\n") + 1
    assert done.returncode == 1
    assert done.stderr.strip().splitlines() == [
        "content/articles/2023/11/two.md:7:11: unknown related article 'tow'; did you mean 'two'?",
        "content/pages/about.md:2:1: unknown key 'tilte'; did you mean 'title'?",
        f"pelicanconf.py:{line}:23: unknown setting 'DESK.show_draft'; did you mean 'show_drafts'?",
        "3 errors: 1 × unknown key, 1 × unknown related article, 1 × unknown setting",
    ]
    assert not (site / "output").exists()


def test_settings_and_content_are_wrong_together(site: Path, build: Build) -> None:
    (site / "content/pages/about.md").write_text("---\ntilte: About\nsummary: Who we are.\n---\n")
    (site / "pelicanconf.py").write_text(SETTINGS.replace("https://", "htps://"))

    assert build().stderr.strip().splitlines() == [
        "content/pages/about.md:2:1: unknown key 'tilte'; did you mean 'title'?",
        "pelicanconf.py:5:11: SITEURL cannot be 'htps://a.example/news'; "
        "write it as https://www.example.org or https://www.example.org/news",
        "2 errors: 1 × SITEURL cannot be, 1 × unknown key",
    ]


def test_without_a_zone_the_settings_alone_are_told(site: Path, build: Build) -> None:
    (site / "content/pages/about.md").write_text("---\ntilte: About\nsummary: Who we are.\n---\n")
    (site / "pelicanconf.py").write_text(SETTINGS.replace("Asia/Singapore", "Asia/Singapor"))

    assert build().stderr.strip().splitlines() == [
        "pelicanconf.py:6:12: TIMEZONE cannot be 'Asia/Singapor'; did you mean 'Asia/Singapore'?",
        "1 error: 1 × TIMEZONE cannot be",
    ]


@pytest.mark.parametrize(
    ("arguments", "status", "output"),
    [
        (["check"], 0, "4 articles, 1 pages, 1 authors, 1 categories, 0 tags, 0 sponsors, 0 promos: no problems\n"),
        (["new", " "], 1, 'an article needs a title; write it in quotes: "Live selling, explained"\n'),
    ],
)
def test_commands_answer_authors(desk: Desk, arguments: list[str], status: int, output: str) -> None:
    done = desk(*arguments)

    assert (done.returncode, done.stdout + done.stderr) == (status, output)


def test_check_reports_every_problem(site: Path, desk: Desk) -> None:
    (site / "content/pages/about.md").write_text("---\ntilte: About\nsummary: Who we are.\n---\n")
    wrong = "\nPLUGINS = [*PLUGINS, 'plugins.embeds']\nATTACHMENTS = {'types': 1}\nEMBEDS = {'hosts': 2}\n"
    (site / "pelicanconf.py").write_text(SETTINGS + wrong)

    done = desk("check")

    assert done.returncode == 1
    assert [line.partition(":")[2].partition(" ")[2] for line in done.stderr.splitlines()[:-1]] == [
        "unknown key 'tilte'; did you mean 'title'?",
        "ATTACHMENTS.types: input should be a valid dictionary; found 1",
        "EMBEDS.hosts: input should be a valid dictionary; found 2",
    ]


def test_commands_say_which_setting_they_cannot_work_by(site: Path, desk: Desk) -> None:
    (site / "content").rename(site / "texts")

    done = desk("check")

    assert done.returncode == 2
    assert done.stderr.startswith("pelicanconf.py:2:8: You need to specify a path containing the content")
    assert done.stderr.endswith("; make the folder, or correct PATH\n")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("NAME = 'x'\nDESK = {\n", "pelicanconf.py:2:8: settings that Python cannot read: '{' was never closed; "),
        (
            "NAME = 'x'\nDESK = x\n",
            "pelicanconf.py:2:8: settings that Python cannot run: NameError: name 'x' is not defined; ",
        ),
        (None, "pelicanconf.py:1:1: settings that are not there; "),
    ],
)
def test_settings_that_cannot_be_read_are_told_at_their_place(
    site: Path, desk: Desk, settings: str | None, said: str
) -> None:
    file = site / "pelicanconf.py"
    file.unlink()
    if settings is not None:
        file.write_text(settings)

    in_words, as_json = desk("check"), desk("check", "--format", "json")

    assert (in_words.returncode, as_json.returncode) == (2, 2)
    assert in_words.stderr.startswith(said)
    assert json.loads(as_json.stdout)["counts"]["error"] == 1


def test_a_wrong_setting_is_told_before_anybody_waits_for_pictures(
    site: Path, tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = SETTINGS + f'PAGES = {{"footer": ["abuot"]}}\nPICTURES = {{"cache": "{tmp_path}/kept"}}\n'
    (site / "pelicanconf.py").write_text(settings, encoding="utf-8")
    monkeypatch.delenv("PICTURES_CACHE")

    built = build()

    assert built.returncode == 1
    assert "abuot" in built.stdout + built.stderr
    assert not (tmp_path / "kept").exists()


SELDOM_NEEDED = (
    "plugins.desk.agenda.make_agenda",
    "plugins.desk.text.plain_text",
    "plugins.newsroom.front_matter.schema",
    "numpy",
    "turbohtml",
    "typogrify",
)


def test_what_few_builds_need_is_not_loaded_with_the_desk() -> None:
    program = f"import sys, plugins.desk.plugin; print(*(name for name in {SELDOM_NEEDED} if name in sys.modules))"

    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True).stdout == b"\n"
