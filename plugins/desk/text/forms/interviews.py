"""Interviews: boxes whose paragraphs begin with a speaker, `**Q:**` or `**Ana Lim:**`; a paragraph in bold asks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plugins.desk.text.forms.form_context import FormContext, is_blank
from plugins.desk.text.forms.text_form import ANSWER, NOTHING, QUESTION
from plugins.desk.text.tree import Element, Node, Text, attributes_of, new_element
from plugins.newsroom.markup import Html

_COLON = re.compile(r"\s*[:：]\s*")
_PLAIN = re.compile(r"\s*(?P<speaker>Q|A|F|P|R|问|答|問|س|ج)(?:\s*[:：]\s*)")
_NEXT_LINE = re.compile(rf"\n(?={_PLAIN.pattern.replace('?P<speaker>', '?:')})")
"""Letters for question and answer, which need not be bold."""
_ASKS = frozenset(("Q", "F", "P", "问", "問", "س"))
_ANSWERS = frozenset(("A", "R", "答", "ج"))


@dataclass(slots=True)
class _Turn:
    """Words of one speaker; without a name they are a question in bold, or its answer."""

    speaker: Html
    asks: bool | None
    """None where the name decides."""
    blocks: list[Element] = field(default_factory=list)


def read_turns(
    blocks: Sequence[Element], mark: Text, context: FormContext
) -> tuple[tuple[Html, ...], tuple[tuple[str, str], ...]]:
    """Return the parts of an interview: before the first speaker; then a speaker and the words of each turn.

    Who speaks first asks, unless letters say otherwise; the options say of each turn whether it does.
    """
    before, turns = _turns([part for block in blocks for part in _by_speaker(block)], context)
    if not turns:
        context.found.say("no speakers", "[!QA]", mark)
    parts, options = [context.blocks(before)], []
    asking = next((turn.speaker for turn in turns if turn.speaker), None)
    for number, turn in enumerate(turns, 1):
        asks = _asks(turn.speaker, asking) if turn.asks is None else turn.asks
        parts += [turn.speaker, context.blocks(turn.blocks)]
        options.append((str(number), QUESTION if asks else ANSWER))
    return tuple(parts), tuple(options)


def _asks(speaker: Html, first: Html | None) -> bool:
    return speaker in _ASKS or (speaker == first and speaker not in _ANSWERS)


def _turns(blocks: Sequence[Element], context: FormContext) -> tuple[list[Element], list[_Turn]]:
    """Return the blocks before the first speaker, and the turns."""
    before: list[Element] = []
    turns: list[_Turn] = []
    for block in blocks:
        speaker = _take_speaker(block, context) if block.tag == "p" else None
        if speaker is not None:
            turns.append(_Turn(speaker, None if speaker else True))
        elif turns and turns[-1].asks:
            turns.append(_Turn(NOTHING, False))
        (turns[-1].blocks if turns else before).append(block)
    return before, turns


def _by_speaker(block: Element) -> list[Element]:
    """Return a paragraph in parts, one for each of its lines that begins with a speaker."""
    if block.tag != "p":
        return [block]
    nodes = list(block.children)
    parts: list[list[Node]] = [[]]
    for before, node, behind in zip([None, *nodes], nodes, [*nodes[1:], None], strict=False):
        if isinstance(node, Text):
            first, *lines = _NEXT_LINE.split(node.data)
            parts[-1].append(Text(first))
            parts += [[Text(line)] for line in lines]
        elif isinstance(before, Text) and before.data.rstrip(" ").endswith("\n") and _is_name(node, behind):
            parts[-1][-1] = Text(before.data.rstrip())
            parts.append([node])
        else:
            parts[-1].append(node)
    if len(parts) == 1:
        return [block]
    return [new_element("p", attributes_of(block), *part) for part in parts]


def _is_name(node: Node, behind: Node | None) -> bool:
    """Tell whether a node is a name in bold, with a colon."""
    if not isinstance(node, Element) or node.tag not in ("strong", "b"):
        return False
    return node.text.rstrip().endswith((":", "：")) or (isinstance(behind, Text) and bool(_COLON.match(behind.data)))


def _take_speaker(paragraph: Element, context: FormContext) -> Html | None:
    """Take the speaker out of a paragraph and return the name: empty for a question in bold; None if it goes on."""
    nodes = [node for node in paragraph.children if not is_blank(node)]
    first = nodes[0] if nodes else None
    if isinstance(first, Text) and (found := _PLAIN.match(first.data)):
        first.data = first.data[found.end() :]
        return context.inner_html([Text(found["speaker"])])
    if not isinstance(first, Element) or first.tag not in ("strong", "b"):
        return None
    behind = nodes[1] if len(nodes) > 1 else None
    colon = _COLON.match(behind.data) if isinstance(behind, Text) else None
    words = first.text.rstrip()
    if behind is None and not words.endswith((":", "：")):
        return NOTHING
    if not words.endswith((":", "：")) and colon is None:
        return None
    if isinstance(behind, Text):
        behind.data = behind.data[colon.end() :] if colon else behind.data.lstrip()
    first.extract()
    return context.inner_html(first.children).rstrip(":： ")
