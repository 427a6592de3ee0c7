"""Entries of `embeds.toml` beside the texts: the embeds that they are of, and their pictures."""

from collections.abc import Iterator

from plugins.desk.files.content_index import ContentIndex
from plugins.newsroom.problems import Problem, Severity, shortened
from plugins.pictures.values import PictureError


def check_embeds(index: ContentIndex) -> Iterator[Problem]:
    """Find mistakes in the file, pictures that cannot be shown, and entries that no card needs."""
    cache = index.embeds.cache
    yield from cache.problems
    if not cache.notes:
        return
    used = {address for entry in index.entries.values() for address in entry.embeds}
    for address, line in cache.lines.items():
        if address not in used:
            what, remedy = f"no text shows {shortened(address)!r}", "take the entry away if nobody needs it"
            yield Problem(cache.path, line, 1, what, remedy, Severity.NOTICE)
        elif (key := index.embeds.picture(address)) and key not in index.pictures_taken_down:
            picture = index.picture(key)
            if isinstance(picture, PictureError):
                what = f"picture {shortened(cache.notes[address].picture)!r} {picture}"
                remedy = picture.remedy or "name one that is there, or take the line away"
                yield Problem(cache.path, line, 1, what, remedy)


def embeds_in(index: ContentIndex) -> dict[str, list[str]]:
    """Return the places that name an embed, by canonical address: in all files, those of drafts too."""
    found: dict[str, list[str]] = {}
    for entry in index.entries.values():
        for place, kind, _, address, _ in entry.refs:
            if kind == "embed":
                placed = index.placed(index.problem(entry, place, "", ""))
                found.setdefault(address, []).append(f"{placed.path}:{placed.line}")
    return found
