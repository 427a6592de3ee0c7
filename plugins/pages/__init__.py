"""Makes the page models: a frozen value for each page, with all that its template prints.

They are made of the desk's content and of the choices of related, share, cta and promos. The engine, `plugins.stet`,
gets the plan of all pages and a maker for each kind.
"""

from plugins.pages.plugin import register

__all__ = ["register"]
