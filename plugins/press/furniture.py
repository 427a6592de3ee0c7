"""Components that stand on page after page with the same values are printed once."""

from typing import Any

from jinja2.runtime import Macro
from markupsafe import Markup

FURNITURE = frozenset({"calls", "footer", "masthead", "promo"})
"""Components worth it, by count: cards and bylines come back too seldom to pay for the looking up."""

_PLAIN = frozenset({str, int, bool, type(None)})
"""Types whose equal values print the same; Markup is none of them, as it equals text that is printed escaped."""
_LIMIT = 256
"""Printed forms that one component keeps; a site of ten sections needs about a dozen. Judgement of this project."""


class Recurring:
    """A macro that keeps what it printed.

    The macro must be a function of its arguments, as components are. A model counts as seen before when it is the very
    object: what prints differently is never taken for equal, and nothing is compared field by field.
    """

    def __init__(self, macro: Macro) -> None:
        self._macro = macro
        self._kept: dict[tuple[object, ...], tuple[Markup, object]] = {}

    def __call__(self, *arguments: Any, **named: Any) -> Markup:
        """Return what the macro prints for these values."""
        key = (*map(_identity, arguments), *((name, _identity(value)) for name, value in named.items()))
        kept = self._kept.get(key)
        return kept[0] if kept else self._print(key, arguments, named)

    def _print(self, key: tuple[object, ...], arguments: tuple[Any, ...], named: dict[str, Any]) -> Markup:
        html = Markup(self._macro(*arguments, **named))
        if all(map(_is_fixed, (*arguments, *named.values()))):
            if len(self._kept) >= _LIMIT:
                self._kept.clear()
            self._kept[key] = (html, (arguments, named))  # the values too: as long as they live, none takes their id
        return html


def _identity(value: object) -> tuple[type, object]:
    kind = type(value)
    return kind, value if kind in _PLAIN else id(value)


def _is_fixed(value: object) -> bool:
    """Tell whether `value` will print tomorrow what it prints now: plain text and numbers, and frozen models."""
    kind = type(value)
    return kind in _PLAIN or (hasattr(kind, "__dataclass_params__") and kind.__dataclass_params__.frozen)
