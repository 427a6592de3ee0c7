"""Where the links and pictures of texts lead, read through the view, so that it is known who depends on what."""

from dataclasses import dataclass

from markupsafe import Markup

from plugins.desk.files.kept import PlacedPicture
from plugins.desk.files.pictures import StoredPicture, is_picture
from plugins.desk.text.link_targets import content_path, is_outside, names_content, split_suffix
from plugins.desk.text.slots import ShownPicture, fill
from plugins.newsroom.articles import Picture
from plugins.newsroom.markup import Html
from plugins.stet.facts import View
from plugins.stet.space import Space

URL = Space[str]("url")
"""The address of each file that has a page, by its path below the content folder."""

PICTURE = Space[StoredPicture]("picture")
"""By its path below the content folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDefaults:
    """What the publication's settings say of all content."""

    lang: str
    prefix: str
    """Path that the site lives under, without a slash at its end; mostly empty."""
    shows_drafts: bool


HOUSE = Space[SiteDefaults]("house")
"""By the empty name."""


@dataclass(frozen=True, slots=True)
class Linker:
    """Puts in where the links and pictures of the file `source` lead; what is not there the checks have reported."""

    view: View
    source: str

    @property
    def house(self) -> SiteDefaults:
        return self.view.read(HOUSE)

    def text(self, blocks: tuple[Html, ...]) -> tuple[Html, ...]:
        """Return the blocks of the file's text with their slots filled."""
        return tuple(Markup(fill(block, self)) for block in blocks)

    def lead(self, placed: PlacedPicture | None) -> Picture | None:
        """Return the picture in the front matter as pages show it."""
        if placed is None:
            return None
        shown = self._shown(placed.source)
        return Picture(
            url=shown.url,
            width=shown.width,
            height=shown.height,
            alt=placed.alt,
            caption=placed.caption,
            credit=placed.credit,
        )

    def picture(self, target: str) -> ShownPicture:
        """Return a picture of the text."""
        return self._shown(content_path(self.source, target))

    def link(self, target: str) -> str:
        """Return the address that a link of the text leads to."""
        if is_outside(target):
            return target
        if not names_content(target):
            return self.house.prefix + target
        path, suffix = split_suffix(target)
        source = content_path(self.source, path)
        if is_picture(source):
            return self._shown(source).url + suffix
        return f"{self.house.prefix}{self.view.read(URL, source)}{suffix}"

    def _shown(self, source: str) -> ShownPicture:
        stored = self.view.read(PICTURE, source)
        return ShownPicture(url=f"{self.house.prefix}/{stored.path}", width=stored.width, height=stored.height)
