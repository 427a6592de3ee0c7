"""The publication in one variant, on which builds are measured, with the files that they write."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from tests.bench.corpus import Story, with_new_body
from tests.bench.generate import corpus
from tests.bench.outputs.variants import Variant
from tests.bench.scenarios import MOST_RUNS, Run, Stage
from tests.bench.subjects import KIT

SETTINGS = "outputsconf.py"
SCENARIOS = {
    "cold": "cold",
    "unchanged": "nothing changed",
    "body": "one body edit, any article",
    "fresh": "one body edit, among the newest 20",
    "correction": "one correction, among the newest 20",
    "new": "one new article",
}
"""In the order in which they are measured, with the words for them."""
NEWEST = 20
"""Articles that stand in the feed of everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One measured build, with the files that it wrote or took away."""

    run: Run
    changed: Mapping[str, int]
    """Bytes by path."""


class OutputsStage(Stage):
    """The publication in one variant."""

    def __init__(self, variant: Variant, size: int, session: str) -> None:
        arguments = tuple(SETTINGS if word == "benchconf.py" else word for word in KIT.arguments)
        name = f"outputs-{variant.name}"
        subject = replace(KIT, name=name, title=variant.title, arguments=arguments, scenarios=tuple(SCENARIOS))
        super().__init__(subject, size, session)
        self._set_up(variant)

    def measured(self, scenario: str, number: int) -> Measured:
        """Return what a build costs and writes; the first that is asked for is to be cold."""
        before = self._state() if scenario != "cold" else {}
        run = self.measure(scenario, number)
        after = self._state()
        gone = dict.fromkeys(before.keys() - after.keys(), 0)
        return Measured(run=run, changed=gone | {path: at[1] for path, at in after.items() if before.get(path) != at})

    def draw_cards(self, number: int) -> None:
        """Build once with all articles that edits will add: pictures and cards go into the cache that all share."""
        for place in range(number):
            self._edit("new", place)
        self.measure("cold", 0)
        self.restore()

    def _set_up(self, variant: Variant) -> None:
        """Write the variant's settings, and let another kit build it if it has one."""
        (self.folder / SETTINGS).write_text(f"from benchconf import *\n{variant.settings}", encoding="utf-8")
        for name in ("plugins", "theme", "pelicanconf.py", "publishconf.py") if variant.checkout else ():
            (self.folder / name).unlink()
            (self.folder / name).symlink_to(variant.checkout / name)

    def _state(self) -> dict[str, tuple[int, int]]:
        """Return what tells whether a file was written, and its bytes, by path."""
        found = ((path, path.stat()) for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): (stat.st_mtime_ns, stat.st_size) for path, stat in found}

    def _edit(self, scenario: str, number: int) -> None:
        place = self.size - 1 - Random(self.size).sample(range(NEWEST), MOST_RUNS)[number]
        match scenario:
            case "fresh":
                self._write(with_new_body(corpus().story(place), corpus(), self.session))
            case "correction":
                self._write(_corrected(corpus().story(place), self.session))
            case _:
                super()._edit(scenario, number)


def _corrected(story: Story, session: str) -> Story:
    moment = (story.updated or story.head.date) + timedelta(minutes=30)
    return replace(story, correction=f"An earlier version named another year ({session}).", updated=moment)


def now_for(size: int) -> int:
    """Return the time of the builds, seconds since 1970: after every article that an edit adds."""
    return int((corpus().head(size + MOST_RUNS).date + timedelta(hours=31)).timestamp())
