"""Sentences and paragraphs of the benchmark's articles, in Markdown with the marks that real ones have."""

from collections.abc import Iterator
from random import Random

from tests.bench.vocabulary import Vocabulary

FRAGMENTS = (
    (0.010, "**{word}**"),
    (0.018, "*{word}*"),
    (0.026, '"{word}"'),
    (0.032, "{word}'s"),
    (0.036, "{number}%"),
    (0.039, "-- {word}"),
    (0.042, "{word} & {other}"),
    (0.044, "`{word}`"),
    (0.048, "{capitals}"),
)
"""Up to which draw a word is written how."""
ENDS = "......?!"
SHORTEST, LONGEST = 240, 540
"""Words of running text in an article; lists, quotations, links and headings come on top."""


def sentence(random: Random, words: Vocabulary, topic: int, *, marks: bool = True) -> str:
    length = min(max(int(random.gauss(17, 6)), 5), 34)
    parts = []
    for place in range(length):
        word = words.topical(random, topic, 0.42, 0.66)
        draw = random.random()
        if marks and draw < FRAGMENTS[-1][0]:
            other, number = words.topics[topic].pick(random), random.randint(2, 98)
            form = next(form for limit, form in FRAGMENTS if draw < limit)
            word = form.format(word=word, other=other, number=number, capitals=word.upper())
        parts.append(word + "," if random.random() < 0.06 and place < length - 1 else word)
    text = " ".join(parts)
    return text[0].upper() + text[1:] + random.choice(ENDS)


def plain_text(random: Random, words: Vocabulary, topic: int, sentences: int) -> str:
    return " ".join(sentence(random, words, topic, marks=False) for _ in range(sentences))


def paragraphs(random: Random, words: Vocabulary, topic: int, *, has_picture: bool) -> Iterator[str]:
    """Yield the blocks of a body: paragraphs under a few headings, a list, a quotation, links, perhaps a picture.

    `@link@` stands for the address of another article and `@picture@` for that of a picture.
    """
    texts = _running_text(random, words, topic)
    own = words.topics[topic]
    for place, (after, address) in enumerate(((0, "@link@"), (len(texts) // 2, ""), (len(texts) - 1, ""))):
        target = address or f"https://{own.pick(random)}.example/{words.general.pick(random)}/{place}"
        texts[after] += f" See [{own.pick(random)} {own.pick(random)}]({target}) for more."
    headings = random.choice((2, 3))
    headed = {max(1, (place + 1) * len(texts) // (headings + 1)) for place in range(headings)}
    for place, text in enumerate(texts):
        if place in headed:
            yield "## " + " ".join(own.pick(random) for _ in range(random.randint(2, 5))).capitalize()
        yield text
        if place == 0 and has_picture:
            yield f"![{own.pick(random)} {own.pick(random)}](@picture@)"
        if place == len(texts) // 3:
            yield "\n".join(f"* {sentence(random, words, topic)}" for _ in range(random.randint(3, 5)))
        if place == 2 * len(texts) // 3:
            yield f"> {sentence(random, words, topic)}\n> {sentence(random, words, topic)}"


def _running_text(random: Random, words: Vocabulary, topic: int) -> list[str]:
    wanted = random.randint(SHORTEST, LONGEST)
    texts: list[str] = []
    while wanted > 0:
        text = " ".join(sentence(random, words, topic) for _ in range(random.randint(2, 5)))
        texts.append(text)
        wanted -= text.count(" ") + 1
    return texts
