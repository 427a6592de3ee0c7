"""The Pelican edge: checks `CTA`, then offers the calls to action of every article."""

from functools import partial

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.cta.calls import make_calls, privacy_problems, switched
from plugins.cta.settings import CtaSettings
from plugins.newsroom.choices import Calls
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import ARTICLE, CALLS
from plugins.newsroom.words.words_of import words_of
from plugins.stet.facts import View
from plugins.stet.plugin import run_of
from plugins.stet.space import Space

_ALL = Space[Calls]("all calls")
"""Every call that is configured, by the empty name."""


def check_settings(pelican: Pelican) -> None:
    settings, run = pelican.settings, run_of(pelican.settings)
    if problems := settings_problems(CtaSettings, settings, "CTA"):
        run.problems += problems
    else:
        run.name_checks.append(partial(privacy_problems, settings, read_settings(CtaSettings, settings, "CTA")))


def offer_calls(generator: ArticlesGenerator) -> None:
    settings = read_settings(CtaSettings, generator.settings, "CTA")
    calls = make_calls(settings, generator.settings["SITEURL"], words_of(generator.settings))
    engine = run_of(generator.settings).engine
    engine.note("form_origins", sorted(set(settings.newsletter.form_origins() if settings.newsletter else ())))
    engine.offer_constant(_ALL, calls)
    engine.offer_values(CALLS, _calls)


def _calls(view: View, slug: str) -> Calls:
    calls = view.read(_ALL)
    return switched(calls, view.read(ARTICLE, slug).fields.cta) if slug else calls


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_calls)
