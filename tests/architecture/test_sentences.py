"""Sentences: a phrase has places for what it is about, since no two languages put words in one order."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from plugins.newsroom.words.catalogues import english
from plugins.newsroom.words.phrases import Plural
from tests.architecture.source import ROOT, modules

TEMPLATES = sorted((ROOT / "theme" / "templates").rglob("*.html"))
BENDING = frozenset({"capitalize", "lower", "swapcase", "title", "upper"})
"""Filters and methods after which a German noun, a Turkish i or a name is wrong."""


def is_phrase(node: nodes.Node) -> bool:
    """Tell whether a template prints a phrase there, as it is, with its places filled, or for a number."""
    while isinstance(node, nodes.Filter | nodes.Call | nodes.Getattr) and isinstance(node.node, nodes.Node):
        if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            return node.node.name == "words"
        node = node.node
    return False


def is_component(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)


def joined_in(source: str) -> Iterator[int]:
    """Yield the lines of a template where a phrase and a value meet, with no tag between them."""
    for output in Environment().parse(source).find_all(nodes.Output):
        before: nodes.Expr | None = None
        for part in output.nodes:
            if isinstance(part, nodes.TemplateData):
                before = None if set(part.data) & set('<>"') else before
            elif is_component(part):
                before = None
            else:
                if before and is_phrase(before) != is_phrase(part):
                    yield part.lineno
                before = part


def bent_in(source: str) -> Iterator[int]:
    """Yield the lines of a template that change the letters of text."""
    yield from (found.lineno for found in Environment().parse(source).find_all(nodes.Filter) if found.name in BENDING)


def reads_phrase(node: ast.AST) -> bool:
    """Tell whether an expression of Python reads a phrase that is text, whatever it does with it."""
    return any(
        isinstance(each, ast.Attribute)
        and ast.unparse(each.value).rpartition(".")[2] == "words"
        and isinstance(english().get(each.attr), str | Plural)
        for each in ast.walk(node)
    )


def wrong_in(tree: ast.Module) -> Iterator[int]:
    """Yield the lines of a module that change the letters of a phrase, or put it beside a value or other words."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in BENDING:
                parts = [node.func]
            case ast.BinOp(op=ast.Add()):
                parts = [node.left, node.right]
            case ast.JoinedStr():
                parts = [part for part in node.values if not is_without_words(part)]
            case _:
                continue
        found = list(map(reads_phrase, parts))
        if any(found) and not (len(found) > 1 and all(found)):
            yield node.lineno


def is_without_words(part: ast.AST) -> bool:
    return isinstance(part, ast.Constant) and not any(map(str.isalpha, part.value))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_puts_a_sentence_together(path: Path) -> None:
    assert list(joined_in(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_changes_the_letters_of_text(path: Path) -> None:
    assert list(bent_in(path.read_text(encoding="utf-8"))) == []


def test_no_module_puts_a_sentence_together() -> None:
    assert [f"{module.place}:{line}" for module in modules() for line in wrong_in(module.tree)] == []


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("{{ words.by }} {{ page.name }}", [1]),
        ("{{ page.count }}\n{{ words.articles }}", [2]),
        ("<b>{{ words.by }}</b> {{ page.name }}", []),
        ("{{ words.by.format(authors=page.name) }}", []),
        ("{{ page.date }}, {{ page.time }}", []),
    ],
)
def test_a_sentence_in_pieces_is_found(source: str, lines: list[int]) -> None:
    assert list(joined_in(source)) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('f"{words.by} {name}"', [1]),
        ("words.by + name", [1]),
        ("material.words.archive.lower()", [1]),
        ("words.by.format(authors=name)", []),
        ('f"{words.sample} {words.new_window}"', []),
        ("name.lower()", []),
    ],
)
def test_a_phrase_in_pieces_of_python_is_found(source: str, lines: list[int]) -> None:
    assert list(wrong_in(ast.parse(source))) == lines
