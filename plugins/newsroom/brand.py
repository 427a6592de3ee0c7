"""The look of the publication: its name, icons and colours, and the pictures that stand for it."""

from dataclasses import dataclass
from typing import Literal

from plugins.newsroom.choices import ShareImage
from plugins.newsroom.markup import Html

BRAND_FOLDER = "brand"
"""Folder of the content folder in which a publisher's own look lies: `content/brand/`."""


NameLength = Literal["short", "middle", "long"]
"""Up to 10 letters, up to 20, or more; those of Chinese, Japanese and Korean count two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordmark:
    """The name of the publication, drawn or set in type."""

    name: str
    length: NameLength
    drawing_html: Html
    """The name as a drawing; empty where it is set in type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Icon:
    """An icon of the publication for browsers and phones."""

    rel: Literal["icon", "apple-touch-icon"]
    type: str
    """Media type; empty for a phone's, which is PNG, and where `sizes` says more."""
    url: str
    sizes: str = ""
    """Of an icon in pixels, `32x32`, so that browsers prefer one that is drawn; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """The look of the publication, as pages, styles and share cards take it."""

    wordmark: Wordmark
    footer_wordmark: Wordmark
    """The same once more on the page: the parts of a drawing have other ids."""
    icons: tuple[Icon, ...]
    papers: tuple[str, str]
    """Colours of the light and the dark page, as `#rrggbb`, which browsers give their own frame."""
    light: tuple[tuple[str, str], ...] = ()
    """Colours of the light page that differ from the theme's, by the name of their token."""
    style: str = ""
    """Rules in the layer `publisher` that set colours and the face of headlines; may be empty."""
    logo: str = ""
    """Address of the publisher's logo as pages print it; empty where there is none."""
    share_picture: ShareImage | None = None
    """The picture that pages without one are shared with."""
    manifest: str = ""
    """Address of the web manifest as pages print it."""
    has_face: bool = False
    """True if headlines have a face of the publication's own, which browsers fetch."""
