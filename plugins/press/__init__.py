"""Renders page models with the theme and is the only writer of the output folder.

Stops at the output folder: what is published from there is the business of `plugins.publish`.
"""

from plugins.press.plugin import register

__all__ = ["register"]
