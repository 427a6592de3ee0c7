"""The round of `make embeds`: one embed after the other, its host asked politely, its words and its picture kept."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from plugins.embeds.asking.careful_get import GetError, Reach, get
from plugins.embeds.asking.mastodon import PROVIDER, read_status, status_url
from plugins.embeds.asking.oembed import HostWords, read_oembed
from plugins.embeds.asking.save_pictures import save_picture
from plugins.newsroom.embeds.embed import Embed
from plugins.newsroom.embeds.embed_cache import EmbedNotes
from plugins.newsroom.embeds.embed_table import EmbedTable

_MOST_OF_ANSWER, _MOST_OF_PICTURE = 1_000_000, 5_000_000


class NoEndpointError(Exception):
    """An embed whose host tells nobody anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWords:
    """Words that a host has given of an embed."""

    embed: Embed
    notes: EmbedNotes
    remark: str = ""
    """The reason why it has no picture, if it should have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """An embed of which nothing was learnt."""

    embed: Embed
    what: str
    is_final: bool
    """True if the host tells nobody, so that to ask again is of no use."""


@dataclass(slots=True, kw_only=True)
class Round:
    """One run of the command."""

    table: EmbedTable
    root: Path
    """The content folder."""
    reach: Reach
    pause: float = 1.0
    """Seconds between two requests to one host: our own judgement, for no host says how many it allows."""
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)
    """When a host was last asked."""
    _busy: set[str] = field(default_factory=set)
    """Hosts that want to be left alone for now."""

    def ask(self, embeds: Iterable[Embed]) -> Iterator[FoundWords | Failed]:
        """Ask for each embed, and keep its picture. Raises OSError where that cannot be written."""
        for embed in embeds:
            try:
                words = self._words(embed)
            except NoEndpointError:
                yield Failed(embed=embed, what=f"{self._name(embed)} tells nobody of it", is_final=True)
            except GetError as error:
                yield Failed(embed=embed, what=f"{self._name(embed)} {error}", is_final=False)
            else:
                yield self._with_picture(embed, words)

    def again(self, embeds: Mapping[Embed, EmbedNotes]) -> Iterator[tuple[Embed, EmbedNotes, EmbedNotes] | Failed]:
        """Ask once more for embeds whose notes are known; yield these and those of now, and write nothing."""
        for embed, known in embeds.items():
            try:
                yield embed, known, self._words(embed).notes
            except NoEndpointError:
                continue  # its words are a person's
            except GetError as error:
                yield Failed(embed=embed, what=f"{self._name(embed)} {error}", is_final=False)

    def _name(self, embed: Embed) -> str:
        return self.table.providers[embed.provider].name

    def _words(self, embed: Embed) -> HostWords:
        endpoint = self.table.oembed(embed)
        if not endpoint:
            raise NoEndpointError
        hosts = self._hosts(embed, endpoint)
        if embed.provider == PROVIDER:
            try:
                return read_status(self._get(status_url(endpoint, embed.address), _MOST_OF_ANSWER, hosts))
            except GetError as error:
                if error.is_host_busy:
                    raise  # else a server that shows its API to nobody may answer below
        query = urlencode({"url": embed.address, "format": "json", "omit_script": "1", "dnt": "1"})
        return read_oembed(self._get(f"{endpoint}?{query}", _MOST_OF_ANSWER, hosts))

    def _with_picture(self, embed: Embed, words: HostWords) -> FoundWords:
        if not words.picture_url:
            return FoundWords(embed=embed, notes=words.notes)
        try:
            picture = save_picture(self.root, embed, self._get(words.picture_url, _MOST_OF_PICTURE, None))
        except GetError as error:
            return FoundWords(embed=embed, notes=words.notes, remark=str(error))
        return FoundWords(embed=embed, notes=replace(words.notes, picture=picture))

    def _hosts(self, embed: Embed, endpoint: str) -> frozenset[str]:
        """Return the hosts that the answer may come from: those of the provider, with and without `www.`."""
        provider = self.table.providers[embed.provider]
        names = {urlsplit(url).hostname or "" for url in (endpoint, embed.address, *provider.origins)}
        return frozenset(names | {f"www.{name}" for name in names} | {name.removeprefix("www.") for name in names})

    def _get(self, url: str, most: int, hosts: frozenset[str] | None) -> bytes:
        host = urlsplit(url).netloc
        if host in self._busy:
            raise GetError("asks to come later")
        if (last := self._asked.get(host)) is not None:
            self.sleep(max(0.0, last + self.pause - time.monotonic()))
        try:
            return get(url, self.reach, most=most, hosts=hosts).data
        except GetError as error:
            if error.is_host_busy:
                self._busy.add(host)
            raise
        finally:
            self._asked[host] = time.monotonic()
