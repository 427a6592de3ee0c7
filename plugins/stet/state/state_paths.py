"""Places of the state of builds: beside the folder that they fill."""

from pathlib import Path


def state_folder(output: Path) -> Path:
    """Return the folder beside `output` that the state of builds into it is kept in."""
    place = output.resolve()
    return place.with_name(f"{place.name}.stet")


def database_file(output: Path) -> Path:
    """Return the file that holds the state of builds into `output`."""
    return state_folder(output) / "build.sqlite"
