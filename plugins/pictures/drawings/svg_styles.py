"""Styles of a drawing, in CSS: without anything that is loaded from elsewhere."""

import re
from collections.abc import Callable

from plugins.pictures.values import PictureError

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_IMPORT = re.compile(r"@(?:import|charset|namespace)\b[^;{}]*;?", re.IGNORECASE)
_URL = re.compile(r"""url\(\s*+(?:"([^"]*+)"|'([^']*+)'|([^()"']*+))\s*+\)""", re.IGNORECASE)
"""Without a way back: hostile styles would make it try all of them."""
_WRITTEN = re.compile(r"""url\((?:#[^()"'\s]+|"data:[^"\n\r\f]*")\)""")
"""Addresses as they are left here; others that browsers understand, such as one that is never closed, are refused."""
_FONT = re.compile(r"data:(?:font/|application/(?:x-)?font)[\w.:;,/+=%-]*", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/", re.IGNORECASE)
_LOADING = re.compile(
    r"(?:image-set|src|cross-fade|image|element|expression)\s*\(|behavior\s*:|-moz-binding|@import", re.IGNORECASE
)
_STRING = re.compile(r""""[^"\n\r\f]*"|'[^'\n\r\f]*'""")
"""For browsers it ends with its line at the latest."""
_GONE = " "
"""Stands where something was left out: else the words before and behind it may become another one."""


def cleaned_style(style: str, clean_embedded: Callable[[str], str]) -> str:
    """Return a style sheet, a style attribute, or any value that is read as CSS, without what it would load.

    `clean_embedded` cleans a picture in a `data:` address. Raises PictureError where nothing can be left out.
    """
    if "\\" not in style and "(" not in style and "@" not in style and "/*" not in style and ":" not in style:
        return style
    plain = _IMPORT.sub(_GONE, _COMMENT.sub(_GONE, style))
    if "\\" in plain:
        raise PictureError("hides words in its styles by backslashes", "export it with its styles as attributes")
    plain = _URL.sub(lambda match: _kept(match, clean_embedded), plain)
    if _LOADING.search(_STRING.sub("", plain)) or "url(" in _WRITTEN.sub("", plain).lower():
        raise PictureError("loads something by its styles", "export it with its styles as attributes")
    return plain


def _kept(match: re.Match[str], clean_embedded: Callable[[str], str]) -> str:
    """Return a reference within the file, a font or a picture that is written out; `none` instead of any other."""
    address = next(part for part in match.groups() if part is not None).strip()
    if address.startswith("#") and not re.search(r"[\s()\"']", address):
        return f"url({address})"
    if _FONT.fullmatch(address):
        return f'url("{address}")'
    return f'url("{clean_embedded(address)}")' if _PICTURE.match(address) else "none"
