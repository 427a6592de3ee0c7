"""Values of pictures: the file of an author, the wish to have it developed, and the files that readers get."""

from typing import Literal, NamedTuple

from plugins.stet.space import Space

MIDDLE = (50, 50)
"""The focal point of a picture that names none, in percent from its left and its top."""

FACE = (50, 20)
"""The same of one that is higher than wide: heads stand near the top."""

Crop = tuple[int, int, int, int]
"""A part of an upright picture: left, top, width, height, in percent of it."""

WHOLE: Crop = (0, 0, 100, 100)
"""All of a picture as a part of it: of one that moves the first frame, for a part stands still."""


Purpose = Literal["sizes", "ratios", "original"]


class PictureError(Exception):
    """A picture that cannot be published; the message says why, for its author, after the name of the file."""

    def __init__(self, message: str, remedy: str = "", *, is_missing: bool = False) -> None:
        """Take the reason, and what to do where that is known; `is_missing` if there is no such file."""
        super().__init__(message)
        self.remedy = remedy
        self.is_missing = is_missing


class SourcePicture(NamedTuple):
    """A picture file of the content folder, as far as it is known without developing it. Of plain values only."""

    source: str
    """Its path below the content folder."""
    format: str
    """`avif`, `gif`, `jpeg`, `png`, `svg` or `webp`: by its content, whatever its name says."""
    width: int
    height: int
    """In pixels, as browsers show it: upright."""
    bytes: int
    is_animated: bool = False
    has_alpha: bool = False
    credit: str = ""
    """The maker, as the file names them."""
    remark: tuple[str, str] | None = None
    """Something that its author should know although it can be shown: what it is, and what to do."""


class Wish(NamedTuple):
    """Use that a page makes of a picture file."""

    source: str
    """Path below the content folder."""
    crop: Crop | None = None
    """The part to show; all of it by default."""
    focus: tuple[int, int] = MIDDLE
    """The focal point, for ratios only."""
    purpose: Purpose = "sizes"

    @property
    def name(self) -> str:
        """Its name among facts; of all sizes of the whole picture, the path alone."""
        parts = [self.source]
        if self.crop:
            parts.append(f"crop {' '.join(map(str, self.crop))}")
        if self.purpose == "ratios":
            parts.append(f"ratios {' '.join(map(str, self.focus))}")
        elif self.purpose == "original":
            parts.append("original")
        return "\t".join(parts)


def wish_named(name: str) -> Wish:
    """Return the wish that has a name: the opposite of `Wish.name`."""
    source, *parts = name.split("\t")
    wish = Wish(source)
    for part in parts:
        word, *numbers = part.split()
        if word == "crop":
            left, top, width, height = map(int, numbers)
            wish = wish._replace(crop=(left, top, width, height))
        elif word == "ratios":
            across, down = map(int, numbers)
            wish = wish._replace(focus=(across, down), purpose="ratios")
        else:
            wish = wish._replace(purpose="original")
    return wish


class Negative(NamedTuple):
    """A picture to develop."""

    place: str
    """The file, relative to the project's folder."""
    source: SourcePicture
    digest: bytes
    """Of the file's content."""
    crop: Crop | None = None
    """The part to show; all of it by default."""
    focus: tuple[int, int] = MIDDLE
    """The focal point of the part that is shown; matters to the ratios only."""
    purpose: Purpose = "sizes"
    """`sizes`: all that pages choose among; `ratios`: 16:9, 4:3 and 1:1; `original`: the file itself, for a link to it.

    Each is developed for itself and has a key of its own: another focal point leaves the sizes as they are.
    """


def focus_of_part(focus: tuple[int, int], crop: Crop | None, width: int, height: int) -> tuple[int, int]:
    """Return the focal point of the part that is shown, in percent of it.

    `focus` is that of the whole picture; `width` and `height` are the part's.
    """
    if focus == MIDDLE:
        return FACE if height > width else MIDDLE
    left, top, across, down = crop or (0, 0, 100, 100)
    return _percent(focus[0] - left, across), _percent(focus[1] - top, down)


def _percent(distance: int, length: int) -> int:
    return min(100, max(0, round(100 * distance / length)))


class Print(NamedTuple):
    """A file made from a picture."""

    name: str
    """In the cache: `480.avif`."""
    width: int
    height: int
    bytes: int


class Developed(NamedTuple):
    """The files made from a negative. Depends on nothing but the key."""

    key: str
    """SHA-256, in hexadecimal digits, of the content and of everything that says how it is developed."""
    width: int
    height: int
    """Of the part that is shown, in pixels of the author's file."""
    tone: int
    """Number of the tone that stands for it while it loads, `developing.recipe.TONES`."""
    modern: tuple[Print, ...] = ()
    """Sizes for browsers of today, by width; none where the older ones are no larger."""
    older: tuple[Print, ...] = ()
    """Sizes that every browser shows, by width: at least one, for sizes."""
    ratios: tuple[Print, ...] = ()
    """16:9, 4:3 and 1:1 round the focal point, as JPEG, for ratios."""
    original: Print | None = None
    """The file itself without its metadata, for the original."""

    @property
    def prints(self) -> tuple[Print, ...]:
        """All of them, each once."""
        every = (*self.modern, *self.older, *self.ratios, *([self.original] if self.original else []))
        return tuple(dict.fromkeys(every))


class Proof(NamedTuple):
    """A picture with the files made from it."""

    negative: Negative
    developed: Developed


DEVELOPED = Space[Proof | None]("picture", "plugins.desk")
"""A picture with its files, by the name of the wish; None where there is none that can be shown."""
