"""Edits of embeds and podcasts at random: words of cards that come and go, and a podcast of a category or a tag."""

import struct
import zlib
from collections.abc import Callable
from random import Random

from tests.conftest import ROOT
from tests.soundness.compared import ComparedBuilds

POST = "https://bsky.app/profile/a.example/post/3kj2umze7zj2n"
VIDEO = "https://vimeo.com/12345"
CARDS = (
    "",
    f'["{VIDEO}"]\ntitle = "Prices"\nauthor = "Ana"',
    f'["{VIDEO}"]\ntitle = "Other prices"\npicture = "/pictures/p.jpg"',
    f'["{VIDEO}"]\ntitle = "Prices"\npicture = "/pictures/a.svg"\n["https://vimeo.com/1"]\ntitle = "Unused"',
    f'["{POST}"]\ndid = "did:plc:ragtjsm2j2vknwkz3zp4oxrd"',
    f'["{VIDEO}"]\ntitle = "Prices"\npicture = "/pictures/none.jpg"',
)
"""Contents of `embeds.toml`; the last shows a picture that is not there."""
TEXTS = (
    f"One thing.\n\n{VIDEO}\n\nAnother thing.",
    "One thing.\n\n[Listen](/files/talk.mp3)\n\nAnother thing.",
    f"One thing.\n\n[Listen](/files/talk.mp3)\n\n[Prices]({VIDEO})",
    "One thing, and [the talk](/files/talk.mp3).",
    f'[A]({VIDEO}#t=9s "B | C")\n\n{POST}\n\nhttps://social.example.com/@a/1\n\n- {VIDEO}',
)

Edit = Callable[[ComparedBuilds, Random], None]


def show_cards_and_players(builds: ComparedBuilds, chance: Random) -> None:
    """Let an article show an embed or play a file, which is there."""
    file = builds.publication.root / "content/files/talk.mp3"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes((ROOT / "tests/media/episode.mp3").read_bytes())
    name = chance.choice(sorted(builds.publication.stories))
    builds.publication.change(name, words=chance.choice(TEXTS))


def edit_words_of_cards(builds: ComparedBuilds, chance: Random) -> None:
    """Write the words of cards, or take them away."""
    words = chance.choice(CARDS)
    builds.publication.write("embeds.toml", words)
    if not words:
        (builds.publication.root / "content/embeds.toml").unlink()


def make_podcast(builds: ComparedBuilds, chance: Random) -> None:
    """Make a podcast of a tag or a category, change it, or let it be none."""
    (builds.publication.root / "content/pictures/show.png").write_bytes(_square(chance.choice((1400, 1500))))
    keys = f"email: a@b.example, category: {chance.choice(('News', 'Marketing'))}, image: /pictures/show.png"
    podcast = f"podcast: {{{keys}, title: {chance.choice(('The show', 'Show'))}}}\n" if chance.random() < 0.7 else ""
    if chance.random() < 0.5:
        builds.publication.write("tags/video.md", f"---\nname: Video\nsummary: All of it.\n{podcast}---\n")
    else:
        head = f"name: Social\norder: 1\ncolour: pink\nsummary: Platforms.\n{podcast}"
        builds.publication.write("categories/social.md", f"---\n{head}---\n")


def _square(side: int) -> bytes:
    """Return a black PNG, of a few hundred bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(bytes(1 + (side + 7) // 8) * side)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


EMBED_AND_PODCAST_EDITS: tuple[Edit, ...] = (show_cards_and_players, edit_words_of_cards, make_podcast)
