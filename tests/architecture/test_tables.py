"""Tables of the docs that are written by hand name every choice that the code offers: a recipe's last step."""

from collections.abc import Collection
from typing import get_args

import pytest

from plugins.cta.newsletter_providers import Newsletter
from plugins.publish.targets import open as targets
from plugins.share.networks import NETWORKS
from tests.conftest import ROOT

PROVIDERS = [each.__annotations__["provider"].__args__[0] for each in get_args(get_args(Newsletter)[0])]
SCHEMES = [f"{scheme}://" for scheme in targets._OPENERS if scheme]


@pytest.mark.parametrize(
    ("page", "first_cell", "choices"),
    [
        ("docs/blocks.md", "| `networks` |", [f"`{network}`" for network in NETWORKS]),
        ("docs/blocks.md", "| `provider` | `", [f"`{provider}`" for provider in PROVIDERS]),
        *(("docs/blocks.md", f"| `{provider}` |", [provider]) for provider in PROVIDERS),
        *(("docs/operators.md", "| ", [f"`{scheme}"]) for scheme in SCHEMES),
    ],
)
def test_a_table_names_every_choice(page: str, first_cell: str, choices: Collection[str]) -> None:
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()

    rows = "\n".join(line for line in lines if line.startswith(first_cell))
    assert [f"{page} has no {choice} in the row of {first_cell}" for choice in choices if choice not in rows] == []
