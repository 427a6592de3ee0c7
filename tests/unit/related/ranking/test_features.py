import numpy as np

from plugins.newsroom.language.terms import hashed, hashed_label, heads, packed, terms
from plugins.related.ranking.features import asked, features, offered
from tests.unit.related.pieces import blank


def test_tags_and_authors_are_terms_of_little_weight() -> None:
    text = terms("otter", "", "mascot")

    hashes, weights = asked(features(blank("one")._replace(tags=("video",), authors=("mei",)), text))

    found = dict(zip(hashes.tolist(), weights.tolist(), strict=True))
    assert found[hashed_label("author mei")] < found[hashed_label("tag video")] < found[hashed("mascot")]


def test_what_others_find_weighs_more_where_it_stands_in_the_headline() -> None:
    made = features(blank("one"), terms("otter", "", "otter otter otter mascot mascot mascot mascot mascot mascot"))

    (hashes, own), (_, found) = asked(made), offered(made)

    more = dict(zip(hashes.tolist(), (found - own).tolist(), strict=True))
    assert more[hashed("otter")] > 0
    assert more[hashed("mascot")] == 0


def test_no_tag_counts_as_if_it_stood_in_the_headline() -> None:
    label = np.array([hashed_label("tag video")], np.uint32)
    made = packed(np.concatenate((label, heads(label))), [7, 9])  # as if a word of the headline had the same number

    assert offered(made)[1].tolist() == [7]
