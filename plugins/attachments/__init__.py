"""Attachments: files that texts link for readers to open or save, and those that players play.

`plugin.py` is the edge to Pelican; the rest knows neither Pelican nor the content folder.
"""


def register() -> None:
    """Connect the attachments to Pelican, which is not loaded for those who use this package as a library."""
    from plugins.attachments.plugin import register as connect

    connect()
