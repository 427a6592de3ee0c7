"""Offers the agenda to the pages of a preview, made anew only when something that it tells of has changed."""

from functools import cache

from plugins.desk.agenda.make_agenda import make_agenda
from plugins.desk.files.entry import unpack_digests
from plugins.desk.load import ContentFolder
from plugins.desk.publication.structure import Structure
from plugins.newsroom.choices import Agenda
from plugins.newsroom.spaces import AGENDA
from plugins.stet.engine import Engine
from plugins.stet.facts import digest_of
from plugins.stet.step import Step

_LISTED = 100
"""Articles of a list of what they lack; nobody goes through more of them one by one."""


def offer_agenda(content: ContentFolder, structure: Structure, engine: Engine) -> None:
    """Offer the agenda of the content folder, of which a build has this structure."""

    @cache
    def agenda() -> Agenda:
        return make_agenda(content, _LISTED)

    step = Step("Making the agenda", _key(content, structure), lambda _: {"": digest_of(agenda())})
    engine.offer_facts(AGENDA, lambda *_: agenda(), step)


def _key(content: ContentFolder, structure: Structure) -> bytes:
    """Return a digest of all that the agenda tells of: front matter, mistakes, the day, and what ends on it.

    Texts count only where something is retracted that they may link to.
    """
    index, known, publication = content.index, content.sources.known, structure.publication
    parts = 2 if any(line.is_retracted for line in publication.articles) else 1
    texts = b"".join(part for path in index.entries for part in unpack_digests(known[path].digests)[:parts])
    problems = tuple((problem.path, int(problem.severity)) for problem in content.problems)
    promos = tuple(promo.end > index.now for promo in publication.promos)
    return digest_of((structure.token, texts, problems, index.now.date().isoformat(), promos))
