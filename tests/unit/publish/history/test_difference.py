from pathlib import Path

import pytest

from plugins.publish.history.catalogue import Catalogue
from plugins.publish.history.difference import add_release, changes_from_latest, plan_against
from plugins.publish.plan.publish_plan import count, make_publish_plan
from tests.publish.sites import EditedSite


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "output").write({"index.html": "home", "a.html": "a", "b.txt": "b"})


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "catalogue")


def add(catalogue: Catalogue, release: str, site: EditedSite) -> None:
    add_release(catalogue, release, site, changes_from_latest(catalogue, site))


def test_before_the_first_release_everything_is_new(catalogue: Catalogue, site: EditedSite) -> None:
    assert plan_against(catalogue, site) == make_publish_plan(None, site.files())


@pytest.mark.parametrize("knows_changes", [True, False])
def test_a_plan_is_that_of_a_whole_comparison(catalogue: Catalogue, site: EditedSite, *, knows_changes: bool) -> None:
    add(catalogue, "r0", site)
    before = site.files()
    site.write({"a.html": "other", "b.txt": None, "c.html": "c"})
    site.write({"d.html": "d"}).write({"d.html": None}).write({"index.html": "x"}).write({"index.html": "home"})
    if not knows_changes:
        site.forget()
    plan = plan_against(catalogue, site)
    expected = make_publish_plan(before, site.files())

    assert (plan.new, plan.changed, plan.removed) == (expected.new, expected.changed, expected.removed)
    assert (plan.files, plan.unchanged) == (expected.files, expected.unchanged)
    assert (plan.before, plan.after) == (expected.before, expected.after)
    assert plan.siteurl_before == "https://small.example"


def test_an_unchanged_site_is_walked_once_by_a_build_that_knows_nothing(catalogue: Catalogue, site: EditedSite) -> None:
    add(catalogue, "r0", site)
    site.forget()
    assert plan_against(catalogue, site).is_empty
    site.walks = 0

    assert plan_against(catalogue, site).is_empty
    assert site.walks == 0


def test_counts_follow_the_changes(catalogue: Catalogue, site: EditedSite) -> None:
    add(catalogue, "r0", site)
    add(catalogue, "r1", site.write({"a.html": None, "c.txt": "four", "index.html": "longer home"}))
    latest = catalogue.latest()

    assert latest is not None
    assert latest.count == count(site.files())
