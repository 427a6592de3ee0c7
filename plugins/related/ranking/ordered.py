"""Arrays in order: made so, and looked up in."""

import numpy as np

from plugins.newsroom.terms import Integers


def ascending(values: Integers) -> Integers:
    """Return the values in their order, each once. As `numpy.unique`, which at its first use imports for long."""
    values = np.sort(values)
    is_first = np.ones(len(values), np.bool_)
    is_first[1:] = values[1:] != values[:-1]
    return values[is_first]


def places_of(terms: Integers, among: Integers) -> tuple[Integers, Integers]:
    """Return a mask of those `terms` that stand `among` others (ascending), and where these stand."""
    places = np.searchsorted(among, terms)
    is_there = places < len(among)
    is_there[is_there] = among[places[is_there]] == terms[is_there]
    return is_there, places[is_there]
