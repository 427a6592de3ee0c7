import re
from pathlib import Path

import pelican

from plugins.newsroom.other_plugins import SILENT, other_writers, silent_signals

SETTINGS = {"PLUGINS": ["plugins.desk", "plugins.own", "pelican.plugins.map"], "STATIC_PATHS": []}


def test_other_plugins_and_files_that_pelican_writes_itself_are_other_writers() -> None:
    settings = {**SETTINGS, "TEMPLATE_PAGES": {"a.html": "a.html"}}

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

    assert list(silent_signals(iter(listeners), SETTINGS)) == [
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
