"""Reads and checks everything in the content folder, and hides drafts and embargoed articles."""

from plugins.desk.plugin import register

__all__ = ["register"]
