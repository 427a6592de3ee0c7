"""`make embeds` from end to end: which embeds lack words, and what is told of those that were asked for."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plugins.embeds.asking.ask_hosts import Failed, FoundWords, Round
from plugins.embeds.asking.write_entries import append_entries, differences, entry_text
from plugins.newsroom.embeds.embed import Embed
from plugins.newsroom.embeds.embed_cache import EMBEDS, EmbedCache, EmbedFile
from plugins.newsroom.problems import shortened

_INSTEAD = 'write [title](address "text | author") in the text, or an entry in {file}'
_UNKNOWN = "name one video, post or episode of a site that is known, by its full address"
Say = Callable[[str], None]


class Use(NamedTuple):
    """Texts that show an embed."""

    places: Sequence[str] = ()
    has_title: bool = False
    """True if each of them gives it a title, so that nothing is missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """One run of the command."""

    round: Round
    shown_root: str
    """The content folder as messages name it."""
    day: datetime.date
    say: Say
    """Told what went well, line by line."""
    complain: Say
    """Told what did not, at the end."""

    @property
    def path(self) -> Path:
        return self.round.root / EMBEDS

    @property
    def shown_path(self) -> str:
        return f"{self.shown_root}/{EMBEDS}"

    def run(self, used: Mapping[str, Use], is_again: bool) -> int:
        """Ask for the embeds at these addresses; return the status of the command.

        Those that have words are left alone; or, `is_again`, they are asked for anew, and differences are told.
        """
        cache = EmbedFile.in_folder(self.round.root, self.shown_root).read(self.round.table.canonical)
        if cache.problems:
            for problem in cache.problems:
                self.complain(str(problem))
            return 1
        found = {address: self.round.table.find(address) for address in sorted(used)}
        embeds = {embed.address: embed for embed in found.values() if embed}
        unknown = [f"{address}: is no embed; {_UNKNOWN}" for address, embed in found.items() if embed is None]
        uses = {embed.address: used[address] for address, embed in found.items() if embed}
        failed = [*(self._again if is_again else self._ask)(cache, embeds.values())] if embeds or not unknown else []
        missed = [each for each in failed if not (each.is_final and uses[each.embed.address].has_title)]
        for line in unknown + [self._failure(each, uses[each.embed.address].places) for each in missed]:
            self.complain(line)
        return 1 if unknown or any(not each.is_final for each in failed) else 0

    def _ask(self, cache: EmbedCache, embeds: Collection[Embed]) -> Iterator[Failed]:
        """Ask for those without words, and write an entry for each as soon as it is known."""
        known = [embed.address in cache.notes for embed in embeds]
        wanted = [embed for embed in embeds if embed.address not in cache.notes]
        if not wanted:
            has_all = f"every embed has its entry in {self.shown_path}" if known else "no text shows an embed"
            self.say(f"{has_all}: nobody was asked")
        for each in self.round.ask(wanted):
            if isinstance(each, Failed):
                yield each
                continue
            address, notes = each.embed.address, each.notes
            append_entries(self.path, [entry_text(address, notes, self.day)])
            self.say(f"{address}: {shortened(notes.title or notes.text or notes.author)!r}{_picture(each)}")

    def _again(self, cache: EmbedCache, embeds: Iterable[Embed]) -> Iterator[Failed]:
        """Ask anew for those with words, and say what has changed."""
        known = {embed: cache.notes[embed.address] for embed in embeds if embed.address in cache.notes}
        count = asked = 0
        for each in self.round.again(known):
            if isinstance(each, Failed):
                yield each
                continue
            embed, before, now = each
            asked += 1
            for line in differences(before, now):
                count += 1
                self.say(f"{self.shown_path}:{cache.lines[embed.address]}: {embed.address}: {line}")
        if count:
            self.say(
                f"{self.shown_path} is as it was; change it, or take entries away and run the command without REFRESH"
            )
        elif asked or not known:
            self.say(f"{asked} asked for again, and nothing is new")

    def _failure(self, failed: Failed, places: Sequence[str]) -> str:
        where = f" (in {', '.join(places[:3])}{', …' if len(places) > 3 else ''})" if places else ""
        return f"{failed.embed.address}: {failed.what}; {_INSTEAD.format(file=self.shown_path)}{where}"


def _picture(found: FoundWords) -> str:
    if found.remark:
        return f", without a picture: its address {found.remark}"
    return f", {found.notes.picture.removeprefix('/')}" if found.notes.picture else ", without a picture"
