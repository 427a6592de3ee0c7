"""Tells crawlers and language models what they may read, and where: `robots.txt`, `llms.txt`, articles as Markdown."""

from plugins.crawlers.plugin import register

__all__ = ["register"]
