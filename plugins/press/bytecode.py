"""Compiled templates, kept in a cache so that a build of one page does not begin with compiling the theme."""

from functools import cached_property
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from plugins.newsroom.words.phrases import Words
from plugins.press import fast_codegen, fold_phrases
from plugins.press.disk_cache import ThemeCache, entry_key

OPTIONS = ("autoescape", "keep_trailing_newline", "lstrip_blocks", "optimized", "trim_blocks")
"""Options of the environment that change the code of a template: those that the kit sets."""


class CompiledTemplates(BytecodeCache):
    """Jinja's interface to the cache of a theme."""

    def __init__(self, cache: ThemeCache, words: Words) -> None:
        self._cache = cache
        self._words = words

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._cache.get(self._key(bucket))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._cache.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        """Return a key of the template's name, place and text, of the compiler with its options and phrases."""
        options = repr([getattr(bucket.environment, name) for name in OPTIONS])
        return entry_key("template", bucket.key, bucket.checksum, options, *self._compiler)

    @cached_property
    def _compiler(self) -> tuple[str, ...]:
        files = (fast_codegen.__file__, fold_phrases.__file__)
        sources = (Path(file).read_text(encoding="utf-8") for file in files)
        return version("jinja2"), version("markupsafe"), MAGIC_NUMBER.hex(), *sources, repr(self._words)
