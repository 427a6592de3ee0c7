import re
from pathlib import Path
from typing import Any

import pelican
import pytest

from plugins.newsroom.setup import (
    DICTS,
    NEEDED,
    OPTIONAL,
    SILENT,
    other_writers,
    setup_problems,
    silent_signals,
    unused_dicts,
)
from tests.conftest import ROOT

PLUGINS = ROOT / "plugins"
ALL = [f"plugins.{name}" for name in (*NEEDED, *OPTIONAL)]
PELICANS_OWN = {"MARKDOWN", "PATH", "PLUGINS"}


def said(settings: dict[str, Any]) -> list[str]:
    return [f"{problem.what}; {problem.remedy}" for problem in setup_problems(settings, PELICANS_OWN)]


def test_whatever_has_settings_is_known() -> None:
    has_settings = {path.parent.name for path in PLUGINS.glob("*/settings.py")} - {"newsroom"}

    expected = {name.upper() for name in has_settings}
    assert [f"plugins/newsroom/setup.py does not name {name}" for name in sorted(expected - {*DICTS})] == []
    assert [f"plugins/ has no settings.py of {name}" for name in sorted({*DICTS} - expected)] == []


def test_every_plugin_of_pelican_is_needed_or_can_be_left_out() -> None:
    edges = {path.parent.name: path.read_text(encoding="utf-8") for path in PLUGINS.glob("*/plugin.py")}

    assert {*NEEDED, *OPTIONAL} == {name for name, code in edges.items() if "def register(" in code}


def test_settings_that_are_whole_have_no_problems() -> None:
    settings = {"PLUGINS": ALL, "SHARE": {}, "MARKDOWN": {}, "SITENAME": "Share", "SOCIAL_LINKS": {"X": "y"}}

    assert said(settings) == []


@pytest.mark.parametrize("name", NEEDED)
def test_a_plugin_that_is_left_out_is_named(name: str) -> None:
    rest = [plugin for plugin in ALL if plugin != f"plugins.{name}"]

    remedy = "add it, or leave PLUGINS to 'from plugins.settings import *'"
    assert said({"PLUGINS": rest}) == [f"PLUGINS lacks 'plugins.{name}'; {remedy}"]


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_plugin_that_can_be_left_out_is_no_problem_but_its_dict_is_told(name: str) -> None:
    rest = [plugin for plugin in ALL if plugin != f"plugins.{name}"]
    settings = {"PLUGINS": rest, **{other.upper(): {} for other in OPTIONAL}}

    assert said(settings) == []
    assert [f"{problem.what}; {problem.remedy}" for problem in unused_dicts(settings)] == [
        f"{name.upper()} is unused; PLUGINS does not name 'plugins.{name}'"
    ]


@pytest.mark.parametrize(
    ("name", "meant"), [("PROMO", "PROMOS"), ("PUBLISHING", "PUBLISH"), ("CTAS", "CTA"), ("FEED", "FEEDS")]
)
def test_a_dict_under_a_misspelt_name_is_a_problem(name: str, meant: str) -> None:
    assert said({"PLUGINS": ALL, name: {"show": True}}) == [f"unknown setting {name!r}; did you mean {meant!r}?"]


def test_a_misspelt_name_of_something_that_is_no_dict_is_none_of_ours() -> None:
    assert said({"PLUGINS": ALL, "PROMO": "A talk"}) == []


def test_the_place_is_the_line_of_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pelicanconf.py").write_text('PLUGINS = ["plugins.desk"]\nPROMO = {"show": False}\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    places = {
        str(problem).rpartition(": ")[0].partition(": ")[0]
        for problem in setup_problems({"PLUGINS": ["plugins.desk"], "PROMO": {"show": False}}, PELICANS_OWN)
    }

    assert places == {"pelicanconf.py:1:11", "pelicanconf.py:2:9"}


WITH_OTHERS = {"PLUGINS": ["plugins.desk", "plugins.own", "pelican.plugins.map"], "STATIC_PATHS": []}


def test_other_plugins_and_files_that_pelican_writes_itself_are_other_writers() -> None:
    settings = {**WITH_OTHERS, "TEMPLATE_PAGES": {"a.html": "a.html"}}

    assert other_writers(settings) == ["plugins.own", "pelican.plugins.map", "TEMPLATE_PAGES"]


def test_whoever_listens_in_vain_is_named_with_the_consequence() -> None:
    listeners = [
        ("content_written", "pelican.plugins.map.core"),
        ("content_written", "pelican.plugins.map.more"),
        ("content_written", "pelican.plugins.mapping"),
        ("content_written", "plugins.desk.plugin"),
        ("feed_written", "plugins.own"),
        ("finalized", "plugins.own"),
    ]

    assert list(silent_signals(iter(listeners), WITH_OTHERS)) == [
        "plugins.own listens to feed_written, which is never sent here: it will not see any feed",
        "pelican.plugins.map listens to content_written, which is never sent here: it will not see any page",
    ]


def test_every_signal_that_pelican_sends_from_a_place_that_is_not_reached_here_is_among_them() -> None:
    """Pelican's own code, searched: a signal that a new version adds has to be looked at."""
    folder = Path(pelican.__file__).parent
    sent = {name for path in folder.glob("*.py") for name in re.findall(r"signals\.(\w+)\.send", path.read_text())}
    by_name = {f"{kind}_generator_{step}" for kind in ("article", "page", "static") for step in ("preread", "context")}

    assert (sent | by_name) - SILENT.keys() == {
        "initialized",
        "get_generators",
        "generator_init",
        "article_generator_init",
        "article_generator_finalized",
        "page_generator_init",
        "page_generator_finalized",
        "static_generator_init",
        "static_generator_finalized",
        "all_generators_finalized",
        "finalized",
    }
    assert SILENT.keys() <= sent | by_name
