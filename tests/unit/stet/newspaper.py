"""A small publication for tests of whole builds: articles, each on a page, and fronts that list first lines."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.stet.build_report import BuildReport
from plugins.stet.engine import Engine
from plugins.stet.facts import View, digest_of
from plugins.stet.outputs import Kind, Output
from plugins.stet.space import Space
from plugins.stet.step import Step
from plugins.stet.workers import Spread

ARTICLE, _LINE = Space[str]("article"), Space[str]("line")

FRONT = 10
"""Articles on a front."""


@dataclass
class Press:
    """Prints models as they are, under the name of a template."""

    name: str = "template"
    rendered: list[Any] = field(default_factory=list)
    """What was rendered in this process."""
    breaks_at: str | None = None
    """Words at which the template has a mistake."""

    def version(self, template: str) -> bytes:
        return f"{self.name} {template}".encode()

    def prepare(self, templates: Iterable[str]) -> None:
        """Get ready for nothing."""

    def render(self, model: Any) -> bytes:
        if self.breaks_at and self.breaks_at in repr(model):
            raise ValueError("a mistake in the template")
        self.rendered.append(model)
        return f"{self.name}: {model}".encode()


def articles(count: int, word: str = "text") -> dict[str, str]:
    """Return articles of a title and a text."""
    return {f"a{number:03}": f"Title {number}\n{word} {number}" for number in range(count)}


@contextmanager
def offered(
    output: Path,
    found: Mapping[str, str],
    *,
    press: Press | None = None,
    processes: int = 1,
    spared: Collection[str] | None = (),
    key: bytes | None = None,
    turned: bool = False,
    plan: Callable[[], Iterable[Output]] | None = None,
) -> Iterator[Engine]:
    """Open an engine and offer it the articles; `turned` offers the files from the last to the first."""
    engine = Engine(output, b"newspaper", spared)
    try:
        engine.spread = Spread(processes)
        engine.offer_renderer("press", press or Press())
        page = Kind(make=lambda view, out: view.read(ARTICLE, *out.spec), renderer="press")
        engine.offer_kinds({"page": page, "front": Kind(make=_front, renderer="press", template="front")})
        digests = {slug: digest_of(text) for slug, text in found.items()}
        engine.offer_facts(ARTICLE, lambda _, slug: found[slug], digests)
        engine.offer_values(_LINE, _line)
        engine.offer_outputs(Step("Planning", key, lambda _: plan() if plan else _plan(found, turned)))
        yield engine
    finally:
        engine.close()


def build(output: Path, found: Mapping[str, str], **how: Any) -> BuildReport:
    """Build the articles into a folder."""
    with offered(output, found, **how) as engine:
        return engine.build()


def tree(folder: Path) -> dict[str, bytes | None]:
    """Return all files below a folder with what is in them, and its folders."""
    return {
        path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


def clean(tmp_path: Path, found: Mapping[str, str], **how: Any) -> dict[str, bytes | None]:
    """Return what a build of these articles into a new folder writes."""
    folder = tmp_path / f"clean-{len(list(tmp_path.iterdir()))}"
    build(folder, found, **how)
    return tree(folder)


def _line(view: View, slug: str) -> str:
    text = view.read(ARTICLE, slug)
    return text.partition("\n")[0]


def _front(view: View, output: Output) -> tuple[str, ...]:
    return tuple(view.read(_LINE, slug) for slug in output.spec)


def _plan(found: Mapping[str, str], turned: bool) -> list[Output]:
    slugs = sorted(found)
    planned = [Output(f"{slug}/index.html", "page", (slug,)) for slug in slugs]
    for start in range(0, len(slugs), FRONT):
        planned.append(Output(f"front/{start // FRONT}/index.html", "front", tuple(slugs[start : start + FRONT])))
    return planned[::-1] if turned else planned
