"""The brand: how the publication looks like itself, from `content/brand/` and `BRAND`."""

from plugins.brand.plugin import register

__all__ = ["register"]
