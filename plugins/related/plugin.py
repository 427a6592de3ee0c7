"""The Pelican edge: checks `RELATED`, then sets `article.related` on every article."""

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.settings import read_settings, settings_problems
from plugins.related.choice import choose
from plugins.related.ranking import rank
from plugins.related.settings import RelatedSettings


def check_settings(pelican: Pelican) -> None:
    problems = settings_problems(RelatedSettings, pelican.settings, "RELATED")
    pelican.settings.setdefault("PROBLEMS", []).extend(problems)


def add_related(generator: ArticlesGenerator) -> None:
    """Choose for every article among the public ones: a draft in the preview is linked only where a hand names it."""
    settings = read_settings(RelatedSettings, generator.settings, "RELATED")
    ranking = rank(article.desk for article in generator.articles if article.desk.is_public)
    shown = {article.desk.slug for article in generator.articles}
    for article in generator.articles:
        article.related = choose(article.desk, ranking, shown, settings)


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(add_related)
