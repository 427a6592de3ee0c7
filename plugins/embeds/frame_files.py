"""Pages with frames as files of a build: the plan of them, and the model of each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plugins.newsroom.embeds.embed import Embed
from plugins.newsroom.embeds.embed_table import EmbedTable
from plugins.newsroom.embeds.embed_titles import embed_title
from plugins.newsroom.embeds.frame_page import FRAME, FramePage, frame_page
from plugins.newsroom.spaces import EMBED_NOTES
from plugins.newsroom.urls import embed_url, output_path
from plugins.newsroom.words.phrases import Words
from plugins.stet.facts import View
from plugins.stet.outputs import Output
from plugins.stet.space import Space

Find = Callable[[str], Embed | None]
"""Returns the embed that an address names, with its frame; None for other addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedByFrames:
    """Values that all these pages share."""

    table: EmbedTable
    words: Words


SHARED_BY_FRAMES = Space[SharedByFrames]("shared by frames")
"""By the empty name."""


class FrameRenderer:
    """Writes these pages for the engine; the theme has no part in them."""

    def version(self, template: str) -> bytes:
        """Return a constant: the pages depend on nothing but their model and this code."""
        return b"frame"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: FramePage) -> bytes:
        return frame_page(model)


def framed(links: Iterable[str], find: Find) -> Iterator[Embed]:
    """Yield the embeds of addresses that have a frame, one for each page: the first in the order of addresses."""
    pages = set()
    for link in sorted(links):
        embed = find(link)
        if embed and embed.frame and (embed.provider, embed.id) not in pages:
            pages.add((embed.provider, embed.id))
            yield embed


def plan_frames(links: Iterable[str], find: Find) -> Iterator[Output]:
    """Yield a page for each embed that texts of this build show."""
    for embed in framed(links, find):
        yield Output(output_path(embed_url(embed.provider, embed.id)), FRAME, (embed.link,))


def frame_origins(links: Iterable[str], table: EmbedTable, find: Find) -> list[str]:
    """Return the origins that the frames are of, sorted."""
    return sorted({origin for embed in framed(links, find) for origin in origins_of(embed, table)})


def origins_of(embed: Embed, table: EmbedTable) -> tuple[str, ...]:
    """Return the origins that the frame of an embed may be of."""
    return (embed.frame_origin, *table.providers[embed.provider].origins)


def make_frame(view: View, output: Output) -> FramePage:
    """Return the page of the embed that the plan names by its address. Raises LookupError if that names none."""
    shared = view.read(SHARED_BY_FRAMES)
    table, words = shared.table, shared.words
    found = table.find(output.spec[0])
    if found is None:
        raise LookupError(f"no embed: {output.spec[0]}")
    notes = view.read(EMBED_NOTES, found.address)
    embed, provider = table.with_account(found, notes.did), table.providers[found.provider]
    return FramePage(
        lang=words.lang,
        direction=words.direction,
        title=f"{provider.name}: {notes.title}" if notes.title else embed_title(provider, words),
        frame=embed.frame,
        origins=origins_of(embed, table),
        allow=provider.allow,
        link=embed.link,
        open=words.embed_open.format(site=provider.name),
    )
