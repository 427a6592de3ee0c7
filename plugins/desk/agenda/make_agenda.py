"""Makes the agenda from the content folder as it is now, without a build."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from math import inf
from pathlib import PurePosixPath
from typing import Any

from plugins.desk.checks.references import LINKED_KINDS
from plugins.desk.files.entry import Entry, Ref, url_of
from plugins.desk.load import ContentFolder
from plugins.newsroom.choices import LONG_LISTS, Agenda, AgendaItem, AgendaList
from plugins.newsroom.problems import Severity

_FAR = timedelta(days=366)
_SLIP = "more than a year ahead, which may be a slip"
"""A date so far away is more often one than a plan; judgement."""


def make_agenda(content: ContentFolder, most: int | None = None) -> Agenda:
    """Return the agenda of a content folder; of lists of articles that lack something, the `most` newest."""
    maker = _AgendaMaker(content)
    lists: dict[str, Sequence[_Dated | Entry]] = {
        "overdue": _soonest_first(maker.overdue()),
        "coming": _soonest_first(maker.coming()),
        "drafts": _soonest_first(maker.drafts()),
        "without summary": [entry for entry in maker.current if not entry.has_summary],
        "without picture": [entry for entry in maker.current if not entry.has_picture],
    }
    return Agenda(
        now=content.index.now,
        errors=sum(problem.severity is Severity.ERROR for problem in content.problems),
        lists=tuple(maker.listed(name, found, most) for name, found in lists.items() if found),
    )


@dataclass(frozen=True, slots=True)
class _Dated:
    """An entry with an event and its time, in seconds since 1970."""

    entry: Entry
    what: str
    seconds: float | None
    notes: tuple[str, ...] = ()


def _soonest_first(found: Iterable[_Dated]) -> list[_Dated]:
    """Return entries by time, those without one last, then by file."""
    return sorted(found, key=lambda each: (inf if each.seconds is None else each.seconds, each.entry.source, each.what))


@dataclass(frozen=True)
class _AgendaMaker:
    content: ContentFolder

    def overdue(self) -> Iterator[_Dated]:
        """Yield drafts whose date is past, and what is over or retracted and is still named by hand."""
        index = self.content.index
        for entry in index.kinds["articles"]:
            if entry.is_draft:
                if entry.published is not None and entry.published <= index.seconds:
                    notes = (*self._lacking(entry), *self._mistakes(entry, "to mend"))
                    yield _Dated(entry, "was to go public", entry.published, notes)
            elif named := self._named_by.get(entry.source):
                is_retracted = entry.is_retracted_at(index.seconds)
                what, time = ("was retracted", entry.retracted) if is_retracted else ("has expired", entry.expires)
                yield _Dated(entry, what, time, (f"still named in {_list(map(index.path_of, named))}",))

    def coming(self) -> Iterator[_Dated]:
        """Yield all that changes by itself at a time to come."""
        index = self.content.index
        for entry in index.kinds["articles"]:
            if entry.is_draft:
                continue
            if entry.published is not None and entry.published > index.seconds:
                is_held = entry.has_fields and self._fields(entry).embargo is not None
                has_embargo = is_held and self._fields(entry).embargo.timestamp() == entry.published
                notes = (*self._lacking(entry), *self._mistakes(entry, "would stop the release then"))
                far = (_SLIP,) if self._time(entry.published).date() > (index.now + _FAR).date() else ()
                yield _Dated(entry, "embargo ends" if has_embargo else "goes public", entry.published, (*far, *notes))
            for what, time in (("expires", entry.expires), ("is retracted", entry.retracted)):
                if time is not None and time > index.seconds:
                    yield _Dated(entry, what, time)
        for entry in index.kinds["promos"]:
            if entry.has_fields:
                fields = self._fields(entry)
                for what, time in (("promo begins", fields.start), ("promo ends", fields.end)):
                    if time > index.now:
                        yield _Dated(entry, what, time.timestamp())

    def drafts(self) -> Iterator[_Dated]:
        """Yield drafts of articles whose date is not past, and those of pages."""
        index = self.content.index
        for kind in ("articles", "pages"):
            for entry in index.kinds[kind]:
                if entry.is_draft and not (entry.published is not None and entry.published <= index.seconds):
                    notes = (*self._lacking(entry), *self._mistakes(entry, "to mend"))
                    yield _Dated(entry, "", entry.published, notes if kind == "articles" else ("a page", *notes))

    @cached_property
    def current(self) -> list[Entry]:
        """The public articles that are neither over, retracted nor in an archive, newest first."""
        index = self.content.index
        found = (
            entry
            for entry in index.kinds["articles"]
            if index.is_public(entry) and not entry.has_ended_at(index.seconds) and not index.archive_of(entry.source)
        )
        return sorted(found, key=lambda entry: (-(entry.published or 0), entry.source))

    def listed(self, name: str, found: Iterable[_Dated | Entry], most: int | None) -> AgendaList:
        """Return a list of the agenda; one of articles that lack something may be cut."""
        all_found = [each if isinstance(each, _Dated) else _Dated(each, "", each.published) for each in found]
        kept = all_found[:most] if name in LONG_LISTS else all_found
        return AgendaList(name=name, items=tuple(map(self._item, kept)), count=len(all_found))

    def _item(self, dated: _Dated) -> AgendaItem:
        index, entry = self.content.index, dated.entry
        fields = self._fields(entry) if entry.has_fields else None
        has_page = entry.kind in LINKED_KINDS and index.can_be_shown(entry)
        return AgendaItem(
            what=dated.what,
            time=None if dated.seconds is None else self._time(dated.seconds),
            path=index.path_of(entry.source),
            url=url_of(entry, index.now) if has_page else "",
            title=fields.title if fields else PurePosixPath(entry.source).name,
            lang=(fields.own_lang or "") if fields else "",
            notes=dated.notes,
        )

    def _time(self, seconds: float) -> datetime:
        return datetime.fromtimestamp(seconds, self.content.index.now.tzinfo)

    def _fields(self, entry: Entry) -> Any:
        return self.content.kept.head(entry.source)[0]

    def _lacking(self, entry: Entry) -> tuple[str, ...]:
        """Return what an article needs before it can go public."""
        if entry.kind != "articles" or not entry.has_fields:
            return ()
        has = {
            "date": entry.published is not None,
            "category": bool(entry.category),
            "authors": bool(entry.authors),
            "summary": entry.has_summary,
            "picture": entry.has_picture,
        }
        lacking = [name for name, is_there in has.items() if not is_there]
        return (f"without {_list(lacking)}",) if lacking else ()

    def _mistakes(self, entry: Entry, consequence: str) -> tuple[str, ...]:
        count = self._mistakes_by_path[self.content.index.path_of(entry.source)]
        return (f"{count} {'mistake' if count == 1 else 'mistakes'} {consequence}",) if count else ()

    @cached_property
    def _mistakes_by_path(self) -> Counter[str]:
        return Counter(problem.path for problem in self.content.problems if problem.severity > Severity.NOTICE)

    @cached_property
    def _named_by(self) -> Mapping[str, list[str]]:
        """Files of current articles that name one which is over, or link to one that is retracted, by its file."""
        index, found = self.content.index, defaultdict[str, list[str]](list)
        ended = {entry.source: entry for entry in index.kinds["articles"] if entry.has_ended_at(index.seconds)}
        by_url = {url_of(entry, index.now): entry.source for entry in ended.values()}
        for entry in self.current if ended else ():
            chosen = (index.article(name) for name in (*entry.related, entry.dont_miss or "") if name)
            named = {article.source for article in chosen if article and article.source in ended}
            links = {by_url.get(key, key) for key in (Ref._make(ref).key for ref in entry.refs)}
            named |= {key for key in links if key in ended and ended[key].is_retracted_at(index.seconds)}
            for source in named:
                found[source].append(entry.source)
        return found


def _list(words: Iterable[str]) -> str:
    """Return words as a sentence lists them."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
