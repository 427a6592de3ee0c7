"""The Pelican edge of the share cards: offers the cards as files, and their addresses for the heads of pages."""

from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator

from plugins.newsroom.choices import card_name
from plugins.newsroom.language.card_characters import Lacking, first_lacking
from plugins.newsroom.language.site_languages import site_languages
from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.spaces import SHARE_CARD
from plugins.newsroom.urls import site_prefix
from plugins.pictures.darkroom import darkroom_of
from plugins.share_cards.fonts import FOLDER, SCRIPTS, FontSet
from plugins.share_cards.make_share_card import (
    DRAWN,
    MODEL,
    SHARED_BY_CARDS,
    SharedByCards,
    make_share_card,
    share_image,
)
from plugins.share_cards.palette import palette_of
from plugins.share_cards.plan_cards import SHARE_CARD_FILE, drawn_articles, is_drawn, plan_cards
from plugins.share_cards.settings import ShareCardsSettings
from plugins.share_cards.share_card_renderer import ShareCardRenderer
from plugins.stet.facts import digest_of
from plugins.stet.outputs import Kind
from plugins.stet.plugin import run_of
from plugins.stet.step import Step

_TOKENS = "static/css/tokens.css"
_MODELS_KEPT = 500
"""A page's head and its card ask for the same one, soon after each other or in different workers."""


def check_settings(pelican: Pelican) -> None:
    run_of(pelican.settings).problems += settings_problems(ShareCardsSettings, pelican.settings, "SHARE_CARDS")


def offer_addresses(generator: ArticlesGenerator) -> None:
    """Offer the cards as values: pages name them in their heads."""
    settings, run = generator.settings, run_of(generator.settings)
    own, publication, engine = read_settings(ShareCardsSettings, settings, "SHARE_CARDS"), run.publication, run.engine
    colours = [each.colour for each in publication.categories]
    engine.offer_constant(SHARED_BY_CARDS, _shared(settings, own, colours, dict(run.brand.light)))
    engine.offer_values(MODEL, partial(make_share_card, lacking=_lacking(own)), keep=_MODELS_KEPT)
    drawn = drawn_articles(publication, own)
    # Names need a digest only where one article can change another's: in the preview, which draws the newest.
    digests = {card_name("article", slug): b"drawn" for slug in drawn} if publication.shows_drafts else {}
    engine.offer_facts(DRAWN, lambda _, name: is_drawn(name, drawn), digests)
    engine.offer_values(SHARE_CARD, share_image, keep=_MODELS_KEPT)


def offer_cards(generators: Sequence[Generator]) -> None:
    """Offer the cards as files."""
    settings, run = generators[0].settings, run_of(generators[0].settings)
    own = read_settings(ShareCardsSettings, settings, "SHARE_CARDS")
    run.engine.offer_renderer(SHARE_CARD_FILE, ShareCardRenderer(darkroom_of(settings), _files(own)))
    kind = Kind(make=lambda view, output: view.read(MODEL, output.spec[0]), renderer=SHARE_CARD_FILE)
    run.engine.offer_kinds({SHARE_CARD_FILE: kind})
    key = digest_of((run.token, "share cards", own.show, own.preview))
    run.engine.offer_outputs(Step("Planning share cards", key, lambda _: plan_cards(run.publication, own)))


def _shared(
    settings: Mapping[str, Any], own: ShareCardsSettings, colours: Sequence[str], brand: Mapping[str, str]
) -> SharedByCards:
    tokens = Path(settings["THEME"]) / _TOKENS
    chosen = b"".join(f"{script}\0".encode() + Path(file).read_bytes() for script, file in sorted(own.fonts.items()))
    return SharedByCards(
        name=settings["SITENAME"],
        tagline=settings["SITESUBTITLE"],
        lang=settings["DEFAULT_LANG"],
        prefix=site_prefix(settings["SITEURL"]),
        palette=palette_of(tokens.read_text(encoding="utf-8") if tokens.is_file() else "", brand),
        show=own.show,
        section_colours=tuple(dict.fromkeys(colours)),
        languages=site_languages(settings),
        fonts=blake2b(chosen, digest_size=16).hexdigest() if chosen else "",
    )


def _files(own: ShareCardsSettings) -> dict[str, Path]:
    return {script: FOLDER / f"{script}.woff2" for script in SCRIPTS} | {
        script: Path(file) for script, file in own.fonts.items()
    }


def _lacking(own: ShareCardsSettings) -> Lacking:
    """Return the function that finds characters without a font; fonts of the publication's own have to be opened."""
    return FontSet(_files(own)).missing if own.fonts else first_lacking


def register() -> None:
    """Connect the share cards to Pelican."""
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(offer_addresses)
    signals.all_generators_finalized.connect(offer_cards)
