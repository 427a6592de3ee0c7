"""The pattern page: every component of a theme with every example."""

from pathlib import Path

from plugins.newsroom.pages import Head, Page, PatternsPage
from plugins.newsroom.patterns import Pattern
from plugins.newsroom.urls import output_path
from plugins.press.examples import example_files, read_examples, render_examples
from plugins.press.render import theme_environment

PATTERNS_URL = "/patterns/"


def patterns(theme: Path) -> tuple[Pattern, ...]:
    """Return the components of `theme` by name, each example rendered."""
    environment = theme_environment(theme)
    return tuple(render_examples(environment, read_examples(path)) for path in example_files(theme))


def patterns_page(theme: Path, sister: Page) -> PatternsPage:
    """Return the pattern page of `theme`, in the frame that `sister`, any page of the publication, has."""
    return PatternsPage(
        path=output_path(PATTERNS_URL),
        lang=sister.site.lang,
        site=sister.site,
        head=Head(
            title=f"Patterns | {sister.site.name}",
            description="Every component of the theme with its examples.",
            canonical="",
            robots="noindex",
            feeds=(),
            properties=(),
            structured_data=None,
        ),
        promo=None,
        patterns=patterns(theme),
    )
