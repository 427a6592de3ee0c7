"""Runs the settings file, for `make due` as well, so it loads next to nothing itself."""

import runpy
from pathlib import Path
from typing import Any

from plugins.publish.errors import PublishError


def run_settings(file: Path) -> dict[str, Any]:
    """Return what the settings file assigns.

    Raises PublishError for what names no place in the file: there is none, Python takes no line of it, it ends the
    program. Whatever else goes wrong in it `newsroom/settings_places.py` puts into words.
    """
    if not file.is_file():
        raise PublishError(f"{file}: there is no such file; bring it back (git checkout {file})")
    try:
        return runpy.run_path(str(file))
    except SystemExit as error:
        remedy = "take what ends Python (sys.exit) out of the settings"
        raise PublishError(f"{file}: the settings end the program ({error}); {remedy}") from None
    except SyntaxError as error:
        if error.filename:
            raise
        raise PublishError(f"{file}: settings that Python cannot read: {error.msg}; write text in UTF-8") from None
