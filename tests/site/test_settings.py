"""Settings that cannot work, in real builds: each stops the build with its line, and the last output stays."""

import json
import re
import subprocess

import pytest

from plugins.newsroom.setup import NEEDED, OPTIONAL
from tests.site.conftest import SmallSite

TWICE = """
from pelican import signals
from plugins.stet.outputs import Output
from plugins.stet.plugin import run_of
from plugins.stet.step import Step

def offer(generator):
    output = Output("2023/11/one/index.html", "text page", ("about",))
    run_of(generator.settings).engine.offer_outputs(Step("Planning twice", b"twice", lambda _: [output]))

def register():
    signals.article_generator_finalized.connect(offer)
"""


def problems(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    return [line for line in done.stderr.splitlines() if not re.match(r"\d+ (?:errors?:|×)", line)]


def with_changes(site: SmallSite, file: str, old: str, new: str) -> int:
    """Change a settings file of the site, and return the line of the change."""
    text = (site.root / file).read_text(encoding="utf-8")
    assert old in text
    (site.root / file).unlink()  # it is a link to the repository's own
    (site.root / file).write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_names_of_pages_that_there_are_not_stop_the_build_all_at_once(small_site: SmallSite) -> None:
    assert small_site.build().returncode == 0
    names = '"newsletter_page": "nl", "footer": ["abuot", '
    line = with_changes(small_site, "pelicanconf.py", '"footer": ["about", ', names)
    letters = with_changes(small_site, "pelicanconf.py", '"provider": ', '"privacy_page": "privcy", "provider": ')
    (small_site.root / "content" / "pages" / "privacy.md").unlink()

    said = problems(small_site.build())

    assert [re.sub(r"^(.*?:\d+):\d+", r"\1", one.partition(";")[0]) for one in said] == [
        f"pelicanconf.py:{letters}: CTA.newsletter.privacy_page: there is no page 'privcy' in this build",
        f"pelicanconf.py:{line}: PAGES.newsletter_page: there is no page 'nl' in this build",
        f"pelicanconf.py:{line}: PAGES.footer.0: there is no page 'abuot' in this build",
        f"pelicanconf.py:{line}: PAGES.footer.6: there is no page 'privacy' in this build",
    ]
    assert said[2].endswith("; did you mean 'about'?")
    assert (small_site.output / "2023/11/one/index.html").is_file()


def test_all_mistakes_are_told_together(small_site: SmallSite) -> None:
    small_site.article("one", "categroy: social")
    small_site.write("pages/about.md", "---\ntilte: About\nsummary: Who we are.\n---\n")
    pages = '{"footer": ["about", "abuot"], "logo": "logo.png"}'

    done = small_site.build("-e", f"PAGES={pages}", 'PROMO={"show": false}', 'SHARE={"via": "@x"}')

    assert [one.partition("; ")[0].split(": ", 1)[1] for one in problems(done)] == [
        "unknown key 'categroy'",
        "unknown key 'tilte'",
        "unknown setting 'PROMO'",
        "SHARE.via: '@x' is no handle on X",
        "PAGES.logo is a setting no longer",
        "PAGES.footer.1: there is no page 'abuot' in this build",
    ]


@pytest.mark.parametrize("name", NEEDED)
def test_a_plugin_that_is_left_out_is_named(small_site: SmallSite, name: str) -> None:
    rest = [f"plugins.{other}" for other in (*NEEDED, *OPTIONAL) if other != name]

    [said] = problems(small_site.build("-e", f"PLUGINS={json.dumps(rest)}"))

    remedy = "add it, or leave PLUGINS to 'from plugins.settings import *'"
    assert said.endswith(f": PLUGINS lacks 'plugins.{name}'; {remedy}")


def test_a_mistake_of_production_is_placed_in_its_file(small_site: SmallSite) -> None:
    line = with_changes(small_site, "publishconf.py", '{"patterns": False}', '{"pattrens": False}')

    [said] = problems(small_site.build())

    assert said == f"publishconf.py:{line}:22: unknown setting 'PRESS.pattrens'; did you mean 'patterns'?"


def test_two_that_want_the_same_path_are_named_in_one_line(small_site: SmallSite) -> None:
    (small_site.root / "twice.py").write_text(TWICE, encoding="utf-8")
    plugins = [*(f"plugins.{name}" for name in (*NEEDED, *OPTIONAL)), "twice"]

    [said] = problems(small_site.build("-e", f"PLUGINS={json.dumps(plugins)}", 'PLUGIN_PATHS=["."]'))

    assert said == (
        "2023/11/one/index.html: the text page 'about' and the article 'one' both want to be written there; "
        "change slug, alias or file name of one of them"
    )


def test_the_hand_may_name_what_appears_together_with_the_article(small_site: SmallSite) -> None:
    held = "embargo: 2035-01-01 08:00"
    small_site.article("part-one", f"{held}\nrelated: [part-two]\ndont_miss: part-three", body="One.\n\n[dont-miss]")
    small_site.article("part-two", held)
    small_site.article("part-three", held)

    done = small_site.build(settings="pelicanconf.py")

    assert done.returncode == 0, done.stderr
    [page] = [path.read_text(encoding="utf-8") for path in small_site.output.glob("*/*/part-one/index.html")]
    assert "/part-two/" in page
    assert "/part-three/" in page
    assert "part-" not in small_site.page("2023/11/one/index.html")
