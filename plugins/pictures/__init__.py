"""Pictures: read from authors' files, and developed into those that readers get.

`plugin.py` is the edge to Pelican; the rest knows neither Pelican nor the content folder.
"""


def register() -> None:
    """Connect the pictures to Pelican, which is not loaded for those who use this package as a library."""
    from plugins.pictures.plugin import register as connect

    connect()
