"""Python-Markdown without patterns that cannot match: the same HTML in less time.

For every block of a text Python-Markdown asks each of some seventeen processors in turn, and for every run of words in
it each of fifteen patterns. Most of them look for a letter that is not there.
"""

from collections.abc import Callable
from typing import Any, Self
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from plugins.desk.text.fast_markdown_guards import block_guard, is_fences, is_known, letters_needed, looks_up_references


class GuardedMarkdown(Markdown):
    """A `Markdown` with guards before its own parts, if its version is known; otherwise a plain one."""

    def __init__(self, **settings: Any) -> None:
        """Set up Python-Markdown, then put a guard before the fences that an extension has brought."""
        super().__init__(**settings)
        place = "fenced_code_block"
        if is_known() and place in self.preprocessors and is_fences(self.preprocessors[place]):
            self.preprocessors.register(_GuardedFences(self, self.preprocessors[place]), place, 25)

    def build_parser(self) -> Self:
        """Build the parts as Python-Markdown does, and put the guarded ones in their places."""
        super().build_parser()
        if is_known():
            self.preprocessors.register(_GuardedWhitespace(self), "normalize_whitespace", 30)
            self.treeprocessors.register(_GuardedInline(self), "inline", 20)
            parser = _GuardedParser(self)
            parser.blockprocessors = self.parser.blockprocessors
            for processor in parser.blockprocessors:
                processor.parser = parser
            self.parser = parser
        return self


class _GuardedFences(Preprocessor):
    """Stands before pymdownx's fences, which look at every line for one."""

    def __init__(self, md: Markdown, fences: Preprocessor) -> None:
        super().__init__(md)
        self._fences = fences

    def __getattr__(self, name: str) -> Any:
        return getattr(self._fences, name)  # parts of theirs ask the registered one for settings

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return self._fences.run(lines) if "```" in text or "~~~" in text else lines


class _GuardedWhitespace(NormalizeWhitespace):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines) + "\n\n"
        is_normal = not (STX in text or ETX in text or "\r" in text or "\t" in text or " \n" in text)
        return text.split("\n") if is_normal else super().run(lines)


class _GuardedParser(BlockParser):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._processors: list[BlockProcessor] = []
        self._guarded: list[tuple[BlockProcessor, Callable[[str], bool] | None]] = []

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - Python-Markdown calls it so
        processors = list(self.blockprocessors)
        if processors != self._processors:
            self._processors = processors
            # Without tabs every block would begin with one.
            has_tabs = self.md.tab_length > 0
            self._guarded = [(processor, block_guard(processor) if has_tabs else None) for processor in processors]
        guarded = self._guarded
        while blocks:
            for processor, guard in guarded:
                if guard is not None and not guard(blocks[0]):
                    continue
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break


class _GuardedInline(InlineProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._seen: list[tuple[Any, Any]] = []
        self._known: list[tuple[int, Any, tuple[str, ...]]] = []
        self._without_references: list[tuple[int, Any, tuple[str, ...]]] = []
        self._guarded = self._known

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        patterns: list[Any] = list(self.inlinePatterns)
        # A pattern may be given another expression at any time, as delimiters are.
        seen = [(pattern, getattr(pattern, "compiled_re", None)) for pattern in patterns]
        if seen != self._seen:
            self._seen = seen
            self._known = [(place, pattern, letters_needed(pattern)) for place, pattern in enumerate(patterns)]
            self._without_references = [known for known in self._known if not looks_up_references(known[1])]
        self._guarded = self._known if self.md.references else self._without_references
        return super().run(tree, ancestors)

    # The one step of Python-Markdown's that has to be another has a private name.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - its names
        if isinstance(data, AtomicString):
            return data
        apply: Any = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]  # private, as above
        for place, pattern, needed in self._guarded:
            if place < patternIndex:
                continue
            for letters in needed:
                if letters in data:
                    break
            else:
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = apply(pattern, data, place, start)
        return data
