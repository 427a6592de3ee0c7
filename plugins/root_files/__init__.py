"""Publishes the files of `content/root/` at the root of the site, as they are: `ads.txt`, `.well-known/`."""

from plugins.root_files.plugin import register

__all__ = ["register"]
