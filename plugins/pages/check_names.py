"""Checks that the names in `PAGES` lead somewhere: to pages of the content folder."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from plugins.newsroom.problems import Problem
from plugins.newsroom.settings import unknown_name
from plugins.pages.settings import PagesSettings


def page_problems(settings: Mapping[str, Any], pages: PagesSettings, slugs: Collection[str]) -> Iterator[Problem]:
    """Find names of text pages that are not among `slugs`, those of this build.

    The newsletter page may be missing unless the settings name it: the form then stands under articles only.
    """
    named: list[tuple[tuple[str, ...], str]] = [
        (("PAGES", "footer", str(number)), slug) for number, slug in enumerate(pages.footer)
    ]
    if "newsletter_page" in pages.model_fields_set:
        named.append((("PAGES", "newsletter_page"), pages.newsletter_page))
    named += [(("PAGES", "policies", name), slug) for name, slug in pages.policies.items()]
    for path, slug in named:
        if slug not in slugs:
            yield unknown_name(settings, path, f"there is no page {slug!r} in this build", slug, slugs)
