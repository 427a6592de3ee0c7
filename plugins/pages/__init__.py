"""Makes the page models: everything that a reader can open, as frozen values without HTML around them.

They are made of the desk's content and of the choices of related, share, cta and promos. `plugins.stet` is told which
pages there are and how each is made.
"""

from plugins.pages.plugin import register

__all__ = ["register"]
