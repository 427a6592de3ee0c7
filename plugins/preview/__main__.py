"""`python -m plugins.preview`: the site with drafts, rebuilt and reloaded on save; `--folder` serves a build."""

import argparse
import shutil
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from plugins.newsroom.settings_places import unread_settings_told
from plugins.newsroom.urls import AGENDA_URL, COVERAGE_URL, output_path
from plugins.preview.builder import Builder
from plugins.preview.current_state import CurrentState, PreviewState
from plugins.preview.server import PreviewServer, start_at_free_port
from plugins.preview.settings import read_preview_settings
from plugins.preview.watch import Watcher

PREVIEW_SETTINGS = Path("pelicanconf.py")
PRODUCTION_SETTINGS = Path("publishconf.py")


def serve_folder(folder: Path, port: int | None) -> None:
    """Serve a finished build, such as the published release, unchanged."""
    settings, prefix = read_preview_settings(PRODUCTION_SETTINGS)
    server = _start(CurrentState(PreviewState(folder=folder)), port, settings.port, prefix)
    with server.running() as address:
        print(f"{folder} is at {address}{prefix}/ (Ctrl-C ends)", flush=True)
        threading.Event().wait()


def serve_preview(port: int | None) -> None:
    """Build the preview, serve it, and build again after every save."""
    settings, prefix = read_preview_settings(PREVIEW_SETTINGS)
    current = CurrentState(PreviewState(version="none"))
    server = _start(current, port, settings.port, prefix)
    folder = Path(settings.folder) / str(server.port)  # by port: two previews may run at once
    watcher = Watcher()
    builder = Builder(current, folder, watcher.wake)
    try:
        with server.running() as address:
            watcher.start(settings.watch)
            print(f"The preview is being built; {address}{prefix}/ opens by itself when it is done.", flush=True)
            print(builder.build(), flush=True)
            print(f"The preview is at {address}{prefix}/ (Ctrl-C ends)", flush=True)
            if current.state.folder and (folder / output_path(COVERAGE_URL)).is_file():  # only builds with drafts
                print(f"Coverage of the archive: {address}{prefix}{COVERAGE_URL}", flush=True)
            if current.state.folder and (folder / output_path(AGENDA_URL)).is_file():
                print(f"The agenda: {address}{prefix}{AGENDA_URL}", flush=True)
            while True:
                watcher.wait()
                print(builder.build(), flush=True)
    finally:
        watcher.stop()
        builder.close()
        if port == 0:  # nobody will come back to it
            for place in folder.parent.glob(f"{folder.name}*"):
                shutil.rmtree(place, ignore_errors=True)


def _start(current: CurrentState, asked: int | None, usual: int, prefix: str) -> PreviewServer:
    if asked is None:
        return start_at_free_port(current, usual, prefix)
    try:
        return PreviewServer(current, asked, prefix)
    except OSError as error:
        raise OSError(f"port {asked} cannot be used ({error.strerror}); name another one: PORT={asked + 1}") from error


def main(arguments: Sequence[str]) -> int:
    """Run the command line; return the exit status: 0 when ended by Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m plugins.preview", description=__doc__)
    parser.add_argument("--port", type=int, help="this port and no other")
    parser.add_argument("--folder", type=Path, help="serve this folder as it is, and build nothing")
    options = parser.parse_args(arguments)
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell may have its children ignore SIGINT
        signal.signal(number, signal.default_int_handler)
    try:
        if options.folder:
            serve_folder(options.folder, options.port)
        else:
            serve_preview(options.port)
    except KeyboardInterrupt:
        print("\nThe preview has ended.")
        return 0
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    with unread_settings_told():
        sys.exit(main(sys.argv[1:]))
