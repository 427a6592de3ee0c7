import pytest
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor, UListProcessor
from markdown.inlinepatterns import LINK_RE, InlineProcessor, LinkInlineProcessor

from plugins.desk.text.fast_markdown_guards import block_guard, is_known, letters_needed, looks_up_references
from plugins.desk.text.markdown import ALWAYS

DESK = Markdown(extensions=list(ALWAYS), extension_configs=ALWAYS)


def test_the_installed_versions_are_those_that_the_guards_were_read_from() -> None:
    assert is_known(), "compare fast_markdown_guards.py with the new version's source, then name that"


@pytest.mark.parametrize("pattern", DESK.inlinePatterns)
def test_of_every_pattern_that_is_built_in_it_is_known_what_it_needs(pattern: InlineProcessor) -> None:
    assert "" not in letters_needed(pattern)


@pytest.mark.parametrize("processor", DESK.parser.blockprocessors)
def test_every_block_processor_that_is_built_in_is_known(processor: BlockProcessor) -> None:
    assert (block_guard(processor) is None) == isinstance(processor, ParagraphProcessor)


def test_of_what_extensions_bring_nothing_is_known() -> None:
    class Own(InlineProcessor):
        pass

    class OwnList(UListProcessor):
        pass

    class OwnLink(LinkInlineProcessor):
        def getCompiledRegExp(self):  # type: ignore[no-untyped-def]  # noqa: N802 - as Python-Markdown's
            return super().getCompiledRegExp()

    assert letters_needed(Own("@")) == ("",)
    assert letters_needed(OwnLink(LINK_RE)) == ("",)
    assert not looks_up_references(OwnLink(LINK_RE))
    assert block_guard(OwnList(DESK.parser)) is None
