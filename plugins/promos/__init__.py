"""Chooses the promotion for the banner on top of every page."""

from plugins.promos.plugin import register

__all__ = ["register"]
