"""The type of finished HTML in models, which a template may print unescaped."""

from typing import Annotated

from markupsafe import Markup
from pydantic import PlainValidator

Html = Annotated[Markup, PlainValidator(Markup)]
"""Markup that is safe to print; from a plain string (an example's value) it is taken as written."""
