"""The Jinja environment of the theme: escaped, strict, without stray lines."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, UndefinedError, nodes
from jinja2.runtime import Macro

from plugins.newsroom.words.catalogues import english
from plugins.newsroom.words.phrases import Words
from plugins.press.bytecode import CompiledTemplates
from plugins.press.disk_cache import NO_CACHE, ThemeCache
from plugins.press.fast_codegen import ThemeCode
from plugins.press.fold_phrases import WORDS, fold_phrases
from plugins.press.theme_files import NO_OVERRIDES, Overrides, ThemeFiles


class ThemeEnvironment(Environment):
    """Jinja's environment for the theme in a folder; it reads a template once, and imports a component once.

    `words`, English ones by default, are a global of all templates.
    """

    code_generator_class = ThemeCode

    def __init__(
        self,
        theme: Path,
        cache: ThemeCache = NO_CACHE,
        words: Words | None = None,
        overrides: Overrides = NO_OVERRIDES,
    ) -> None:
        words = words or english()
        self.files = ThemeFiles(theme, overrides)
        super().__init__(
            loader=self.files.loader(),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,  # without bound, as there are few: the bounded cache searches itself at every use
            bytecode_cache=CompiledTemplates(cache, words),
        )
        del self.filters["random"], self.globals["lipsum"]  # a page is the same each time that it is made
        self.words = words
        self.globals[WORDS] = words
        self._components: dict[tuple[str, str], Any] = {}

    def component(self, template: str, name: str) -> Any:
        """Return the macro `name` of `template`, imported without context; raises UndefinedError when it has none."""
        key = template, name
        found = self._components.get(key)
        if found is None:
            found = getattr(self.get_template(template).module, name, None)
            if not isinstance(found, Macro):
                raise UndefinedError(f"{template} has no macro {name!r}")
            self._components[key] = found
        return found

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Write the Python of a template, phrases in it as text."""
        return super()._generate(fold_phrases(source, self.words, name, filename), name, filename, defer_init)
