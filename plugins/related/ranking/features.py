"""Features of an article: the terms of its text, and its tags and authors as terms of their own."""

import math

import numpy as np

from plugins.newsroom.language.terms import HEADS, LABELS, UNIT, Integers, hashed_label, heads, packed, unpacked
from plugins.related.picker import RelatedCandidate
from plugins.related.ranking.postings import places_of

# Judgement, checked against authors' own links: the same tags count a hundredth of the same text …
_TAGS = 10
_AUTHORS = 14  # … and the same authors half of that. A match multiplies two weights, so these are the roots.


def features(candidate: RelatedCandidate, terms: bytes) -> bytes:
    """Return the terms of the text together with those of tags and authors, in the form that `terms` has."""
    labels: dict[int, int] = {}
    for kind, slugs, part in (("tag", candidate.tags, _TAGS), ("author", candidate.authors, _AUTHORS)):
        if slugs:
            weight = round(UNIT / part / math.sqrt(len(slugs)))
            labels |= {hashed_label(f"{kind} {slug}"): weight for slug in slugs}
    behind = sorted(labels)
    hashes, weights = unpacked(terms)
    end = int(np.searchsorted(hashes, HEADS))
    return packed(
        np.concatenate((hashes[:end], np.array(behind, np.uint32), hashes[end:])),
        np.concatenate((weights[:end], np.array([labels[label] for label in behind], np.uint16), weights[end:])),
    )


def asked(features: bytes) -> tuple[Integers, Integers]:
    """Return the terms that an article looks for in others (ascending), and their weights."""
    hashes, weights = unpacked(features)
    end = np.searchsorted(hashes, HEADS)
    return hashes[:end], weights[:end].astype(np.int64)


def offered(features: bytes) -> tuple[Integers, Integers]:
    """Return the terms that others find in an article (ascending), and their weights: higher for its headline."""
    hashes, weights = asked(features)
    every, amounts = unpacked(features)
    end = np.searchsorted(hashes, LABELS)  # no headline has tags or authors
    in_head, places = places_of(heads(hashes[:end]), every)
    more = np.zeros(len(hashes), np.int64)
    more[:end][in_head] = amounts[places]
    return hashes, weights + more
