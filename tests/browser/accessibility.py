"""Accessibility of a page by axe-core, which is asked for violations and nothing else."""

from collections.abc import Mapping
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Scheme = Literal["light", "dark"]

LITTLE = {"resultTypes": ["violations"]}
"""Spares axe a description of all that is right."""


def violations(page: Page, options: Mapping[str, Any] | None = None) -> list[tuple[str, list[str]]]:
    """Return the rules that axe finds broken, each with where."""
    found = Axe().run(page, options={**LITTLE, **(options or {})}).response["violations"]
    return [(item["id"], [node["html"][:120] for node in item["nodes"]]) for item in found]
