"""Builds in forked processes: as separate as one from the shell, without the time that imports take."""

import os
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

import pelican

from tests.soundness.publication import Publication


@dataclass(frozen=True)
class Done:
    """What came of a build."""

    status: int
    said: str


def build(publication: Publication, output: Path) -> Done:
    """Build into `output` at the publication's time, in a process of its own."""
    log = output.with_name(f"{output.name}.log")
    child = os.fork()
    if child == 0:
        os._exit(_run(publication, output, log))
    _, status = os.waitpid(child, 0)
    return Done(os.waitstatus_to_exitcode(status), log.read_text(encoding="utf-8"))


def _run(publication: Publication, output: Path, log: Path) -> int:
    """Run Pelican here, and return the exit status."""
    sys.stdout = sys.stderr = log.open("w", encoding="utf-8", buffering=1)
    os.chdir(publication.root)
    os.environ["SOURCE_DATE_EPOCH"] = str(publication.time)
    os.environ["PICTURES_CACHE"] = str(cache_of(output))
    try:
        pelican.main(["content", "-s", "conf.py", "-o", str(output), "--fatal=errors"])
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr, flush=True)
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # a test's child process: nothing may come back from it
        traceback.print_exc()
        return 70
    finally:
        sys.stdout.flush()
    return 0


def cache_of(output: Path) -> Path:
    """Return the folder of developed pictures of the builds into `output`."""
    return output.with_name(f"{output.name}.pictures")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(found: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """Return where two outputs differ, in words."""
    return [
        *(f"{path} is missing" for path in sorted(wanted.keys() - found.keys())),
        *(f"{path} should not be there" for path in sorted(found.keys() - wanted.keys())),
        *(f"{path} differs" for path in sorted(found.keys() & wanted.keys()) if found[path] != wanted[path]),
    ]
