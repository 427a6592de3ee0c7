"""Makes the links that pass an article on: plain links to the services' own pages, without a script of theirs."""

from plugins.share.plugin import register

__all__ = ["register"]
