"""Versions of a story that come and go: each build is what a clean one would be, and tells of nothing hidden."""

from pathlib import Path

from tests.site.conftest import SmallSite
from tests.site.test_incremental import contents

ONE, SATU = "2023/11/one/index.html", "2023/11/satu/index.html"
VERSION = "lang: id\ntranslation_of: one"


def built(site: SmallSite, extra: str, title: str = "Berita satu") -> dict[str, bytes]:
    site.article("satu", extra, title=title)
    done = site.build()
    assert done.returncode == 0, done.stderr
    return contents(site.output)


def test_versions_come_and_go_without_a_trace(small_site: SmallSite, compiled_theme: Path) -> None:
    assert small_site.build().returncode == 0
    before = contents(small_site.output)

    hidden = built(small_site, f"{VERSION}\nstatus: draft")
    shown = built(small_site, VERSION)
    clean = contents(small_site.build_clean("clean", compiled_theme))
    retitled = built(small_site, VERSION, "Judul lain")
    retracted = built(small_site, f"{VERSION}\nretracted: {{date: 2023-11-02 09:00, text: Itu tidak benar.}}")
    (small_site.root / "content/articles/2023/11/satu.md").unlink()
    done = small_site.build()

    assert hidden == before
    assert shown == clean
    assert b'hreflang="id"' in shown[ONE] and b'hreflang="x-default"' in shown[SATU]
    assert b"/2023/11/satu/" in shown["id/index.html"] and b"/2023/11/satu/" not in shown["index.html"]
    assert retitled[ONE] == shown[ONE]
    assert retracted[ONE] == before[ONE] and b"hreflang" not in retracted[SATU].partition(b"</head>")[0]
    assert done.returncode == 0, done.stderr
    assert contents(small_site.output) == before
