"""A news archive from a seed: article number i is a function of the seed and i alone, whatever the archive's size.

An article is a value here; `formats.py` says how each generator wants it written.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from random import Random

from tests.bench.prose import paragraphs, plain_text
from tests.bench.vocabulary import SECTIONS, TOPICS_A_SECTION, vocabulary

SEED = 7
ZONE = timezone(timedelta(hours=8))
START = datetime(2003, 1, 6, 8, 0, tzinfo=ZONE)
ARTICLES_A_DAY = 12
PICTURES = 60
LINKED = 400
"""How far back an article's link to another one goes at most."""
KEYWORDS = 8

LONGEST_TITLE, LONGEST_SUMMARY = 160, 300
"""Characters at most; the kit's front matter takes 160 and 320."""
LONGEST_HEADLINE = 140
"""Characters that the words of a title have at most, without an addition to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What other articles need to link to one."""

    number: int
    slug: str
    title: str
    date: datetime
    section: str
    topic: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article, in no generator's format yet."""

    head: Head
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    keywords: tuple[str, ...]
    """Words of its topic, for generators that want to be told what an article is about."""
    summary: str
    picture: int | None
    """On top."""
    inner_picture: int
    """Where the body has `@picture@`."""
    link: Head
    """Where the body's `@link@` leads."""
    updated: datetime | None
    correction: str
    is_sponsored: bool
    blocks: tuple[str, ...]
    """The body: paragraphs, headings, lists and quotations in Markdown."""


class Corpus:
    """Makes articles; holds the vocabulary, which takes longer to make than an article."""

    def __init__(self, seed: int = SEED) -> None:
        self.seed = seed
        self.vocabulary = vocabulary(seed)

    def head(self, number: int) -> Head:
        return self._head(number, Random(f"{self.seed}/{number}"))

    def story(self, number: int) -> Story:
        random = Random(f"{self.seed}/{number}")
        head = self._head(number, random)
        words = self.vocabulary
        lead = words.authors.pick(random)
        second = words.authors.pick(random) if random.random() < 0.1 else lead
        correction = plain_text(random, words, head.topic, 1) if random.random() < 0.01 else ""
        changed = head.date + timedelta(hours=random.randint(1, 30)) if random.random() < 0.03 else None
        summary = plain_text(random, words, head.topic, 2)[:LONGEST_SUMMARY].rpartition(" ")[0] + "."
        return Story(
            head=head,
            authors=tuple(dict.fromkeys((lead, second))),
            tags=self._tags(random, head.topic),
            keywords=tuple(dict.fromkeys(words.topics[head.topic].pick(random) for _ in range(KEYWORDS))),
            summary=summary,
            picture=random.randrange(PICTURES) if random.random() < 0.6 else None,
            inner_picture=random.randrange(PICTURES),
            link=self.head(max(0, number - random.randint(1, LINKED))),
            updated=changed,
            correction=correction,
            is_sponsored=random.random() < 0.01,
            blocks=tuple(paragraphs(random, words, head.topic, has_picture=random.random() < 0.4)),
        )

    def _head(self, number: int, random: Random) -> Head:
        skewed = min(int(random.paretovariate(1.2)) - 1, len(SECTIONS) - 1)
        section = skewed if random.random() < 0.3 else random.randrange(len(SECTIONS))
        topic = section * TOPICS_A_SECTION + random.randrange(TOPICS_A_SECTION)
        words = [self.vocabulary.topical(random, topic, 0.35, 0.7) for _ in range(random.randint(6, 11))]
        minutes = number * 1440 // ARTICLES_A_DAY + random.randrange(100)
        return Head(
            number=number,
            slug="-".join(words[:6]) + f"-{number}",
            title=self.title(random, words, topic),
            date=START + timedelta(minutes=minutes),
            section=SECTIONS[section],
            topic=topic,
        )

    def title(self, random: Random, words: list[str], topic: int) -> str:
        """Return a title made of words, some with an addition, and none too long."""
        title = " ".join(words)[:LONGEST_HEADLINE].capitalize()
        draw = random.random()
        if draw < 0.08:
            return f'"{title}" & {self.vocabulary.topics[topic].pick(random)}'[:LONGEST_HEADLINE]
        return f"{title}: what it means for Q{random.randint(1, 4)}"[:LONGEST_TITLE] if draw < 0.2 else title

    def _tags(self, random: Random, topic: int) -> tuple[str, ...]:
        own, every = self.vocabulary.topic_tags[topic], self.vocabulary.tags
        picked = ((own if random.random() < 0.6 else every).pick(random) for _ in range(20))
        return tuple(dict.fromkeys(picked))[: random.randint(2, 5)]


def with_new_body(story: Story, corpus: Corpus, edit: str) -> Story:
    """Return `story` with a sentence more in its first paragraph, a different one for every `edit`."""
    random = Random(f"{corpus.seed}/{story.head.number}/{edit}")
    sentence = plain_text(random, corpus.vocabulary, story.head.topic, 1)
    return replace(story, blocks=(f"{story.blocks[0]} {sentence}", *story.blocks[1:]))


def with_new_title(story: Story, corpus: Corpus, edit: str) -> Story:
    """Return `story` with another headline; its address stays."""
    random = Random(f"{corpus.seed}/{story.head.number}/{edit}")
    words = (corpus.vocabulary.topical(random, story.head.topic, 0.35, 0.7) for _ in range(7))
    return replace(story, head=replace(story.head, title=" ".join(words)[:LONGEST_HEADLINE].capitalize()))
