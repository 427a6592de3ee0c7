import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.stet.build_errors import BuildError
from plugins.stet.facts import View
from plugins.stet.making import FileMaker, Made, Task
from plugins.stet.offers import Offers
from plugins.stet.outputs import KIND, FileRenderer, Kind, ModelVersions, Output, SourceFile, fingerprint_of
from plugins.stet.state.ledger import NO_CONTENT, FileContent
from plugins.stet.state.output_folder import OutputFolder
from plugins.stet.step import say_nothing
from plugins.stet.workers import Spread
from tests.unit.stet.newspaper import ARTICLE, Press

OUTPUT = Output("a.html", "page", ("one",))


class PreparedPress(Press):
    """Remembers what it was to get ready for."""

    def prepare(self, templates: object) -> None:
        self.rendered.append(templates)


@pytest.fixture
def press() -> PreparedPress:
    return PreparedPress()


@pytest.fixture
def maker(press: PreparedPress) -> FileMaker:
    page = Kind(make=lambda view, output: view.read(ARTICLE, output.spec[0]), renderer="press", template="page")
    return FileMaker({"page": page}, {"press": press}, {"page": b"1"})


@pytest.fixture
def view() -> View:
    offers = Offers()
    offers.offer_facts(ARTICLE, lambda _, slug: slug.title(), {})
    return offers.view()


@pytest.fixture
def folder(tmp_path: Path) -> OutputFolder:
    folder = OutputFolder(tmp_path / "output", tmp_path / "staging")
    folder.prepare()
    return folder


def make_one(maker: FileMaker, view: View, folder: OutputFolder, before: FileContent) -> Made:
    (made,) = maker.make([Task(7, OUTPUT, before)], view, folder, Spread(1), say_nothing)
    return made


def test_a_new_file_is_rendered_and_staged(maker: FileMaker, view: View, folder: OutputFolder) -> None:
    made = make_one(maker, view, folder, NO_CONTENT)

    body = b"template: One"
    assert (folder.staging / "7").read_bytes() == body
    assert (made.content.sha256, made.content.bytes) == (hashlib.sha256(body).digest(), len(body))
    assert (made.number, made.is_rendered, made.is_staged) == (7, True, True)


def test_a_file_is_made_from_its_facts_and_from_the_version_of_its_kind(
    maker: FileMaker, view: View, folder: OutputFolder
) -> None:
    made = make_one(maker, view, folder, NO_CONTENT)

    assert made.trace.keys == (("article", "one"), (KIND.name, "page"))


class PressOfTwo(Press, ModelVersions):
    """Prints long models from more than short ones."""

    def model_version(self, template: str, model: object) -> bytes:
        return b"long" if len(str(model)) > 3 else b"short"


def test_a_model_that_depends_on_part_of_a_version_stands_when_the_rest_changes(maker: FileMaker, view: View) -> None:
    press = PressOfTwo()

    found = [
        replace(maker, renderers={"press": press}, versions={"page": version}).fingerprint(OUTPUT, view)[0]
        for version in (b"1", b"2")
    ]

    assert found[0] == found[1] == fingerprint_of("One", b"short")


def test_a_file_of_the_same_model_is_not_rendered(
    maker: FileMaker, view: View, folder: OutputFolder, press: PreparedPress
) -> None:
    before = make_one(maker, view, folder, NO_CONTENT).content._replace(why="it is new")
    press.rendered.clear()

    made = make_one(maker, view, folder, before)

    assert press.rendered == []
    assert (made.content, made.is_rendered, made.is_staged) == (before, False, False)


def test_a_file_of_the_same_bytes_is_not_staged_but_known_by_its_new_fingerprint(
    maker: FileMaker, view: View, folder: OutputFolder
) -> None:
    content = make_one(maker, view, folder, NO_CONTENT).content
    folder.prepare()

    made = make_one(maker, view, folder, content._replace(fingerprint=b"old", why="it is new"))

    assert list(folder.staging.iterdir()) == []
    assert (made.is_rendered, made.is_staged) == (True, False)
    assert made.content == content._replace(why="it is new")


def test_a_fingerprint_is_told_without_rendering(maker: FileMaker, view: View, press: PreparedPress) -> None:
    fingerprint, trace, model = maker.fingerprint(OUTPUT, view)

    assert (press.rendered, model) == ([], "One")
    assert fingerprint == maker.fingerprint(OUTPUT, view)[0]
    assert trace.keys == (("article", "one"), (KIND.name, "page"))


@pytest.mark.parametrize("processes", [1, 2])
def test_many_files_come_in_the_order_of_their_tasks(
    maker: FileMaker, view: View, folder: OutputFolder, press: PreparedPress, processes: int
) -> None:
    tasks = [Task(number, Output(f"{number}.html", "page", (f"a{number}",)), NO_CONTENT) for number in range(250)]
    heard: list[tuple[int, int]] = []

    made = list(maker.make(tasks, view, folder, Spread(processes), lambda *words: heard.append(words)))

    assert [each.number for each in made] == list(range(250))
    assert (folder.staging / "249").read_bytes() == b"template: A249"
    assert heard == [(100, 250), (200, 250), (250, 250)]
    assert press.rendered[0] == ["page"]


class Shelves(FileRenderer):
    """Files by the name that is their model."""

    def __init__(self, folder: Path, body: bytes) -> None:
        self.folder, self.digest = folder, hashlib.blake2b(body, digest_size=16).digest()

    def source_file(self, model: str) -> SourceFile:
        return SourceFile(self.folder / model, self.digest)


def copy_one(shelves: Shelves, view: View, folder: OutputFolder, before: FileContent = NO_CONTENT) -> Made:
    kinds = {"page": Kind(make=lambda *_: "clip.mp4", renderer="shelves")}
    return make_one(FileMaker(kinds, {"shelves": shelves}, {"page": b"1"}), view, folder, before)


def test_a_file_on_disk_is_copied_as_it_is(view: View, folder: OutputFolder, tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_bytes(b"film")
    sha256 = hashlib.sha256(b"film").digest()

    made = copy_one(Shelves(tmp_path, b"film"), view, folder)

    assert (folder.staging / "7").read_bytes() == b"film"
    assert (made.content.sha256, made.content.bytes, made.is_staged) == (sha256, 4, True)


def test_a_copy_that_comes_out_as_before_is_not_staged(view: View, folder: OutputFolder, tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_bytes(b"film")
    before = NO_CONTENT._replace(sha256=hashlib.sha256(b"film").digest(), bytes=4, why="it is new")

    made = copy_one(Shelves(tmp_path, b"film"), view, folder, before)

    assert (made.content.sha256, made.content.bytes, made.is_staged) == (before.sha256, 4, False)


def test_a_file_that_changes_while_the_build_runs_ends_it(view: View, folder: OutputFolder, tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_bytes(b"another film")

    with pytest.raises(
        BuildError, match=r"clip\.mp4 changed while the build ran; nothing of the output was changed; run"
    ):
        copy_one(Shelves(tmp_path, b"film"), view, folder)


def test_a_file_that_is_gone_ends_the_build(view: View, folder: OutputFolder, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"clip\.mp4: No such file or directory; nothing of the output was changed"):
        copy_one(Shelves(tmp_path, b"of before"), view, folder)
