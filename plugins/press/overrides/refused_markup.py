"""Markup in an own template that browsers leave out, as the security policy of every page has no leave for it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from plugins.newsroom.problems import shortened
from plugins.press.overrides.macro_calls import Mistake

_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
"""Comments, statements and expressions of Jinja."""
_LOADING = {
    "src": ("img", "audio", "video", "source", "track", "iframe", "embed", "input"),
    "srcset": ("img", "source"),
    "poster": ("video",),
    "data": ("object",),
}
_LOADING_LINKS = ("stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "apple-touch-icon")
_ELSEWHERE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)


def refused_markup(source: str) -> Iterator[Mistake]:
    """Yield scripts, styles and addresses in the HTML of a template that no browser runs or loads."""
    reader = _Reader(convert_charrefs=False)
    reader.feed(_CODE.sub(lambda code: "\n" * code[0].count("\n"), source))
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.found: list[Mistake] = []
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._is_data = "json" in given.get("type", "")
        if tag == "script" and "src" in given:
            self._tell("a script of its own file does not run", "write it into a .js file beside a component")
        for name, value in given.items():
            if name.startswith("on"):
                self._tell(f"{name}= does not run", "write a .js file beside a component")
            elif name == "style":
                self._tell("style= has no effect", "write a class, and its rule into a .css file beside the template")
            elif _is_loaded(tag, name, given) and _ELSEWHERE.match(value):
                what = f"{shortened(value)!r} is loaded from elsewhere, which the security policy refuses"
                self._tell(what, "load it from your own site, or link to it")

    def handle_data(self, data: str) -> None:
        # What the press itself puts there is an expression in the template, and gone from here.
        if not data.strip() or self._is_data:
            return
        if self.cdata_elem == "script":
            self._tell("a script in a template does not run", "write it into a .js file beside a component")
        elif self.cdata_elem == "style":
            self._tell("a style element in a template has no effect", "write it into a .css file beside the template")

    def _tell(self, what: str, remedy: str) -> None:
        self.found.append((self.getpos()[0], f"{what}: browsers leave it out", remedy))


def _is_loaded(tag: str, name: str, given: dict[str, str]) -> bool:
    if tag == "link":
        return name == "href" and not set(_LOADING_LINKS).isdisjoint(given.get("rel", "").lower().split())
    return tag in _LOADING.get(name, ())
