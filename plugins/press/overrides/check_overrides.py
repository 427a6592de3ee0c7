"""Checks of the publisher's own templates and styles, all at once and before anything is rendered.

Fields of values whose types the source does not tell are found by rendering alone.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError, nodes

from plugins.newsroom.near_misses import KnownNames
from plugins.newsroom.problems import Problem, Severity, did_you_mean
from plugins.press.environment import ThemeEnvironment
from plugins.press.fold_phrases import WORDS
from plugins.press.overrides.field_types import Types, component_types, names_of_page, unknown_fields
from plugins.press.overrides.lost_parts import block_names, lost_parts
from plugins.press.overrides.macro_calls import Mistake, imported_names, signatures, unfit_macros, wrong_calls
from plugins.press.overrides.refused_markup import refused_markup
from plugins.press.overrides.unknown_names import stored_names, unknown_names
from plugins.press.overrides.unused_files import unused_files
from plugins.press.own_styles import style_problems
from plugins.press.template_problems import (
    compiling_problem,
    field_problem,
    filter_problem,
    missing_template,
    name_problem,
)
from plugins.press.theme_files import THEIRS, plain_name, shown_path

_COMPONENTS = "components"


def override_problems(environment: ThemeEnvironment) -> list[Problem]:
    """Return all that can be told of the publisher's own templates and styles without rendering."""
    files = environment.files
    unread, problems = [], []
    for path in files.overrides.files():
        if path.suffix in (".html", ".css", ".js"):
            try:
                path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                unread.append(path)
                problems.append(Problem(str(path), 1, 1, "text that is not in UTF-8", "save it as UTF-8"))
    if any(path.suffix == ".html" for path in unread):
        return problems  # what extends or includes it would be told for nothing
    templates = _Templates(environment)
    problems += [problem for name in files.own_names() for problem in templates.problems(name)]
    for path in files.overrides.files():
        if path.suffix == ".css" and path not in unread:
            problems += style_problems(str(path), path.read_text(encoding="utf-8"))
    return [*problems, *unused_files(files, templates.references)]


class _Templates:
    """Templates as their sources say them, each parsed once."""

    def __init__(self, environment: ThemeEnvironment) -> None:
        self._environment = environment
        self._files = environment.files
        self._known = KnownNames(self._files.names())
        self._names = frozenset(self._known)
        self.tree = cache(self._parse)

    def problems(self, name: str) -> Iterator[Problem]:
        """Yield the mistakes of the publisher's template of this name."""
        path, tree = self._files.template(name), self.tree(name)
        unknown = [*self._unknown_phrases(path, tree), *self._unknown_filters(path, tree)] if tree else []
        if tree is not None:
            yield from (*self._wrong_names(name, path, tree), *self._wrong_uses(name, path, tree), *unknown)
            yield from _placed(path, lost_parts(tree, self._blocks(name)))
        yield from _placed(path, refused_markup(path.read_text(encoding="utf-8")), Severity.WARNING)
        try:
            self._environment.get_template(name)
        except TemplateSyntaxError as error:
            if error.lineno not in {problem.line for problem in unknown}:
                yield compiling_problem(error)
        except TemplateError:
            pass  # it names a template that is not there, which is told with its line

    def references(self, name: str) -> list[str]:
        """Return the names of all templates that this one names."""
        tree = self.tree(name)
        return [found for _, found, _ in _referenced(tree) if found] if tree else []

    def _parse(self, name: str) -> nodes.Template | None:
        """Return the tree of a template; None for one that is not there or cannot be parsed."""
        path = self._files.template(name)
        try:
            return self._environment.parse(path.read_text(encoding="utf-8"), name, str(path))
        except (OSError, UnicodeDecodeError, TemplateSyntaxError):
            return None

    def _wrong_names(self, name: str, path: Path, tree: nodes.Template) -> Iterator[Problem]:
        """Yield names of templates that are computed, lead nowhere, or lead back here."""
        for line, found, is_part in _referenced(tree):
            if found is None:
                remedy = "write it out: what a page is made of must be known before"
                yield Problem(str(path), line, 1, "the name of a template is computed", remedy)
            elif found not in self._names:
                yield missing_template(path, line, found, self._known)
            elif is_part and name in self._parts(found):
                what = f"{found!r} is made of this template itself"
                remedy = f"name the theme's: '{THEIRS}/{name}'" if self._is_override(name) else "take this line out"
                yield Problem(str(path), line, 1, what, remedy)

    def _wrong_uses(self, name: str, path: Path, tree: nodes.Template) -> Iterator[Problem]:
        """Yield macros that are not there or used wrongly, and fields that values do not have."""
        known = signatures(tree)
        if self._is_override(name) and (theirs := self.tree(f"{THEIRS}/{name}")):
            yield from _placed(path, unfit_macros(known, signatures(theirs)))
        for line, template, macro, alias in imported_names(tree):
            source = self.tree(template)
            there = signatures(source) if source else None
            if there is not None and macro not in there:
                yield Problem(str(path), line, 1, f"{template} has no macro {macro!r}", did_you_mean(macro, there))
            elif there is not None:
                known[alias] = there[macro]
        yield from _placed(path, wrong_calls(tree, known))
        for name_node in unknown_names(tree, self._given(name, tree)):
            yield name_problem(path, name_node.lineno, name_node.name, stored_names(tree))
        for field in unknown_fields(tree, *self._types(name)):
            yield field_problem(path, field.line, field.reader, field.field, field.kind)

    def _unknown_phrases(self, path: Path, tree: nodes.Template) -> Iterator[Problem]:
        words = self._environment.words
        for node in tree.find_all(nodes.Getattr):
            if isinstance(node.node, nodes.Name) and node.node.name == WORDS and words.get(node.attr) is None:
                remedy = did_you_mean(node.attr, list(words))
                yield Problem(str(path), node.lineno, 1, f"there is no phrase {node.attr!r}", remedy)

    def _unknown_filters(self, path: Path, tree: nodes.Template) -> Iterator[Problem]:
        for node in tree.find_all((nodes.Filter, nodes.Test)):
            is_filter = isinstance(node, nodes.Filter)
            if node.name not in (self._environment.filters if is_filter else self._environment.tests):
                yield filter_problem(path, node.lineno, "filter" if is_filter else "test", node.name)

    def _blocks(self, name: str) -> set[str]:
        """Return the names of the blocks of all that a template extends."""
        others = map(self.tree, self._parts(name) - {name})
        return {block for other in others if other for block in block_names(other)}

    def _types(self, name: str) -> tuple[Types, Mapping[str, Types]]:
        """Return the types of the names that a template has, and those of its macros' parameters."""
        place = plain_name(name)
        if place.parts[0] == _COMPONENTS:
            return {}, {place.stem: component_types(self._files.theme, place.stem)}
        return names_of_page(name), {}

    def _given(self, name: str, tree: nodes.Template) -> set[str]:
        """Return the names that a template has from elsewhere; what is included may have any that others set."""
        if plain_name(name).parts[0] == _COMPONENTS:
            return set()
        others = map(self.tree, self._parts(name) if _is_page(tree) else self._names)
        return {"page", "theme"}.union(*(stored_names(other) for other in others if other))

    def _is_override(self, name: str) -> bool:
        return f"{THEIRS}/{name}" in self._names

    def _parts(self, name: str) -> set[str]:
        """Return the templates that must be there before this one: it extends or imports them; and itself."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in found and (tree := self.tree(each)):
                waiting += [other for _, other, is_part in _referenced(tree) if other and is_part]
            found.add(each)
        return found


def _is_page(tree: nodes.Template) -> bool:
    return tree.find(nodes.Extends) is not None


def _placed(path: Path, mistakes: Iterator[Mistake], severity: Severity = Severity.ERROR) -> Iterator[Problem]:
    return (Problem(str(shown_path(path)), line, 1, what, remedy, severity) for line, what, remedy in mistakes)


def _referenced(tree: nodes.Template) -> Iterator[tuple[int, str | None, bool]]:
    """Yield line, name and kind of each template that this one names: None for a name that is computed.

    The kind is True for one that it extends or imports, and False for one that it includes.
    """
    kinds = (nodes.Extends, nodes.Import, nodes.FromImport, nodes.Include)
    for node in chain.from_iterable(map(tree.find_all, kinds)):
        template = node.template  # type: ignore[attr-defined]  # of these kinds each has one
        names = template.items if isinstance(template, nodes.List | nodes.Tuple) else [template]
        for each in names:
            found = each.value if isinstance(each, nodes.Const) and isinstance(each.value, str) else None
            yield node.lineno, found, not isinstance(node, nodes.Include)
