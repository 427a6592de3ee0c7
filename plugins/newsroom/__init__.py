"""Values and words that all plugins share.

A library, not a plugin: it imports the standard library, pydantic and markupsafe, and neither Pelican nor Jinja.
"""
