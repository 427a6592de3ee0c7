import pytest

from plugins.publish.errors import PublishError
from plugins.publish.targets.server.server_releases import ServerReleases, read_releases

ONE, TWO = "20261126T113153Z-0a27862c4e79", "20261127T113153Z-0a27862c4e79"


@pytest.mark.parametrize(
    ("listing", "found"),
    [
        (f"releases/{TWO}\n{ONE}\n{TWO}\nother\n\na/index.html\n", ServerReleases(TWO, [ONE, TWO], ["a/index.html"])),
        (f"releases/{TWO}\n{ONE}\n\n", ServerReleases(None, [ONE], [])),
        ("\n\n", ServerReleases(None, [], [])),
    ],
)
def test_a_listing_names_the_releases(listing: str, found: ServerReleases) -> None:
    assert read_releases(listing, "ann@host:/srv/current") == found


def test_a_link_that_leads_elsewhere_is_refused() -> None:
    with pytest.raises(PublishError, match="ann@host:/srv/current is not a link to a release"):
        read_releases("/etc\n\n", "ann@host:/srv/current")


def test_some_releases_are_left_out() -> None:
    assert ServerReleases(TWO, [ONE, TWO], ["a"]).without([ONE]) == ServerReleases(TWO, [TWO], ["a"])
