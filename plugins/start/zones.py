"""Time zones by language: the one that most readers of a language live in, where there is one."""

from collections import defaultdict
from functools import cache
from importlib.resources import files

_BY_LANGUAGE = {
    "de": "Europe/Berlin",
    "he": "Asia/Jerusalem",
    "hi": "Asia/Kolkata",
    "id": "Asia/Jakarta",
    "ja": "Asia/Tokyo",
    "ko": "Asia/Seoul",
    "ms": "Asia/Kuala_Lumpur",
    "th": "Asia/Bangkok",
    "vi": "Asia/Ho_Chi_Minh",
    "zh": "Asia/Shanghai",
    "zh-hant": "Asia/Taipei",
}
"""English, Spanish, French, Portuguese and Arabic are read in too many zones to guess."""

_BY_COUNTRY = {"CN": "Asia/Shanghai", "DE": "Europe/Berlin", "ID": "Asia/Jakarta", "MY": "Asia/Kuala_Lumpur"}
"""Countries with several zones, and one that nearly everybody lives in."""


def usual_zone(tag: str) -> str:
    """Return the zone that a language tag leads to, by its country if it names one; empty if that would be a guess."""
    language, *others = tag.split("-")
    country = next((word.upper() for word in others if len(word) == 2), None)
    if country:
        zones = _zones_of_countries().get(country, ())
        return _BY_COUNTRY.get(country) or (zones[0] if len(zones) == 1 else "")
    return _BY_LANGUAGE.get(tag.lower()) or _BY_LANGUAGE.get(language.lower(), "")


@cache
def _zones_of_countries() -> dict[str, tuple[str, ...]]:
    """Return the zones of each country, as the zone database has them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found[country].append(zone)
    return {country: tuple(zones) for country, zones in found.items()}
