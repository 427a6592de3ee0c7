"""An incremental, parallel build engine for Pelican: unchanged files stand.

*Stet*, "let it stand", is a proofreader's mark beside words that shall stay. `engine.py` and all it imports know
neither Pelican nor this publication; docs/engine.md says how to use them.
"""


def register() -> None:
    """Connect the engine to Pelican, which is not loaded for those who use this package as a library."""
    from plugins.stet.plugin import register as connect

    connect()
