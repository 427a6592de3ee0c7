"""The body of an article with its don't-miss line in place.

block 0 ─┐
block 1  ├ opening: undisturbed
─────────┘
block 2            from here on: after any paragraph that ends a thought;
Don't miss: …      of these, the one by the block that goes best with the target
block 3 …
"""

from collections.abc import Sequence

from markupsafe import Markup

from plugins.newsroom.articles import Body
from plugins.newsroom.forms.form_parts import FormPart
from plugins.newsroom.forms.plain_forms import plain_form
from plugins.newsroom.markup import Html
from plugins.newsroom.page_parts import BodyPart, DontMiss, Prose
from plugins.pages.cards import foreign_dir, foreign_lang, label
from plugins.pages.dont_miss_fit import best_fit
from plugins.pages.material import Material

OPENING = 2
"""Paragraphs that nothing interrupts: the news and its first detail. Editorial judgement of this project."""

_PARAGRAPH = ("<p>", "<p ")
_FOOTNOTES = '<div class="footnote"'


def dont_miss_place(blocks: Sequence[Html], title: str, summary: str) -> int:
    """Return the number of blocks before the line that leads to an article with this headline and summary.

    The line comes to the allowed place nearest to the block that fits it best, the earlier of two; to the first place
    where no block fits; to the end of the text where no place is allowed.
    """
    text = _without_footnotes(blocks)
    allowed = allowed_places(text)
    if not allowed:
        return len(text)
    best = best_fit(text, title, summary) if len(allowed) > 1 else None
    return allowed[0] if best is None else min(allowed, key=lambda before: abs(before - (best + 1)))


def allowed_places(blocks: Sequence[Html]) -> list[int]:
    """Return the numbers of blocks after which the don't-miss line may stand, in order.

    It follows a paragraph after the opening. It comes neither between a paragraph and the list, table or quotation that
    it announces, nor before a heading. The end of the text is a place only if there is no other; footnotes come behind
    it.
    """
    text = _without_footnotes(blocks)
    found, paragraphs = [], 0
    for index, block in enumerate(text):
        if block.startswith(_PARAGRAPH):
            paragraphs += 1
            if paragraphs >= OPENING and _may_follow(text, index):
                found.append(index + 1)
    return found[:-1] if len(found) > 1 and found[-1] == len(text) else found


def _without_footnotes(blocks: Sequence[Html]) -> Sequence[Html]:
    ends = (index for index, block in enumerate(blocks) if block.startswith(_FOOTNOTES))
    return blocks[: next(ends, len(blocks))]


def _may_follow(text: Sequence[Html], index: int) -> bool:
    """Tell if the paragraph at `index` is followed by another one, or by nothing, and does not announce it."""
    if index + 1 < len(text) and not text[index + 1].startswith(_PARAGRAPH):
        return False
    return not str(text[index]).rstrip().removesuffix("</p>").rstrip().endswith(":")


def article_body(material: Material, text: Body, dont_miss: str | None) -> tuple[BodyPart, ...]:
    """Return the body in reading order; prose without a break in it is one part."""
    if dont_miss is None:
        return text_body(text.blocks)
    marked = text.dont_miss_after
    target = material.article(dont_miss)
    split = dont_miss_place(_as_html(text.blocks), target.title, target.summary) if marked is None else marked
    line = DontMiss(
        title_html=target.title_html,
        url=material.href(target.url),
        lang=foreign_lang(material, target.lang),
        dir=foreign_dir(material, target.lang),
        label=label(material, target),
    )
    return (*text_body(text.blocks[:split]), line, *text_body(text.blocks[split:]))


def text_body(blocks: Sequence[Html | FormPart]) -> tuple[BodyPart, ...]:
    """Return the blocks of a text as parts of a page: the prose between two forms is one part."""
    parts: list[BodyPart] = []
    prose: list[Html] = []
    for block in (*blocks, None):
        if isinstance(block, Markup):
            prose.append(block)
            continue
        if prose:
            parts.append(Prose(html=Markup("\n").join(prose)))
            prose = []
        if block is not None:
            parts.append(block)
    return tuple(parts)


def _as_html(blocks: Sequence[Html | FormPart]) -> list[Html]:
    """Return the blocks of a text as HTML, in which a form is no paragraph, whatever it is in a feed."""
    of_form = Markup("<div>{}</div>")
    return [block if isinstance(block, Markup) else of_form.format(plain_form(block)) for block in blocks]
