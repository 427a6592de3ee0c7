"""The Pelican edge: checks `RELATED`, then offers what to read after every article."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property, partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.choices import Coverage
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, BODY, COVERAGE, RELATED, TERMS
from plugins.related.candidates import Candidate
from plugins.related.chooser import Chooser
from plugins.related.coverage import coverage
from plugins.related.keeping.stored_choices import Choices
from plugins.related.settings import RelatedSettings
from plugins.stet.engine import Engine
from plugins.stet.facts import View, digest_of
from plugins.stet.plugin import run_of
from plugins.stet.progress import Step
from plugins.stet.space import Space

if TYPE_CHECKING:  # only `make why` needs it
    from plugins.related.explain import Reasons, Text

_SHELF = "related"
"""Name under which the engine keeps what the ranking has worked out."""

WHY = Space["Reasons"]("why related")
"""The reasons of the choice for an article, by slug; no page is made from them."""


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(RelatedSettings, pelican.settings, "RELATED")


def offer_related(generator: ArticlesGenerator) -> None:
    """Offer a choice for every article, among the public ones: a draft is linked only where a hand names it."""
    settings = read_settings(RelatedSettings, generator.settings, "RELATED")
    run = run_of(generator.settings)
    engine, articles, terms = run.engine, run.publication.articles, run.terms_digests
    ranking = Ranking(engine, articles, terms, settings)
    words = blake2b(b"".join(terms.values()), digest_size=16).digest()
    key = digest_of((run.token, words, settings))
    choosing = Step("Choosing related articles", key, lambda _: ranking.choices.digests())
    engine.offer_facts(RELATED, lambda _, slug: ranking.choices[slug], choosing)
    engine.offer_values(WHY, ranking.reasons)
    if run.publication.shows_drafts:
        links = run.text_links
        key = digest_of((key, links.digest))
        _offer_coverage(engine, lambda: coverage(articles, ranking.choices, links.find()), key)


def _offer_coverage(engine: Engine, find: Callable[[], Coverage], key: bytes) -> None:
    found = cache(find)
    counting = Step("Counting links between articles", key, lambda _: {"": digest_of(found())})
    engine.offer_facts(COVERAGE, lambda *_: found(), counting)


class Ranking:
    """The ranking of a run, worked out when somebody asks."""

    def __init__(
        self, engine: Engine, articles: Sequence[ListedArticle], digests: Mapping[str, bytes], settings: RelatedSettings
    ) -> None:
        self._engine, self._articles, self._digests, self._settings = engine, articles, digests, settings

    @cached_property
    def choices(self) -> Choices:
        """What was chosen, by slug."""
        return self._chooser.choose_all(self._candidates, self._terms)

    def reasons(self, view: View, slug: str) -> "Reasons":
        """Return why it was chosen for one article.

        Raises LookupError with the slugs of all articles for one that is not in this build.
        """
        if slug not in self.choices:
            raise LookupError(*self.choices)
        return self._chooser.witness(self._candidates, self._terms, partial(_text, view)).tell(slug)

    @cached_property
    def _chooser(self) -> Chooser:
        engine, settings = self._engine, self._settings
        return engine.kept(_SHELF, settings, lambda: Chooser(engine.shelf(_SHELF), settings, engine.spread.each))

    @cached_property
    def _candidates(self) -> Sequence[Candidate]:
        return [_candidate(line, self._digests[line.slug]) for line in self._articles]

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        return {line.slug: line.source for line in self._articles}

    def _terms(self, slug: str) -> bytes:
        return self._engine.texts.part(self._sources[slug], TERMS)


def _text(view: View, slug: str) -> "Text":
    """Return what of an article is compared, as it is written."""
    from plugins.related.explain import Text  # not at the top: it brings numpy

    article = view.read(ARTICLE, slug)
    body = view.read(BODY, slug)
    return Text(article.title, article.summary, " ".join(str(block.striptags()) for block in body.blocks))


def _candidate(line: ListedArticle, terms_digest: bytes) -> Candidate:
    slug, _, _, date, _, category, tags, authors, is_public, is_sponsored, _, related, dont_miss, has_mark = line
    return Candidate(
        slug, date, category, tags, authors, is_public, is_sponsored, related, dont_miss, has_mark, terms_digest
    )


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_related)
