"""One reading of a text: Markdown, the tree of its HTML, typography, and the blocks that are published."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from plugins.desk.text.findings import Inspection, TextMark, TextProblem, TextReference
from plugins.desk.text.finishing import block_elements, finish_tree
from plugins.desk.text.forms.attributions import attribute_quotations
from plugins.desk.text.forms.boxes import is_box
from plugins.desk.text.forms.form_context import FormContext
from plugins.desk.text.forms.form_table import read_form
from plugins.desk.text.forms.media_tags import make_media_safe
from plugins.desk.text.forms.pasted_embeds import PastedEmbeds
from plugins.desk.text.forms.text_form import KeptBody, TextBlock, block_html
from plugins.desk.text.inspection import inspect
from plugins.desk.text.labels import TextLabels, text_labels
from plugins.desk.text.link_targets import named_as_file
from plugins.desk.text.markdown import Converted, MarkdownConverter
from plugins.desk.text.open_comments import hide_open_comments
from plugins.desk.text.plain_text import count_words, plain_text
from plugins.desk.text.text_places import TextPlaces
from plugins.desk.text.tree import Element, drop_empty_paragraphs, parse
from plugins.desk.text.typography import AS_WRITTEN, Typography
from plugins.newsroom.embeds.embed_table import EMBED_TABLE, EmbedTable
from plugins.newsroom.markup import Html
from plugins.newsroom.urls import UNKNOWN_SITE, OwnSite
from plugins.newsroom.words.catalogues import english

_MOST_READINGS = 5
"""Readings until what is written is what is read; judgement."""
_RAW_COMMENT = re.compile(r"(?<!\\)<!--")
"""The begin of a comment that is not written as the name of one: `&lt;!--`, `\\<!--`."""


@dataclass(frozen=True)
class TextReading:
    """A text as it was read; offsets count characters of the source from 0, and are worked out when asked for."""

    source: str
    body: KeptBody
    """The blocks, with slots for where links and pictures lead."""
    words: str
    """The text without markup."""
    found: Inspection
    converter: MarkdownConverter | None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that links to parts of the text may name."""
        return tuple(sorted(self.found.ids))

    @property
    def references(self) -> list[TextReference]:
        return self.found.references

    @property
    def marks(self) -> list[TextMark]:
        return self.found.marks

    @property
    def problems(self) -> Iterator[tuple[TextProblem, int]]:
        """The problems, each with its offset."""
        return iter(self._placed_problems if self.found.problems else ())

    def reference_offset(self, number: int) -> int:
        """Return the offset of a reference, by its number."""
        written = self.references[number].written
        if self.source.count(written) == 1:
            return self.source.index(written)
        return self._reference_offsets[number]

    def mark_offset(self, number: int) -> int:
        """Return the offset of a mark, by its number."""
        return self._mark_offsets[number]

    @cached_property
    def _places(self) -> TextPlaces:
        return TextPlaces(self.source, lambda text: _convert(self.converter, text).html, self.found)

    @cached_property
    def _placed_problems(self) -> list[tuple[TextProblem, int]]:
        return list(self._places.problems())

    @cached_property
    def _reference_offsets(self) -> list[int]:
        return [offset for _, offset in self._places.references()]

    @cached_property
    def _mark_offsets(self) -> list[int]:
        return [offset for _, offset in self._places.marks()]


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads texts; without a converter, where nobody knows how they are to be read, it finds nothing in them."""

    converter: MarkdownConverter | None
    typography: Typography
    lang: str
    """The language of texts that name none."""
    labels: Mapping[str, TextLabels]
    """By the empty name the publication's, by tag those of languages that it declares."""
    own_site: OwnSite = UNKNOWN_SITE
    embeds: EmbedTable = EMBED_TABLE
    own_types: Collection[str] = ()
    """Endings of files to open that only the publication's settings know."""

    def line(self, text: str, lang: str | None, *, is_typeset: bool) -> Html:
        """Return a line of plain text, such as a title, as markup."""
        return self._typography(is_typeset).line(text, lang or self.lang)

    def read(self, source: str, lang: str | None = None, *, is_typeset: bool = True) -> TextReading:
        """Return the reading of a text in Markdown; one that is not typeset keeps its quotes and dashes."""
        typography = self._typography(is_typeset)
        converted = _convert(self.converter, source)
        found = self._inspected(converted)
        if converted.is_too_deep:
            found.say("too deep text", "")
        if _RAW_COMMENT.search(source) and any(problem.kind == "open comment" for problem in found.problems):
            hide_open_comments(found.root)
        if converted.has_raw_html:
            make_media_safe(found)
        finish_tree(found, self._labels(lang or self.lang), lang or self.lang)
        typography.set_tree(found.root, lang or self.lang)
        context = FormContext(found, typography, lang or self.lang)
        if "<blockquote" in converted.html:
            attribute_quotations(found.root, is_box)
        body_blocks: list[TextBlock] = []
        dont_miss_after = None
        for block in block_elements(found.root.children):
            if _is_mark(block, found):
                dont_miss_after = len(body_blocks) if dont_miss_after is None else dont_miss_after
            else:
                body_blocks.append(read_form(block, context) or typography.set_block(block.html))
        words = plain_text("\n".join(map(block_html, body_blocks)))
        body = KeptBody(blocks=tuple(body_blocks), dont_miss_after=dont_miss_after, words=count_words(words))
        return TextReading(source, body, words, found, self.converter)

    def _inspected(self, converted: Converted) -> Inspection:
        if not converted.has_raw_html:
            found = inspect(converted.html, self.own_site, has_raw_html=False)
        else:
            pasted = PastedEmbeds(self.embeds)
            found = _settled(inspect(converted.html, self.own_site, prepare=pasted.link))
            found.problems += pasted.problems
        found.embeds = self.embeds
        if self.own_types:
            found.references[:] = [
                replace(each, target=named_as_file(each.target, self.own_types)) for each in found.references
            ]
        return found

    def _labels(self, lang: str) -> TextLabels:
        small = lang.lower()
        return next((labels for each, labels in self.labels.items() if each.lower() == small), self.labels[""])

    def _typography(self, is_typeset: bool) -> Typography:
        return self.typography if is_typeset else AS_WRITTEN


def _convert(converter: MarkdownConverter | None, text: str) -> Converted:
    return converter.convert(text) if converter else Converted("")


def _settled(found: Inspection) -> Inspection:
    """Return what stands in the tree as browsers will read it, whatever was taken out or moved.

    Browsers let some elements stand in each other only as long as others hold them apart: a paragraph in a button in
    a paragraph, or an item that a table without cells has put before itself.
    """
    for _ in range(_MOST_READINGS):
        html = found.root.inner_html
        if parse(html, has_raw_html=False).inner_html == html:
            break
        problems = found.problems
        found = inspect(html, found.own_site, has_raw_html=False)
        found.problems[:] = problems
        drop_empty_paragraphs(found.root)
    return found


def _is_mark(block: Element, found: Inspection) -> bool:
    return any(mark.is_alone and mark.node.parent is block for mark in found.marks)


def text_reader(
    markdown_settings: Mapping[str, Any] | None,
    typography: Typography,
    lang: str,
    own_site: OwnSite = UNKNOWN_SITE,
    labels: Mapping[str, TextLabels] | None = None,
    embeds: EmbedTable = EMBED_TABLE,
    own_types: Collection[str] = (),
) -> TextReader:
    """Return the reader of texts by Pelican's settings; texts that name no language are in `lang`.

    Labels are English by default.
    """
    converter = None if markdown_settings is None else MarkdownConverter(markdown_settings)
    return TextReader(converter, typography, lang, labels or {"": text_labels(english())}, own_site, embeds, own_types)
