"""The Pelican edge: checks `RELATED`, then offers related articles and the don't-miss line of every article."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property, partial
from hashlib import blake2b
from operator import attrgetter
from typing import TYPE_CHECKING

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.forms.plain_forms import plain_blocks
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, BODY, COVERAGE, RELATED, TERMS
from plugins.related.chooser import Chooser
from plugins.related.keeping.stored_choices import StoredChoices
from plugins.related.picker import RelatedCandidate
from plugins.related.settings import RelatedSettings
from plugins.related.showings import count_showings
from plugins.stet.engine import Engine
from plugins.stet.facts import View, digest_of
from plugins.stet.plugin import run_of
from plugins.stet.space import Space
from plugins.stet.step import Step, StepProgress, say_nothing

if TYPE_CHECKING:  # only `make why` needs it
    from plugins.related.explain import ComparedText, Reasons

_SHELF = "related"
"""Name under which the engine keeps the work of the ranking."""

WHY = Space["Reasons"]("why related")
"""Reasons for the choice for an article, by slug; no page is made from them."""

_shared_fields = attrgetter(*RelatedCandidate._fields[:-1])  # a listed article has them all but the digest of its terms


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
    choosing = Step("Choosing related articles", key, lambda progress: ranking.choose(progress).digests())
    engine.offer_facts(RELATED, lambda _, slug: ranking.choose()[slug], choosing)
    engine.offer_values(WHY, ranking.reasons)
    if run.publication.shows_drafts:
        links = run.text_links
        coverage = cache(lambda: count_showings(articles, ranking.choose(), links.find()))
        key = digest_of((key, links.digest))
        counting = Step("Counting links between articles", key, lambda _: {"": digest_of(coverage())})
        engine.offer_facts(COVERAGE, lambda *_: coverage(), counting)


class Ranking:
    """The ranking of a run: made by its step of the build, or earlier if something needs it before that step."""

    def __init__(
        self, engine: Engine, articles: Sequence[ListedArticle], digests: Mapping[str, bytes], settings: RelatedSettings
    ) -> None:
        self._engine, self._articles, self._digests, self._settings = engine, articles, digests, settings
        self._choices: StoredChoices | None = None

    def choose(self, progress: StepProgress = say_nothing) -> StoredChoices:
        """Return the choices by slug; the first call makes them."""
        if self._choices is None:
            self._choices = self._chooser.choose_all(self._candidates, self._terms, progress)
        return self._choices

    def reasons(self, view: View, slug: str) -> "Reasons":
        """Return the reasons for one article.

        Raises LookupError with the slugs of all articles for one that is not in this build.
        """
        choices = self.choose()
        if slug not in choices:
            by_address = {listed.url.strip("/"): listed.slug for listed in self._articles}
            if slug not in by_address:
                raise LookupError(*choices)
            slug = by_address[slug]
        return self._chooser.explainer(self._candidates, self._terms, partial(_compared_text, view)).explain(slug)

    @cached_property
    def _chooser(self) -> Chooser:
        engine, settings = self._engine, self._settings
        return engine.kept(_SHELF, settings, lambda: Chooser(engine.shelf(_SHELF), settings, engine.spread))

    @cached_property
    def _candidates(self) -> Sequence[RelatedCandidate]:
        return [
            RelatedCandidate._make([*_shared_fields(listed), self._digests[listed.slug]]) for listed in self._articles
        ]

    @cached_property
    def _terms(self) -> Callable[[str], bytes]:
        sources, read = {listed.slug: listed.source for listed in self._articles}, self._engine.sources.part
        return lambda slug: read(sources[slug], TERMS)


def _compared_text(view: View, slug: str) -> "ComparedText":
    from plugins.related.explain import ComparedText  # not at the top: it brings numpy

    article, body = view.read(ARTICLE, slug), view.read(BODY, slug)
    return ComparedText(article.title, article.summary, str(plain_blocks(body.blocks).striptags()))


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_related)
