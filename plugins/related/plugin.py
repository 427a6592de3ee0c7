"""The Pelican edge: checks `RELATED`, then offers what to read after every article."""

from collections.abc import Mapping
from functools import cache
from hashlib import blake2b

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.choices import Related
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.sluglines import Slugline
from plugins.newsroom.spaces import RELATED, TERMS
from plugins.related.candidates import Candidate
from plugins.related.choosing import Chooser
from plugins.related.settings import RelatedSettings
from plugins.stet.facts import Source, digest_of
from plugins.stet.plugin import engine_of

_SHELF = "related"
"""Name under which the engine keeps what the ranking has worked out."""


def check_settings(pelican: Pelican) -> None:
    problems = settings_problems(RelatedSettings, pelican.settings, "RELATED")
    pelican.settings.setdefault("PROBLEMS", []).extend(problems)


def offer_related(generator: ArticlesGenerator) -> None:
    """Offer a choice for every article, among the public ones: a draft is linked only where a hand names it."""
    settings = read_settings(RelatedSettings, generator.settings, "RELATED")
    engine, articles = engine_of(generator.settings), generator.settings["NEWSROOM"].articles
    terms: Mapping[str, bytes] = generator.settings["NEWSROOM_TERMS"]

    @cache
    def choices() -> Mapping[str, Related]:
        sources = {line.slug: line.source for line in articles}
        candidates = [_candidate(line, terms[line.slug]) for line in articles]
        chooser = engine.kept(_SHELF, settings, lambda: Chooser(engine.shelf(_SHELF), settings, engine.spread.each))
        return chooser.choose_all(candidates, lambda slug: engine.texts.part(sources[slug], TERMS))

    source = Source(lambda _, slug: choices()[slug], is_fact=True)
    words = blake2b(b"".join(terms.values()), digest_size=16).digest()
    key = digest_of((generator.settings["NEWSROOM_TOKEN"], words, settings))
    engine.offer_facts(RELATED, source, lambda: {slug: _digest(chosen) for slug, chosen in choices().items()}, key)


def _candidate(line: Slugline, terms_digest: bytes) -> Candidate:
    slug, _, _, date, _, category, tags, authors, is_public, is_sponsored, _, related, dont_miss, has_mark = line
    return Candidate(
        slug, date, category, tags, authors, is_public, is_sponsored, related, dont_miss, has_mark, terms_digest
    )


def _digest(chosen: Related) -> bytes:
    """Return what tells one choice from another: slugs hold neither spaces nor commas."""
    return f"{chosen.dont_miss or ''} {','.join(chosen.articles)}".encode()


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_related)
