from pathlib import Path

from plugins.embeds.plugin import offer_frames
from plugins.newsroom.embeds.embed_cache import NO_NOTES
from plugins.newsroom.spaces import EMBED_NOTES
from plugins.stet.outputs import wanted_of
from plugins.stet.step import say_nothing
from tests.tools.edge import running
from tests.values import publication


def test_frames_are_planned_from_the_publication_and_their_origins_noted(tmp_path: Path) -> None:
    known = {"publication": publication(embeds=("https://vimeo.com/76979871",)), "token": b"1"}

    with running(tmp_path, known, DEFAULT_LANG="en") as (engine, generator):
        engine.offer_facts(EMBED_NOTES, lambda _view, _address: NO_NOTES, {})
        offer_frames([generator])
        wanted = wanted_of(engine.plans, say_nothing)
        notes = engine.notes

    assert list(wanted.specs) == ["embeds/vimeo/76979871/index.html"]
    assert wanted.key is not None
    assert notes["frame_origins"] == '["https://player.vimeo.com"]'


def test_the_origins_are_those_of_the_present_texts(tmp_path: Path) -> None:
    found = []
    for token, links in ((b"1", ("https://vimeo.com/1",)), (b"1", ("https://vimeo.com/1",)), (b"2", ())):
        known = {"publication": publication(embeds=links), "token": token}
        with running(tmp_path, known, DEFAULT_LANG="en") as (engine, generator):
            engine.offer_facts(EMBED_NOTES, lambda _view, _address: NO_NOTES, {})
            offer_frames([generator])
            found.append(engine.notes["frame_origins"])

    assert found == ['["https://player.vimeo.com"]', '["https://player.vimeo.com"]', "[]"]
