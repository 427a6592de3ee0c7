"""Chooses the related articles and the don't-miss line of every article."""

from plugins.related.plugin import register

__all__ = ["register"]
