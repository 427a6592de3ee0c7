"""Additions to a page on its way to the browser: the reload script, and the problems of the last build."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from plugins.preview.current_state import PreviewState

RESERVED = "/__preview__/"
"""Beginning of the preview's own addresses; no slug holds an underscore."""

REFRESH_SECONDS = 2
"""Seconds after which a browser without scripts loads a waiting page again."""

ASSETS = Path(__file__).parent / "assets"

_WITHOUT_SCRIPTS = f'<noscript><meta http-equiv="refresh" content="{REFRESH_SECONDS}"></noscript>'
_PLACE = re.compile(r"(?P<place>[^\s:][^:]*:\d+:\d+): (?P<words>.*)")
_BODY = re.compile(rb"<body[^>]*>", re.IGNORECASE)
_HEAD = re.compile(rb"</head>", re.IGNORECASE)


def add_to(page: bytes, state: PreviewState, address: str = "") -> bytes:
    """Return an HTML page with the problems first in its body and the reload script last; unchanged if unversioned.

    `address` is its path without the site's prefix, by which its own warnings are known.
    """
    if state.version is None:
        return page
    warnings = state.page_warnings.get(address, ())
    panel = (problem_panel(state) if state.problems else "") + (warning_panel(warnings) if warnings else "")
    start = _BODY.search(page) or _HEAD.search(page)
    cut = start.end() if start else len(page)  # both tags may be left out in HTML; then last is as good as first
    script = f'<script src="{RESERVED}reload.js" data-version="{escape(state.version)}"></script>'
    return page[:cut] + panel.encode() + page[cut:] + script.encode()


def page_without_build(state: PreviewState) -> bytes:
    """Return the page for every address while there is no good build to show, without what `add_to` adds."""
    title = "The preview cannot be built" if state.problems else "The preview is being built"
    start = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
    view = '<meta name="viewport" content="width=device-width">'
    wait = "" if state.problems else f"<main><h1>{title}</h1><p>This page opens by itself as soon as it can.</p>"
    progress = f"<p data-preview-progress>{escape(state.progress)}</p></main>" if wait else ""
    return f"{start}{view}{_WITHOUT_SCRIPTS}<body>{wait}{progress}".encode()


def problem_panel(state: PreviewState) -> str:
    """Return the problems of the last build as a panel of HTML that a screen reader announces."""
    items = "".join(f"<li>{_problem(line)}</li>" for line in state.problems)
    below = "Below is the last good build. " if state.folder else ""
    return (
        f'<link rel="stylesheet" href="{RESERVED}problems.css">'
        '<section class="preview-problems" role="alert" aria-labelledby="preview-problems" tabindex="0">'
        '<h2 id="preview-problems">The last save could not be built</h2>'
        f"<p>{below}This goes away when the problem is mended.</p>"
        f"<ul>{items}</ul></section>"
    )


def warning_panel(warnings: Sequence[str]) -> str:
    """Return the mistakes of one page that end no build as a panel of HTML, closed until somebody opens it."""
    items = "".join(f"<li>{_problem(line)}</li>" for line in warnings)
    title = "1 mistake on this page" if len(warnings) == 1 else f"{len(warnings):,} mistakes on this page"
    return (
        f'<link rel="stylesheet" href="{RESERVED}problems.css">'
        '<details class="preview-problems preview-problems--warnings">'
        f"<summary>{title}</summary>"
        "<p>It can be shown without what is wrong.</p>"
        f"<ul>{items}</ul></details>"
    )


def _problem(line: str) -> str:
    found = _PLACE.fullmatch(line)
    if not found:
        return f"<code>{escape(line)}</code>"
    return f"<strong>{escape(found['place'])}</strong> {escape(found['words'])}"
