"""Names of developed pictures in the output: `pictures/stall-480-0123456789ab.avif`."""

from pathlib import PurePosixPath

from plugins.newsroom.front_matter.slugs import slugify
from plugins.pictures.values import Print, Proof

_DIGITS = 12
"""Of the key: enough that no two pictures of one name share them, and what headers take for a digest."""


def print_path(proof: Proof, made: Print) -> str:
    """Return the path of a file below the output folder. The key makes it another one for every other picture."""
    stem, _, suffix = made.name.partition(".")
    name = slugify(PurePosixPath(proof.negative.source.source).stem) or "picture"
    return f"pictures/{name}-{stem}-{proof.developed.key[:_DIGITS]}.{suffix}"
