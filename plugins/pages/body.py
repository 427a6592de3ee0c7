"""The body of an article with its don't-miss line in place.

block 0 ─┐
block 1  ├ opening: undisturbed
─────────┘
Don't miss: …      after the first paragraph from here on that ends a thought
block 2 …
"""

from collections.abc import Sequence

from markupsafe import Markup

from plugins.newsroom.articles import Body
from plugins.newsroom.markup import Html
from plugins.newsroom.parts import BodyPart, DontMiss, Prose
from plugins.pages.cards import foreign_lang
from plugins.pages.material import Material

OPENING = 2
"""Paragraphs that nothing interrupts: the news and its first detail. Editorial judgement of this project."""


def place(blocks: Sequence[Html]) -> int:
    """Return how many blocks stand before the don't-miss line.

    It follows a paragraph, and neither comes between a paragraph and the list, table or quotation that it announces,
    nor directly after a heading's first words; a short body has it at its end.
    """
    paragraphs = 0
    for index, block in enumerate(blocks):
        paragraphs += block.startswith("<p")
        if paragraphs >= OPENING and block.startswith("<p") and _may_follow(blocks, index):
            return index + 1
    return len(blocks)


def _may_follow(blocks: Sequence[Html], index: int) -> bool:
    announces = blocks[index].rstrip().removesuffix("</p>").rstrip().endswith(":")
    after = blocks[index + 1] if index + 1 < len(blocks) else Markup("")
    return not announces and (not after or after.startswith("<p"))


def body(material: Material, text: Body, dont_miss: str | None) -> tuple[BodyPart, ...]:
    """Return the body in reading order; prose without a break in it is one part."""
    if dont_miss is None:
        return (_prose(text.blocks),) if text.blocks else ()
    marked = text.dont_miss_after
    split = place(text.blocks) if marked is None else marked
    target = material.article(dont_miss)
    line = DontMiss(
        title_html=target.title_html, url=material.href(target.url), lang=foreign_lang(material, target.lang)
    )
    before, after = text.blocks[:split], text.blocks[split:]
    return tuple(part for part in (before and _prose(before), line, after and _prose(after)) if part)


def _prose(blocks: Sequence[Html]) -> Prose:
    return Prose(html=Markup("\n").join(blocks))
