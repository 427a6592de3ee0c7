from dataclasses import replace
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.publish_run import PublishRun, release
from plugins.publish.roll_back import roll_back
from plugins.publish.settings import PublishSettings
from plugins.publish.site.built import BuiltSite
from plugins.publish.site.takedown import Takedown, write_memory
from plugins.publish.targets.folder.target import FolderTarget
from plugins.publish.targets.open import RunOptions
from tests.publish.sites import EditedSite


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PublishRun:
    monkeypatch.chdir(tmp_path)
    settings = PublishSettings(target="published")
    return PublishRun(
        target=FolderTarget(Path("published")), settings=settings, environment={}, options=RunOptions(force=True)
    )


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "site").write({"index.html": "1"})


def publish(run: PublishRun, site: EditedSite, monkeypatch: pytest.MonkeyPatch, *homes: str) -> None:
    """Publish these home pages one after the other, each by a clock that is an hour behind the last."""
    for number, home in enumerate(homes):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_800_000_000 - 3600 * number))
        with run.target.held():
            release(run, site.write({"index.html": home}))


def names(run: PublishRun) -> list[str]:
    with run.target.held():
        return [each.id for each in run.target.releases()]


def home() -> str:
    return Path("published/current/index.html").read_text()


def test_the_release_before_is_the_one_that_was_made_before_whatever_the_clocks_said(
    run: PublishRun, site: EditedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(run, site, monkeypatch, "1", "2", "3")
    with run.target.held():
        status = roll_back(run, "", BuiltSite(Path("output")))

    assert (status, home()) == (0, "2")
    assert names(run) == sorted(names(run), reverse=True)


def test_a_named_release_is_published_again(run: PublishRun, site: EditedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(run, site, monkeypatch, "1", "2", "3")
    oldest = names(run)[-1]
    with run.target.held():
        roll_back(run, oldest, BuiltSite(Path("output")))

    assert home() == "1"


def refusal(run: PublishRun, name: str = "") -> str:
    with run.target.held(), pytest.raises(PublishError) as caught:
        roll_back(run, name, BuiltSite(Path("output")))
    return str(caught.value)


def test_going_back_to_what_readers_have_is_no_success_and_names_what_differs(
    run: PublishRun, site: EditedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(run, site, monkeypatch, "1", "2", "1")
    third, second, first = names(run)

    assert refusal(run, first) == (
        f"readers have what release {first} has, so nothing was changed; none before it differs; mend the content and"
        " run make publish"
    )
    assert refusal(run, third) == (
        f"readers have what release {third} has, so nothing was changed; the next one that differs is {second}"
        f" (make rollback RELEASE={second})"
    )


def test_a_release_that_there_is_not_is_told_with_the_near_miss(
    run: PublishRun, site: EditedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(run, site, monkeypatch, "1", "2")
    _, first = names(run)

    for wrong in (first[-12:], f"{first}0", first.lower()):
        assert refusal(run, wrong) == f"there is no release {wrong!r} at published/current; did you mean {first!r}?"
    assert refusal(run, "yesterday").startswith("there is no release 'yesterday' at published/current; known are: 2027")


def test_before_the_first_release_there_is_nothing(
    run: PublishRun, site: EditedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(run, site, monkeypatch, "1")

    said = "there is no release before the present one; make releases lists those that are kept"
    assert refusal(run) == said


def test_going_back_to_a_text_that_was_taken_down_is_refused_though_the_list_has_lost_it(
    run: PublishRun, site: EditedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(run, site, monkeypatch, "1", "2")
    write_memory(Path("published/.taken-down"), Takedown(["/index.html"]))
    strict = replace(run, options=RunOptions())

    said = refusal(strict)

    assert said.startswith("/index.html was taken down there, and takedown names it no more; if that was not taken out")
    assert said.endswith(f"If that is meant: make rollback RELEASE={names(run)[1]} FORCE=1")
