"""Links and pictures of a file, filled in through the view, so that it is known which page depends on which file."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from plugins.desk.files.addresses import is_file, possible_paths
from plugins.desk.files.picture_files import StoredPicture, is_picture
from plugins.desk.settings import SiteDefaults
from plugins.desk.text.link_targets import content_path, is_outside, names_content, split_suffix
from plugins.desk.text.slots import ShownPicture, fill
from plugins.newsroom.articles import Picture
from plugins.newsroom.markup import Html
from plugins.newsroom.site_pages import SitePage, find_page
from plugins.newsroom.urls import page_path
from plugins.stet.facts import View
from plugins.stet.space import Space

URL = Space[str | None]("url")
"""The address of a file that has a page in this build, by its path below the content folder; None of any other."""

PAGE = Space[SitePage[Any] | None]("address")
"""The page of this build, by its root-relative URL without prefix; None where there is none."""

PICTURE = Space[StoredPicture | None]("picture")
"""By its path below the content folder; None where there is none that can be shown."""

SITE_DEFAULTS = Space[SiteDefaults]("site defaults")
"""By the empty name."""


@dataclass(frozen=True, slots=True)
class Linker:
    """Finds the addresses to which the file `source` links. Those that do not exist the checks have reported.

    Where that was no error, in a draft or an archive, the publication is made without them.
    """

    view: View
    source: str

    @property
    def site(self) -> SiteDefaults:
        return self.view.read(SITE_DEFAULTS)

    def text(self, blocks: tuple[Html, ...]) -> tuple[Html, ...]:
        """Return the blocks of the file's text with their slots filled."""
        return tuple(Markup(fill(block, self)) for block in blocks)

    def shown(self, target: str, alt: str, caption: str = "", credit: str = "") -> Picture | None:
        """Return a picture of the front matter as pages show it, or None."""
        found = self.picture(target)
        if found is None:
            return None
        return Picture(url=found.url, width=found.width, height=found.height, alt=alt, caption=caption, credit=credit)

    def picture(self, target: str) -> ShownPicture | None:
        """Return the picture that the file calls `target`, or None."""
        target = self.site.own_site.path_of(target) or target
        stored = self.view.read(PICTURE, content_path(self.source, target))
        return stored and ShownPicture(
            url=f"{self.site.prefix}/{stored.path}", width=stored.width, height=stored.height
        )

    def link(self, target: str) -> str | None:
        """Return the address to which a link of the text leads; None if readers of this build could not open it."""
        if is_outside(target):
            return target
        path, suffix = split_suffix(target)
        if not names_content(target):
            address = self._address(path)
            return address and f"{self.site.prefix}{address}{suffix}"
        source = content_path(self.source, path)
        if is_picture(source):
            found = self.picture(path)
            return found.url + suffix if found else None
        url = self.view.read(URL, source)
        return url and f"{self.site.prefix}{url}{suffix}"

    def _address(self, path: str) -> str | None:
        """Return the address of the page, or of the theme's file, that this build has at a path; None without one."""
        if is_file(path):
            return path
        paths = possible_paths(page_path(path), self.site.prefix)
        return next((each for each in paths if find_page(partial(self.view.read, PAGE), each)), None)
