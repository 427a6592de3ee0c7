"""Types of values that templates print in a way of their own: finished HTML, and colours; and the words of HTML."""

import html
import re
from typing import Annotated, Literal

from markupsafe import Markup
from pydantic import PlainValidator

Html = Annotated[Markup, PlainValidator(Markup)]
"""Markup that is safe to print; from a plain string (an example's value) it is taken as written."""

Colour = Literal["red", "orange", "green", "teal", "blue", "violet", "pink", "ochre"]
"""The colours that a category may have, by the name of their token in the theme."""

_TAG = re.compile(r"<[^<>]*>")


def without_tags(markup: Html) -> str:
    """Return the plain text of a line of markup; a space that keeps two words together becomes a common one."""
    return html.unescape(_TAG.sub("", markup)).replace("\u00a0", " ")
