"""Makes the page models: everything that a reader can open, as frozen values, with no thought of HTML around them.

Takes what the desk read and what related, share, cta and promos decided; hands every page to the press.
"""

from plugins.pages.plugin import register

__all__ = ["register"]
