"""The colours of the publication: those of its settings over the theme's, as far as text in them can be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from plugins.brand.colours import least_contrast, luminance, readable, shifted, text_on
from plugins.brand.settings import BrandSettings
from plugins.brand.theme_colours import Pair
from plugins.newsroom.problems import Severity

Page = Literal["light", "dark"]
_PAGES: tuple[Page, Page] = ("light", "dark")

TEXT, FURNITURE, CONTROL = 7.0, 4.5, 3.0
"""Contrasts of WCAG 2.2: AAA for text (1.4.6), AA for all other text (1.4.3), and frames of controls (1.4.11)."""

_RATIOS: Mapping[str, tuple[float, tuple[str, ...]]] = {
    "ink": (TEXT, ("paper", "tint")),
    "quiet": (FURNITURE, ("paper", "tint")),
    "accent": (FURNITURE, ("paper", "tint")),
    "edge": (CONTROL, ("paper",)),
}
"""The contrast that a colour needs, and the colours that it stands on."""
_AFTER_PAPER = {"tint": {"light": -0.032, "dark": 0.05}, "hairline": {"light": -0.117, "dark": 0.145}}
"""Lightness by which the theme's tint and hairline differ from its paper, as its pages have it."""
_DARK = 0.18
"""Luminance up to which a paper is a dark one, on whichever page."""


class Remark(NamedTuple):
    """Something to say of a setting in `BRAND`."""

    place: tuple[str, ...]
    what: str
    remedy: str
    severity: Severity


@dataclass(slots=True)
class BrandColours:
    """Colours by the name of their token, and what there is to say of them."""

    pairs: Mapping[str, Pair]
    """All colours of both pages."""
    changed: tuple[str, ...]
    """The tokens that differ from the theme's."""
    remarks: list[Remark] = field(default_factory=list)


def make_brand_colours(settings: BrandSettings, theme: Mapping[str, Pair]) -> BrandColours:
    """Return the colours of the publication."""
    remarks: list[Remark] = []
    pages: dict[Page, dict[str, str]] = {}
    for page in _PAGES:
        own = {name: pair[_PAGES.index(page)] for name, pair in theme.items()}
        pages[page] = own | _page_colours(settings, page, own, remarks)
    pairs = {name: Pair(pages["light"][name], pages["dark"][name]) for name in pages["light"]}
    return BrandColours(pairs, tuple(name for name, pair in pairs.items() if theme.get(name) != pair), remarks)


def _page_colours(
    settings: BrandSettings, page: Page, theme: Mapping[str, str], remarks: list[Remark]
) -> dict[str, str]:
    """Return the colours of one page that are not the theme's, and add what is to be said of them."""
    given: dict[str, str] = (settings.light if page == "light" else settings.dark).model_dump(exclude_none=True)
    colours = _with_followers(given, page, theme)
    if not colours and not settings.accent:
        return {}
    whole = {**theme, **colours}
    if "accent" not in given:
        accent, said = _fitted_accent(settings, page, whole)
        colours["accent"] = whole["accent"] = accent
        remarks += said
    remarks += _unreadable(given, page, whole)
    if whole["accent"] != theme["accent"]:
        colours["on-accent"] = text_on(whole["accent"])
    return colours


def _with_followers(given: Mapping[str, str], page: Page, theme: Mapping[str, str]) -> dict[str, str]:
    """Return the given colours with those that go with them."""
    colours = dict(given)
    if "paper" in given:
        kind: Page = "dark" if luminance(given["paper"]) < _DARK else "light"
        for name, shift in _AFTER_PAPER.items():
            colours.setdefault(name, shifted(given["paper"], shift[kind]))
    if "quiet" in given and "visited" in theme:
        colours["visited"] = given["quiet"]
    if "tint" in colours and page == "light":  # on the dark page it stays light, for drawings with dark lines
        colours["plate"] = colours["tint"]
    return colours


def _fitted_accent(settings: BrandSettings, page: Page, colours: Mapping[str, str]) -> tuple[str, list[Remark]]:
    """Return the accent of a page that names none, and a remark where it is far from the one that was meant."""
    wanted = settings.accent or colours["accent"]
    place = ("accent",) if settings.accent else (page, "paper")
    grounds = (colours["paper"], colours["tint"])
    found = readable(wanted, grounds, FURNITURE)
    if found is None:
        both = " and ".join(map(repr, grounds))
        what = f"no lightness of the accent {wanted!r} can be read on both {both}, the {page} page"
        remedy = "give that page a lighter or darker paper, and a tint near to it"
        return wanted, [Remark(place, what, remedy, Severity.ERROR)]
    if found == wanted or page == "dark" or not settings.accent:
        return found, []  # few accents can be read on both pages: nobody has to hear of that
    figure = _figure(least_contrast(wanted, grounds))
    what = f"{wanted!r} becomes {found!r} on the light page, as text in it has {figure}, and {FURNITURE}:1 is needed"
    remedy = f'choose a darker one, or agree: "light": {{"accent": "{found}"}}'
    return found, [Remark(place, what, remedy, Severity.WARNING)]


def _unreadable(given: Mapping[str, str], page: Page, colours: Mapping[str, str]) -> Iterator[Remark]:
    """Find the colours that cannot be read on what they stand on, where the settings name one of the two."""
    for name, (ratio, grounds) in _RATIOS.items():
        named = [each for each in (name, *grounds, "paper") if each in given]
        figures = {ground: least_contrast(colours[name], [colours[ground]]) for ground in grounds}
        worst = min(figures, key=lambda ground: figures[ground])
        if named and figures[worst] < ratio and not (name == "accent" and name not in given):
            what = f"{name} {colours[name]!r} has {_figure(figures[worst])} on the {page} {worst} {colours[worst]!r}"
            better = readable(colours[name], [colours[ground] for ground in grounds], ratio)
            remedy = f"{ratio:g}:1 is needed; " + (
                f"the nearest {name} is {better!r}" if better else f"no {name} can be read there: change the {worst}"
            )
            yield Remark((page, named[0]), what, remedy, Severity.ERROR)


def _figure(ratio: float) -> str:
    """Return a contrast, rounded down so that it never looks enough where it is not."""
    return f"{int(ratio * 10) / 10:g}:1"
