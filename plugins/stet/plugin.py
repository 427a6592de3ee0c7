"""The engine's edge to Pelican: opens it for a run, lets it build when the generators write, and closes it.

Other plugins ask for it with `engine_of(settings)` and offer; they come before this one in no particular order.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pelican import Pelican, get_instance, parse_arguments, signals
from pelican.generators import Generator
from pelican.log import console

from plugins.stet.bar import Bar
from plugins.stet.code_digest import world_of
from plugins.stet.engine import Engine
from plugins.stet.errors import BuildError
from plugins.stet.kept.persistent_engine import Warm
from plugins.stet.report import summary
from plugins.stet.state.lock import LockedError

_ENGINE = "STET_ENGINE"
"""Setting that the engine of a run travels under."""

WARM = "STET_WARM"
"""Setting that holds a `Warm` where this process will run again: the engine then stays open, for its owner to close."""

_REHEARSE = "STET_REHEARSE"
"""Setting that asks for the plan of a build instead of the build; `run_rehearsal` sets it to a function that takes the
engine."""


def engine_of(settings: dict[str, Any]) -> Engine:
    """Return the engine of this run, opened by whoever asks first; ends the run while another build is going on.

    The end of the run closes it, also where nothing is to be built.
    """
    if _ENGINE not in settings:
        output = Path(settings["OUTPUT_PATH"])
        try:
            engine = _open(settings, output)
        except LockedError as error:
            said = f"{output}: another build is writing there: {error}; wait until it has ended, then run again"
            raise SystemExit(said) from None
        except OSError as error:
            raise SystemExit(f"{error.filename or output}: {error.strerror}; see to that and run again") from None
        if engine.dropped:
            console.print(f"Building anew: what the last build had kept {engine.dropped}.")
        _rest_collector()
        settings[_ENGINE] = engine
        signals.finalized.connect(end_run)
    found: Engine = settings[_ENGINE]
    return found


def _open(settings: dict[str, Any], output: Path) -> Engine:
    warm: Warm | None = settings.get(WARM)
    if warm:
        return warm.engine(output, lambda: world_of(_folders(settings)), _spared(settings))
    engine = Engine(output, world_of(_folders(settings)), _spared(settings))
    engine.progress = Bar(console)
    return engine


def _rest_collector() -> None:
    """Keep Python from looking for garbage: what a build makes lives until its end, and the looking takes a tenth.

    A process that builds again first clears away what the run before has left.
    """
    if not gc.isenabled():
        gc.collect()
    gc.disable()


def close_engine(settings: dict[str, Any]) -> None:
    """Let go of the engine of this run, if there is one."""
    engine = settings.pop(_ENGINE, None)
    if engine and WARM not in settings:
        engine.close()


def keep_output(pelican: Pelican) -> None:
    """Keep Pelican from deleting the output at the start of a run: the engine clears it, of what nobody wants."""
    pelican.delete_outputdir = False


class StetGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Builds what plugins have offered."""

    def generate_output(self, _: Any) -> None:
        engine = engine_of(self.settings)
        try:
            if rehearse := self.settings.get(_REHEARSE):
                rehearse(engine)
            else:
                console.print(summary(engine.build()))
        except BuildError as error:
            raise SystemExit(str(error)) from None


def run_rehearsal(settings: str, output: str, tell: Callable[[Engine], None]) -> int:
    """Run Pelican as for a build into `output`, let `tell` speak instead of building, and return the exit status."""
    options: Any = parse_arguments(["content", "-s", settings, "-o", output, "--fatal=errors"])
    options.overrides = {_REHEARSE: tell}
    try:
        instance, _ = get_instance(options)
        console.quiet = True  # Pelican's own last line says that it has processed what nobody has built
        instance.run()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return 1
    return 0


def offer_generator(_: Pelican) -> type[Generator]:
    return StetGenerator


def end_run(pelican: Pelican) -> None:
    close_engine(pelican.settings)


def register() -> None:
    """Connect the engine to Pelican."""
    signals.initialized.connect(keep_output)
    signals.get_generators.connect(offer_generator)


def _spared(settings: dict[str, Any]) -> list[str] | None:
    """Return the names in the output that stay although nobody wants them; None where Pelican would delete nothing."""
    return list(settings["OUTPUT_RETENTION"]) if settings["DELETE_OUTPUT_DIRECTORY"] else None


def _folders(settings: dict[str, Any]) -> list[Path]:
    """Return the folders of the packages that the plugins are in."""
    packages = sorted({str(name).split(".")[0] for name in settings["PLUGINS"]})
    return [
        Path(place) for name in packages if name in sys.modules for place in getattr(sys.modules[name], "__path__", ())
    ]
