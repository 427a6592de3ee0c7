"""A publication edited at random, built after each edit, and compared with a clean build: a state machine."""

import hashlib
import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from plugins.stet.state.ledger_file import open_record
from tests.soundness.builds import Done, build, differences, files_of
from tests.soundness.publication import Publication, Story

NAMES = ("one", "two", "three", "four", "five", "six", "seven")
TAGS = ("Video", "video", "Maps", "Radio", "Shelf life")
WORDS = st.sampled_from(("One thing.", 'Another thing, -- "quoted".', "It's 3 x 4 & more.", "Video maps and radio."))
TITLES = st.sampled_from(("Story one", "A longer title", "“Quoted” & more", "Story two"))
DAY = 24 * 60 * 60


class EditedPublication(RuleBasedStateMachine):
    """Each rule is one edit; after each the incremental output must equal that of a clean build, byte for byte."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="soundness-"))
        self.publication = Publication(self.folder / "site")
        self.output = self.folder / "output"
        self.count = 0
        self.told: tuple[str, int, dict[str, bytes]] | None = None

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        self.publication.root.mkdir()
        self.publication.begin()

    @invariant()
    def incremental_equals_clean(self) -> None:
        """Build both ways; what is wrong with the content is wrong for both, and then the last output stays."""
        before = files_of(self.output)
        clean = self.folder / f"clean-{self.count}"
        self.count += 1
        done, anew = self.build(), build(self.publication, clean)
        assert done.status == anew.status, f"{done.said}\n--- but a clean build:\n{anew.said}"
        wanted = files_of(clean) if done.status == 0 else before
        found = differences(files_of(self.output), wanted)
        assert found == [], f"{len(found)} differ: {found[:9]}\n{done.said}"
        if done.status == 0:
            self._check_record(wanted)
        for leftover in self.folder.glob("clean-*"):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()

    def _check_record(self, files: dict[str, bytes]) -> None:
        """Hold the build's record against the output, and what it says has changed against the last output."""
        record = open_record(self.output)
        assert record is not None
        with record:
            digests = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
            assert {path: file.sha256 for path, file in record.files().items()} == digests
            if self.told:
                *mark, before = self.told
                changed = record.changed_since(*mark)
                different = {path for path in before.keys() | files.keys() if before.get(path) != files.get(path)}
                assert changed is None or different <= changed.keys(), sorted(different - changed.keys())
            self.told = (record.identity, record.generation, files)

    def build(self) -> Done:
        """Build into the output that is there."""
        return build(self.publication, self.output)

    def _names(self) -> list[str]:
        return sorted(self.publication.stories)

    @rule(name=st.sampled_from(NAMES), day=st.integers(1, 28), title=TITLES)
    def write(self, name: str, day: int, title: str) -> None:
        self.publication.put(name, Story(title=title, day=day))

    @precondition(lambda self: len(self.publication.stories) > 1)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.publication.remove(data.draw(st.sampled_from(self._names())))

    @precondition(lambda self: self.publication.stories)
    @rule(
        data=st.data(),
        change=st.one_of(
            st.fixed_dictionaries({"words": WORDS}),
            st.fixed_dictionaries({"title": TITLES}),
            st.fixed_dictionaries(
                {"summary": st.sampled_from(("A summary that is long enough to stand there.", "x" * 50))}
            ),
            st.fixed_dictionaries({"day": st.integers(1, 28)}),
            st.fixed_dictionaries({"tags": st.lists(st.sampled_from(TAGS), max_size=3, unique=True).map(tuple)}),
            st.fixed_dictionaries({"authors": st.sampled_from((("mei",), ("ari",), ("ari", "mei")))}),
            st.fixed_dictionaries({"category": st.sampled_from(("social", "media"))}),
            st.fixed_dictionaries({"draft": st.booleans()}),
            st.fixed_dictionaries({"slug": st.sampled_from((None, "moved", "moved-again"))}),
            st.fixed_dictionaries({"picture": st.sampled_from((None, "a", "b"))}),
            st.fixed_dictionaries({"shows": st.sampled_from((None, "a", "b"))}),
            st.fixed_dictionaries({"sponsor": st.sampled_from((None, "shelf"))}),
            st.fixed_dictionaries({"updated": st.booleans()}),
            st.fixed_dictionaries({"marked": st.booleans()}),
        ),
    )
    def edit(self, data: st.DataObject, change: dict[str, object]) -> None:
        self.publication.change(data.draw(st.sampled_from(self._names())), **change)

    @precondition(lambda self: len(self.publication.stories) > 2)
    @rule(data=st.data(), key=st.sampled_from(("related", "dont_miss", "links", "nothing")))
    def point(self, data: st.DataObject, key: str) -> None:
        """Point from one article to another by hand, or take all pointers away."""
        here, there = data.draw(st.lists(st.sampled_from(self._names()), min_size=2, max_size=2, unique=True))
        target = self.publication.stories[there].slug or there
        changes: dict[str, dict[str, object]] = {
            "related": {"related": (target,)},
            "dont_miss": {"dont_miss": target},
            "links": {"links": (there,)},
            "nothing": {"related": (), "dont_miss": None, "links": ()},
        }
        self.publication.change(here, **changes[key])

    @rule(
        name=st.sampled_from(("mei", "ari")), shown=st.sampled_from(("Mei Tan", "Ari W.")), role=st.sampled_from("AB")
    )
    def describe_author(self, name: str, shown: str, role: str) -> None:
        self.publication.author(name, shown, f"Role {role}")

    @rule(
        name=st.sampled_from(("social", "media")), shown=st.sampled_from(("Feeds", "Screens")), order=st.integers(1, 3)
    )
    def describe_category(self, name: str, shown: str, order: int) -> None:
        self.publication.category(name, f"{shown} of {name}", order)

    @rule(there=st.booleans(), words=st.sampled_from(("On film.", "[One](/about/).")))
    def describe_tag(self, there: bool, words: str) -> None:
        self.publication.write("tags/video.md", f"---\nname: Video\nsummary: All of it.\n---\n{words}\n")
        if not there:
            (self.publication.root / "content/tags/video.md").unlink()

    @rule(name=st.sampled_from("ab"), words=st.sampled_from(("First", "Other")), width=st.sampled_from((10, 20)))
    def draw(self, name: str, words: str, width: int) -> None:
        self.publication.picture(name, words, width)

    @rule(start=st.integers(1, 20), days=st.integers(1, 9), title=st.sampled_from(("A talk", "A sale")))
    def promote(self, start: int, days: int, title: str) -> None:
        what = f"title: {title}\ntext: Come.\nurl: https://talk.example/"
        when = f"start: 2026-11-{start:02}\nend: 2026-12-{days:02}"
        self.publication.write("promos/talk.md", f"---\n{what}\n{when}\n---\n")

    @rule(days=st.integers(-3, 5))
    def wait(self, days: int) -> None:
        """Let time pass, or put the clock back."""
        self.publication.time += days * DAY

    @rule(
        settings=st.sampled_from(
            (
                {"SITENAME": "The Other Name"},
                {"SITEURL": "https://other.example/below"},
                {"SITEURL": "https://lowdown.example"},
                {"DESK": {"show_drafts": True}},
                {"DESK": {"show_drafts": False}},
                {"SHARE": {"networks": ["email", "x"]}},
                {"CTA": {}},
                {"FEEDS": {"size": 1}},
                {"RELATED": {"articles": 1}},
                {"RELATED": {"dont_miss": False}},
                {"RELATED": {"floor": 0, "dont_miss_score": 0, "variety": 500}},
                {"RELATED": {"floor": 300, "fill": True, "sponsored": True}},
                {"TYPOGRIFY": False},
                {"TYPOGRIFY": True},
                {"TIMEZONE": "Europe/Berlin"},
                {"TIMEZONE": "Asia/Singapore"},
                {"PRESS": {"patterns": True}},
                {"PRESS": {"patterns": False}},
                {"DEFAULT_LANG": "ms"},
            )
        )
    )
    def set(self, settings: dict[str, object]) -> None:
        self.publication.set(**settings)

    @rule(
        path=st.sampled_from(
            (
                "templates/base.html",
                "templates/article.html",
                "templates/components/card.html",
                "templates/partials/head.html",
                "static/css/tokens.css",
                "static/css/components/card.css",
                "static/js/share.js",
                "static/favicon.svg",
            )
        ),
        number=st.integers(0, 2),
    )
    def design(self, path: str, number: int) -> None:
        """Change a file of the theme: a comment, or for a stylesheet a rule."""
        marks = {
            "html": "<!-- {} -->",
            "css": "@layer utilities {{ .x{} {{ color: red }} }}",
            "js": "let x{};",
            "svg": "<!-- {} -->",
        }
        target = self.publication.root / "theme" / path
        added = marks[path.rpartition(".")[2]].format(number)
        target.write_text(f"{target.read_text(encoding='utf-8').rstrip()}\n{added}\n", encoding="utf-8")

    @precondition(lambda self: self.output.is_dir())
    @rule(data=st.data(), how=st.sampled_from(("change", "delete", "add", "replace folder")))
    def meddle(self, data: st.DataObject, how: str) -> None:
        """Change the output by hand."""
        paths = sorted(path for path in self.output.rglob("*.html"))
        if not paths:
            return
        path = data.draw(st.sampled_from(paths))
        match how:
            case "change":
                path.write_text("by hand", encoding="utf-8")
            case "delete":
                path.unlink()
            case "add":
                path.with_name("stray.html").write_text("by hand", encoding="utf-8")
            case "replace folder":
                shutil.rmtree(path.parent) if path.parent != self.output else path.unlink()
                if path.parent != self.output:
                    path.parent.write_text("a file now", encoding="utf-8")

    @precondition(lambda self: (self.folder / "output.stet").is_dir())
    @rule(how=st.sampled_from(("truncate", "garbage", "remove")))
    def spoil_state(self, how: str) -> None:
        """Damage what the last build kept."""
        database = self.folder / "output.stet/build.sqlite"
        match how:
            case "truncate":
                database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])
            case "garbage":
                database.write_bytes(b"\0" * 5000)
            case "remove":
                shutil.rmtree(self.folder / "output.stet")
