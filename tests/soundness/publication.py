"""A small publication that can be edited at random: what it says is values, written to files at each edit."""

import json
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.conftest import BUILD_TIME, DEMONSTRATION, ROOT

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="10"><title>{words}</title></svg>'
SETTINGS = """
import os
import sys

sys.path.insert(0, os.curdir)
from pelicanconf import *
{lines}
"""
FOOTER = ("about", "contact", "newsletter", "advertise", "editorial-standards", "corrections", "privacy")


@dataclass(frozen=True, kw_only=True)
class Story:
    """What an article says; each field is a line of front matter, or the text."""

    title: str
    day: int
    """Of its month; what lies after the time of the build is embargoed."""
    month: int = 11
    """Of 2026."""
    category: str = "social"
    authors: tuple[str, ...] = ("mei",)
    tags: tuple[str, ...] = ()
    summary: str = "Something happened that is worth a sentence of its own."
    draft: bool = False
    slug: str | None = None
    aliases: tuple[str, ...] = ()
    id: str | None = None
    related: tuple[str, ...] = ()
    dont_miss: str | None = None
    picture: str | None = None
    sponsor: str | None = None
    updated: bool = False
    links: tuple[str, ...] = ()
    """Names of the files that the text links to."""
    focus: str | None = None
    crop: str | None = None
    shows: str | None = None
    """Name of a picture in the text."""
    saves: str | None = None
    """Name of a picture whose own file the text offers."""
    words: str = "One thing led to another."
    marked: bool = False
    expires: str | None = None
    """A day."""
    retracted: str | None = None
    """The day of it."""
    lang: str | None = None
    translation_of: str | None = None

    def text(self) -> str:
        """Return the file."""
        lines = [
            f"title: {json.dumps(self.title)}",
            f"date: 2026-{self.month:02}-{self.day:02} 09:30",
            f"category: {self.category}",
            f"authors: [{', '.join(self.authors)}]",
            f"tags: [{', '.join(self.tags)}]",
            f"summary: {json.dumps(self.summary)}",
            *(["status: draft"] if self.draft else []),
            *([f"slug: {self.slug}"] if self.slug else []),
            *([f"aliases: [{', '.join(self.aliases)}]"] if self.aliases else []),
            *([f"id: {self.id}"] if self.id else []),
            *([f"related: [{', '.join(self.related)}]"] if self.related else []),
            *([f"dont_miss: {self.dont_miss}"] if self.dont_miss else []),
            *([f"picture: {{file: /pictures/{self.picture}, alt: Seen{self._area()}}}"] if self.picture else []),
            *([f"sponsor: {self.sponsor}"] if self.sponsor else []),
            *([f"expires: {self.expires}"] if self.expires else []),
            *([f"retracted: {{date: {self.retracted}, text: It was invented.}}"] if self.retracted else []),
            *([f"lang: {self.lang}"] if self.lang else []),
            *([f"translation_of: {self.translation_of}"] if self.translation_of else []),
            *([f"updated: 2026-{self.month:02}-{self.day:02} 18:00"] if self.updated else []),
        ]
        links = [f"See [this]({{filename}}{name}.md)." for name in self.links]
        shown = [f"![Drawn](/pictures/{self.shows})"] if self.shows else []
        shown += [f"[The file](/pictures/{self.saves}){{: download }}"] if self.saves else []
        mark = ["[dont-miss]"] if self.marked else []
        return "\n".join(["---", *lines, "---", ""]) + "\n\n".join(
            [self.words, *mark, *links, "## A part", *shown, "The end."]
        )

    def _area(self) -> str:
        """Return the focal point and the part for cards, as they stand behind others."""
        return "".join(f", {key}: {value}" for key, value in (("focus", self.focus), ("crop", self.crop)) if value)


@dataclass
class Publication:
    """A publication in the folder `root`."""

    root: Path
    stories: dict[str, Story] = field(default_factory=dict)
    """By the name of the file."""
    settings: dict[str, object] = field(default_factory=dict)
    time: int = int(BUILD_TIME)

    def begin(self) -> None:
        """Write what every publication has, and four articles."""
        shutil.copytree(ROOT / "theme", self.root / "theme")
        shutil.copy(DEMONSTRATION / "pelicanconf.py", self.root)
        for order, name in enumerate(("social", "media"), 1):
            self.category(name, name.capitalize(), order)
        for name in ("mei", "ari"):
            self.author(name, f"{name.capitalize()} Tan", "Editor")
        for name in FOOTER:
            self.write(f"pages/{name}.md", f"---\ntitle: {name}\nsummary: What stands there.\n---\nText.\n")
        for name in ("a", "b"):
            self.picture(name, "First", 10)
        self.write("sponsors/shelf.md", "---\nname: Shelf\nurl: https://shelf.example/\n---\nPaid for.\n")
        self.set(
            PAGES={"front_size": 2, "footer": list(FOOTER)},
            DESK={"show_drafts": False, "archive": ["articles/2026"]},
            PRESS={"patterns": False},
        )
        for number, name in enumerate(("one", "two", "three", "four"), 1):
            self.put(name, Story(title=f"Story {name}", day=number * 2, tags=("Video", "Maps")[: number % 3]))

    def put(self, name: str, story: Story) -> None:
        """Write an article."""
        self.stories[name] = story
        self.write(f"articles/2026/{name}.md", story.text())

    def change(self, name: str, **changes: object) -> None:
        """Write an article with some fields changed."""
        self.put(name, replace(self.stories[name], **changes))  # type: ignore[arg-type]  # the rules know the fields

    def remove(self, name: str) -> None:
        del self.stories[name]
        (self.root / f"content/articles/2026/{name}.md").unlink()

    def category(self, name: str, shown: str, order: int) -> None:
        head = f"name: {shown}\norder: {order}\ncolour: teal\nsummary: All about {shown} and what it does to us."
        self.write(f"categories/{name}.md", f"---\n{head}\n---\nText.\n")

    def author(self, name: str, shown: str, role: str) -> None:
        self.write(f"authors/{name}.md", f"---\nname: {shown}\nrole: {role}\nbeat: All\n---\nWrites.\n")

    def picture(self, name: str, words: str, width: int) -> None:
        self.write(f"pictures/{name}.svg", PICTURE.format(words=words, width=width))

    def set(self, **settings: object) -> None:
        """Change settings of the publication."""
        self.settings |= settings
        lines = "\n".join(f"{name} = {value!r}" for name, value in sorted(self.settings.items()))
        (self.root / "conf.py").write_text(SETTINGS.format(lines=lines), encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file of the content folder."""
        target = self.root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
