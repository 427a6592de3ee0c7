from pathlib import Path

from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.redirects.plugin import offer_redirects
from plugins.stet.outputs import wanted_of
from plugins.stet.step import say_nothing
from tests.tools.edge import running
from tests.values import publication


def test_redirects_are_planned_from_the_publication(tmp_path: Path) -> None:
    known = {"publication": publication(redirects=(PageRedirect("/old/", "/a/"),)), "token": b"1"}

    with running(tmp_path, known, DEFAULT_LANG="en", SITEURL="https://kabar.example/news") as (engine, generator):
        offer_redirects([generator])
        wanted = wanted_of(engine.plans, say_nothing)

    assert list(wanted.specs) == ["old/index.html"]
    assert wanted.key is not None
