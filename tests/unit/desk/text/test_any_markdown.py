"""Whatever an author writes, readers get it whole, safe and balanced, and the author is told the rest."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.text import allowed_html as allowed
from tests.conftest import SOAK_MINUTES
from tests.tools.chance import chance
from tests.tools.hostile_texts import CONTROLS, HTML, MARKDOWN
from tests.tools.published_text import faults
from tests.unit.desk.conftest import TEXTS

pytestmark = pytest.mark.slow

PROSE = (
    "The council met.",
    "It was *late* and **dark**, so [we](https://x.example/) left.",
    "One two three",
    "“Words”, she said -- more.",
)
SEPARATORS = ("\n\n", "\n", " ", "", "\n\n    ", "\n> ", "\n- ")
TAGS = sorted(allowed.KNOWN | {"image", "foo-bar", "mtext", "o:p"})
ATTRIBUTES = (
    "class",
    "href",
    "src",
    "onclick",
    "style",
    "id",
    "title",
    "alt",
    "poster",
    "cite",
    "width",
    "x",
    "markdown",
)
VALUES = (
    "a",
    "/x",
    "a.svg",
    "//e.example/x",
    "java\tscript:a()",
    "data:x,y",
    "a > b",
    "</p><script>",
    "1",
    "_main",
    "",
)

CORPUS = os.environ.get("TEXT_CORPUS")
SPLICES = int(os.environ.get("TEXT_SPLICES", "2000"))


def _tag(name: str, attributes: list[tuple[str, str]], form: str) -> str:
    written = "".join(f' {attribute}="{value}"' for attribute, value in attributes)
    return form.format(name=name, attributes=written)


soup = st.builds(
    _tag,
    st.sampled_from(TAGS),
    st.lists(st.tuples(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES)), max_size=2),
    st.sampled_from(["<{name}{attributes}>", "</{name}>", "<{name}{attributes}>x</{name}>", "<{name}{attributes}/>"]),
)
pieces = st.one_of(
    st.sampled_from(HTML),
    st.sampled_from(MARKDOWN),
    st.sampled_from(PROSE),
    soup,
    st.text(max_size=30),
    st.text(alphabet="*_`[]()<>!#-+=|:&;\\/'\"~^{}.1a \n\t", max_size=30),
    st.sampled_from(CONTROLS),
    st.sampled_from(HTML + MARKDOWN).flatmap(lambda whole: st.integers(0, len(whole)).map(lambda end: whole[:end])),
)
texts = st.lists(st.tuples(pieces, st.sampled_from(SEPARATORS)), min_size=1, max_size=6).map(
    lambda parts: "".join(piece + separator for piece, separator in parts)
)


@settings(max_examples=1000 if SOAK_MINUTES else 30)  # of a hundred checks each
@given(texts)
def test_any_text_is_published_whole_and_safe(text: str) -> None:
    assert faults(TEXTS, text) == []


@pytest.mark.parametrize("piece", HTML + MARKDOWN + CONTROLS)
def test_any_hostile_piece_is_published_whole_and_safe(piece: str) -> None:
    assert faults(TEXTS, piece) == []
    assert faults(TEXTS, f"Before.\n\n{piece}\n\nAfter.") == []
    assert faults(TEXTS, f"- before {piece} after\n\n> {piece}\n\nEnd.") == []


@pytest.mark.skipif(CORPUS is None, reason="TEXT_CORPUS names no folder of posts")
def test_splices_of_a_corpus_are_published_whole_and_safe() -> None:
    assert CORPUS is not None
    posts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(Path(CORPUS).rglob("*.md"))]
    bodies = [post.split("\n---", 1)[-1] for post in posts]
    dice = chance("splices of a corpus")

    found = [
        (splice, wrong)
        for splice in (_splice(bodies, dice) for _ in range(SPLICES))
        if (wrong := faults(TEXTS, splice))
    ]

    assert found == []


def _splice(bodies: list[str], dice: random.Random) -> str:
    """Return some lines of up to three texts, with hostile pieces between and inside them."""
    parts = []
    for _ in range(dice.randint(1, 3)):
        lines = dice.choice(bodies).split("\n")
        start = dice.randrange(len(lines))
        part = "\n".join(lines[start : start + dice.randint(1, 25)])
        cut = dice.randint(0, len(part))
        parts += [part[:cut], dice.choice(HTML + MARKDOWN) if dice.random() < 0.7 else "", part[cut:]]
        parts.append(dice.choice(SEPARATORS))
    return "".join(parts)
