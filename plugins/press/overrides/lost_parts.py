"""Parts of an override that no page shows: Jinja leaves them out without a word."""

from collections.abc import Collection, Iterator

from jinja2 import nodes

from plugins.newsroom.problems import did_you_mean
from plugins.press.overrides.macro_calls import Mistake

_SHOWING = (nodes.Output, nodes.Include, nodes.CallBlock)
_KEEPING = (nodes.Extends, nodes.Block, nodes.Macro, nodes.Assign, nodes.AssignBlock)
"""Nodes that have an effect outside of blocks."""


def lost_parts(tree: nodes.Template, blocks: Collection[str]) -> Iterator[Mistake]:
    """Yield what a template that extends another one says outside of blocks, and in blocks that the other one lacks.

    `blocks` are the names of those that it has.
    """
    if not any(isinstance(node, nodes.Extends) for node in tree.body):
        return
    for node in tree.body:
        if isinstance(node, nodes.Block) and node.name not in blocks:
            remedy = did_you_mean(node.name, sorted(blocks))
            yield node.lineno, f"what it extends has no block {node.name!r}, so this one is never shown", remedy
        elif line := _shown_at(node):
            yield line, "stands outside of blocks, and is never shown", "put it into a block: {% block main %}"


def block_names(tree: nodes.Template) -> set[str]:
    """Return the names of the blocks that a template defines."""
    return {node.name for node in tree.find_all(nodes.Block)}


def _shown_at(node: nodes.Node) -> int | None:
    """Return the line of the first thing in a node that would be printed; None where nothing is."""
    if isinstance(node, _KEEPING):
        return None
    inside = [node, *node.find_all(_SHOWING)]
    for output in (each for each in inside if isinstance(each, _SHOWING)):
        if not isinstance(output, nodes.Output):
            return output.lineno
        for part in output.nodes:
            if not isinstance(part, nodes.TemplateData):
                return part.lineno
            if part.data.strip():
                return part.lineno + part.data[: -len(part.data.lstrip())].count("\n")
    return None
