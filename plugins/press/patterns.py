"""The pattern page: every component of a theme with every example."""

from pathlib import Path

from plugins.newsroom.page_models import Head, PatternsPage, Site
from plugins.newsroom.page_parts import Pattern
from plugins.newsroom.urls import PATTERNS_URL, output_path
from plugins.newsroom.words.phrases import Words
from plugins.press.environment import ThemeEnvironment
from plugins.press.examples import example_files, read_examples, render_examples
from plugins.press.template_problems import errors_placed
from plugins.press.theme_files import NO_OVERRIDES, Overrides


def patterns(theme: Path, words: Words | None = None, overrides: Overrides = NO_OVERRIDES) -> tuple[Pattern, ...]:
    """Return the components of `theme` by name, each example rendered; with English words by default."""
    environment = ThemeEnvironment(theme, words=words, overrides=overrides)
    with errors_placed(environment.files):
        return tuple(render_examples(environment, read_examples(path)) for path in example_files(theme))


def patterns_page(theme: Path, site: Site, words: Words, overrides: Overrides = NO_OVERRIDES) -> PatternsPage:
    """Return the pattern page of `theme`, in the frame that all pages of the publication have."""
    return PatternsPage(
        path=output_path(PATTERNS_URL),
        lang=site.lang,
        site=site,
        head=Head(
            twin="",
            title=f"Patterns | {site.name}",
            description="Every component of the theme with its examples.",
            canonical="",
            robots="noindex",
            feeds=(),
            podcast=None,
            properties=(),
            names=(),
            alternates=(),
            structured_data=None,
        ),
        promo=None,
        patterns=patterns(theme, words, overrides),
    )
