"""The table of sites as one publication has it, and the embed that an address names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from plugins.newsroom.embeds.embed import AddressForm, Embed, EmbedProvider, is_safe_id
from plugins.newsroom.embeds.post_sites import MASTODON_SERVERS
from plugins.newsroom.embeds.providers import PROVIDERS

_START = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?")
_FRAGMENT_START = re.compile(r"(?:t|start)=([0-9hms]+)")
_DEFAULT_COUNTRY = "us"
"""Of Apple's addresses without one (general knowledge: they lead there)."""


class _ReadableForm(NamedTuple):
    """A form of addresses, its patterns compiled."""

    provider: str
    form: AddressForm
    hosts: re.Pattern[str]
    path: re.Pattern[str]
    query: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True)
class EmbedTable:
    """The providers by name, those of the kit and those of the publication."""

    providers: Mapping[str, EmbedProvider]
    is_whole: bool = True
    """False where sites of the publication are not in it: the plugin was left out, or `EMBEDS` has mistakes."""

    def find(self, address: str) -> Embed | None:
        """Return the embed that an address names; None for all other addresses, those with a port or a user too."""
        read = _read(address)
        if read is None:
            return None
        host, path, query, fragment = read
        for readable in self._forms:
            if not readable.hosts.fullmatch(host):
                continue
            if found := _match(readable, path, query):
                names = {"host": host, **found}
                return _embed(readable, names, _seconds(query, fragment) if readable.form.starts_at[0] else 0)
        return None

    def canonical(self, address: str) -> str | None:
        """Return the one address by which the cache knows an embed, for any of its addresses."""
        embed = self.find(address)
        return embed.address if embed else None if self.is_whole else address

    def with_account(self, embed: Embed, did: str) -> Embed:
        """Return a post of Bluesky that its address names by a handle with the frame that its account's number gives.

        `did` is that number, `did:plc:…`; all other embeds, and a number of another form, change nothing.
        """
        if embed.frame or embed.provider != "bluesky":
            return embed
        same = self.find(f"https://bsky.app/profile/{did}/post/{embed.address.rpartition('/')[2]}")
        return replace(embed, frame=same.frame) if same else embed

    def short_host(self, address: str) -> str | None:
        """Return the name of the provider whose short address this is, and from which nothing can be told."""
        read = _read(address)
        names = (provider.name for provider in self.providers.values() if read and read[0] in provider.short_hosts)
        return next(names, None)

    def oembed(self, embed: Embed) -> str:
        """Return the endpoint that knows of an embed; empty if there is none."""
        return self.providers[embed.provider].oembed.replace("{host}", embed.host)

    @cached_property
    def _forms(self) -> tuple[_ReadableForm, ...]:
        return tuple(_readable_forms(self.providers))


def _readable_forms(providers: Mapping[str, EmbedProvider]) -> Iterator[_ReadableForm]:
    for name, provider in providers.items():
        for form in provider.forms:
            query = tuple((key, re.compile(pattern, re.ASCII)) for key, pattern in form.query.items())
            hosts, path = re.compile(form.hosts, re.ASCII), re.compile(form.path, re.ASCII)
            yield _ReadableForm(name, form, hosts, path, query)


def _read(address: str) -> tuple[str, str, Mapping[str, list[str]], str] | None:
    """Return host, path, query and fragment of an address of the web."""
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https", "") or not parts.hostname or parts.port or parts.username is not None:
            return None
        query = parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return None
    return parts.hostname.removeprefix("www."), unquote(parts.path).rstrip("/"), query, parts.fragment


def _match(readable: _ReadableForm, path: str, query: Mapping[str, list[str]]) -> dict[str, str] | None:
    matches = [readable.path.fullmatch(path)]
    matches += [pattern.fullmatch(query.get(key, [""])[0]) for key, pattern in readable.query]
    found: dict[str, str] = {}
    for match in matches:
        if match is None:
            return None
        found |= {name: value or "" for name, value in match.groupdict().items()}
    if found.get("country") == "":
        found["country"] = _DEFAULT_COUNTRY
    return found


def _embed(readable: _ReadableForm, names: Mapping[str, str], start: int) -> Embed | None:
    form = readable.form
    id_ = form.id.format_map(names).replace(":", "-") + (f"-{start}s" if start else "")
    if not is_safe_id(id_):
        return None
    address, frame = form.address.format_map(names), form.frame.format_map(names)
    of_link, of_frame = (more.format(start=start) if start else "" for more in form.starts_at)
    return Embed(
        provider=readable.provider,
        id=id_,
        address=address,
        link=address + of_link,
        frame=frame + of_frame,
        shape=form.shape,
    )


def _seconds(query: Mapping[str, list[str]], fragment: str) -> int:
    """Return the second that an address begins at, as `t=90`, `t=1m30s`, `start=90` or `#t=90s` say; else 0."""
    in_fragment = _FRAGMENT_START.fullmatch(fragment)
    written = next((query[key][0] for key in ("t", "start") if key in query), in_fragment[1] if in_fragment else "")
    match = _START.fullmatch(written)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


def embed_table(
    servers: Mapping[str, str] | None = None, own_providers: Mapping[str, EmbedProvider] | None = None
) -> EmbedTable:
    """Return the table with `servers` of a publication, hosts with the name of a provider that may have any host.

    `own_providers` are sites that the kit does not know.
    """
    hosts = dict.fromkeys(MASTODON_SERVERS, "mastodon") | dict(servers or {})
    known = {name: _with_hosts(provider, hosts, name) for name, provider in PROVIDERS.items()}
    return EmbedTable({**known, **(own_providers or {})})


def _with_hosts(provider: EmbedProvider, hosts: Mapping[str, str], name: str) -> EmbedProvider:
    own = "|".join(re.escape(host.removeprefix("www.")) for host, of in sorted(hosts.items()) if of == name)
    forms = (replace(form, hosts=form.hosts.replace("{hosts}", own or "(?!)")) for form in provider.forms)
    return replace(provider, forms=tuple(forms))


EMBED_TABLE = embed_table()
"""The table of a publication that adds nothing."""
