"""The edge of the engine to Pelican: begins a run, lets the engine build when the generators write, and ends the run.

Other plugins ask for the state of the run with `run_of(settings)`; they come before this one in no particular order.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pelican import Pelican, get_instance, parse_arguments, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import DEFAULT_CONFIG

from plugins.newsroom.problem_report import annotate_errors, count_lines, ordered, report_in_words, shown_lines
from plugins.newsroom.problems import has_errors
from plugins.newsroom.run import RUN, Run
from plugins.newsroom.settings_places import unread_settings_told
from plugins.newsroom.setup import SILENT, other_writers, setup_problems, silent_signals, unused_dicts
from plugins.stet.bar import BuildBar
from plugins.stet.build_errors import BuildError
from plugins.stet.build_report import build_summary
from plugins.stet.code_digest import code_digest
from plugins.stet.engine import Engine
from plugins.stet.state.lock import LockedError


def run_of(settings: dict[str, Any]) -> Run:
    """Return the state of this run.

    Whichever plugin asks first connects its beginning, so that a run without this plugin ends with a clear error too.
    """
    run: Run = settings.setdefault(RUN, Run())
    signals.get_generators.connect(begin_run)
    return run


def begin_run(pelican: Pelican) -> None:
    """Open the engine, have the content read, and end the run if settings or content have errors, with all problems.

    This is the one place that does so: every plugin has checked its settings by now, and nothing was written.
    `pelican --autoreload` comes here again and again with settings that were initialized once.
    """
    settings = pelican.settings
    if RUN not in settings:
        return
    run = run_of(settings)
    close_engine(run)  # of a run that an error has ended, with all that was offered in it
    run.forget()
    open_engine(run, settings)
    problems = [*run.problems, *setup_problems(settings, DEFAULT_CONFIG)]
    problems += [problem for read in run.readings for problem in read(settings)]
    run.is_refused = has_errors(problems)
    if run.load_content:
        try:
            found, slugs = run.load_content(settings)
        except BuildError as error:
            run.engine.keep_sources()
            close_engine(run)
            raise SystemExit(str(error)) from None
        problems += found
        if slugs is not None:
            problems += [problem for check in run.name_checks for problem in check(slugs)]
    if has_errors(problems):
        run.engine.keep_sources()
        close_engine(run)
        annotate_errors(problems, os.environ, run.place_problem)
        raise SystemExit(report_in_words(problems, place=run.place_problem))
    run.warnings = ordered(problems)
    listeners = [(name, getattr(signals, name).receivers_for(pelican)) for name in SILENT]
    # A partial has its function in `func`; its own module is functools.
    functions = ((name, getattr(each, "func", each)) for name, receivers in listeners for each in receivers)
    modules = ((name, getattr(each, "__module__", "")) for name, each in functions)
    tell(run, [*map(str, unused_dicts(settings)), *silent_signals(modules, settings)])
    if not run.rehearse:
        try:
            run.engine.set_leftovers_aside()
        except OSError as error:
            raise SystemExit(_system_error(error)) from None


def _system_error(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}; see to that and run again"


def tell(run: Run, remarks: Iterable[str]) -> None:
    """Print remarks that do not end the run, in a process of many runs once."""
    told = run.persistent.told if run.persistent else set()
    for remark in remarks:
        if remark not in told:
            console.print(remark, markup=False, highlight=False, soft_wrap=True)
            told.add(remark)


def tell_warnings(run: Run) -> None:
    """Print the problems that have not ended the run, and their number by kind."""
    tell(run, shown_lines(run.warnings, place=run.place_problem))
    for line in count_lines(run.warnings):
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def open_engine(run: Run, settings: dict[str, Any]) -> None:
    """Open the engine of a run, which ends while another build is going on."""
    output = Path(settings["OUTPUT_PATH"])
    try:
        engine = _open(run, settings, output)
    except LockedError as error:
        said = f"{output}: another build is writing there: {error}; wait until it has ended, then run again"
        raise SystemExit(said) from None
    except OSError as error:
        raise SystemExit(_system_error(error)) from None
    if engine.dropped:
        console.print(f"Building anew: what the last build had kept {engine.dropped}.")
    _rest_collector()
    run.engine = engine
    signals.finalized.connect(end_run)


def close_engine(run: Run) -> None:
    """Let go of the engine of a run, if there is one; a persistent one is for its owner to close."""
    if run.has_engine:
        if not run.persistent:
            run.engine.close()
        del run.engine


def _open(run: Run, settings: dict[str, Any], output: Path) -> Engine:
    writers = other_writers(settings)
    if run.persistent:
        return run.persistent.engine(output, lambda: code_digest(_folders(settings)), _spared(settings), writers)
    engine = Engine(output, code_digest(_folders(settings)), _spared(settings), writers)
    engine.progress = BuildBar(console)
    return engine


def _rest_collector() -> None:
    """Switch the garbage collector off: the objects of a build live until its end, and looking at them takes a tenth.

    A process that builds again first collects the garbage of the run before.
    """
    if not gc.isenabled():
        gc.collect()
    gc.disable()


def keep_output(pelican: Pelican) -> None:
    """Keep Pelican from deleting the output at the start of a run: the engine removes files that nobody offers."""
    run_of(pelican.settings)
    pelican.delete_outputdir = False


class StetGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Builds what plugins have offered."""

    def generate_output(self, _: Any) -> None:
        try:
            run = run_of(self.settings)
            console.print(build_summary(run.engine.build()))
        except BuildError as error:
            raise SystemExit(str(error)) from None
        tell_warnings(run)


def rehearse(pelican: Pelican) -> None:
    """End a run that asks for something else than the build, before any generator writes."""
    run = run_of(pelican.settings)
    if run.rehearse:
        try:
            run.rehearse(run.engine)
        except BuildError as error:
            raise SystemExit(str(error)) from None
        finally:
            close_engine(run)
        raise SystemExit


def run_rehearsal(settings: str, output: str, tell: Callable[[Engine], None]) -> int:
    """Run Pelican as for a build into `output`, let `tell` speak instead of building, and return the exit status."""
    options: Any = parse_arguments(["content", "-s", settings, "-o", output, "--fatal=errors"])
    options.overrides = {RUN: Run(rehearse=tell)}
    try:
        with unread_settings_told():
            instance, _ = get_instance(options)
        console.quiet = True  # Pelican's own last line says that it has processed what nobody has built
        instance.run()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return 1 if end.code else 0
    return 0


def offer_generator(_: Pelican) -> type[Generator]:
    return StetGenerator


def end_run(pelican: Pelican) -> None:
    """Close the engine, and end with an error if another plugin has written over the build."""
    if RUN not in pelican.settings:
        return
    run = run_of(pelican.settings)
    engine = run.engine
    overwritten = engine.overwritten() if engine.has_built and engine.others.writers else []
    close_engine(run)
    if overwritten:
        said = f"{overwritten[0]}: {engine.others.in_words()} has written over this file of the build"
        more = f", and over {len(overwritten) - 1:,} more" if len(overwritten) > 1 else ""
        raise SystemExit(f"{said}{more}; take it out of PLUGINS: it cannot change pages here")


def register() -> None:
    """Connect the engine to Pelican."""
    signals.initialized.connect(keep_output)
    signals.get_generators.connect(offer_generator)
    signals.get_writer.connect(rehearse)


def _spared(settings: dict[str, Any]) -> list[str] | None:
    """Return the names in the output folder that are never removed; None where Pelican would remove nothing."""
    return list(settings["OUTPUT_RETENTION"]) if settings["DELETE_OUTPUT_DIRECTORY"] else None


def _folders(settings: dict[str, Any]) -> list[Path]:
    """Return the folders of the packages that the plugins are in."""
    packages = sorted({str(name).split(".")[0] for name in settings["PLUGINS"]})
    return [
        Path(place) for name in packages if name in sys.modules for place in getattr(sys.modules[name], "__path__", ())
    ]
