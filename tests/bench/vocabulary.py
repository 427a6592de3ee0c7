"""The invented world of the benchmark's corpus: its words, sections, tags and authors, all from one seed."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

SECTIONS = (
    "Social",
    "Search",
    "Content",
    "Email",
    "Advertising",
    "Analytics",
    "E-commerce",
    "Branding",
    "Mobile",
    "Video",
    "PR",
    "Careers",
)
TOPICS_A_SECTION = 5
TOPICS = len(SECTIONS) * TOPICS_A_SECTION
TAGS = 2000
AUTHORS = 60
WORDS = 20_000
GENERAL_WORDS = 8_000
"""Of the words, those that every topic uses; each of the rest belongs to one topic."""


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


STOP_WORDS = _list(
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which "
    "one you were all her she there would their we him been has when who will no more if out so up said what its about "
    "than into them can only other time new some could these two may first then do any like my now over such our man "
    "me even most made after also did many"
)
ONSETS = _list(
    "b c d f g h j k l m n p r s t v w br ch cl cr dr fl fr gl gr pl pr sc sh sk sl sm sn sp st str sw th tr tw"
)
NUCLEI = _list("a e i o u ai ea ee ie oa oo ou")
CODAS = ("", "", "", *_list("n r s t l m d ck nd nt rd st ng x p"))
SYLLABLES = (1, 2, 2, 2, 3, 3)


class Zipf:
    """Picks the first of `items` often and the last seldom, as words and tags are used."""

    def __init__(self, items: Sequence[str], exponent: float = 1.0) -> None:
        self._items = items
        self._sums = list(accumulate((place + 1) ** -exponent for place in range(len(items))))

    def pick(self, random: Random) -> str:
        return self._items[bisect_left(self._sums, random.random() * self._sums[-1])]


@dataclass(frozen=True)
class Vocabulary:
    """What articles are made of."""

    stop: Zipf
    general: Zipf
    topics: tuple[Zipf, ...]
    tags: Zipf
    topic_tags: tuple[Zipf, ...]
    author_names: tuple[str, ...]
    authors: Zipf

    def topical(self, random: Random, topic: int, stop: float, own: float) -> str:
        """Return a word: of the stop words up to `stop`, of `topic` up to `own`, else of the general ones."""
        draw = random.random()
        if draw < stop:
            return self.stop.pick(random)
        return (self.topics[topic] if draw < own else self.general).pick(random)


def vocabulary(seed: int) -> Vocabulary:
    random = Random(seed)
    words = _words(random)
    rest = words[GENERAL_WORDS:]
    share = len(rest) // TOPICS
    topics = tuple(Zipf(rest[topic * share : (topic + 1) * share], 0.9) for topic in range(TOPICS))
    tags = _tags(random, topics)
    names = _names(random, words)
    return Vocabulary(
        stop=Zipf(STOP_WORDS, 0.9),
        general=Zipf(words[:GENERAL_WORDS]),
        topics=topics,
        tags=Zipf(list(tags)),
        topic_tags=tuple(Zipf([name for name, of in tags.items() if of == topic]) for topic in range(TOPICS)),
        author_names=names,
        authors=Zipf(names, 0.7),
    )


def _words(random: Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < WORDS:
        syllables = range(random.choice(SYLLABLES))
        word = "".join(random.choice(ONSETS) + random.choice(NUCLEI) + random.choice(CODAS) for _ in syllables)
        if word not in STOP_WORDS:
            words[word] = None
    return list(words)


def _tags(random: Random, topics: Sequence[Zipf]) -> dict[str, int]:
    """Return the names of all tags, each with its topic; every topic has some."""
    tags: dict[str, int] = {}
    while len(tags) < TAGS:
        topic = len(tags) if len(tags) < TOPICS else random.randrange(TOPICS)
        name = " ".join(topics[topic].pick(random) for _ in range(random.choice((1, 1, 2, 2, 2, 3))))
        tags.setdefault(name, topic)
    return tags


def _names(random: Random, words: Sequence[str]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    while len(names) < AUTHORS:
        names[f"{random.choice(words[:400])} {random.choice(words[400:2000])}".title()] = None
    return tuple(names)
