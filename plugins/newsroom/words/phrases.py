"""Words of one language as templates and plugins read them: one attribute a phrase."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.newsroom.language.language_tags import Direction
from plugins.newsroom.words.plurals import plural_form


@dataclass(frozen=True, slots=True)
class Grouping:
    """Signs that part the digits of a large number into groups."""

    sign: str
    least: int
    """Smallest number that has a sign: 1,000 in English, 10.000 in Spanish."""
    sizes: tuple[int, ...]
    """Digits in the last group, then in each before it: 1,234,567 has 3 and 3, 12,34,567 has 3 and 2."""

    def written(self, number: int) -> str:
        """Return a whole number, 0 or more, as readers see it."""
        digits, last = str(number), self.sizes[0]
        if number < self.least or len(digits) <= last:
            return digits
        front, size = digits[:-last], self.sizes[-1]
        first = len(front) % size or size
        groups = [front[:first], *(front[at : at + size] for at in range(first, len(front), size)), digits[-last:]]
        return self.sign.join(groups)


@dataclass(frozen=True, slots=True)
class Plural:
    """A phrase with a form for each kind of number: called with a number, it returns the phrase for that."""

    forms: tuple[tuple[str, str], ...]
    """Pairs of CLDR's name and text; `other` is among them."""
    rules: tuple[tuple[str, str], ...]
    grouping: Grouping
    _said: dict[int, str] = field(init=False, repr=False, compare=False, default_factory=dict)
    """Phrases for numbers, once made: pages say the same few again and again."""

    def __call__(self, n: int) -> str:
        said = self._said.get(n)
        if said is None:
            forms = dict(self.forms)
            said = forms.get(plural_form(self.rules, n), forms["other"]).format(n=self.grouping.written(n))
            self._said[n] = said
        return said


_Y, _E = " y ", " e "
_SOUNDS_LIKE_Y = re.compile(r"h?[iíy](?![aeouáéóú])", re.IGNORECASE)
"""Beginning of a name before which Spanish has `e` for `y`: Ana e Inés. CLDR leaves it to programs, as ICU does."""

Phrase = str | Plural | tuple[str, ...]
"""Words; words by number; or the twelve months."""


@dataclass(frozen=True)
class Words:
    """Phrases by name: `words.latest` is text, `words.reading(5)` text for a number, `words.months` the twelve.

    The names are those of `languages/en.toml` and `en.cldr.toml`; another one raises AttributeError. Text has places
    for what it is about, `words.earlier_in.format(section=…)`.
    """

    lang: str
    """Tag of the language that the phrases are in."""
    direction: Direction
    grouping: Grouping
    years_ahead: int
    """Years that readers see are ahead of ISO's by so many: 543 in Thai."""
    phrases: tuple[tuple[str, Phrase], ...]
    """All of them, by name."""
    _by_name: Mapping[str, Phrase] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        phrases = dict(self.phrases)
        vars(self).update(phrases, _by_name=phrases)  # attributes of its own: a date reads eight of them

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"there is no phrase {name!r}")

    def __iter__(self) -> Iterator[str]:
        """Yield the names of all phrases."""
        return iter(self._by_name)

    def get(self, name: str) -> Phrase | None:
        """Return a phrase by its name, None where there is none of that name."""
        return self._by_name.get(name)


def number(count: int, words: Words) -> str:
    """Return a whole number as the language writes it: `1,234`."""
    return words.grouping.written(count)


def name_list(names: Sequence[str], words: Words) -> str:
    """Return names as the language lists them: `A, B and C`."""
    return "".join(before + name for before, name in zip(name_joints(names, words), names, strict=True))


def name_joints(names: Sequence[str], words: Words) -> list[str]:
    """Return what stands before each name in a list; nothing before the first."""
    if len(names) < 2:
        return [""] * len(names)
    last = words.list_two if len(names) == 2 else words.list_last
    if last == _Y and words.lang.startswith("es") and _SOUNDS_LIKE_Y.match(names[-1]):
        last = _E
    return ["", *[words.list_between] * (len(names) - 2), last]
