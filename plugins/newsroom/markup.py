"""Types of values that templates print in a way of their own: finished HTML, and colours."""

from typing import Annotated, Literal

from markupsafe import Markup
from pydantic import PlainValidator

Html = Annotated[Markup, PlainValidator(Markup)]
"""Markup that is safe to print; from a plain string (an example's value) it is taken as written."""

Colour = Literal["red", "orange", "green", "teal", "blue", "violet", "pink", "ochre"]
"""The colours that a category may have, by the name of their token in the theme."""
