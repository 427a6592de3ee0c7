"""Texts read with the extensions that every text is read with."""

from markdown import Markdown

from plugins.desk.text.markdown import ALWAYS


def convert(text: str) -> str:
    """Return Python-Markdown's HTML of a text."""
    return Markdown(extensions=list(ALWAYS), extension_configs=ALWAYS).convert(text)
