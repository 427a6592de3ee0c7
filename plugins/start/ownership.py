"""Ownership of files: an update brings the kit's, and never touches the publication's."""

OWN_PATHS = ("content", "pelicanconf.py", "publishconf.py", "README.md", ".github")
"""The publication's own, of the files and folders that the kit comes with or may come with; all others are the kit's.

A file that the kit never had is the publication's too, wherever it lies.
"""


def is_own(path: str) -> bool:
    """Tell whether the file at `path`, seen from the top, is the publication's own."""
    return any(path == own or path.startswith(f"{own}/") for own in OWN_PATHS)
