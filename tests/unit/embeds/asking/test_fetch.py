import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.embeds.asking.ask_hosts import Round
from plugins.embeds.asking.fetch import Fetching, Use
from tests.unit.embeds.asking.hosts import Host, host, reach
from tests.unit.embeds.asking.test_ask_hosts import says, table

ONE, TWO, SILENT = "https://video.example/1", "https://video.example/2", "https://silent.example/1"
PLACE = ["content/articles/one.md:9"]
INSTEAD = 'write [title](address "text | author") in the text, or an entry in content/embeds.toml'


class Run:
    """The command in a folder, and what it says."""

    def __init__(self, root: Path, server: Host) -> None:
        self.file = root / "embeds.toml"
        self.said: list[str] = []
        self.complaints: list[str] = []
        asking = Round(table=table(server), root=root, reach=reach(), pause=0)
        self._fetching = Fetching(
            round=asking,
            shown_root="content",
            day=datetime.date(2026, 11, 30),
            say=self.said.append,
            complain=self.complaints.append,
        )

    def __call__(self, *addresses: str, is_again: bool = False, has_title: bool = False) -> int:
        return self._fetching.run(dict.fromkeys(addresses, Use(PLACE, has_title)), is_again)


@pytest.fixture
def server() -> Iterator[Host]:
    with host({}) as running:
        yield running


@pytest.fixture
def run(tmp_path: Path, server: Host) -> Run:
    return Run(tmp_path, server)


def test_embeds_without_words_get_an_entry_in_order_of_address(run: Run, server: Host) -> None:
    says(server, title="Prices")

    status = run(TWO, ONE)

    lines = [line for line in run.file.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    entry = ['title = "Prices"', "fetched = 2026-11-30"]
    assert lines == ["", f'["{ONE}"]', *entry, "", f'["{TWO}"]', *entry]
    assert (status, run.complaints) == (0, [])
    assert run.said == [f"{each}: 'Prices', without a picture" for each in (ONE, TWO)]


def test_who_has_an_entry_is_not_asked_for(run: Run, server: Host) -> None:
    written = f'# Mine.\n["{ONE}"]\ntitle = "Ours"'
    run.file.write_text(written, encoding="utf-8")

    assert run(ONE) == 0
    assert (server.asked, run.file.read_text(encoding="utf-8")) == ([], written)
    assert run.said == ["every embed has its entry in content/embeds.toml: nobody was asked"]


def test_failures_are_told_at_the_end_and_leave_the_others(run: Run, server: Host) -> None:
    status = run(SILENT, ONE, "https://elsewhere.example/")

    assert status == 1
    assert run.complaints == [
        "https://elsewhere.example/: is no embed; "
        "name one video, post or episode of a site that is known, by its full address",
        f"{SILENT}: Silent tells nobody of it; {INSTEAD} (in {PLACE[0]})",
        f"{ONE}: Video does not know it (404): it may be deleted or private; {INSTEAD} (in {PLACE[0]})",
    ]
    assert not run.file.exists()


def test_a_host_that_tells_nobody_is_no_failure(run: Run) -> None:
    assert (run(SILENT), len(run.complaints)) == (0, 1)


def test_it_is_not_told_of_an_embed_that_its_text_gives_a_title(run: Run) -> None:
    assert (run(SILENT, has_title=True), run.complaints) == (0, [])
    assert (run(ONE, has_title=True), len(run.complaints)) == (1, 1)


def test_texts_without_embeds_are_told(run: Run) -> None:
    assert (run(), run.said) == (0, ["no text shows an embed: nobody was asked"])


def test_nothing_is_said_of_what_could_not_be_asked_for_again(run: Run) -> None:
    run.file.write_text(f'["{ONE}"]\ntitle = "Old"\n', encoding="utf-8")

    assert (run(ONE, is_again=True), run.said) == (1, [])


def test_asking_again_tells_what_is_new_and_changes_nothing(run: Run, server: Host) -> None:
    written = f'["{ONE}"]\ntitle = "Old"\n'
    run.file.write_text(written, encoding="utf-8")
    says(server, title="New")

    assert run(ONE, TWO, is_again=True) == 0
    assert run.file.read_text(encoding="utf-8") == written
    assert run.said == [
        f'content/embeds.toml:1: {ONE}: title = "Old", and now "New"',
        "content/embeds.toml is as it was; change it, or take entries away and run the command without REFRESH",
    ]


def test_a_file_with_mistakes_is_told_and_nobody_is_asked(run: Run, server: Host) -> None:
    run.file.write_text(f'["{ONE}"]\ntitel = "Old"\n', encoding="utf-8")

    assert run(ONE, TWO) == 1
    assert (run.complaints, server.asked) == (
        ["content/embeds.toml:2:1: unknown key 'titel'; did you mean 'title'?"],
        [],
    )
