"""`python -m plugins.publish` against real object stores: what it sends, what it survives, what it says."""

import os
import re
import resource
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from itertools import product
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote

import obstore
import pytest
from obstore.store import AzureStore, S3Store

from plugins.publish.__main__ import main
from tests.conftest import ROOT, SOAK_MINUTES
from tests.publish.bucket.newspaper import SITEURL, dangling, first_edition, second_edition, third_edition
from tests.publish.networks import TOKEN, Answer, Api, Request, cloudflare
from tests.publish.servers import S3, Bucket
from tests.tools.chance import chance, thinned

Fetch = Callable[[str], bytes | None]
HEAD = ".publish/head"


@dataclass(frozen=True)
class Checkout:
    """A folder that publishes what lies in its output, in this process or as processes of its own."""

    root: Path
    bucket: Bucket

    def write(self, edition: Mapping[str, str | bytes]) -> None:
        """Make the output this edition, as a build does: each file is put there whole."""
        output = self.root / "output"
        for path in [path for path in sorted(output.rglob("*")) if path.is_file()]:
            if path.relative_to(output).as_posix() not in edition:
                path.unlink()
        for path, text in edition.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(text.encode() if isinstance(text, str) else text)

    def set(self, choice: str) -> None:
        """Add a choice to `PUBLISH`."""
        settings = self.root / "publishconf.py"
        settings.write_text(settings.read_text().replace('{"verify"', f'{{{choice}, "verify"'))

    def start(self, *arguments: str, largest: int = 0, **environment: str) -> "subprocess.Popen[str]":
        """Start a command; with `largest`, no file may get more bytes than that, as on a full disk."""
        limit = (largest, largest) if largest else (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        return subprocess.Popen(
            [sys.executable, "-m", "plugins.publish", *(arguments or ["publish", "--no-build"])],
            cwd=self.root,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "PUBLISH_TARGET": self.bucket.url,
                **self.bucket.environment,
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
        )

    def run(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run a command in this process, which saves the start of one."""
        output, errors = StringIO(), StringIO()
        wanted = {"PUBLISH_TARGET": self.bucket.url, **self.bucket.environment, **environment}
        asked = arguments or ("publish", "--no-build")
        with patch.dict(os.environ, wanted), chdir(self.root), redirect_stdout(output), redirect_stderr(errors):
            status = main(asked)
        return subprocess.CompletedProcess(asked, status, output.getvalue(), errors.getvalue())

    def publish(self, edition: Mapping[str, str | bytes], *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Publish an edition and see that it worked."""
        self.write(edition)
        done = self.run("publish", "--no-build", "--force", *arguments)
        assert done.returncode == 0, done.stderr
        return done


@pytest.fixture
def new_checkout(tmp_path: Path) -> Callable[[str, Bucket], Checkout]:
    def make(name: str, bucket: Bucket) -> Checkout:
        root = tmp_path / name
        (root / "output").mkdir(parents=True)
        choices = '{"verify": False, "lease": 3}'
        (root / "publishconf.py").write_text(f'SITEURL = "{SITEURL}"\nPUBLISH = {choices}\n')
        return Checkout(root, bucket)

    return make


@pytest.fixture
def checkout(new_checkout: Callable[[str, Bucket], Checkout], s3: S3) -> Checkout:
    found = new_checkout("checkout", s3)
    found.publish(first_edition())
    s3.forget()
    return found


def reader(site: str) -> Fetch:
    """Return what fetches a page as a browser does; None where there is none."""

    def fetch(path: str) -> bytes | None:
        try:
            with urllib.request.urlopen(f"{site.rstrip('/')}/{quote(path)}", timeout=30) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError:
            return None

    return fetch


def put(bucket: Bucket, key: str, body: bytes) -> None:
    obstore.put(opened(bucket), key, body)


def opened(bucket: Bucket) -> AzureStore | S3Store:
    """Return the bucket as a library sees it."""
    settings, environment = {"client_options": {"allow_http": True}}, bucket.environment
    if bucket.url.startswith("az"):
        backend: AzureStore | S3Store = AzureStore(
            bucket.name,
            endpoint=environment["AZURE_STORAGE_ENDPOINT"],
            account_name=environment["AZURE_STORAGE_ACCOUNT_NAME"],
            account_key=environment["AZURE_STORAGE_ACCOUNT_KEY"],
            **settings,
        )
    else:
        backend = S3Store(
            bucket.name,
            endpoint=bucket.endpoint,
            access_key_id=environment["AWS_ACCESS_KEY_ID"],
            secret_access_key=environment["AWS_SECRET_ACCESS_KEY"],
            region=environment["AWS_REGION"],
            **settings,
        )
    return backend


def stored(bucket: Bucket) -> dict[str, bytes]:
    """Return every object but the publisher's own."""
    backend = opened(bucket)
    keys = sorted(entry["path"] for chunk in obstore.list(backend) for entry in chunk)
    return {key: bytes(obstore.get(backend, key).bytes()) for key in keys if not key.startswith(".publish/")}


def without_retired(found: Mapping[str, bytes], edition: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Return what is stored but for pictures that stay for a while after the last page that showed them."""
    return {key: body for key, body in found.items() if key in edition or not key.startswith("pictures/")}


def bodies(edition: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {path: text.encode() if isinstance(text, str) else text for path, text in edition.items()}


def assert_converged(checkout: Checkout, edition: Mapping[str, str | bytes]) -> None:
    """See that a run ends with just this edition at the bucket, whatever was there."""
    checkout.publish(edition)
    assert without_retired(stored(checkout.bucket), edition) == bodies(edition)


def await_answers(s3: S3) -> None:
    """Wait until the server has carried out all that it was asked."""
    deadline = time.monotonic() + 30
    while any(request.status is None and not request.stored for request in s3.requests):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_an_unchanged_site_is_one_request(checkout: Checkout, s3: S3) -> None:
    done = checkout.run()

    assert "Nothing has changed since the last release: 6 pages (9 files), by the target's record." in done.stdout
    assert [(request.method, request.keys, request.status) for request in s3.requests] == [("GET", [HEAD], 304)]


def test_an_edit_is_its_objects_and_three_requests_more(checkout: Checkout, s3: S3) -> None:
    edited = first_edition() | {"1/index.html": "x" * 30_000, "index.html": "y" * 10_000}
    checkout.publish(edited)

    assert [(request.method, *request.keys) for request in s3.requests] == [
        ("GET", HEAD),
        ("PUT", HEAD),
        ("PUT", "1/index.html"),
        ("PUT", "index.html"),
        ("PUT", HEAD),
    ]
    assert sum(request.bytes_in for request in s3.requests) <= 40_000 + 20_000


def test_readers_find_every_page_and_the_publisher_s_own_objects_are_not_for_them(checkout: Checkout, s3: S3) -> None:
    fetch = reader(s3.site)

    assert dangling(fetch, ["index.html"]) == set()
    assert fetch(HEAD) is None


def cloudflare_at(api: Api) -> dict[str, str]:
    """Return what a publisher needs to have copies purged there."""
    base = f"{api.url}/client/v4/"
    return {"CLOUDFLARE_API_BASE_URL": base, "CLOUDFLARE_API_TOKEN": TOKEN, "PUBLISH_URL": SITEURL}


def test_copies_are_purged_before_the_release_counts_as_complete(checkout: Checkout, s3: S3) -> None:
    seen: list[tuple[object, int]] = []

    def answer(request: Request) -> Answer:
        seen.append((request.json, sum(each.method == "PUT" and each.keys == [HEAD] for each in s3.requests)))
        return cloudflare(request)

    checkout.set('"purge": {"provider": "cloudflare", "zone": "0123"}')
    with Api(answer) as api:
        environment = {
            "CLOUDFLARE_API_BASE_URL": f"{api.url}/client/v4/",
            "CLOUDFLARE_API_TOKEN": TOKEN,
            "PUBLISH_URL": SITEURL,
        }
        checkout.write(first_edition() | {"1/index.html": "other"})
        done = checkout.run("publish", "--no-build", **environment)
        unchanged = checkout.run("publish", "--no-build", **environment)
        everything = checkout.run("publish", "--no-build", "--purge-all", **environment)

    assert (done.returncode, unchanged.returncode, everything.returncode) == (0, 0, 0), done.stderr
    assert seen[0] == ({"files": [f"{SITEURL}/1/", f"{SITEURL}/1/index.html"]}, 1)
    assert len(seen) == 2
    assert "files" not in seen[1][0]  # type: ignore[operator]  # what was sent as JSON


def test_a_purge_that_fails_is_told_and_done_by_the_next_run(checkout: Checkout, s3: S3) -> None:
    checkout.set('"purge": {"provider": "cloudflare", "zone": "0123"}')
    checkout.write(first_edition() | {"1/index.html": "other"})
    with Api(lambda _: (403, {}, {"success": False, "errors": [{"message": "no leave"}]})) as api:
        environment = {
            "CLOUDFLARE_API_BASE_URL": f"{api.url}/client/v4/",
            "CLOUDFLARE_API_TOKEN": TOKEN,
            "PUBLISH_URL": SITEURL,
        }
        failed = checkout.run("publish", "--no-build", **environment)
    with Api(cloudflare) as api:
        environment = {
            "CLOUDFLARE_API_BASE_URL": f"{api.url}/client/v4/",
            "CLOUDFLARE_API_TOKEN": TOKEN,
            "PUBLISH_URL": SITEURL,
        }
        done = checkout.run("publish", "--no-build", **environment)
        asked = [request.json for request in api.requests]

    assert failed.returncode == 1
    assert "no leave" in failed.stderr
    assert TOKEN not in failed.stderr
    assert done.returncode == 0, done.stderr
    assert asked == [{"files": [f"{SITEURL}/1/", f"{SITEURL}/1/index.html"]}]


def test_a_plan_names_what_would_be_sent_and_sends_nothing(checkout: Checkout, s3: S3) -> None:
    checkout.write(second_edition())
    done = checkout.run("plan", "--no-build")

    assert "would send 9 files" in done.stdout
    assert "1 removed: 4/index.html" in done.stdout
    assert {request.method for request in s3.requests} == {"GET"}


def test_a_rollback_brings_a_kept_release_back_and_another_one_forward_again(checkout: Checkout) -> None:
    checkout.publish(second_edition())
    back = checkout.run("rollback", "--force")
    after = without_retired(stored(checkout.bucket), first_edition())
    listed = checkout.run("releases").stdout.splitlines()

    assert back.returncode == 0, back.stderr
    assert after == bodies(first_edition())
    assert len(listed) == 3
    assert [line[0] for line in listed] == ["*", " ", " "]


def test_what_was_taken_down_does_not_come_back(checkout: Checkout) -> None:
    checkout.publish({path: text for path, text in first_edition().items() if path != "3/index.html"})
    checkout.set('"takedown": ["/3/"]')
    done = checkout.run("rollback", "--force")

    assert done.returncode == 1
    assert "still shows /3/, which takedown names; name a release" in done.stderr
    assert "3/index.html" not in stored(checkout.bucket)


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 503}, {"status": 429, "code": "TooManyRequests"}])
def test_a_store_that_fails_now_and_then_is_asked_again(checkout: Checkout, s3: S3, fault: dict[str, object]) -> None:
    s3.fail("answer", every=3, **fault)

    assert_converged(checkout, second_edition())


LOOKS = 2
"""Requests before the first write of `second_edition`: for the state, and for a page that goes, and may have moved."""

FAILURES: list[tuple[dict[str, object], str]] = [
    ({"kind": "answer", "status": 500, "code": "InternalError"}, "the store has failed"),
    ({"kind": "answer", "status": 503, "code": "SlowDown"}, "the store asks to slow down"),
    ({"kind": "answer", "status": 403, "code": "ExpiredToken"}, "the credentials have expired"),
    ({"kind": "answer", "status": 403, "code": "AccessDenied"}, "the store refuses"),
    ({"kind": "hang", "seconds": 20}, "the store did not answer in time"),
    ({"kind": "close"}, "the store cannot be reached"),
]


@pytest.mark.parametrize(
    ("failure", "following"), thinned(product(FAILURES, [second_edition, first_edition]), "failures", 6)
)
def test_a_store_that_fails_half_way_is_told_in_a_sentence_and_the_next_run_goes_on(
    checkout: Checkout, s3: S3, failure: tuple[dict[str, object], str], following: Callable[[], dict[str, str]]
) -> None:
    fault, said = failure
    checkout.set('"timeout": 2')
    checkout.write(second_edition())
    s3.fail(**fault, method="PUT", skip=4)  # type: ignore[arg-type]  # one row of the table above
    failed = checkout.run("publish", "--no-build", "--force")
    left = dangling(reader(s3.site), first_edition())
    s3.recover()

    assert failed.returncode == 1
    assert f"{s3.url}: {said}" in failed.stderr
    assert len(failed.stderr.splitlines()) == 1
    assert left == set()
    assert_converged(checkout, following())


@pytest.mark.parametrize("key", [HEAD, "index.html$", "5/index.html"])
def test_an_answer_that_is_lost_after_the_write_was_stored_does_no_harm(checkout: Checkout, s3: S3, key: str) -> None:
    s3.fail("close", when="after", method="PUT", key=key, every=2)

    assert_converged(checkout, second_edition())


@pytest.mark.parametrize(
    ("following", "skip"),
    thinned(product([first_edition, second_edition, third_edition], [0, 1, 4, 8, 10]), "late writes", 7),
)
def test_killed_with_a_write_on_its_way_that_is_carried_out_late(
    checkout: Checkout, s3: S3, skip: int, following: Callable[[], dict[str, str]]
) -> None:
    """`kill -9` with one write after another held at the server, which carries it out when the next run has ended."""
    checkout.write(second_edition())
    s3.fail("hold", method="PUT", skip=skip, times=1)
    process = checkout.start("publish", "--no-build", "--force")
    s3.await_request(LOOKS + skip + 1 + (skip == 10))  # before the last write there is a removal too
    process.send_signal(signal.SIGKILL)
    process.communicate()
    left = dangling(reader(s3.site), first_edition())
    checkout.publish(following())
    s3.recover()
    await_answers(s3)
    late = without_retired(stored(s3), following())
    checkout.publish(following() | {"2/index.html": "one edit more"})

    assert left == set()
    assert {path: late[path] for path in following()} == bodies(following())
    assert late.keys() - following().keys() <= second_edition().keys(), "only what nothing leads to may come late"
    assert without_retired(stored(s3), following()) == bodies(following() | {"2/index.html": "one edit more"})
    assert checkout.run().stdout.startswith("Nothing has changed")


def test_a_publisher_that_is_asked_to_end_says_so_and_another_machine_need_not_wait(
    new_checkout: Callable[[str, Bucket], Checkout], checkout: Checkout, s3: S3
) -> None:
    checkout.write(second_edition())
    s3.fail("hang", method="PUT", key="5/index", seconds=1, times=1)
    process = checkout.start("publish", "--no-build", "--force")
    s3.await_request(LOOKS + 3)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    other = new_checkout("other", s3)

    assert (process.returncode, said) == (130, "\nStopped. Readers have whole pages; make publish goes on from here.\n")
    assert_converged(other, third_edition())


def test_killed_at_random_moments(checkout: Checkout, s3: S3) -> None:
    moments = chance("bucket")
    editions = [second_edition(), third_edition(), first_edition()]
    for number in range(90 if SOAK_MINUTES else 5):
        checkout.write(editions[number % 3])
        s3.forget()
        process = checkout.start("publish", "--no-build", "--force")
        wanted = moments.randrange(1, 13)
        while process.poll() is None and len(s3.requests) < wanted:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert dangling(reader(s3.site), ["index.html"]) == set()
        if number % 2:
            checkout.publish(editions[number % 3])
            assert without_retired(stored(s3), editions[number % 3]) == bodies(editions[number % 3])
    assert_converged(checkout, first_edition())


def test_of_two_publishers_at_once_one_publishes_and_the_other_says_why_not(
    new_checkout: Callable[[str, Bucket], Checkout], checkout: Checkout, s3: S3
) -> None:
    other = new_checkout("other", s3)
    for number in range(2):
        ours, theirs = second_edition() | {"n.html": f"ours {number}"}, third_edition() | {"n.html": f"theirs {number}"}
        checkout.write(ours)
        other.write(theirs)
        processes = [each.start("publish", "--no-build", "--force") for each in (checkout, other)]
        errors = [process.communicate(timeout=60)[1] for process in processes]
        found = stored(s3)

        statuses = [process.returncode for process in processes]
        assert 0 in statuses
        for status, said in zip(statuses, errors, strict=True):
            assert status == 0 or re.search(r"publishes there since|has begun to publish|was quicker", said)
        assert found["n.html"].decode() in (f"ours {number}", f"theirs {number}")
        edition = ours if found["n.html"].decode().startswith("ours") else theirs
        assert without_retired(found, edition) == bodies(edition)


def test_a_publisher_that_is_at_work_elsewhere_is_named(
    new_checkout: Callable[[str, Bucket], Checkout], checkout: Checkout, s3: S3
) -> None:
    checkout.write(second_edition())
    s3.fail("hold", method="PUT", skip=3, times=1)
    process = checkout.start("publish", "--no-build", "--force")
    s3.await_request(LOOKS + 4)
    other = new_checkout("other", s3)
    other.write(third_edition())
    done = other.run("publish", "--no-build", "--force")
    s3.recover()
    process.communicate()

    assert done.returncode == 1
    assert re.fullmatch(
        rf"{s3.url}: \S+@\S+ publishes there since [0-9: -]+ UTC; wait until that has finished\. If it is dead, "
        r"make publish WAIT=1 goes on in its place once it has given no sign for 3 seconds\n",
        done.stderr,
    )
    assert process.returncode == 0


@pytest.mark.parametrize("following", [first_edition, third_edition])
def test_a_publisher_that_wakes_after_it_was_taken_over_from_changes_nothing(
    new_checkout: Callable[[str, Bucket], Checkout],
    checkout: Checkout,
    s3: S3,
    following: Callable[[], dict[str, str]],
) -> None:
    checkout.write(second_edition())
    s3.fail("hold", method="PUT", key="index", skip=1, times=1)
    sleeper = checkout.start("publish", "--no-build", "--force")
    s3.await_request(LOOKS + 5)
    sleeper.send_signal(signal.SIGSTOP)
    other = new_checkout("other", s3)
    other.write(following())
    done = other.run("publish", "--no-build", "--force", "--wait")
    sleeper.send_signal(signal.SIGCONT)
    s3.recover()
    _, said = sleeper.communicate(timeout=60)

    found = without_retired(stored(s3), following())

    assert done.returncode == 0, done.stderr
    assert sleeper.returncode == 1, said
    assert {path: found[path] for path in following()} == bodies(following())
    assert dangling(reader(s3.site), ["index.html"]) == set()
    assert_converged(other, following() | {"2/index.html": "one edit more"})


def odd_edition() -> dict[str, str | bytes]:
    names = ["a b", "é", "日本", "+", "&", "%", "(x)", "~", "?", "%20", "'", "=", ";", "@", "#", "[1]", "a+b&c%d(e)~f?"]
    return first_edition() | {f"{name}/index.html": name for name in names} | {"large.bin": bytes(100_000_000)}


def test_odd_names_and_a_large_file_arrive_whole_and_go_again(checkout: Checkout, s3: S3) -> None:
    assert_converged(checkout, odd_edition())
    assert_converged(checkout, first_edition())


def test_a_store_that_ignores_conditions_takes_one_declared_publisher_and_no_other(
    new_checkout: Callable[[str, Bucket], Checkout], rclone_s3: Bucket
) -> None:
    checkout = new_checkout("checkout", rclone_s3)
    checkout.write(first_edition())
    undeclared = checkout.run("publish", "--no-build")
    after_refusal = stored(rclone_s3)
    declared = checkout.run("publish", "--no-build", PUBLISH_PUBLISHER="ci")
    another = checkout.run("publish", "--no-build", PUBLISH_PUBLISHER="laptop")
    checkout.write(second_edition())
    edit = checkout.run("publish", "--no-build", "--force", PUBLISH_PUBLISHER="ci")

    assert undeclared.returncode == 1
    assert "ignores the conditions of a write, so that two publishers would mix" in undeclared.stderr
    assert after_refusal == {}
    assert declared.returncode == 0, declared.stderr
    assert another.stderr.startswith(
        f"{rclone_s3.url} has one publisher, 'ci', and this is 'laptop'; publish as that one"
    )
    assert edit.returncode == 0, edit.stderr
    assert without_retired(stored(rclone_s3), second_edition()) == bodies(second_edition())


def test_azure_takes_the_same(new_checkout: Callable[[str, Bucket], Checkout], azurite: Bucket) -> None:
    checkout = new_checkout("checkout", azurite)
    checkout.publish(first_edition())
    assert_converged(checkout, second_edition() | {"a b/é+&%(~).html": "odd"})
    assert_converged(checkout, first_edition())

    assert "Nothing has changed" in checkout.run().stdout


def test_a_bucket_that_is_not_there_is_told(new_checkout: Callable[[str, Bucket], Checkout], s3: S3) -> None:
    checkout = new_checkout("checkout", replace(s3, url="s3://no-such-bucket"))
    checkout.write(first_edition())
    done = checkout.run()

    assert (done.returncode, done.stderr) == (
        1,
        "s3://no-such-bucket: there is no such bucket; make it, or mend its name\n",
    )


def test_other_things_in_a_bucket_are_not_touched(new_checkout: Callable[[str, Bucket], Checkout], s3: S3) -> None:
    put(s3, "theirs/photo.jpg", b"theirs")
    checkout = new_checkout("checkout", s3)
    checkout.write(first_edition())
    refused = checkout.run()
    checkout.publish(first_edition(), "--adopt")
    checkout.publish(second_edition())

    assert refused.returncode == 1
    assert "holds other things (theirs/photo.jpg); name an empty bucket, or make publish ADOPT=1" in refused.stderr
    assert stored(s3)["theirs/photo.jpg"] == b"theirs"


def test_a_disk_that_is_full_is_told_and_readers_have_what_they_had(checkout: Checkout, s3: S3) -> None:
    checkout.write(second_edition())
    process = checkout.start("publish", "--no-build", "--force", largest=1000)
    _, said = process.communicate(timeout=60)
    left = dangling(reader(s3.site), first_edition())

    assert process.returncode == 1
    assert len(said.splitlines()) == 1
    assert left == set()
    assert_converged(checkout, second_edition())
