"""The Pelican edge of the redirects: offers the engine the plan of all redirect pages and their maker."""

from collections.abc import Sequence

from pelican import signals
from pelican.generators import Generator

from plugins.newsroom.addresses.redirect_page import REDIRECT
from plugins.newsroom.urls import site_prefix
from plugins.newsroom.words.words_of import words_of
from plugins.redirects.redirect_files import (
    HEADER,
    RedirectHeader,
    RedirectRenderer,
    make_redirect_page,
    plan_redirects,
)
from plugins.stet.facts import digest_of
from plugins.stet.outputs import Kind
from plugins.stet.plugin import run_of
from plugins.stet.step import Step


def offer_redirects(generators: Sequence[Generator]) -> None:
    settings = generators[0].settings
    run = run_of(settings)
    engine, site_url = run.engine, settings["SITEURL"]
    header = RedirectHeader(site_url=site_url, prefix=site_prefix(site_url), words=words_of(settings))
    engine.offer_constant(HEADER, header)
    engine.offer_renderer(REDIRECT, RedirectRenderer())
    engine.offer_kinds({REDIRECT: Kind(make=make_redirect_page, renderer=REDIRECT)})
    key = digest_of((run.token, "redirects"))
    engine.offer_outputs(Step("Planning redirects", key, lambda _: plan_redirects(run.publication.redirects)))


def register() -> None:
    """Connect the redirects to Pelican."""
    signals.all_generators_finalized.connect(offer_redirects)
