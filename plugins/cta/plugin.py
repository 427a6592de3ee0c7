"""The Pelican edge: checks `CTA`, then sets `cta` in the context and `article.cta` on every article."""

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.cta.calls import make_calls, privacy_problems, switched
from plugins.cta.settings import CtaSettings
from plugins.newsroom.settings import read_settings, settings_problems


def check_settings(pelican: Pelican) -> None:
    problems = settings_problems(CtaSettings, pelican.settings, "CTA")
    pelican.settings.setdefault("PROBLEMS", []).extend(problems)


def check_privacy_page(generator: ArticlesGenerator) -> None:
    """Check what `CTA` says of the content, which the desk has loaded by now; `plugins.pages` ends the run."""
    settings = generator.settings
    slugs = settings["NEWSROOM"].page_slugs
    found = privacy_problems(settings, read_settings(CtaSettings, settings, "CTA"), slugs)
    settings["PROBLEMS"].extend(found)


def add_calls(generator: ArticlesGenerator) -> None:
    settings = read_settings(CtaSettings, generator.settings, "CTA")
    calls = make_calls(settings, generator.settings["SITEURL"])
    generator.context["cta"] = calls
    for article in generator.articles:
        article.cta = switched(calls, article.desk.cta)


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_init.connect(check_privacy_page)
    signals.article_generator_finalized.connect(add_calls)
