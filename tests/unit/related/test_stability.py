"""How far an edit reaches: pages that it has nothing to do with stay as they were."""

from collections.abc import Mapping
from random import Random

import pytest

from plugins.newsroom.choices import Related
from plugins.newsroom.language.terms import terms
from plugins.related.picker import RelatedCandidate
from plugins.related.settings import RelatedSettings
from tests.bench.generate import corpus
from tests.unit.related.pieces import blank, new_chooser

pytestmark = pytest.mark.slow

SIZE = 240
EDITS, ADDED = 8, 4


class Archive:
    """Synthetic news, with all that is kept of one run for the next."""

    def __init__(self) -> None:
        stories = [corpus().story(number) for number in range(SIZE + ADDED)]
        self.texts = {story.head.slug: (story.head.title, story.summary, "\n".join(story.blocks)) for story in stories}
        self.candidates = {
            story.head.slug: blank(story.head.slug)._replace(
                date=int(story.head.date.timestamp()),
                category=story.head.section,
                tags=story.tags,
                authors=story.authors,
                terms_digest=story.head.slug.encode(),
            )
            for story in stories
        }
        slugs = sorted(self.candidates, key=lambda slug: self.candidates[slug].date)
        self.old, self.new = slugs[:SIZE], slugs[SIZE:]
        self.chooser = new_chooser(RelatedSettings())

    def choose(self, candidates: Mapping[str, RelatedCandidate]) -> Mapping[str, Related]:
        found = self.chooser.choose_all(list(candidates.values()), lambda slug: terms(*self.texts[slug]))
        return {slug: found[slug] for slug in candidates}


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive()


def others_changed(before: Mapping[str, Related], after: Mapping[str, Related], slug: str) -> list[str]:
    return [other for other in before if other != slug and other in after and before[other] != after[other]]


def test_a_typo_moves_next_to_no_other_page(archive: Archive) -> None:
    shown = {slug: archive.candidates[slug] for slug in archive.old}
    before = archive.choose(shown)
    moved = []
    for number, slug in enumerate(Random(7).sample(archive.old, EDITS)):
        title, summary, text = archive.texts[slug]
        words = text.split(" ")
        place = Random(number).randrange(len(words))
        words[place] = f"{words[place]}x"
        archive.texts[slug] = title, summary, " ".join(words)
        after = archive.choose(shown | {slug: shown[slug]._replace(terms_digest=b"typo")})
        moved.append(len(others_changed(before, after, slug)))
        archive.texts[slug] = title, summary, text
        assert archive.choose(shown) == before

    assert sum(moved) <= EDITS
    assert max(moved) <= 3


def test_a_typo_has_hardly_any_article_compared_with_all_others(archive: Archive) -> None:
    shown = {slug: archive.candidates[slug] for slug in archive.old}
    archive.choose(shown)
    compared = []
    for slug in Random(8).sample(archive.old, EDITS):
        title, summary, text = archive.texts[slug]
        archive.texts[slug] = title, summary, text.replace(" ", " zzz ", 1)
        archive.choose(shown | {slug: shown[slug]._replace(terms_digest=b"typo")})
        compared.append(archive.chooser.stats.rescored)
        archive.texts[slug] = title, summary, text
        archive.choose(shown)

    assert max(compared) <= 3


def test_a_new_article_moves_few_other_pages(archive: Archive) -> None:
    shown = {slug: archive.candidates[slug] for slug in archive.old}
    before = archive.choose(shown)
    moved = []
    for slug in archive.new:
        after = archive.choose(shown | {slug: archive.candidates[slug]})
        moved.append(len(others_changed(before, after, slug)))
        archive.choose(shown)

    assert sum(moved) / ADDED <= 0.1 * SIZE
