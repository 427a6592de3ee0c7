"""Pictures of podcasts, as directories ask for them."""

from collections.abc import Iterator

from plugins.desk.checks.reachability import check_picture
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, Ref
from plugins.newsroom.problems import Problem, shortened
from plugins.pictures.values import SourcePicture

_LEAST, _MOST = 1400, 3000
"""Pixels of a side (podcasters.apple.com/support/896, which Spotify agrees with)."""
_REMEDY = f"save it as JPEG or PNG, a square of {_LEAST} to {_MOST} pixels"


def check_artwork(index: ContentIndex, here: Entry, ref: Ref) -> Iterator[Problem]:
    """Find a picture of a podcast that directories would refuse."""
    picture = index.pictures.get(ref.key)
    if not isinstance(picture, SourcePicture):
        yield from check_picture(index, here, ref)
        return
    mistake = ""
    if picture.format not in ("jpeg", "png"):
        mistake = f"is {picture.format.upper()}"
    elif picture.width != picture.height:
        mistake = f"is no square ({picture.width} × {picture.height})"
    elif not _LEAST <= picture.width <= _MOST:
        mistake = f"is {picture.width} pixels wide"
    if mistake:
        what = f"picture {shortened(ref.target)!r} of a podcast {mistake}"
        yield index.problem(here, ref.place, what, _REMEDY, has_rendering=True)
