"""The style by which browsers show a feed to people: CSS, as they give up XSLT, in the publication's own colours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.language.language_tags import text_direction
from plugins.newsroom.urls import FEEDS_URL
from plugins.stet.facts import View
from plugins.stet.outputs import Output
from plugins.stet.space import Space

FEED_STYLE = "feed style"
"""Kind of the file, its renderer and its fact."""
FEED_STYLE_URL = f"{FEEDS_URL}style.css"

_LAYERS = "@layer tokens, components, publisher;\n"
_PLAIN = re.compile(r"[^A-Za-z0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedStyle:
    """The style sheet of all feeds."""

    path: str
    css: str


FEED_STYLE_FACT = Space[str](FEED_STYLE)
"""The text of the style sheet, by the empty name."""


class FeedStyleRenderer:
    """Writes the style sheet for the engine."""

    def version(self, template: str) -> bytes:
        """Return a constant: the model has every rule in it."""
        return b"feed style"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: FeedStyle) -> bytes:
        return model.css.encode()


def make_feed_style(view: View, output: Output) -> FeedStyle:
    """Return the style sheet at the path of `output`."""
    return FeedStyle(path=output.path, css=view.read(FEED_STYLE_FACT))


def feed_css(theme: Path, *, publisher: str, label: str, lang: str) -> str:
    """Return the rules of a theme for feeds with the publisher's own; `label` stands above each feed."""
    tokens, rules = ((theme / "static" / "css" / f"{name}.css").read_text("utf-8") for name in ("tokens", "feed"))
    direction = text_direction(lang)
    own = f"@layer components {{ :root {{ direction: {direction}; }} :root::before {{ content: {_text(label)}; }} }}\n"
    return f'@charset "utf-8";\n{_LAYERS}{tokens}{rules}{own}{publisher}'


def _text(words: str) -> str:
    """Return words as a text of CSS, in which nothing ends it."""
    return '"' + _PLAIN.sub(lambda match: f"\\{ord(match[0]):x} ", words) + '"'
