"""Tells search engines of all pages that readers can open, and of the news of two days: sitemaps."""

from plugins.sitemaps.plugin import register

__all__ = ["register"]
