"""Writes a page at every former address, which leads on to where its readers shall go."""

from plugins.redirects.plugin import register

__all__ = ["register"]
