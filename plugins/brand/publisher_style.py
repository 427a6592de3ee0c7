"""The rules that make pages look like the publication: colours and the face of headlines, in the layer `publisher`.

Colours stand there as in the theme's tokens: plain ones first, then pairs for browsers that know them. Print keeps its
own.
"""

from plugins.brand.brand_colours import BrandColours

_PAIRS = "@supports (color:light-dark(oklch(0% 0 0),oklch(0% 0 0)))"


def publisher_style(colours: BrandColours, face: str = "") -> str:
    """Return the rules; `face` is the `@font-face` rule of headlines. Empty where everything is the theme's."""
    rules = face + _colour_rules(colours)
    return f"@layer publisher{{{rules}}}" if rules else ""


def _colour_rules(colours: BrandColours) -> str:
    changed = [(name, colours.pairs[name]) for name in colours.changed]
    if not changed:
        return ""
    plain = ";".join(f"--{name}:{pair.light}" for name, pair in changed)
    pairs = ";".join(f"--{name}:light-dark({pair.light},{pair.dark})" for name, pair in changed)
    return f"@media screen{{:root{{{plain}}}{_PAIRS}{{:root{{{pairs}}}}}}}"
