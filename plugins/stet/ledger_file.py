"""The ledger of the last build as others read it, who take no part in builds."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from plugins.stet.database import has_our_format
from plugins.stet.engine import database_file
from plugins.stet.ledger import File


def read_ledger(output: Path) -> Mapping[str, File] | None:
    """Return every file that the last build left in `output` by its path there, in order of path.

    None where no build has kept a ledger, or it cannot be read. What was done to the files since, it does not know.
    """
    place = f"{database_file(output).as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(place, uri=True)) as connection:
            if not has_our_format(connection):
                return None
            rows = connection.execute("SELECT path, sha256, bytes FROM pages ORDER BY path").fetchall()
    except sqlite3.Error:
        return None
    return {path: File(sha256.hex(), size) for path, sha256, size in rows}
