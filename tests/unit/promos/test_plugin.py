from pathlib import Path

import pytest

from plugins.promos.plugin import add_promo
from plugins.stet.plugin import run_of
from tests.tools.edge import running
from tests.unit.promos.test_running import notice
from tests.values import at, publication


@pytest.mark.parametrize(
    ("time", "show", "title"),
    [
        ("2023-11-01T09:00", True, "A webinar"),
        ("2023-11-01T08:59", True, None),
        ("2023-11-01T09:00", False, None),
    ],
)
def test_pages_get_the_promo_that_runs_at_the_time_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, time: str, show: bool, title: str | None
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at(time).timestamp())))
    with running(tmp_path, {"publication": publication(promos=(notice(),))}, PROMOS={"show": show}) as (_, generator):
        add_promo(generator)

    promo = run_of(generator.settings).promo
    assert (promo and promo.title) == title
