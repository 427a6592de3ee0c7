"""Makes the page models: everything that a reader can open, as frozen values, with no thought of HTML around them.

Takes what the desk read and what related, share, cta and promos decided; tells `plugins.stet` which pages there are
and how each is made.
"""

from plugins.pages.plugin import register

__all__ = ["register"]
