"""The preview's edge to Pelican: runs Pelican in this process, as its command would in one of its own."""

import contextlib
import io
import logging
import os
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pelican
from pelican.log import LimitFilter, init

from plugins.newsroom.run import RUN, Run
from plugins.preview.idle_work import Work
from plugins.preview.messages import Result
from plugins.stet.persistent_engine import PersistentEngine

_SETTINGS = "pelicanconf.py"
_INSTALLED = tuple(f"{sysconfig.get_path(name)}{os.sep}" for name in ("stdlib", "platstdlib", "purelib", "platlib"))


Runner = Callable[[], tuple[Result, Work]]
"""Builds once; returns the result, and the work that the build left for a pause."""


def make_runner(output: Path, engine: PersistentEngine, settings: str = _SETTINGS) -> Runner:
    """Return a function that builds the site with drafts into `output`; every build uses the same open `engine`."""
    options: Any = pelican.parse_arguments(["content", "-s", settings, "--fatal=errors", "-o", str(output)])
    init(options.verbosity, options.fatal, name="pelican")

    def run() -> tuple[Result, Work]:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            state = Run(persistent=engine)
            options.overrides = {RUN: state}
            status, is_crashed = _run(options)
        engine.rest()
        warnings = {address: tuple(map(str, problems)) for address, problems in state.page_problems.items()}
        result = Result(
            status=status, said=said.getvalue(), page_warnings=warnings, is_crashed=is_crashed, imported=_imported()
        )
        return result, state.idle_work

    return run


def _run(options: Any) -> tuple[int, bool]:
    """Run Pelican once; return its exit status, and True if it broke off without reporting problems."""
    # Pelican leaves out messages that its process has logged before; every run shall log all of its own.
    for logged in (LimitFilter._raised_messages, LimitFilter._group_count, LimitFilter._ignore):
        logged.clear()
    try:
        instance, _ = pelican.get_instance(options)
        instance.run()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code)
            return 1, False
        return int(end.code or 0), bool(end.code)
    except Exception as error:
        logging.getLogger("pelican").critical("%s: %s", type(error).__name__, error, exc_info=True)
        return 1, True
    return 0, False


def _imported() -> tuple[str, ...]:
    """Return the files of imported modules that belong neither to the kit nor to installed packages."""
    found = {name: getattr(module, "__file__", None) for name, module in list(sys.modules.items())}
    files = {file for name, file in found.items() if file and name.split(".")[0] != "plugins"}
    return tuple(sorted(file for file in files if not file.startswith(_INSTALLED)))
