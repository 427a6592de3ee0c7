"""The Pelican edge of the root files: has `content/root/` read at the beginning of a run, and offers its files."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.newsroom.addresses.root_folder import ROOT_FOLDER
from plugins.newsroom.problems import Problem
from plugins.root_files.read_root import ROOT_FILE, RootFile, RootFileRenderer, read_root_files
from plugins.stet.facts import digest_of
from plugins.stet.outputs import Kind, Output
from plugins.stet.plugin import run_of
from plugins.stet.space import Space
from plugins.stet.step import Step

_FILE = Space[RootFile](ROOT_FILE)
"""By path in the output."""


def announce_reading(pelican: Pelican) -> None:
    """Have the folder read before the content."""
    run_of(pelican.settings).readings.append(offer_root_files)


def offer_root_files(settings: dict[str, Any]) -> Iterable[Problem]:
    """Offer the files of the folder, and return the problems of others."""
    found, problems = read_root_files(Path(settings["PATH"]) / ROOT_FOLDER)
    files = {file.path: file for file in found}
    engine = run_of(settings).engine
    engine.offer_renderer(ROOT_FILE, RootFileRenderer())
    engine.offer_facts(_FILE, lambda _, path: files[path], {path: digest_of(file) for path, file in files.items()})
    engine.offer_kinds({ROOT_FILE: Kind(make=lambda view, output: view.read(_FILE, output.path), renderer=ROOT_FILE)})
    outputs = [Output(path, ROOT_FILE, (file.source,)) for path, file in files.items()]
    engine.offer_outputs(Step("Planning root files", digest_of(tuple(found)), lambda _: outputs))
    return problems


def register() -> None:
    """Connect the root files to Pelican."""
    signals.initialized.connect(announce_reading)
