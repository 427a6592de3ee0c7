"""Links and pictures of a file, filled in through the view, so that it is known which page depends on which file."""

from dataclasses import dataclass

from markupsafe import Markup

from plugins.desk.files.picture_files import StoredPicture, is_picture
from plugins.desk.settings import SiteDefaults
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

SITE_DEFAULTS = Space[SiteDefaults]("site defaults")
"""By the empty name."""


@dataclass(frozen=True, slots=True)
class Linker:
    """Finds the addresses to which the file `source` links; those that do not exist, the checks have reported."""

    view: View
    source: str

    @property
    def site(self) -> SiteDefaults:
        return self.view.read(SITE_DEFAULTS)

    def text(self, blocks: tuple[Html, ...]) -> tuple[Html, ...]:
        """Return the blocks of the file's text with their slots filled."""
        return tuple(Markup(fill(block, self)) for block in blocks)

    def shown(self, target: str, alt: str, caption: str = "", credit: str = "") -> Picture:
        """Return a picture of the front matter as pages show it."""
        found = self.picture(target)
        return Picture(url=found.url, width=found.width, height=found.height, alt=alt, caption=caption, credit=credit)

    def picture(self, target: str) -> ShownPicture:
        """Return the picture that the file calls `target`."""
        stored = self.view.read(PICTURE, content_path(self.source, target))
        return ShownPicture(url=f"{self.site.prefix}/{stored.path}", width=stored.width, height=stored.height)

    def link(self, target: str) -> str:
        """Return the address to which a link of the text leads."""
        if is_outside(target):
            return target
        if not names_content(target):
            return self.site.prefix + target
        path, suffix = split_suffix(target)
        source = content_path(self.source, path)
        if is_picture(source):
            return self.picture(path).url + suffix
        return f"{self.site.prefix}{self.view.read(URL, source)}{suffix}"
