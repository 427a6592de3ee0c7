"""Typogrify's filters over HTML in one walk instead of one for each: the same output in a small part of the time.

What is written plainly, as nearly all HTML from Markdown is, is done here. Where a tag is written in a way that the
filters disagree about, Typogrify does the whole stretch.
"""

import re
from collections.abc import Iterator, Sequence

import smartypants
from typogrify import filters

from plugins.desk.text.fast_smartypants import set_text

_DASHES = {
    "oldschool": smartypants.Attr.set2,
    "oldschool_inverted": smartypants.Attr.set3,
}
_IGNORED = re.compile(r"<(pre|code)[^>]*>.*?</\1>", re.IGNORECASE | re.DOTALL)
"""Tags that Typogrify leaves alone even if the settings name none."""
_SKIPPED = "|".join(smartypants.tags_to_skip)
_TAG = re.compile(
    rf"""
    ( </?+(?!(?i:{_SKIPPED}))\w++
      (?:\s++(?:[^\s"'=<>]++="[^"<>]*+(?<![\s=])"|\w++))*+\s*+/?+>
    | <!--(?:[^<>-]|-(?!-))*+-->
    )""",
    re.VERBOSE,
)
"""A tag that every filter takes for one, from the same place to the same place, and none for the begin of something to
leave alone; or a comment."""
_AMPERSAND = re.compile(
    r"""
    &(?:(?<=\s&)|(?<=&nbsp;&))(?:amp;|\#38;)?
    ( (?:\s|&nbsp;) (?:&(?:amp;|\#38;)?(?=\s|&nbsp;))? )
    """,
    re.VERBOSE,
)
"""An ampersand between spaces. The next one is passed over if it has only the space behind this one before it."""
_HINT_OF_CAPITALS = re.compile(r"[A-Z](?:\d*[A-Z]|\.\s?[A-Z]+\.)")
_CAPITALS = re.compile(r"\b([A-Z\d]*[A-Z]\d*[A-Z][A-Z\d']*)\b|\b([A-Z]+\.\s?(?:[A-Z]+\.\s?)+)(?:\s|\b|$)")
"""An acronym, with digits in it if need be; or one with full stops, whose last space Typogrify sometimes eats."""
_INLINE = r"(?:a|em|span|strong|i|b)"
_LEADING = rf"\s*(?:<{_INLINE}[^>]*>\s*)*"
_QUOTE = r"""(?:("|&ldquo;|&\#8220;)|('|&lsquo;|&\#8216;))"""
_FIRST_QUOTE = re.compile(f"({_LEADING}){_QUOTE}")
_BLOCK_QUOTE = re.compile(f"(<(?:p|h[1-6]|li|dt|dd)[^>]*>{_LEADING}){_QUOTE}")
_BLOCK_END = re.compile(r"(</(?:p|h[1-6]|li|dt|dd)>)")
_INLINE_TAG = re.compile(rf"</?{_INLINE}[^>]*>")
_INLINE_ENDS = ("</a>", "</em>", "</span>", "</strong>", "</i>", "</b>")


class Typesetter:
    """Sets HTML as `typogrify.filters.typogrify` does."""

    def __init__(self, attr: int, ignore_tags: Sequence[str], omitted: Sequence[str]) -> None:
        """Take SmartyPants' attributes and Typogrify's arguments: tags to leave alone and filters to leave out.

        Raises TypeError for the name of an unknown filter.
        """
        self._attr = attr
        self._ignore_tags = list(ignore_tags)
        self._omitted = dict.fromkeys(omitted, False)
        filters.applyfilters("", **self._omitted)
        does = {name: name not in omitted for name in ("amp", "smartypants", "caps", "initial_quotes", "widont")}
        self._marks_ampersands = does["amp"]
        self._curls = does["smartypants"]
        self._marks_capitals = does["caps"]
        self._hangs_quotes = does["initial_quotes"]
        self._binds_last_words = does["widont"]

    def set(self, html: str) -> str:
        """Return `html` with its text set."""
        return "".join(self._set_stretch(part) if is_text else part for part, is_text in self._stretches(html))

    def _stretches(self, html: str) -> Iterator[tuple[str, bool]]:
        """Take `html` apart into parts to set and parts to leave alone."""
        if self._ignore_tags:
            yield from filters.process_ignores(html, self._ignore_tags)
            return
        end = 0
        for ignored in _IGNORED.finditer(html):
            yield html[end : ignored.start()], True
            yield ignored[0], False
            end = ignored.end()
        yield html[end:], True

    def _set_stretch(self, html: str) -> str:
        if not html:
            return html
        marked = _AMPERSAND.sub(r'<span class="amp">&amp;</span>\1', html) if self._marks_ampersands else html
        pieces = _TAG.split(marked)
        if any("<" in run for run in pieces[::2]) or (marked != html and any("'" in tag for tag in pieces[1::2])):
            return self._leave_to_typogrify(html)
        self._set_runs(pieces)
        text = "".join(pieces)
        text = hang_quotes(text) if self._hangs_quotes else text
        return bind_last_words(text) if self._binds_last_words else text

    def _set_runs(self, pieces: list[str]) -> None:
        """Set the text between the tags, at the even places of `pieces`."""
        before = ""
        for place in range(0, len(pieces), 2):
            run = pieces[place]
            if not run:
                continue
            last = run[-1]
            if self._curls:
                run = set_text(run, before, self._attr)
            if self._marks_capitals:
                run = mark_capitals(run)
            pieces[place], before = run, last

    def _leave_to_typogrify(self, html: str) -> str:
        # As Pelican does before every file; Typogrify reads it from there.
        smartypants.Attr.default = self._attr
        return str(filters.applyfilters(html, **self._omitted))


def mark_capitals(run: str) -> str:
    """Return text without tags with its acronyms in spans, as Typogrify's `caps` does."""
    hint = _HINT_OF_CAPITALS.search(run)
    if hint is None:
        return run
    start = run.rfind(" ", 0, hint.start()) + 1
    return run[:start] + _CAPITALS.sub(_in_capitals, run[start:])


def _in_capitals(found: re.Match[str]) -> str:
    capitals = found[1] or found[2]
    kept = capitals[:-1] if found[1] is None and capitals[-1] == " " else capitals
    return f'<span class="caps">{kept}</span>{capitals[len(kept) :]}'


def hang_quotes(html: str) -> str:
    """Return HTML with the quotes that blocks begin with in spans, as Typogrify's `initial_quotes` does."""
    first = _FIRST_QUOTE.match(html)
    if first is None:
        return _BLOCK_QUOTE.sub(_hung, html)
    return _hung(first) + _BLOCK_QUOTE.sub(_hung, html[first.end() :])


def _hung(found: re.Match[str]) -> str:
    name = "dquo" if found[2] else "quo"
    return f'{found[1]}<span class="{name}">{found[2] or found[3]}</span>'


def bind_last_words(html: str) -> str:
    """Return HTML with the last two words of its blocks, and of its end, bound together, as Typogrify's `widont` does.

    Typogrify looks from every word for the end of a block behind it; here the ends are looked for, and back from them.
    """
    pieces = _BLOCK_END.split(html)
    pieces[::2] = map(_bound, pieces[::2])
    return "".join(pieces)


def _bound(text: str) -> str:
    """Return the text before an end of a block with its last space made unbreakable, if it has two words."""
    end = text.rstrip()
    while end.endswith(_INLINE_ENDS):
        end = end[: end.rindex("<")].rstrip()
    words = end.rsplit(None, 1)
    if len(words) < 2 or "<" in words[1] or ">" in words[1]:
        return text
    before = words[0]
    if before[-1] == "<" or (before[-1] == ">" and not _ends_with_inline_tag(before)):
        return text
    return f"{before}&nbsp;{text[len(end) - len(words[1]) :]}"


def _ends_with_inline_tag(html: str) -> bool:
    return _INLINE_TAG.search(html, html.rfind(">", 0, len(html) - 1) + 1) is not None


def dash_attributes(dashes: str) -> int:
    """Return SmartyPants' attributes for Pelican's TYPOGRIFY_DASHES; it asks for `&quot;` to be curled in any case."""
    attributes: int = _DASHES.get(dashes, smartypants.Attr.set1) | smartypants.Attr.w
    return attributes
