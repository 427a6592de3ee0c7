"""A publication whose content has mistakes that end no build: told, counted, and nowhere on its pages."""

import re
from pathlib import Path

import pytest

from tests.site.conftest import SmallSite

pytestmark = pytest.mark.slow

EVERYTHING_WRONG = """Unpublishable. <script>alert(1)</script> [dead](/none/) [file](none.md) ![](none.png)
![A](gone.svg)
[x](javascript:alert) [y](nowhere) [z](#none)

# Top

<div><b>open

[dont-miss]

[dont-miss: none] <iframe src="https://other.example/"></iframe> <p onclick="x()">a <img src="https://other.example/a.png">

</span> <video src="gone.mp4" poster="gone.png"></video>
"""
KEYS = """category: none
authors: [none, mei, mei]
tags: ['!!', Video]
sponsor: none
related: [one, one, two, three, none]
dont_miss: none
picture: {file: gone.png, alt: A}
updated: 2033-01-01
colour: red
"""
DRAFTS = {
    "unreadable.md": "---\ntitle: A: b: c\nstatus: draft\n---\n",
    "untitled.md": "---\nstatus: draft\n---\n",
    "broken.md": f"---\ntitle: Broken\nstatus: draft\n{KEYS}---\n",
    "lost.md": f"---\ntitle: Lost\nstatus: draft\nslug: ../../lost\n{KEYS}---\n",
    "same.md": "---\ntitle: Same\nstatus: draft\nslug: one\ndate: 2023-11-03\n---\n",
    "later.md": f"---\ntitle: Later\ndate: 2099-01-01\n{KEYS}---\n",
}
"""Files of articles that are not public, in front of a text in which everything is wrong."""


OLD = {
    "old": "[a](/none/) [b](none.md) ![C](c.png) [d](../2023/11/draft.md) [e](../2023/11/one.md)",
    "older": "[f](/none/)",
}
"""Texts of an archive."""


def with_drafts(site: SmallSite) -> SmallSite:
    for name, header in DRAFTS.items():
        site.write(f"articles/2023/11/{name}", header + EVERYTHING_WRONG)
    site.write("pages/social.md", "---\ntitle: Same\nstatus: draft\n---\n" + EVERYTHING_WRONG)
    site.write("pages/tags.md", "---\ntitle: Same\nstatus: draft\norder: x\n---\n" + EVERYTHING_WRONG)
    return site


def pages_below(folder: Path) -> dict[str, str]:
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".xml"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def test_drafts_with_every_mistake_stop_no_publication(small_site: SmallSite) -> None:
    site = with_drafts(small_site)

    done = site.run("-m", "plugins.publish", "publish")

    assert done.returncode == 0, done.stderr
    pages = pages_below(site.root / "published")
    assert len(pages) > 10
    assert [path for path, text in pages.items() if "Unpublishable" in text or "unreadable" in text] == []
    told = {line.split(":")[0] for line in done.stdout.splitlines() if ": warning: " in line}
    assert told == {f"content/articles/2023/11/{name}" for name in DRAFTS} | {
        "content/pages/social.md",
        "content/pages/tags.md",
    }
    assert re.search(r"^\d+ warnings: \d+ × ", done.stdout, re.MULTILINE)
    *_, counted, waiting = done.stdout.splitlines()
    assert re.fullmatch(r"The content has \d+ warnings; make check-content ALL=1 lists them\.", counted)
    assert waiting.startswith("Not public yet, and with mistakes to mend before: content/articles/2023/11/broken.md, ")


def test_the_preview_shows_of_a_broken_draft_what_can_be_shown(small_site: SmallSite) -> None:
    site = with_drafts(small_site)

    done = site.build(settings="pelicanconf.py")

    assert done.returncode == 0, done.stderr
    pages = {path: text for path, text in pages_below(site.output).items() if "Unpublishable" in text}
    shown = {path.split("/")[-2] for path in pages if path.startswith("20") and path.endswith(".html")}
    assert {"broken", "later"} <= shown <= {"broken", "later", "untitled"}
    for text in pages.values():
        main = text.partition("<main")[2].partition("</main>")[0]
        refused = r"<script(?! type)|<iframe|onclick|javascript:|/none/|none\.(?:md|png)|gone\.|src=\"https://other"
        assert re.findall(refused, main) == []
        assert "dead file" in main


@pytest.fixture
def archive(small_site: SmallSite) -> SmallSite:
    """A publication with an archive in which two articles hold what readers could not open."""
    settings = small_site.root / "publishconf.py"
    text = settings.read_text(encoding="utf-8")
    settings.unlink()
    settings.write_text(text + '\nDESK = {**DESK, "archive": ["articles/2010"]}\n', encoding="utf-8")
    place = small_site.root / "content/articles"
    (place / "2010").mkdir()
    for name, body in OLD.items():
        small_site.article(name, body=body)
        (place / f"2023/11/{name}.md").rename(place / f"2010/{name}.md")
    small_site.write("articles/2023/11/draft.md", "---\ntitle: Draft\nstatus: draft\n---\nText.")
    return small_site


def test_an_archive_is_published_without_what_leads_nowhere(archive: SmallSite) -> None:
    done = archive.build()

    assert done.returncode == 0, done.stderr
    page = archive.page("2023/11/old/index.html")
    assert '<p>a b C d <a href="/2023/11/one/">e</a></p>' in page
    sums = [line for line in done.stdout.splitlines() if line.startswith("content/articles/2010: ")]
    assert len(sums) == 1
    assert sums[0].startswith("content/articles/2010: 5 warnings in 2 files: 2 × linked address … leads nowhere, 1 × ")
    assert ": warning: " not in done.stdout


def test_mistakes_that_leave_no_page_are_errors_in_an_archive_too(archive: SmallSite) -> None:
    archive.write("articles/2010/wrong.md", "---\ntitle: A: b: c\n---\nText.")

    done = archive.build()

    assert done.returncode == 1
    assert "content/articles/2010/wrong.md:2:9: a second ': ' in one value" in done.stderr


def counts(done_text: str) -> list[str]:
    return [line for line in done_text.splitlines() if " × " in line]


def test_every_build_tells_the_mistakes_that_there_are(archive: SmallSite) -> None:
    first = counts(archive.build().stdout)

    unchanged = archive.build()
    assert counts(unchanged.stdout) == first
    assert "0 new, 0 changed, 0 removed" in unchanged.stdout

    old = archive.root / "content/articles/2010/old.md"
    old.write_text(old.read_text().replace("[a](/none/)", "[a](/about/)"), encoding="utf-8")
    assert counts(archive.build().stdout)[-1].startswith("4 warnings: ")
    assert '<a href="/about/">a</a> b C' in archive.page("2023/11/old/index.html")

    archive.write("articles/2023/11/draft.md", "---\ntitle: Draft\nstatus: draft\n---\n[x](/none/) Text.")
    *_, last = counts(archive.build().stdout)
    assert last.startswith("5 warnings: ")


def test_a_link_comes_back_with_its_target(archive: SmallSite) -> None:
    archive.build()
    archive.article("draft")
    archive.write("pages/none.md", "---\ntitle: None\nsummary: What stands there.\n---\nText.\n")

    archive.build()

    page = archive.page("2023/11/old/index.html")
    assert '<p><a href="/none/">a</a> b C <a href="/2023/11/draft/">d</a> <a href="/2023/11/one/">e</a></p>' in page


def test_checks_say_by_their_status_what_they_found(small_site: SmallSite) -> None:
    small_site.write("articles/2023/11/draft.md", "---\ntitle: Draft\nstatus: draft\n---\n[x](/none/)")
    check = ("-m", "plugins.desk", "check")

    lenient, strict, annotated = (small_site.run(*check, *more) for more in ((), ("--strict",), ("--format", "github")))

    assert [done.returncode for done in (lenient, strict, annotated)] == [0, 1, 0]
    assert lenient.stdout.splitlines()[-1] == "1 warning: 1 × linked address … leads nowhere"
    assert (strict.stdout, strict.stderr) == ("", lenient.stdout)
    assert annotated.stdout.startswith("::warning file=content/articles/2023/11/draft.md,line=5,col=5,title=linked ")
