"""Templates and phrases that a template is made of, read from the sources: names are literal, so the set is closed."""

from functools import cache
from importlib.metadata import version

from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from plugins.press.disk_cache import NO_CACHE, ThemeCache, cached_text, entry_key
from plugins.press.fold_phrases import phrases_read


class TemplateGraph:
    """Graph of the templates that extend, include and import one another; with a cache most need no parsing."""

    def __init__(self, environment: Environment, store: ThemeCache = NO_CACHE) -> None:
        self._environment = environment
        self._store = store
        self._parser = version("jinja2")
        self._references = cache(self._read_references)
        self._phrases = cache(self._read_phrases)

    def reachable(self, template: str) -> tuple[str, ...]:
        """Return every template that `template` can reach, itself included, sorted.

        Raises ValueError for a name that is computed, and jinja2's TemplateNotFound for a missing one.
        """
        found: set[str] = set()
        waiting = [template]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(self._references(name))
        return tuple(sorted(found))

    def phrases(self, template: str) -> tuple[str, ...]:
        """Return the names of the phrases that `template` and those that it can reach read, sorted."""
        return tuple(sorted({phrase for name in self.reachable(template) for phrase in self._phrases(name)}))

    def _source(self, template: str) -> str:
        if self._environment.loader is None:
            raise ValueError("the environment has no loader")
        return self._environment.loader.get_source(self._environment, template)[0]

    def _read_phrases(self, template: str) -> tuple[str, ...]:
        source = self._source(template)
        key = entry_key("phrases read", self._parser, template, source)
        names = cached_text(self._store, key, lambda: "\n".join(phrases_read(self._environment.parse(source))))
        return tuple(names.splitlines())

    def _read_references(self, template: str) -> tuple[str, ...]:
        source = self._source(template)
        key = entry_key("references", self._parser, template, source)
        names = cached_text(self._store, key, lambda: "\n".join(self._parsed_references(template, source)))
        return tuple(names.splitlines())

    def _parsed_references(self, template: str, source: str) -> list[str]:
        names = list(find_referenced_templates(self._environment.parse(source, template)))
        literal = [name for name in names if name is not None]
        if len(literal) < len(names):
            raise ValueError(
                f"{template}: computes the name of a template; names in include, import and extends are literal"
            )
        return literal
