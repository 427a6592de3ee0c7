"""`python -m tests.evaluation.quotes FOLDER [LANG]`: typed quotes of posts, made straight, set again and compared."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pelican.settings import read_settings as read_pelican_settings

from plugins.desk.text.allowed_html import OPAQUE
from plugins.desk.text.markdown import MarkdownConverter
from plugins.desk.text.tree import Element, Text, parse
from plugins.desk.text.typesetting.quotes import HOLE
from plugins.desk.text.typography import Typography
from tests.conftest import DEMONSTRATION
from tests.evaluation.headers import split

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_AROUND = 25


@dataclass(frozen=True, slots=True)
class WrongQuote:
    """A quote that was set otherwise than its author had typed it."""

    source: str
    words: str
    """The words around it, as typed."""
    typed: str
    got: str


def compare_quotes(html: str, source: str, lang: str) -> tuple[int, list[WrongQuote]]:
    """Return how many quotes the text in `html` has, in blocks without straight ones, and which come out otherwise."""
    count, wrong = 0, []
    for block in _blocks(html):
        typed = block.text
        for node in list(block.descendants):
            if isinstance(node, Text):
                node.data = node.data.translate(_STRAIGHT)
        Typography(is_on=True).set_tree(block, lang)
        for place, (before, after) in enumerate(zip(typed, block.text, strict=True)):
            count += before in "“”‘’"
            if before != after:
                wrong.append(WrongQuote(source, typed[max(0, place - _AROUND) : place + _AROUND], before, after))
    return count, wrong


def _blocks(html: str) -> Iterator[Element]:
    """Yield each block that has typed quotes and no straight ones as a tree of its own, with dashes and dots set."""
    for child in parse(html).children:
        if isinstance(child, Element):
            block = parse(child.html)
            for element in block.select(", ".join(OPAQUE)):
                element.replace_with(Text(HOLE))
            if any(quote in block.text for quote in "“”‘’") and not any(quote in block.text for quote in "\"'"):
                Typography(is_on=True).set_tree(block, "")
                yield block


def main(words: Sequence[str]) -> int:
    folder, lang = Path(words[0]), words[1] if len(words) > 1 else "en"
    converter = MarkdownConverter(read_pelican_settings(str(DEMONSTRATION / "pelicanconf.py"))["MARKDOWN"])
    count, wrong = 0, []
    for path in sorted(folder.rglob("*.md")):
        html = converter.convert(split(path.read_text(encoding="utf-8", errors="replace"))[1]).html
        found, otherwise = compare_quotes(html, path.relative_to(folder).as_posix(), lang)
        count += found
        wrong += otherwise
    for quote in wrong:
        print(f"{quote.source}: {quote.typed} became {quote.got} in {quote.words!r}")
    print(f"{count:,} quotes, {len(wrong)} otherwise, in {len({quote.source for quote in wrong})} posts")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
