"""The Pelican edge: checks `EMBEDS`, and offers the pages with frames of other sites that texts of this build show."""

from collections.abc import Sequence

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
from plugins.stet.step import Step


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(EmbedsSettings, pelican.settings, "EMBEDS")


def offer_frames(generators: Sequence[Generator]) -> None:
    settings = generators[0].settings
    run, table = run_of(settings), table_of(settings)
    engine, links = run.engine, run.publication.embeds
    view = engine.view()

    def find(link: str) -> Embed | None:
        embed = table.find(link)
        return embed and table.with_account(embed, view.read(EMBED_NOTES, embed.address).did)

    engine.note("frame_origins", frame_origins(links, table, find))
    engine.offer_constant(SHARED_BY_FRAMES, SharedByFrames(table=table, words=words_of(settings)))
    engine.offer_renderer(FRAME, FrameRenderer())
    engine.offer_kinds({FRAME: Kind(make=make_frame, renderer=FRAME)})
    key = digest_of((run.token, "frames", table))
    engine.offer_outputs(Step("Planning frames", key, lambda _: plan_frames(links, find)))


def register() -> None:
    """Connect the embeds to Pelican."""
    signals.initialized.connect(check_settings)
    signals.all_generators_finalized.connect(offer_frames)
