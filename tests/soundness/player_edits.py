"""Edits of players at random: their files, and the posters, captions and transcripts beside these."""

from collections.abc import Callable
from random import Random

from tests.conftest import ROOT
from tests.soundness.compared import ComparedBuilds

MEDIA = ROOT / "tests" / "media"
VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nForty%d.\n"
CONTENTS: dict[str, tuple[bytes | None, ...]] = {
    "clip.mp4": (*((MEDIA / name).read_bytes() for name in ("rotated.mp4", "slow.mp4", "place.mp4")), b"", None),
    "clip.vtt": (VTT % 1, VTT % 2, b"Forty.\n", None),
    "clip.de.vtt": (VTT % 1, None),
    "clip.png": ((MEDIA / "poster.png").read_bytes(), b"no picture", None),
    "clip.txt": (b"Forty.\n", b"Forty-one.\n", None),
    "Clip.mp4": ((MEDIA / "slow.mp4").read_bytes(), None),
}
"""Files with what may stand in each; None for a file that is not there."""
TEXTS = (
    "[See: it](/files/clip.mp4)",
    'One.\n\n[See: *it*](/files/clip.mp4#t=1 "The call | Ann")\n\nTwo.',
    "One.\n\n[![Seen](/pictures/p.jpg)](/files/clip.mp4)\n\n## Transcript\n\nForty.",
    '<video controls poster="/pictures/a.svg" src="/files/clip.mp4"><track src="/files/clip.vtt"></video>',
    '- <video src="/files/clip.mp4"></video>\n- [this](/files/clip.mp4)',
    "[See](/files/Clip.mp4)\n\n[and see](/files/clip.mp4)",
)

Edit = Callable[[ComparedBuilds, Random], None]


def play(builds: ComparedBuilds, chance: Random) -> None:
    """Let an article or a page play a file."""
    text = chance.choice(TEXTS)
    if chance.random() < 0.8:
        builds.publication.change(chance.choice(sorted(builds.publication.stories)), words=text)
    else:
        builds.publication.write("tags/video.md", f"---\nname: Video\nsummary: All of it.\n---\n{text}\n")
    lay_files(builds, chance)


def lay_files(builds: ComparedBuilds, chance: Random) -> None:
    """Add, change or take away files that players show."""
    folder = builds.publication.root / "content/files"
    folder.mkdir(exist_ok=True)
    for name in chance.sample(sorted(CONTENTS), 2):
        content = chance.choice(CONTENTS[name])
        if content is None:
            (folder / name).unlink(missing_ok=True)
        else:
            (folder / name).write_bytes(content)


PLAYER_EDITS: tuple[Edit, ...] = (play, lay_files)
