"""The Pelican edge: checks `EMBEDS`, and offers the pages with frames of other sites that texts of this build show."""

import json
from collections.abc import Callable, Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.embeds.frame_files import (
    SHARED_BY_FRAMES,
    FrameRenderer,
    SharedByFrames,
    frame_origins,
    make_frame,
    plan_frames,
)
from plugins.embeds.settings import EmbedsSettings
from plugins.newsroom.embeds.embed import Embed
from plugins.newsroom.embeds.frame_page import FRAME
from plugins.newsroom.embeds.host_settings import table_of
from plugins.newsroom.settings import settings_problems
from plugins.newsroom.spaces import EMBED_NOTES
from plugins.newsroom.words.words_of import words_of
from plugins.stet.facts import digest_of
from plugins.stet.outputs import Kind
from plugins.stet.plugin import run_of
from plugins.stet.state.shelf import Shelf
from plugins.stet.step import Step

_ORIGINS = "origins"
"""Their key on the shelf."""


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(EmbedsSettings, pelican.settings, "EMBEDS")


def offer_frames(generators: Sequence[Generator]) -> None:
    settings = generators[0].settings
    run, table = run_of(settings), table_of(settings)
    engine, links = run.engine, run.publication.embeds
    view = engine.view()

    def find(link: str) -> Embed | None:
        embed = table.find(link)
        if embed is None or embed.frame:
            return embed
        return table.with_account(embed, view.read(EMBED_NOTES, embed.address).did)

    key = digest_of((run.token, "frames", table))
    shelf = engine.shelf("embeds")
    engine.note("frame_origins", _kept(shelf, key, lambda: frame_origins(links, table, find)) if links else [])
    engine.offer_constant(SHARED_BY_FRAMES, SharedByFrames(table=table, words=words_of(settings)))
    engine.offer_renderer(FRAME, FrameRenderer())
    engine.offer_kinds({FRAME: Kind(make=make_frame, renderer=FRAME)})
    engine.offer_outputs(Step("Planning frames", key, lambda _: plan_frames(links, find)))


def _kept(shelf: Shelf, key: bytes, make: Callable[[], list[str]]) -> list[str]:
    """Return the origins that the last build has kept, if its key was the same: to look at thousands takes long."""
    packed = shelf.get(_ORIGINS) or b""
    if packed.startswith(key):
        return list(json.loads(packed.removeprefix(key)))
    made = make()
    shelf.put(_ORIGINS, key + json.dumps(made).encode())
    return made


def register() -> None:
    """Connect the embeds to Pelican."""
    signals.initialized.connect(check_settings)
    signals.all_generators_finalized.connect(offer_frames)
