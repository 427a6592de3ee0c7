from pathlib import Path

import pytest

from plugins.publish.settings import HeaderSettings, PublishSettings
from plugins.publish.targets.bucket.target import BucketTarget
from plugins.publish.targets.folder.target import FolderTarget
from plugins.publish.targets.open import RunOptions, checkout_identity, open_target, publisher_name
from plugins.publish.targets.pages.target import PagesTarget
from plugins.publish.targets.platform.target import PlatformTarget
from plugins.publish.targets.server.target import ServerTarget

KEY = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "eu-central-1"}


@pytest.fixture(autouse=True)
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def bucket(**settings: object) -> BucketTarget:
    chosen = PublishSettings(target="s3://bucket", **settings)  # type: ignore[arg-type]
    made = open_target(chosen, KEY, RunOptions(waits=True, adopts=True))
    assert isinstance(made, BucketTarget)
    made.archive.close()
    return made


@pytest.mark.parametrize(
    ("target", "kind", "place"),
    [
        ("published", FolderTarget, "published/current"),
        ("ssh://ann@web/srv", ServerTarget, "ann@web:/srv/current"),
        ("netlify://small", PlatformTarget, "netlify://small"),
        ("cloudflare://small/live", PlatformTarget, "cloudflare://small/live"),
        ("firebase://small", PlatformTarget, "firebase://small"),
        ("pages://_site", PagesTarget, "_site"),
    ],
)
def test_the_scheme_of_an_address_names_the_kind_of_target(target: str, kind: type, place: str) -> None:
    made = open_target(PublishSettings(target=target), {}, RunOptions())

    assert type(made) is kind
    assert made.place == place


def test_a_bucket_is_published_to_as_settings_and_command_line_say() -> None:
    made = bucket(keep=3, grace=5, lease=7, publisher="ci")

    assert (made.place, made.keep, made.grace, made.publisher, made.adopts) == ("s3://bucket", 3, 5, "ci", True)
    assert (made.takeover.lease, made.takeover.waits) == (7, True)
    assert made.headers("index.html")["Content-Type"] == "text/html; charset=utf-8"


def test_other_headers_or_takedowns_are_another_policy() -> None:
    plain = bucket().policy

    assert bucket().policy == plain
    assert bucket(takedown=["/a/"]).policy != plain
    assert bucket(headers=HeaderSettings(page_seconds=5)).policy != plain


def test_a_checkout_keeps_its_identity(tmp_path: Path) -> None:
    first = checkout_identity(tmp_path / "one")

    assert checkout_identity(tmp_path / "one") == first
    assert checkout_identity(tmp_path / "two") != first


def test_a_publisher_is_a_user_on_a_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "ann")
    monkeypatch.setattr("socket.gethostname", lambda: "desk")

    assert publisher_name() == "ann@desk"
    assert checkout_identity(Path("one")).endswith("@desk")
