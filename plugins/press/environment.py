"""The Jinja environment of the theme: escaped, strict, without stray lines."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError
from jinja2.runtime import Macro

from plugins.press.bytecode import CompiledTemplates
from plugins.press.disk_cache import NO_CACHE, ThemeCache
from plugins.press.fast_codegen import ThemeCode


class ThemeEnvironment(Environment):
    """Jinja's environment for the theme in a folder; it reads a template once, and imports a component once."""

    code_generator_class = ThemeCode

    def __init__(self, theme: Path, cache: ThemeCache = NO_CACHE) -> None:
        super().__init__(
            loader=FileSystemLoader(theme / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,  # without bound, as there are few: the bounded cache searches itself at every use
            bytecode_cache=CompiledTemplates(cache),
        )
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
