"""Edits of tables, charts and galleries at random: files of rows that change, are misspelt, or go."""

from collections.abc import Callable
from random import Random

from tests.soundness.compared import ComparedBuilds

ROWS = (
    "Port,2025,2026\nKlang,1,2\nJakarta,3,4\n",
    "Port,2025,2026\nKlang,1,2\nJakarta,3,−4\n",
    "Port;2025;2026\nKlang;1,5;n/a\n",
    "Month,Calls\n2026-01,1\n2026-02,\n2026-03,3\n",
    "Port\nKlang,1\n",
    "",
)
"""Contents of the file: the fifth has a row that is too long; with the last there is none."""
TEXTS = (
    "One thing.\n\n[Rates](/files/rates.csv){: .table }\n\nAnother thing.",
    '[Rates](/files/rates.csv "Source: Ana"){: .bars }\n\n[Rates](/files/rates.csv){: .lines }',
    "One thing, and [the rates](/files/rates.csv).",
    "[Rates](/files/rate.csv){: .columns }",
    "![Seen](/pictures/a.svg)\n![Seen](/pictures/b.svg)\n*Both*",
    '![Seen](/pictures/a.svg "Words")\n![Seen](/pictures/none.svg)\n![Seen](/pictures/b.svg)',
)

Edit = Callable[[ComparedBuilds, Random], None]


def show_tables_and_galleries(builds: ComparedBuilds, chance: Random) -> None:
    """Let an article show a table, a chart or a gallery, of files that are there or are not."""
    builds.publication.change(chance.choice(sorted(builds.publication.stories)), words=chance.choice(TEXTS))


def edit_rows(builds: ComparedBuilds, chance: Random) -> None:
    """Write the file of rows, or take it away."""
    rows = chance.choice(ROWS)
    builds.publication.write("files/rates.csv", rows)
    if not rows:
        (builds.publication.root / "content/files/rates.csv").unlink()


TABLE_EDITS: tuple[Edit, ...] = (show_tables_and_galleries, edit_rows)
