"""Values of a picture as pages show it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Candidate(NamedTuple):
    """A file among which browsers choose, with its width in pixels."""

    url: str
    width: int


class Cutting(NamedTuple):
    """A file that shows a part of a picture."""

    url: str
    width: int
    height: int
    bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture with its own size in pixels, and the files that show it."""

    url: str
    """As pages print it: root-relative with the site's prefix, under a name that holds a hash.

    Of the files for every browser, the largest.
    """
    width: int
    height: int
    alt: str
    """Description for those who do not see it; empty if it only decorates."""
    caption: str = ""
    credit: str = ""
    modern: tuple[Candidate, ...] = ()
    """AVIF by width, the last one perhaps the author's own file; nothing where that gains nothing."""
    older: tuple[Candidate, ...] = ()
    """Files for every browser by width, the last one being `url`."""
    ratios: tuple[Cutting, ...] = ()
    """JPEG at 16:9, 4:3 and 1:1, for machines that crop by ratio."""
    tone: int = 0
    """Number of the colour that stands in for it while it loads."""
    bytes: int = 0
    """Size of the file at `url`."""
    focus: tuple[int, int] = (50, 50)
    """The point that a crop keeps, in percent from left and top."""
    developed: str = ""
    """Its name in the space `DEVELOPED`, for those who draw with it."""

    @property
    def shape(self) -> Literal["portrait", "square", "landscape", "wide"]:
        """The shape as far as themes tell: 3:4, about 1:1, 4:3 or 3:2, and 16:9 as drawings and video are."""
        if self.height > self.width:
            return "portrait"
        ratio = self.width / self.height
        return "square" if ratio < 1.2 else "landscape" if ratio < 1.6 else "wide"

    @property
    def focus_tenths(self) -> tuple[int, int]:
        """The focal point in tenths, for as many classes."""
        return round(self.focus[0] / 10), round(self.focus[1] / 10)
