"""Share cards: the pictures that services show beside a link, drawn from headline, section, byline and photograph.

`plugin.py` is the edge to Pelican; `lay_out` says where everything stands, `paint` makes the file.
"""


def register() -> None:
    """Connect the share cards to Pelican, which is not loaded for those who use this package as a library."""
    from plugins.share_cards.plugin import register as connect

    connect()
