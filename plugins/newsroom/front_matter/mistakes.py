"""Mistakes in values of front matter, as the types of these values refuse them."""

from pydantic_core import PydanticCustomError

from plugins.newsroom.problems import shortened


def mistake(what: str, remedy: str, *, most: int | None = None) -> PydanticCustomError:
    """Return the error that a field refuses its value with: a problem's `what` and `remedy`.

    `most` is the length that a text may be cut to, if nothing but its length is wrong.
    """
    return PydanticCustomError("desk", "{what}", {"what": what, "remedy": remedy, "most": most})


def shown(value: object) -> str:
    """Return a value in quotes as messages show it, as its author wrote it; of a long one the beginning."""
    return repr(shortened(value)).replace("\\\\", "\\").replace("\\'", "'")
