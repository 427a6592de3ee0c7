"""Objects of an S3 that redirect by themselves: what they cost, what readers get, and what they survive."""

import http.client
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.newsroom.addresses.redirect_page import RedirectPage, redirect_page
from plugins.publish.headers.per_file import file_headers
from plugins.publish.history.archive import Archive
from plugins.publish.settings import HeaderSettings
from plugins.publish.targets.bucket.backends import open_store
from plugins.publish.targets.bucket.redirect_objects import LOCATION, with_locations
from plugins.publish.targets.bucket.takeover import TakeoverPolicy
from plugins.publish.targets.bucket.target import BucketTarget
from tests.publish.servers import S3, Bucket
from tests.publish.sites import EditedSite

PAGES = {"index.html": "home", "new/index.html": "an article", "größe/index.html": "another"}


def redirect(to: str) -> str:
    full = f"https://small.example{to}"
    return redirect_page(
        RedirectPage(location=to, full_location=full, lang="en", direction="ltr", moved="Moved to {address}.")
    ).decode()


Publish = Callable[[EditedSite], list[str]]


@pytest.fixture
def publish(s3: S3, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Publish:
    """Returns what publishes a site into the bucket and tells the requests that it took, `PUT old/index.html`."""
    return publisher(s3, tmp_path, monkeypatch)


def publisher(bucket: Bucket, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Publish:
    for name, value in bucket.environment.items():
        monkeypatch.setenv(name, value)

    def run(site: EditedSite) -> list[str]:
        target = BucketTarget(
            store=open_store(bucket.url, bucket.environment),
            cache_folder=folder / "cache",
            archive=Archive(folder / "kept"),
            who="ann@desk",
            checkout="here",
            headers=lambda path: file_headers(path, HeaderSettings()),
            policy="one",
            takeover=TakeoverPolicy(lease=60),
            publisher="ann",
        )
        if isinstance(bucket, S3):
            bucket.forget()
        with target.held():
            plan = target.plan(site)
            if not plan.is_empty:
                target.publish(site, plan, lambda: None)
        requests = bucket.requests if isinstance(bucket, S3) else []
        return [f"{request.method} {' '.join(request.keys)}" for request in requests]

    return run


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path / "output").write({**PAGES, "old/index.html": redirect("/new/")})


def fetch(s3: S3, address: str) -> tuple[int, str | None, str]:
    """Return status, Location and content as a reader of the bucket's website gets them."""
    parts = urlsplit(s3.site)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, answer.headers["Location"], body


def test_a_former_address_redirects_and_keeps_its_page(s3: S3, site: EditedSite, publish: Publish) -> None:
    publish(site.write({"alt.html": redirect("/größe/")}))

    assert fetch(s3, "/old/") == (301, "https://small.example/new/", redirect("/new/"))
    assert fetch(s3, "/alt.html")[:2] == (301, "https://small.example/gr%C3%B6%C3%9Fe/")
    assert fetch(s3, "/new/") == (200, None, "an article")


def test_redirects_cost_no_more_requests_than_other_files(site: EditedSite, publish: Publish) -> None:
    former = {f"old/{number}/index.html": redirect("/new/") for number in range(30)}
    first = publish(site.write(former))
    again = publish(site)
    changed = publish(site.write({"old/7/index.html": redirect("/größe/")}))

    assert len([request for request in first if "old/" in request]) == len(former) + 1
    assert again == ["GET .publish/head"]
    assert changed == ["GET .publish/head", "PUT .publish/head", "PUT old/7/index.html", "PUT .publish/head"]


def test_a_page_that_becomes_a_redirect_and_one_again_is_what_it_is(s3: S3, site: EditedSite, publish: Publish) -> None:
    publish(site)
    publish(site.write({"new/index.html": redirect("/new-name/"), "new-name/index.html": "an article"}))
    moved = fetch(s3, "/new/")[:2]
    publish(site.write({"new/index.html": "an article", "new-name/index.html": redirect("/new/")}))

    assert moved == (301, "https://small.example/new-name/")
    assert fetch(s3, "/new/") == (200, None, "an article")
    assert fetch(s3, "/new-name/")[:2] == (301, "https://small.example/new/")


def test_an_answer_that_is_lost_is_made_up_for(s3: S3, site: EditedSite, publish: Publish) -> None:
    s3.fail("close", when="after", method="PUT", key="old/index", times=1)
    publish(site)
    s3.recover()

    assert fetch(s3, "/old/")[0] == 301
    assert publish(site) == ["GET .publish/head"]


def test_an_interrupted_release_sends_redirects_again_under_another_tag(
    s3: S3, site: EditedSite, publish: Publish
) -> None:
    publish(site)
    s3.fail("answer", method="PUT", key="head", skip=1, status=403, code="AccessDenied")
    with pytest.raises(Exception, match="the store refuses"):
        publish(site.write({"old/index.html": redirect("/größe/")}))
    s3.recover()
    requests = publish(site)

    assert [request for request in requests if request.endswith("old/index.html")][-3:] == [
        "POST old/index.html",
        "PUT old/index.html",
        "POST old/index.html",
    ]
    assert fetch(s3, "/old/")[2] == redirect("/größe/")  # moto forgets the location of an upload in parts


def test_a_store_that_knows_no_redirects_gets_the_pages(s3: S3, site: EditedSite, publish: Publish) -> None:
    s3.fail("answer", method="PUT", key="old/index", times=1, status=501, code="NotImplemented")
    publish(site)
    s3.recover()

    assert fetch(s3, "/old/") == (200, None, redirect("/new/"))
    assert publish(site) == ["GET .publish/head"]


def test_a_store_that_ignores_them_gets_the_pages(
    rclone_s3: Bucket, site: EditedSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher(rclone_s3, tmp_path, monkeypatch)(site)
    found = open_store(rclone_s3.url, rclone_s3.environment).read("old/index.html")

    assert found is not None
    assert found.body.decode() == redirect("/new/")


def test_a_refusal_is_told_in_words(s3: S3, site: EditedSite, publish: Publish) -> None:
    s3.fail("answer", method="PUT", key="old/index", status=403, code="AccessDenied")

    with pytest.raises(Exception, match=r"s3://.*: the store refuses \(old/index.html\); give the credentials leave"):
        publish(site)


def test_other_files_have_the_headers_that_they_had(site: EditedSite) -> None:
    headers = with_locations(lambda path: {"Content-Type": path}, site, "https://www.small.example/")
    found = {path: headers(path, file) for path, file in site.files().items()}

    assert found.pop("old/index.html")[LOCATION] == "https://www.small.example/new/"
    assert found == {path: {"Content-Type": path} for path in found}
