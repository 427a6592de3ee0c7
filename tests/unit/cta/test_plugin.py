from pathlib import Path
from typing import Any

import pytest

from plugins.cta.plugin import offer_calls
from plugins.newsroom.front_matter.schema import CtaFields
from plugins.newsroom.spaces import ARTICLE, CALLS
from tests.tools.edge import digests_of, running
from tests.values import article, offer_named

NEWSLETTER = {
    "provider": "listmonk",
    "host": "https://lists.example",
    "lists": ["5f5c2a4e-9d1b-4c5e-8f3a-1b2c3d4e5f60"],
    "name": "The Daily",
    "promise": "News.",
    "sender": "Lowdown",
    "frequency": "daily",
    "next": "https://lists.example/thanks",
}
CTA = {"telegram": {"channel": "the_test_channel", "text": "Headlines."}}


def test_an_article_shows_the_calls_that_it_does_not_switch_off(tmp_path: Path) -> None:
    silent = article("silent", cta=CtaFields(telegram=False))
    with running(tmp_path, CTA=CTA) as (engine, generator):
        offer_named(engine, ARTICLE, {"one": article("one"), "silent": silent})
        offer_calls(generator)
        view = engine.view()
        everything, one, nothing = (view.read(CALLS, name) for name in ("", "one", "silent"))

    assert everything.telegram and everything.telegram == one.telegram
    assert nothing.telegram is None


def test_the_calls_of_the_publication_depend_on_no_article(tmp_path: Path) -> None:
    with running(tmp_path, CTA=CTA) as (engine, generator):
        offer_named(engine, ARTICLE, {"one": article("one")})
        offer_calls(generator)
        view = engine.view()
        with view.traced() as of_all:
            view.read(CALLS)
        with view.traced() as of_one:
            view.read(CALLS, "one")

    assert of_all == {("all calls", "")}
    assert of_one == {("all calls", ""), ("languages of calls", ""), ("article", "one")}


def test_other_calls_are_another_fact(tmp_path: Path) -> None:
    offered = []
    for settings in ({}, CTA, CTA):
        with running(tmp_path, CTA=settings) as (engine, generator):
            offer_calls(generator)
            offered.append(digests_of(engine))

    assert offered[0] != offered[1]
    assert offered[1] == offered[2]


@pytest.mark.parametrize(("settings", "said"), [({}, "[]"), ({"newsletter": NEWSLETTER}, '["https://lists.example"]')])
def test_publishers_are_told_where_forms_are_sent_to(tmp_path: Path, settings: dict[str, Any], said: str) -> None:
    with running(tmp_path, CTA=settings) as (engine, generator):
        offer_calls(generator)

        assert engine.notes == {"form_origins": said}
