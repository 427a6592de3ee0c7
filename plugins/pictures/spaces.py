"""The space of pictures that plugins read through the engine's view."""

from plugins.pictures.values import Proof
from plugins.stet.space import Space

DEVELOPED = Space[Proof | None]("picture", "plugins.desk")
"""A picture with its files, by the name of the wish; None where there is none that can be shown."""
