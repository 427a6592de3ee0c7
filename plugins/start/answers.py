"""Answers that a new publication is made from: name, language, time zone, address; each is checked."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from plugins.newsroom.front_matter.slugs import slugify
from plugins.newsroom.language.language_tags import is_language_tag
from plugins.newsroom.problems import did_you_mean, shortened
from plugins.newsroom.urls import with_latin_host
from plugins.newsroom.words.catalogues import catalogue_tag, languages
from plugins.start.stopped_error import StoppedError
from plugins.start.zones import usual_zone

LONGEST_NAME = 60
"""Names of the kit's own texts are made from it ("About …", "… newsroom"), and have 80 characters at most."""

_LONGEST_HOST = 63


@dataclass(frozen=True)
class Answers:
    """All that a publication starts with."""

    name: str
    locale: str
    zone: str
    url: str
    is_url_invented: bool = False

    @property
    def domain(self) -> str:
        """The host of the address, without `www.`."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


Ask = Callable[[str, str], str]
"""Asks a person, `ask(question, default)`; the default stands for an empty answer."""


def collect(given: Mapping[str, str], ask: Ask | None, tell: Callable[[str], None]) -> Answers:
    """Return the answers in `given` (by NAME, LOCALE, ZONE, URL), and `ask` for those that are missing or wrong.

    Without anybody to ask, raises StoppedError with all that is missing or wrong.
    """
    if ask is None:
        return _checked(given)
    found: dict[str, str] = {}
    for variable, question in _QUESTIONS.items():
        value, default = given.get(variable, ""), _default(variable, found)
        while not value or (mistake := _CHECKS[variable](value)):
            if value:
                tell(f"{variable}: {mistake}")
            value = ask(question, default).strip() or default
        found[variable] = value
    return _answers(found)


def _checked(given: Mapping[str, str]) -> Answers:
    found: dict[str, str] = {}
    problems = []
    for variable in _QUESTIONS:
        value = given.get(variable, "") or _default(variable, found)
        mistake = _CHECKS[variable](value) if value else f"is missing; {_EXAMPLES.get(variable)}"
        if mistake and (value or variable != "URL"):  # it comes from the name
            problems.append(f"{variable} {mistake}")
        found[variable] = value
    if problems:
        raise StoppedError("\n".join(problems))
    return _answers(found, is_url_invented=not given.get("URL"))


def _answers(found: Mapping[str, str], *, is_url_invented: bool = False) -> Answers:
    name, url = " ".join(found["NAME"].split()), found["URL"].rstrip("/")
    return Answers(name, found["LOCALE"], found["ZONE"], url, is_url_invented or url.endswith(".example"))


def _default(variable: str, found: Mapping[str, str]) -> str:
    """Return what an answer most likely is, by those before it."""
    if variable == "ZONE" and found.get("LOCALE"):
        return usual_zone(found["LOCALE"])
    if variable == "URL" and found.get("NAME"):
        host = slugify(found["NAME"])[:_LONGEST_HOST].strip("-")
        return f"https://{host or 'publication'}.example"
    return ""


def _name_mistake(value: str) -> str:
    if any(unicodedata.category(character) == "Cc" for character in value.strip()):
        return "has characters that nobody sees; write it anew"
    length = len(" ".join(value.split()))
    return f"has {length} characters; at most {LONGEST_NAME} are allowed" if length > LONGEST_NAME else ""


def _locale_mistake(value: str) -> str:
    if is_language_tag(value) and catalogue_tag(value):
        return ""
    tag = value.partition(".")[0].replace("_", "-")  # systems write `id_ID.UTF-8`
    if is_language_tag(tag) and catalogue_tag(tag):
        return f"cannot be {shortened(value)!r}; did you mean {tag!r}?"
    remedy = did_you_mean(value, languages())
    end = "" if remedy.endswith("?") else "."
    return f"cannot be {shortened(value)!r}; {remedy}{end} Other languages need all phrases: docs/words.md"


def _zone_mistake(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        known = did_you_mean(value, available_timezones(), "name one such as 'Asia/Jakarta'")
        return f"cannot be {shortened(value)!r}; {known}"
    return ""


def _url_mistake(value: str) -> str:
    try:
        parts = urlsplit(value)
        is_right = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
        is_right = is_right and (parts.port is None or parts.port > 0) and value.isascii()
    except ValueError:
        is_right = False
    if is_right and not set(value) & set(" \t\"'\\<>"):
        return ""
    latin = with_latin_host(value)
    if latin != value and not _url_mistake(latin):
        return f"cannot be {shortened(value)!r}; write it as machines do: {latin}"
    return f"cannot be {shortened(value)!r}; write it as https://www.example.org or https://www.example.org/news"


_QUESTIONS = {
    "NAME": "Name of the publication",
    "LOCALE": f"Language ({', '.join(languages())})",
    "ZONE": "Time zone, such as Asia/Jakarta",
    "URL": "Address, as far as it is known",
}
_EXAMPLES = {
    "NAME": 'say NAME="Kabar Pemasaran"',
    "LOCALE": f"say LOCALE=id, or another of {', '.join(languages())}",
    "ZONE": "say ZONE=Europe/London, or the one that your readers live in",
}
_CHECKS: Mapping[str, Callable[[str], str]] = {
    "NAME": _name_mistake,
    "LOCALE": _locale_mistake,
    "ZONE": _zone_mistake,
    "URL": _url_mistake,
}
