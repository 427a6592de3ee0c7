"""All that an article is compared by: the terms of its text, and its tags and authors as terms of their own."""

import math

from plugins.newsroom.terms import UNIT, hashed_label, packed
from plugins.related.candidates import Candidate

# Judgement, checked against editors' own links (18F blog corpus): the same tags count a hundredth of the same text …
_TAGS = 10
_AUTHORS = 14  # … and the same authors half of that. A match multiplies two weights, so these are the roots.


def features(candidate: Candidate, terms: bytes) -> bytes:
    """Return the terms of the text with those of tags and authors behind, in the form that `terms` has."""
    labels: dict[int, int] = {}
    for kind, slugs, part in (("tag", candidate.tags, _TAGS), ("author", candidate.authors, _AUTHORS)):
        if slugs:
            weight = round(UNIT / part / math.sqrt(len(slugs)))
            labels |= {hashed_label(f"{kind} {slug}"): weight for slug in slugs}
    behind = sorted(labels)
    more = packed(behind, [labels[label] for label in behind])
    text, end = len(terms) // 6 * 4, len(more) // 6 * 4
    return b"".join((terms[:text], more[:end], terms[text:], more[end:]))
