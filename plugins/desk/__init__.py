"""Reads and checks everything in the content folder, and hides what is not public yet."""

from plugins.desk.plugin import register

__all__ = ["register"]
