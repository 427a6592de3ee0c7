"""The way of a front matter key, from the schema to the page: a step that was left out is named by its file."""

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from plugins.newsroom import articles, page_models
from plugins.newsroom.front_matter.schema import KINDS, Fields
from tests.architecture.source import ROOT, functions, modules

SCHEMA = "plugins/newsroom/front_matter/schema.py"
ENTRIES = tuple(f"plugins/desk/files/{name}.py" for name in ("make_entry", "document", "written_aliases"))
"""Modules that read keys of all kinds: those that other files, lists or addresses depend on."""
SECTIONS = "plugins/desk/publication/sections.py"
ARTICLES = ("plugins/desk/publication/article_maker.py", "plugins/newsroom/articles.py")
USERS = ("cta", "feeds", "pages", "promos", "related", "share")
"""Plugins that make parts of pages of the desk's values."""
VALUES = {
    "categories": articles.Category,
    "authors": articles.Author,
    "sponsors": articles.Sponsor,
    "tags": articles.Tag,
    "pages": articles.TextPage,
    "promos": articles.PromoNotice,
}
"""The value that is made of each kind of file, articles apart: these carry their front matter with them."""
READ_AS_WRITTEN = {"slug"}
"""Keys that the desk takes from the header itself, as they count even where others have mistakes."""
PAGES = {name: kind for name, kind in vars(page_models).items() if hasattr(kind, "template")}
"""Page models by name."""
OF_VALUES_ALONE = {"slug", "source", "order", "names"}
"""Fields by which the desk finds and sorts values, and those that a method of a value gives."""


def trees(*places: str) -> Iterator[ast.AST]:
    yield from (module.tree for module in modules() if module.place in places or module.package in places)


def attributes(trees: Iterator[ast.AST], *owners: str) -> set[str]:
    """Return the attributes that code reads of variables or attributes with these names; without names, of all."""
    return {
        node.attr
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and (not owners or ast.unparse(node.value).rpartition(".")[2] in owners)
    }


def makers(value: type) -> Iterator[ast.AST]:
    """Yield the functions of the desk's sections that return a `value`."""
    for tree in trees(SECTIONS):
        yield from (each for each in functions(tree) if each.returns and ast.unparse(each.returns) == value.__name__)


def keys_read(kind: str) -> set[str]:
    """Return the keys of files of a kind that code reads on the way to pages."""
    for_all = attributes(trees(*ENTRIES), "fields", "article") | attributes(trees(SCHEMA), "self")
    if kind == "articles":
        return for_all | attributes(trees(*ARTICLES, *USERS), "fields")
    return for_all | attributes(makers(VALUES[kind]), "fields")


def nested(model: type[Fields]) -> set[type[Fields]]:
    """Return the classes of the groups of keys inside a schema class."""
    annotations = [field.annotation for field in model.model_fields.values()]
    types = {inner for each in annotations for inner in (each, *get_args(each))}
    return {each for each in types if isinstance(each, type) and issubclass(each, BaseModel)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_read_by_the_maker_of_its_kind(kind: str) -> None:
    maker = "plugins/pages/article_page.py, as `article.fields.…`" if kind == "articles" else SECTIONS
    unread = set(KINDS[kind].model_fields) - keys_read(kind) - READ_AS_WRITTEN

    assert [f"{maker} does not read {key!r} of {SCHEMA}" for key in sorted(unread)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_group_is_read(kind: str) -> None:
    read = attributes(trees(*ENTRIES, *ARTICLES, SECTIONS, *USERS))

    unread = {key for group in nested(KINDS[kind]) for key in group.model_fields} - read

    assert [f"{key!r} of {SCHEMA} is read by no maker" for key in sorted(unread)] == []


@pytest.mark.parametrize("value", VALUES.values(), ids=lambda value: value.__name__)
def test_every_field_of_a_value_is_read_by_the_maker_of_a_page(value: type) -> None:
    unread = {field.name for field in fields(value)} - attributes(trees(*USERS)) - OF_VALUES_ALONE

    assert [f"plugins/pages reads no {value.__name__}.{name}" for name in sorted(unread)] == []


def page_calls() -> Iterator[tuple[Path, ast.Call]]:
    """Yield every call in `plugins/pages` that makes a page model, with its file."""
    for module in modules():
        if module.package == "pages":
            calls = (node for node in module.walk() if isinstance(node, ast.Call))
            yield from ((module.path, call) for call in calls if ast.unparse(call.func) in PAGES)


def filled(call: ast.Call) -> set[str | None]:
    """Return the fields that a call fills; `**` stands for those that the base of the model has."""
    given = {keyword.arg for keyword in call.keywords}
    base = PAGES[ast.unparse(call.func)].__base__
    return given | ({field.name for field in fields(base)} if None in given else set())


def test_only_fields_that_a_page_model_has_are_filled() -> None:
    unknown = [
        f"newsroom/page_models.py has no {ast.unparse(call.func)}.{name}; {path.relative_to(ROOT)} fills it"
        for path, call in page_calls()
        for name in filled(call) - {None} - {field.name for field in fields(PAGES[ast.unparse(call.func)])}
    ]

    assert unknown == []


def test_the_maker_of_an_article_page_reads_only_keys_that_there_are() -> None:
    read = attributes(trees("plugins/pages/article_page.py"), "fields")

    unknown = sorted(name for name in read if name not in KINDS["articles"].model_fields)
    assert [f"{SCHEMA} has no {name!r} of articles" for name in unknown] == []


def test_every_field_of_a_page_model_is_filled_where_the_page_is_made() -> None:
    empty = [
        f"{path.relative_to(ROOT)}:{call.lineno} does not fill {field.name!r} of newsroom/page_models.py"
        for path, call in page_calls()
        for field in fields(PAGES[ast.unparse(call.func)])
        if field.name not in filled(call)
    ]

    assert empty == []
