"""Everything that plugins tell a build: its facts and values, the files there shall be, and how each kind is made."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from plugins.stet.build_errors import OfferError
from plugins.stet.facts import VALUES_KEPT, Digests, Loader, View, digest_of
from plugins.stet.outputs import KIND, AnyRenderer, Kind, Plan
from plugins.stet.space import Space, Value
from plugins.stet.step import Step

Offer = TypeVar("Offer")


class Offers:
    """The offers of one run. Each name is offered once: a second offer of it raises OfferError."""

    def __init__(self) -> None:
        self.forget_offers()

    def forget_offers(self) -> None:
        """Begin anew, with nothing offered."""
        self.loaders = {KIND.name: Loader(lambda _, name: name, is_fact=True, keep=VALUES_KEPT)}
        self.facts: dict[str, Digests | Step[Digests]] = {}
        self.kinds: dict[str, Kind] = {}
        self.renderers: dict[str, AnyRenderer] = {}
        self.plans: list[Plan] = []
        self.notes: dict[str, str] = {}

    def offer_facts(
        self,
        space: Space[Value],
        load: Callable[[View, str], Value],
        digests: Digests | Step[Digests],
        *,
        keep: int = VALUES_KEPT,
    ) -> None:
        """Offer facts by name: their digests, in hand or to be worked out by a step, and a function that loads a value.

        `keep` is the number of values that stay in memory.
        """
        _enter(self.loaders, "space", space.name, Loader(load, is_fact=True, keep=keep))
        self.facts[space.name] = digests

    def offer_constant(self, space: Space[Value], value: Value) -> None:
        """Offer a fact of one value, read by the empty name; `digest_of` says which values there may be."""
        self.offer_facts(space, lambda view, name: value, {"": digest_of(value)})

    def offer_values(self, space: Space[Value], load: Callable[[View, str], Value], *, keep: int = VALUES_KEPT) -> None:
        """Offer values that `load` makes of nothing but the values that it reads through the view."""
        _enter(self.loaders, "space", space.name, Loader(load, is_fact=False, keep=keep))

    def offer_renderer(self, name: str, renderer: AnyRenderer) -> None:
        """Offer a way from models to bytes, or to files that are copied."""
        _enter(self.renderers, "renderer", name, renderer)

    def offer_kinds(self, kinds: Mapping[str, Kind]) -> None:
        """Offer kinds of files, by name."""
        for name, kind in kinds.items():
            _enter(self.kinds, "kind", name, kind)

    def offer_outputs(self, plan: Plan) -> None:
        """Offer files that there shall be."""
        self.plans.append(plan)

    def note(self, name: str, value: Any) -> None:
        """Say something about the output as a whole to readers of its record (`ledger_file.py`), as JSON can hold it.

        The notes of a build replace those of the last one. No page is made from a note.
        """
        self.notes[name] = json.dumps(value, allow_nan=False)

    def view(self) -> View:
        """Return a view of the spaces that were offered so far."""
        return View(self.loaders)


def _enter(offered: dict[str, Offer], what: str, name: str, offer: Offer) -> None:
    if name in offered:
        raise OfferError(f"the {what} {name!r} is offered twice: two plugins, or one that runs twice, give it")
    offered[name] = offer
