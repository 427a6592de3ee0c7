"""Writes the Atom feeds: one of everything, and one for every category, tag and author front."""

from plugins.feeds.plugin import register

__all__ = ["register"]
