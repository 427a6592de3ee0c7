"""Makes the calls to action from the settings, and takes those that an article shows."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from plugins.cta.newsletter_providers import Provider
from plugins.cta.settings import CtaSettings
from plugins.newsroom.choices import Calls, NewsletterCall, TelegramCall
from plugins.newsroom.language.site_languages import site_languages
from plugins.newsroom.markup import Html
from plugins.newsroom.problems import Problem, Severity, shortened
from plugins.newsroom.settings import unknown_name
from plugins.newsroom.urls import site_prefix, text_page_url
from plugins.newsroom.words.phrases import Words

if TYPE_CHECKING:
    from plugins.newsroom.front_matter.schema import CtaFields

_LINK = Markup('<a href="{}">{}</a>')
_WIDE_STOPS = ("。", "！", "？")
"""Ends of sentences that have their space in themselves; one more would be a gap."""


def make_calls(settings: CtaSettings, siteurl: str, words: Words) -> Calls:
    """Return every call that is configured."""
    telegram = settings.telegram
    return Calls(
        telegram=TelegramCall(channel=telegram.channel, url=f"https://t.me/{telegram.channel}", text=telegram.text)
        if telegram
        else None,
        newsletter=_newsletter(settings.newsletter, siteurl, words) if settings.newsletter else None,
    )


def switched(calls: Calls, switches: "CtaFields") -> Calls:
    """Return those of `calls` that an article with these `switches` shows."""
    return Calls(
        telegram=calls.telegram if switches.telegram else None,
        newsletter=calls.newsletter if switches.newsletter else None,
    )


def privacy_problems(settings: Mapping[str, Any], cta: CtaSettings, slugs: Collection[str]) -> Iterator[Problem]:
    """Find a privacy page that is not among `slugs`, those of the pages of this build; every form links to it."""
    if cta.newsletter and (slug := cta.newsletter.privacy_page) not in slugs:
        path = ("CTA", "newsletter", "privacy_page")
        yield unknown_name(settings, path, f"there is no page {slug!r} in this build", slug, slugs)


def call_language_problems(settings: Mapping[str, Any], cta: CtaSettings) -> Iterator[Problem]:
    """Find texts in languages that the publication does not declare."""
    declared = [each.lang for each in site_languages(settings)]
    for lang in cta.languages:
        if lang not in declared:
            what = f"the language {shortened(lang)!r} is not declared in DESK"
            found = unknown_name(settings, ("CTA", "languages", lang), what, lang, declared)
            yield replace(found, severity=Severity.WARNING)  # no page lacks anything


def _newsletter(provider: Provider, siteurl: str, words: Words) -> NewsletterCall:
    return NewsletterCall(
        name=provider.name,
        promise=provider.promise,
        form=provider.form(),
        url=provider.page(),
        consent_html=_consent(provider, site_prefix(siteurl) + text_page_url(provider.privacy_page), words),
    )


def _consent(provider: Provider, privacy_url: str, words: Words) -> Html:
    """Return what readers agree to; `frequency` and `also` are the publisher's own words."""
    sender = words.consent.format(name=provider.name, frequency=provider.frequency, sender=provider.sender)
    link = _LINK.format(privacy_url, words.consent_link)
    sentences = filter(None, (sender, provider.also, words.consent_leave))
    return Markup("").join(text if text.endswith(_WIDE_STOPS) else f"{text} " for text in sentences) + link
