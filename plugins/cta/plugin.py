"""The Pelican edge: checks `CTA`, then offers the calls to action of every article."""

from functools import partial

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.cta.calls import call_language_problems, make_calls, privacy_problems, switched
from plugins.cta.settings import CtaSettings
from plugins.newsroom.choices import Calls
from plugins.newsroom.language.site_languages import SiteLanguage, declared_language, site_languages
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, CALLS
from plugins.newsroom.words.words_of import words_by_language
from plugins.stet.facts import View, digest_of
from plugins.stet.plugin import run_of
from plugins.stet.space import Space

_ALL = Space[Calls]("all calls")
"""Every call that is configured, by the empty name, or in the words of a declared language."""
_LANGUAGES = Space[tuple[SiteLanguage, ...]]("languages of calls")
"""By the empty name."""


def check_settings(pelican: Pelican) -> None:
    settings, run = pelican.settings, run_of(pelican.settings)
    if problems := settings_problems(CtaSettings, settings, "CTA"):
        run.problems += problems
    else:
        own = read_settings(CtaSettings, settings, "CTA")
        run.problems += call_language_problems(settings, own)
        run.name_checks.append(partial(privacy_problems, settings, own))


def offer_calls(generator: ArticlesGenerator) -> None:
    settings = read_settings(CtaSettings, generator.settings, "CTA")
    by_language, site_url = words_by_language(generator.settings), generator.settings["SITEURL"]
    calls = {lang: make_calls(settings.in_language(lang), site_url, each) for lang, each in by_language.items()}
    engine = run_of(generator.settings).engine
    engine.note("form_origins", sorted(set(settings.newsletter.form_origins() if settings.newsletter else ())))
    engine.offer_facts(_ALL, lambda _, lang: calls[lang], {lang: digest_of(each) for lang, each in calls.items()})
    engine.offer_constant(_LANGUAGES, site_languages(generator.settings))
    engine.offer_values(CALLS, _calls)


def _calls(view: View, name: str) -> Calls:
    language, _, slug = name.rpartition("\t")
    if not slug:
        return view.read(_ALL, language)
    article, languages = view.read(ARTICLE, slug), view.read(_LANGUAGES)
    language = declared_language(article.lang, languages)
    return switched(view.read(_ALL, language), article.fields.cta)


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_calls)
