"""Phrases in templates: text is put into a template when it is compiled, so that a page takes no time to find it."""

from jinja2 import nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.visitor import NodeTransformer

from plugins.newsroom.problems import did_you_mean
from plugins.newsroom.words.phrases import Words

WORDS = "words"
"""Global of templates under which the phrases are read: `words.latest`."""

EVERY = "*"
"""Stands for all phrases, where a template passes `words` on or reads one by a computed name: `words[name]`."""


def phrases_read(template: nodes.Template) -> list[str]:
    """Return the names of the phrases that a template reads itself, sorted, each once; EVERY where none can be told."""
    found = [each.attr for each in template.find_all(nodes.Getattr) if _is_phrase(each)]
    named = [name for name in template.find_all(nodes.Name) if name.name == WORDS and name.ctx == "load"]
    return sorted(set(found)) if len(found) == len(named) else [EVERY]


def fold_phrases(template: nodes.Template, words: Words, name: str | None, filename: str | None) -> nodes.Template:
    """Return the template with phrases that are text in the place of their names.

    A phrase by number stays a call of the global. Raises jinja2's TemplateAssertionError for one that there is not.
    """
    folded: nodes.Template = _Folding(words, name, filename).visit(template)
    return folded


class _Folding(NodeTransformer):
    def __init__(self, words: Words, name: str | None, filename: str | None) -> None:
        self._words = words
        self._place = (name, filename)

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 - Jinja's name
        if not _is_phrase(node):
            return self.generic_visit(node)
        phrase = self._words.get(node.attr)
        if phrase is None:
            what = f"there is no phrase {node.attr!r}; {did_you_mean(node.attr, list(self._words))}"
            raise TemplateAssertionError(what, node.lineno, *self._place)
        return nodes.Const(phrase, lineno=node.lineno) if isinstance(phrase, str) else node


def _is_phrase(node: nodes.Getattr) -> bool:
    return isinstance(node.node, nodes.Name) and node.node.name == WORDS
