"""Small sites whose pages link to one another, and readers who follow the links: to test targets without a build."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes, OutputVersion

SITEURL = "https://small.example"
_LINK = re.compile(r"→(\S+)")


def page(text: str, *links: str) -> str:
    """Return a page that says `text` and leads to `links`, by path."""
    return "\n".join([text, *(f"→{link}" for link in links)])


@dataclass
class Newspaper:
    """A site in a folder, by path and text. `version` counts its editions, if `counts`."""

    root: Path
    counts: bool = False
    notes: Notes = field(default_factory=lambda: Notes(siteurl=SITEURL))
    _editions: list[dict[str, bytes]] = field(default_factory=list)

    def edition(self, contents: Mapping[str, str | bytes]) -> "Newspaper":
        """Make this the present edition."""
        bodies = {path: text.encode() if isinstance(text, str) else text for path, text in contents.items()}
        folder = self.root / str(len(self._editions))
        for path, body in bodies.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(body)
        self._editions.append(bodies)
        return self

    @property
    def bodies(self) -> Mapping[str, bytes]:
        return self._editions[-1]

    @property
    def version(self) -> OutputVersion | None:
        return OutputVersion("newspaper", len(self._editions)) if self.counts else None

    def files(self) -> Mapping[str, PublishedFile]:
        return {path: _file(path, body) for path, body in sorted(self.bodies.items())}

    def changed_since(self, version: OutputVersion) -> Mapping[str, PublishedFile | None] | None:
        if not self.counts or version.record != "newspaper":
            return None
        before, after = self._editions[version.generation - 1], self.bodies
        changed = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
        return {path: _file(path, after[path]) if path in after else None for path in changed}

    def place(self, path: str) -> Path:
        return self.root / str(len(self._editions) - 1) / path


def _file(path: str, body: bytes) -> PublishedFile:
    kind = "article" if re.fullmatch(r"\d+/index\.html", path) else "front" if path.endswith(".html") else "file"
    return PublishedFile(sha256=hashlib.sha256(body).hexdigest(), bytes=len(body), kind=kind)


def dangling(fetch: Callable[[str], bytes | None], known: Iterable[str]) -> set[tuple[str, str]]:
    """Return links that lead nowhere, as page and target, for readers who begin at those `known` pages that exist."""
    waiting = [path for path in known if fetch(path) is not None]
    seen, found = set(waiting), set()
    while waiting:
        path = waiting.pop()
        for target in _LINK.findall((fetch(path) or b"").decode(errors="replace")):
            if fetch(target) is None:
                found.add((path, target))
            elif target not in seen:
                seen.add(target)
                waiting.append(target)
    return found


def first_edition() -> dict[str, str]:
    return {
        "index.html": page("home", "1/index.html", "2/index.html", "4/index.html", "news/index.html"),
        "news/index.html": page("news", "1/index.html", "2/index.html", "feed.xml"),
        "feed.xml": page("feed", "1/index.html"),
        "1/index.html": page("one", "2/index.html", "pictures/one-11111111.webp"),
        "2/index.html": page("two", "1/index.html"),
        "3/index.html": page("three", "2/index.html"),
        "4/index.html": page("four", "pictures/four-44444444.webp"),
        "pictures/one-11111111.webp": "one",
        "pictures/four-44444444.webp": "four",
    }


def second_edition() -> dict[str, str]:
    """An article more, with a picture and a tag of its own; one less; one with another picture."""
    changed = {
        "index.html": page("home again", "5/index.html", "1/index.html", "2/index.html", "news/index.html"),
        "news/index.html": page("more news", "5/index.html", "1/index.html", "2/index.html", "feed.xml"),
        "feed.xml": page("feed", "5/index.html", "1/index.html"),
        "1/index.html": page("one, corrected", "5/index.html", "pictures/one-22222222.webp"),
        "5/index.html": page("five", "1/index.html", "pictures/five-55555555.webp", "tags/new/index.html"),
        "tags/new/index.html": page("a new tag", "5/index.html", "tags/new/feed.xml"),
        "tags/new/feed.xml": page("feed", "5/index.html"),
        "pictures/five-55555555.webp": "five",
        "pictures/one-22222222.webp": "another one",
    }
    gone = {"4/index.html", "pictures/four-44444444.webp", "pictures/one-11111111.webp"}
    return {path: text for path, text in (first_edition() | changed).items() if path not in gone}


def third_edition() -> dict[str, str]:
    """What comes after the second: another article, and one that was there in between is gone."""
    home = page("home once more", "6/index.html", "1/index.html", "2/index.html", "news/index.html")
    article = page("six", "2/index.html", "pictures/five-55555555.webp")
    return {**first_edition(), "index.html": home, "6/index.html": article, "pictures/five-55555555.webp": "five"}
