"""The Pelican edge of the pictures: offers the files made from those that this build shows."""

from collections.abc import Iterator, Sequence

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.newsroom.settings import settings_problems
from plugins.pictures.darkroom import darkroom_of
from plugins.pictures.paths import print_path
from plugins.pictures.renderer import PICTURE, PictureRenderer, PrintFile
from plugins.pictures.settings import PicturesSettings, cache_problems
from plugins.pictures.values import DEVELOPED
from plugins.stet.facts import View
from plugins.stet.outputs import Kind, Output
from plugins.stet.plugin import run_of
from plugins.stet.step import Step


def check_settings(pelican: Pelican) -> None:
    settings = pelican.settings
    mistakes = settings_problems(PicturesSettings, settings, "PICTURES")
    run_of(settings).problems += mistakes or cache_problems(settings)


def offer_pictures(generators: Sequence[Generator]) -> None:
    """Offer a file for each print of each picture that this build shows."""
    settings = generators[0].settings
    run = run_of(settings)
    engine, names = run.engine, run.publication.pictures
    engine.offer_renderer(PICTURE, PictureRenderer(darkroom_of(settings)))
    engine.offer_kinds({PICTURE: Kind(make=_print_file, renderer=PICTURE)})
    plan = Step("Planning pictures", b"pictures" + run.token, lambda _: _outputs(engine.view(), names))
    engine.offer_outputs(plan)


def _print_file(view: View, output: Output) -> PrintFile:
    name, made = output.spec
    proof = view.read(DEVELOPED, name)
    if proof is None:
        raise LookupError(f"no picture {name!r}")
    return PrintFile(proof.negative, made, proof.developed.key)


def _outputs(view: View, names: Sequence[str]) -> Iterator[Output]:
    """Yield the files; where two pictures are the same file under one name, once."""
    seen = set()
    for name in names:
        proof = view.read(DEVELOPED, name)
        if proof is None:
            continue
        for made in proof.developed.prints:
            path = print_path(proof, made)
            if path not in seen:
                seen.add(path)
                yield Output(path, PICTURE, (name, made.name))


def register() -> None:
    """Connect the pictures to Pelican."""
    signals.initialized.connect(check_settings)
    signals.all_generators_finalized.connect(offer_pictures)
