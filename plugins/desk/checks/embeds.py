"""Entries of `embeds.toml` beside the texts: the embeds that they are of, and their pictures."""

from collections.abc import Iterator

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry
from plugins.desk.files.kept_parts import KeptParts
from plugins.desk.text.forms.text_form import EMBED, TextForm
from plugins.newsroom.embeds.embed_cache import Canonical
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


def embeds_in(index: ContentIndex, kept: KeptParts, canonical: Canonical) -> dict[str, tuple[list[str], bool]]:
    """Return, by canonical address, the places that name an embed, and whether the text gives it a title in each.

    Those of drafts are among them.
    """
    found: dict[str, tuple[list[str], bool]] = {}
    for entry in index.entries.values():
        titled = _titled(kept, entry, canonical) if entry.embeds else set()
        for place, kind, _, address, _ in entry.refs:
            if kind == "embed":
                placed = index.placed(index.problem(entry, place, "", ""))
                places, has_title = found.get(address, ([], True))
                found[address] = [*places, f"{placed.path}:{placed.line}"], has_title and address in titled
    return found


def _titled(kept: KeptParts, entry: Entry, canonical: Canonical) -> set[str | None]:
    """Return the canonical addresses of the embeds that a text gives a title."""
    forms = (block for block in kept.body(entry.source).blocks if isinstance(block, TextForm))
    return {canonical(form.target) for form in forms if form.form == EMBED and form.title}
