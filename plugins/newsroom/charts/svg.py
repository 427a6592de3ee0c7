"""SVG as text: elements with attributes, none of them a style."""

from collections.abc import Iterable
from html import escape


def element(tag: str, *children: str, **attributes: object) -> str:
    """Return an element; `class_` and `text_anchor` stand for `class` and `text-anchor`, None for no attribute."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_text(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def text(words: str, **attributes: object) -> str:
    """Return a line of text."""
    return element("text", escape(words, quote=False), **attributes)


def percent(share: float) -> str:
    """Return a part of the whole width, `12.5%`."""
    return f"{_text(100 * share)}%"


def points(places: Iterable[tuple[float, float]]) -> str:
    """Return the corners of a line."""
    return " ".join(f"{_text(x)},{_text(y)}" for x, y in places)


def _text(value: object) -> str:
    """Return a value without needless decimals, the same on every machine."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
    return str(value)
