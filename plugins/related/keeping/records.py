"""Records of the articles of a run, and how they differ from those of the run before."""

import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from plugins.related.picker import RelatedCandidate

Record = bytes
"""All values of a candidate as bytes, equal for equal ones: made and compared many times faster than candidates are."""

_NAMES = RelatedCandidate._fields
_scored = itemgetter(*map(_NAMES.index, ("date", "tags", "authors", "is_offered", "terms_digest")))
_text = itemgetter(_NAMES.index("terms_digest"))
_IS_OFFERED = _NAMES.index("is_offered")
_FORM = 2  # version of marshal that writes equal values as equal bytes; later ones mark objects that are the same


def record(candidate: RelatedCandidate) -> Record:
    return marshal.dumps(tuple(candidate), _FORM)


def was_offered(known: Record) -> bool:
    answer: bool = known != b"" and marshal.loads(known)[_IS_OFFERED]
    return answer


def digest_records(records: Iterable[Record]) -> bytes:
    return blake2b(b"".join(records), digest_size=16).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Slugs of the articles that are not the same as in the run before."""

    added: frozenset[str]
    removed: frozenset[str]
    rescored: frozenset[str]
    """Articles of both runs whose scores may have changed."""
    reworded: frozenset[str]
    """Articles of this run that are new or have another text."""
    altered: frozenset[str]
    """Articles of this run that are new or differ in anything."""


def compare_records(before: Mapping[str, Record], now: Mapping[str, Record]) -> Differences:
    """Return the differences between two runs, given by their records by slug."""
    altered = [slug for slug, known in now.items() if before.get(slug) != known]
    return Differences(
        added=frozenset(slug for slug in altered if slug not in before),
        removed=frozenset(before.keys() - now.keys()),
        rescored=frozenset(slug for slug in altered if slug in before and _differ(_scored, before[slug], now[slug])),
        reworded=frozenset(slug for slug in altered if slug not in before or _differ(_text, before[slug], now[slug])),
        altered=frozenset(altered),
    )


def _differ(part: Callable[[Any], Any], one: Record, other: Record) -> bool:
    return bool(part(marshal.loads(one)) != part(marshal.loads(other)))
