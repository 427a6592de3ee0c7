"""The telling of one run: what it has changed and what earlier ones have left, each service in turn.

A service that fails is told the rest by the next run; a release never fails for it.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.newsroom import clock
from plugins.publish.settings import PublishSettings
from plugins.publish.site.model import Notes
from plugins.publish.tell.changed_addresses import ChangedAddresses
from plugins.publish.tell.services import NAMES, calls, lacking
from plugins.publish.tell.tell_call import ANSWER, TellCall, TellResult, post
from plugins.publish.tell.untold import log_call, note_untold, untold

_KINDS: Mapping[str, str] = {"websub": "feeds", "indexnow": "pages"}
"""Field of the changed addresses that each service is told."""
TOTAL = 30.0
"""Seconds after which no further call of a service is begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Everything that telling takes, of one target."""

    services: Sequence[str]
    folder: Path
    """The memory of the checkout."""
    target: str
    url: str
    """Address of the publication."""
    environment: Mapping[str, str]
    unreachable: str = ""
    """Why nobody can be told; empty where that is possible."""
    seconds: float = ANSWER
    """For one answer."""

    def note(self, changed: ChangedAddresses) -> list[str]:
        """Note what a release will change until it is told; return a line where nobody can be told."""
        wanted = self.wanted(changed)
        if self.unreachable:
            return [f"Nobody is told of changes: {self.unreachable}."] if wanted != ChangedAddresses() else []
        note_untold(self.folder, self.target, wanted)
        return []

    def wanted(self, changed: ChangedAddresses) -> ChangedAddresses:
        """Return the part of what has changed, and of what earlier runs have left, that the services are told."""
        found = changed.with_earlier(untold(self.folder, self.target))
        return ChangedAddresses(
            feeds=found.feeds if "websub" in self.services else (),
            pages=found.pages if "indexnow" in self.services else (),
        )

    def planned(self, changed: ChangedAddresses, notes: Notes) -> dict[str, tuple[str, ...]]:
        """Return the addresses that each service would be told, by its name, those that earlier runs have left too."""
        wanted = self.wanted(changed)
        named = {NAMES[each]: getattr(wanted, _KINDS[each]) for each in self.services if not lacking(each, notes)}
        return {} if self.unreachable else {name: found for name, found in named.items() if found}

    def untellable(self, notes: Notes) -> list[str]:
        """Return a line for each service that would be told nothing, with the remedy."""
        lacks = {each: lacking(each, notes) for each in self.services}
        return [f"{_capital(NAMES[each])} would be told nothing: {lack}." for each, lack in lacks.items() if lack]

    def tell(self, notes: Notes) -> list[str]:
        """Tell the services what is noted, and note what is left; return a line for each that had to be told."""
        left = self.wanted(ChangedAddresses())
        if self.unreachable or left == ChangedAddresses():
            return []
        lines = []
        for service in self.services:
            kind = _KINDS[service]
            if not getattr(left, kind):
                continue
            if lack := lacking(service, notes):
                lines.append(f"{_capital(NAMES[service])} was told nothing: {lack}.")
                continue
            missed, line = self._tell_one(service, left, notes)
            lines.append(line)
            left = replace(left, **{kind: missed})
            note_untold(self.folder, self.target, left)
        return lines

    def _tell_one(self, service: str, wanted: ChangedAddresses, notes: Notes) -> tuple[tuple[str, ...], str]:
        """Return the addresses for a later run, and the line on how it went."""
        end, told, missed, refused = time.monotonic() + TOTAL, 0, list[str](), list[str]()
        failure: TellResult | None = None
        for call in calls(service, notes, self.url, wanted, self.environment):
            if (failure and failure.may_pass) or time.monotonic() > end:
                missed += call.addresses
                continue
            result = post(call, self.seconds)
            self._log(service, call, result)
            if result.is_good:
                told += len(call.addresses)
            else:
                failure = result
                (missed if result.may_pass else refused).extend(call.addresses)
        return tuple(missed), _line(NAMES[service], told, missed, refused, failure)

    def _log(self, service: str, call: TellCall, result: TellResult) -> None:
        words = (
            f"{service} {result.words}, {len(call.addresses):,} told" if result.is_good else f"{service} {result.words}"
        )
        log_call(self.folder, self.target, clock.now(), words, call.addresses)


def teller_of(
    settings: PublishSettings, url: str, environment: Mapping[str, str], folder: Path, *, tells: bool = True
) -> Teller:
    """Return the teller of the target in the settings; it tells nobody where `tells` is False."""
    return Teller(
        services=tuple(dict.fromkeys(settings.tell)) if tells else (),
        folder=folder,
        target=settings.target,
        url=url,
        environment=environment,
        unreachable=_unreachable(settings, url),
    )


def _unreachable(settings: PublishSettings, url: str) -> str:
    scheme, is_elsewhere, _ = settings.target.partition("://")
    if not (is_elsewhere or settings.url):
        return f"{settings.target} is a folder of this machine; set `url` in PUBLISH if readers get it from there"
    if scheme.lower() == "pages":
        return "another program brings the release to readers later"
    return "" if url else "the address that readers use is not known; set `url` in PUBLISH"


def _line(name: str, told: int, missed: Sequence[str], refused: Sequence[str], failure: TellResult | None) -> str:
    words = [f"Told {name} of {_counted(told)}."] if told else []
    if failure:
        words.append(f"{_capital(name)} could not be told of {_counted(len(missed) + len(refused))}: {failure.words}.")
    elif missed:
        words.append(f"{_counted(len(missed))} are left, as it took long.")
    if missed:
        words.append("The next make publish tells them.")
    return " ".join(words)


def _counted(number: int) -> str:
    return "1 address" if number == 1 else f"{number:,} addresses"


def _capital(name: str) -> str:
    return name[0].upper() + name[1:]
