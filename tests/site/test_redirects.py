"""Former addresses in a real build: the pages that lead on, in production and in the preview."""

from plugins.newsroom.addresses.redirect_page import location_of
from plugins.stet.state.ledger_file import open_record
from tests.site.conftest import SmallSite

OWN = """gone = ["/2023/11/never/"]
[moved]
"/films/" = "/tags/video/"
"/atom.xml" = "/feed.xml"
"/first/" = "/second/"
"/second/" = "/archive/4711.html"
"/shop/" = "https://shop.example/?a=b&c=d"
"""


def redirects(site: SmallSite) -> dict[str, str]:
    """Return where the redirect pages of the output lead, by path."""
    pages = {path: location_of(path.read_bytes()) for path in site.output.rglob("*.html")}
    return {path.relative_to(site.output).as_posix(): location for path, location in pages.items() if location}


def test_readers_are_led_on_from_every_former_address(small_site: SmallSite) -> None:
    small_site.article("one", "aliases: [/2023/10/first-name/, /archive/4711.html, /gr%C3%B6%C3%9Fe/]")
    small_site.article("two", body="[By its old name](/2023/10/first-name/#top).")
    small_site.article("secret", "status: draft\naliases: [/secret-alias/]")
    small_site.write("addresses.toml", OWN)

    done = small_site.build()

    assert done.returncode == 0, done.stderr
    one = "/2023/11/one/"
    assert redirects(small_site) == {
        "2023/10/first-name/index.html": one,
        "archive/4711.html": one,
        "films/index.html": "/tags/video/",
        "first/index.html": one,
        "größe/index.html": one,
        "second/index.html": one,
        "shop/index.html": "https://shop.example/?a=b&c=d",
    }
    feeds = {path: (small_site.output / path).read_bytes() for path in ("feed.xml", "atom.xml", "films/feed.xml")}
    assert feeds["feed.xml"] == feeds["atom.xml"]
    assert feeds["films/feed.xml"] == (small_site.output / "tags/video/feed.xml").read_bytes()
    assert b"<id>https://lowdown.example/2023/10/first-name/</id>" in feeds["feed.xml"]
    assert 'href="/2023/11/one/#top"' in small_site.page("2023/11/two/index.html")
    texts = [path.read_bytes() for path in small_site.output.rglob("*.html") if not location_of(path.read_bytes())]
    assert [word for word in (b"first-name", b"secret-alias", b"/films/") for text in texts if word in text] == []
    record = open_record(small_site.output)
    assert record is not None
    with record:
        assert record.notes["gone"] == ["/2023/11/never/"]
        assert {path for path, file in record.files().items() if file.kind == "redirect"} == {*redirects(small_site)}
    assert small_site.build(settings="pelicanconf.py").returncode == 0
    assert redirects(small_site)["secret-alias/index.html"] == "/2023/11/secret/"


def test_two_builds_of_a_rename_are_told_apart_by_nothing_but_the_address(small_site: SmallSite) -> None:
    """Feed readers see the same entry at another address."""
    small_site.article("one")
    assert small_site.build().returncode == 0
    before = small_site.page("feed.xml")

    old = small_site.root / "content/articles/2023/11/one.md"
    old.unlink()
    small_site.article("new", "aliases: [/2023/11/one/]", title="One")
    assert small_site.build().returncode == 0

    after = small_site.page("feed.xml")
    assert after.replace("/2023/11/new/", "/2023/11/one/") == before
    assert "<id>https://lowdown.example/2023/11/one/</id>" in after
