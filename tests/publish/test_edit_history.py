"""The memory of addresses: a publication is edited as people do, and no address that was public is lost in silence."""

import re
import shutil
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from plugins.newsroom.addresses.redirect_page import location_of
from plugins.publish.__main__ import main
from tests.soundness.builds import build
from tests.soundness.publication import Publication, Story

_ENTRY = re.compile(r"<entry>.*?</entry>", re.DOTALL)


@dataclass
class History:
    """A publication, published into a folder after each edit."""

    publication: Publication
    ever: set[str] = field(default_factory=set)
    """Addresses of all pages that were public, but for the further ones of fronts."""
    said: str = ""
    """Reports of all releases."""
    feed_ids: dict[str, str] = field(default_factory=dict)
    """The id that each article has in the feed, by its title."""

    @property
    def root(self) -> Path:
        return self.publication.root

    @property
    def current(self) -> Path:
        return self.root / "published/current"

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        output, errors = StringIO(), StringIO()
        with chdir(self.root), redirect_stdout(output), redirect_stderr(errors):
            status = main(arguments)
        self.said += output.getvalue()
        return subprocess.CompletedProcess(arguments, status, output.getvalue(), errors.getvalue())

    def build(self) -> None:
        done = build(self.publication, self.root / "output")
        assert done.status == 0, done.said

    def publish(self) -> str:
        """Build, publish, and see that every address is answered; return the report."""
        self.build()
        done = self.run("publish", "--no-build")
        assert done.returncode == 0, done.stderr
        self.look()
        return done.stdout

    def stopped(self) -> str:
        """Build, and see that publishing stops; return what it says."""
        self.build()
        done = self.run("publish", "--no-build")
        assert done.returncode == 1
        return done.stderr

    def look(self) -> None:
        """See that each address that was ever public has a page, leads to one, or was named when it went."""
        pages = {f"/{path.relative_to(self.current.resolve()).parent.as_posix()}/": path for path in self._pages()}
        for url in sorted(self.ever | pages.keys()):
            target = location_of(pages[url].read_bytes()) if url in pages else None
            assert url in pages or url in self.said, f"{url} was lost"
            assert target is None or target in pages, f"{url} leads to {target}, where there is nothing"
        self.ever |= pages.keys()
        for entry in _ENTRY.findall((self.current / "feed.xml").read_text()):
            title, identity = (re.search(f"<{name}[^>]*>(.*?)</{name}>", entry)[1] for name in ("title", "id"))  # type: ignore[index]
            assert self.feed_ids.setdefault(title, identity) == identity

    def _pages(self) -> list[Path]:
        found = self.current.resolve().rglob("index.html")
        return [path for path in found if "/page/" not in path.as_posix()]


def begin(root: Path) -> History:
    publication = Publication(root)
    root.mkdir()
    publication.begin()
    publication.set(PAGES={"front_size": 10, "footer": publication.settings["PAGES"]["footer"]})  # type: ignore[index]
    for number, name in enumerate(("one", "two", "three", "four"), 1):
        category, tags = ("media", "social")[number % 2], ("Video", "Maps")[: number % 3]
        publication.put(
            name, Story(title=name.capitalize(), day=number, category=category, tags=tags, words=words(name))
        )
    (root / "publishconf.py").write_text('SITEURL = "https://lowdown.example"\nPUBLISH = {"verify": False}\n')
    return History(publication)


def words(name: str) -> str:
    return " ".join(f"{name}{number}" for number in range(40))


def move(history: History, old: str, new: str, **changes: object) -> None:
    publication = history.publication
    story = publication.stories[old]
    publication.remove(old)
    publication.put(new, story)
    publication.change(new, **changes)


def test_no_address_is_lost_in_silence(tmp_path: Path) -> None:
    history = begin(tmp_path / "one")
    publication = history.publication
    history.publish()

    move(history, "two", "zwei")
    assert "write 'aliases: [/2026/11/two/]' into content/articles/2026/zwei.md." in history.stopped()
    publication.change("zwei", aliases=("/2026/11/two/",))
    assert "answer" not in history.publish()

    move(history, "zwei", "two")  # back again: the address stands among its own
    assert "add /2026/11/zwei/ to the aliases of content/articles/2026/two.md." in history.stopped()
    publication.change("two", aliases=("/2026/11/two/", "/2026/11/zwei/"))
    assert "answer" not in history.publish()

    one, three = publication.stories["one"], publication.stories["three"]  # these swap their names
    publication.put("one", three)
    publication.put("three", one)
    publication.change("one", id="/2026/11/three/")
    publication.change("three", id="/2026/11/one/")
    assert "answer" not in history.publish()

    assert history.run("rollback").returncode == 0
    history.feed_ids.clear()
    history.look()
    history.publish()

    publication.remove("four")
    assert "1 address goes, and answers 404: /2026/11/four/." in history.publish()
    publication.put("four", Story(title="Another", day=4, category="media", words=words("another")))
    assert "answer" not in history.publish()

    (publication.root / "content/categories/media.md").rename(publication.root / "content/categories/press.md")
    for name in ("two", "four"):
        publication.change(name, category="press")
    assert "/media/ is public, and what it shows is now at /press/: write 'aliases: [/media/]'" in history.stopped()
    file = publication.root / "content/categories/press.md"
    file.write_text(file.read_text().replace("---\n", "---\naliases: [/media/]\n", 1))
    history.publish()
    assert (history.current / "media/feed.xml").read_bytes() == (history.current / "press/feed.xml").read_bytes()

    publication.change("four", draft=True)
    publication.write("addresses.toml", 'gone = ["/2026/11/four/"]\n')
    assert "answer" not in history.publish()
    history.said += "/2026/11/four/ was declared gone"

    elsewhere = tmp_path / "two"  # another machine, with the content and the target alone
    shutil.copytree(publication.root, elsewhere, symlinks=True, ignore=shutil.ignore_patterns("output*", ".cache"))
    other = History(Publication(elsewhere, publication.stories, publication.settings), history.ever, history.said)
    shutil.rmtree(elsewhere / "published/manifests")
    assert "Nothing has changed" in other.publish()
