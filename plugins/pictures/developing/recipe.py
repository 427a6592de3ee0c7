"""Recipe of developed pictures: all that they depend on beside the author's file, and the key made of both."""

from functools import cache
from hashlib import sha256

from plugins.pictures.developing.ladder import LADDER, MOST_PIXELS, RATIO_WIDTH, RATIOS, WIDEST_UPRIGHT
from plugins.pictures.values import MIDDLE, Crop, Negative, Purpose

STEPS = 3
"""Counts changes of our own code that make other bytes of the same picture, in whatever module of this folder."""

AVIF = {"quality": 50, "speed": 8, "max_threads": 1, "autotiling": False}
"""As good to look at as JPEG of quality 70 at half its bytes. Two threads would make other bytes than one, and
tiles, which are for more threads, 1 % more.

Speed 6 saves 8 % of the bytes for four times the work; docs/decisions has the figures.
"""
AVIF_OF_WIDEST = {**AVIF, "quality": 45, "speed": 9}
"""The widest rung is chosen by screens of double density only, whose pixels are too small to show the difference.

Speed 9 makes it as like the original in half the time, with 1 to 9 % more bytes: it would be a quarter of all work.
"""
JPEG = {"quality": 70, "optimize": True, "progressive": True}
WEBP = {"quality": 75, "method": 4}
"""For older browsers, where the picture can be seen through."""
LOSSLESS = {"lossless": True, "quality": 80, "method": 4}
"""Of WebP: `quality` is the work that it takes."""
TURNED = {"quality": 92}
"""Of the JPEG that stands for an original whose pixels have to be turned."""

TONES = (
    (36, 38, 42),  # night, stages, dark rooms
    (74, 62, 55),  # wood, leather, evening light
    (112, 112, 110),  # streets, concrete, overcast
    (158, 132, 112),  # skin, brick, sand
    (104, 116, 92),  # leaves, grass
    (108, 132, 152),  # sky, water, glass
    (58, 74, 104),  # blue hour, screens, denim
    (204, 202, 196),  # snow, paper, white rooms
)
"""Red, green and blue of the tones that stand for a picture while it loads, by number.

An average photograph is grey and a little warm, so the tones are quiet. Whoever adds colour to them sees boxes flash.
"""


def picture_key(negative: Negative) -> str:
    """Return the key of the files made from a picture: of its content, what is made, how, and by which encoders."""
    _, _, _, crop, focus, purpose = plain_negative(negative)
    return sha256(negative.digest + _recipe(purpose, crop, focus)).hexdigest()


@cache
def _recipe(purpose: Purpose, crop: Crop | None, focus: tuple[int, int]) -> bytes:
    return f"{recipe_text(purpose, crop, focus)}; {encoder_versions()}".encode()


def recipe_text(purpose: Purpose, crop: Crop | None, focus: tuple[int, int]) -> str:
    """Return all that a picture's files depend on beside its content and the encoders, in words."""
    words = [f"steps {STEPS}", purpose]
    if crop:
        words.append(f"crop {crop}")
    match purpose:
        case "sizes":
            words.append(f"ladder {LADDER} {WIDEST_UPRIGHT} {MOST_PIXELS}")
            words += [f"AVIF {AVIF} {AVIF_OF_WIDEST}", f"JPEG {JPEG}"]
            words += [f"WebP {WEBP} {LOSSLESS}", f"tones {TONES}"]
        case "ratios":
            words += [f"focus {focus}", f"ratios {RATIOS} {RATIO_WIDTH}", f"JPEG {JPEG}", f"tones {TONES}"]
        case "original":
            words.append(f"JPEG {TURNED}")
    return "; ".join(words)


def plain_negative(negative: Negative) -> Negative:
    """Return a negative without what makes no difference to its files, so that equal ones have one key."""
    if negative.purpose != "ratios":
        negative = negative._replace(focus=MIDDLE)
    if negative.purpose == "original" or (negative.purpose == "ratios" and negative.source.format == "svg"):
        negative = negative._replace(crop=None)
    return negative


def is_handed_on(negative: Negative) -> bool:
    """Tell whether a picture is shown as its author's file: all of one that moves, or one that is drawn in lines."""
    is_moving = negative.source.is_animated and negative.crop is None
    return negative.purpose == "sizes" and (is_moving or negative.source.format == "svg")


def tone_of(colour: tuple[int, int, int]) -> int:
    """Return the number of the tone that is nearest to a colour."""
    distances = [sum((a - b) ** 2 for a, b in zip(colour, tone, strict=True)) for tone in TONES]
    return distances.index(min(distances))


@cache
def encoder_versions() -> str:
    """Return the versions of the libraries that make the bytes: a new one of them makes every picture anew.

    Of Pillow, which resizes, only its major version counts. These are the modules that its `features` asks too,
    which loads all of Pillow for it: a tenth of a second that builds without new pictures do without.
    """
    from PIL import __version__, _avif, _imaging, _webp

    encoders = (word for word in _avif.codec_versions().split(", ") if "[enc]" in word)
    versions = {
        "Pillow": __version__.partition(".")[0],
        "libavif": _avif.libavif_version,
        "codecs": " ".join(encoders),
        "libjpeg-turbo": _imaging.libjpeg_turbo_version or _imaging.jpeglib_version,
        "libwebp": _webp.webpdecoder_version,
    }
    return ", ".join(f"{name} {version}" for name, version in versions.items())
