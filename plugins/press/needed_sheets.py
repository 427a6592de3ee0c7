"""Stylesheets and scripts for what few pages show, from `needed/` in the theme's `static/css/` and `static/js/`.

A page gets those that its body asks for: the first two sheets alone would be 4 % of every article.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial

from plugins.newsroom.language.language_tags import text_direction

_WORDMARK = 'class="wordmark'
_IN_TYPE = 'class="wordmark wordmark--'

WRITING = "needed/writing"
"""Name of the sheet for scripts other than Latin."""
_LANGUAGES = ("hi", "ja", "ko", "th", "zh")
"""Those from left to right that it has rules for; it has rules for all from right to left."""


@cache
def is_in_other_script(lang: str) -> bool:
    """Tell whether text in `lang` takes rules of the sheet for scripts other than Latin."""
    return text_direction(lang) == "rtl" or lang.lower().partition("-")[0] in _LANGUAGES


def has_other_script(html: str) -> bool:
    """Tell whether an element names such a language, or its direction."""
    if ' dir="rtl"' in html:
        return True
    # As plain text, since Markup splits more slowly; an expression takes twice as long.
    before, *rests = str(html).split(' lang="')
    for rest in rests:
        tag = rest.partition('"')[0]
        # The name of a language in a link to it is a word, which any style will do for.
        if is_in_other_script(tag) and not before.endswith(f' hreflang="{tag}"'):
            return True
        before = rest
    return False


def has_name_in_type(html: str) -> bool:
    """Tell whether the name of the publication stands there in letters, not as a drawing."""
    # The first says it for all, and stands near the beginning.
    return html.startswith(_IN_TYPE, max(0, html.find(_WORDMARK)))


_FORM = ' class="part '
"""Begin of the class of every element that a form of a text becomes; the component's own class follows."""


@lru_cache(maxsize=1)  # each sheet asks about the same page
def _forms(html: str) -> frozenset[str]:
    """Return the classes of the forms in a page."""
    return frozenset(re.split(r'[" ]', rest, maxsplit=1)[0] for rest in str(html).split(_FORM)[1:])


def shows(form: str, html: str) -> bool:
    """Tell whether a page has a form of a text in it, by the class of its component: `box`."""
    return form in _forms(html)


_OF_FORMS = (
    "big_number",
    "box",
    "data_table",
    "embed",
    "interview",
    "player",
    "pull_quote",
    "quotation",
    "timeline",
    "update_note",
)
"""Names of the sheets that components of forms have, and a quotation with a name."""


def has_gallery(html: str) -> bool:
    """Tell whether several pictures stand side by side, also in a list or a box."""
    return 'class="gallery' in html or shows("gallery", html)


def has_versions(html: str) -> bool:
    """Tell whether a page leads to others in other languages."""
    return 'class="versions' in html


def has_chart(html: str) -> bool:
    """Tell whether numbers are drawn."""
    return 'class="chart ' in html


def has_file_link(html: str) -> bool:
    """Tell whether a link to a file says type and size."""
    return 'class="file-facts"' in html


NEEDED_SHEETS: Mapping[str, Callable[[str], bool]] = {
    "needed/name_in_type": has_name_in_type,
    WRITING: has_other_script,
    **{f"needed/{name}": partial(shows, name.replace("_", "-")) for name in _OF_FORMS},
    "needed/versions": has_versions,
    "needed/gallery": has_gallery,
    "needed/chart": has_chart,
    "needed/file_facts": has_file_link,
}
"""Tells of each sheet whether a page with this HTML in its body needs it."""


def has_frames(html: str) -> bool:
    """Tell whether something on a page opens in place."""
    return " data-frame=" in html


def has_sorting(html: str) -> bool:
    """Tell whether a page has a table that readers may sort."""
    return " data-sorts" in html


NEEDED_SCRIPTS: Mapping[str, Callable[[str], bool]] = {"needed/embed": has_frames, "needed/data_table": has_sorting}
"""Tells of each script whether a page with this HTML in its body needs it."""
