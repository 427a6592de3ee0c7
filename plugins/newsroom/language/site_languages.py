"""Languages that a publication has fronts, feeds and an interface in, beside its own."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class SiteLanguage(NamedTuple):
    """A language of `DESK["languages"]`."""

    lang: str
    """Tag, as declared: `zh-Hant`."""
    slug: str
    """The same in small letters, for addresses."""
    tagline: str
    """The publication's line in that language; may be empty."""


class Translation(NamedTuple):
    """One version of an article that stands in several languages."""

    lang: str
    slug: str
    """The name of the article, as a listed article has it."""
    url: str
    """Root-relative, without the site's path prefix."""


def site_languages(settings: Mapping[str, Any]) -> tuple[SiteLanguage, ...]:
    """Return the languages that Pelican's `settings` declare, whose mistakes the desk's own check tells."""
    desk = settings.get("DESK")
    declared = desk.get("languages") if isinstance(desk, dict) else None
    if not isinstance(declared, dict):
        return ()
    return tuple(
        SiteLanguage(str(lang), str(lang).lower(), str(own.get("tagline", "")) if isinstance(own, dict) else "")
        for lang, own in declared.items()
    )


def declared_language(lang: str, languages: Sequence[SiteLanguage]) -> str:
    """Return the declared language that text in `lang` belongs to; empty for the publication's own, and any other."""
    small = lang.lower()
    return next((each.lang for each in languages if each.slug == small), "")


def preferred_version(versions: Sequence[Translation], lang: str) -> Translation | None:
    """Return the version in a language, else the original, which comes first; None where there are none."""
    return next((each for each in versions if each.lang.lower() == lang.lower()), versions[0] if versions else None)
