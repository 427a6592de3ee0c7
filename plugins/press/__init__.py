"""Renders page models with the theme, and copies the theme's fixed files and the pictures.

It ends with bytes: `plugins.stet` writes them to the output folder, and `plugins.publish` publishes from there.
"""

from plugins.press.plugin import register

__all__ = ["register"]
