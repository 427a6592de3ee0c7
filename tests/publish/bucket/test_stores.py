"""What the servers for tests promise, through the client that the publisher has."""

import threading
import urllib.error
import urllib.request
from datetime import timedelta
from typing import Any

import boto3
import pytest
from obstore.exceptions import AlreadyExistsError, GenericError, PermissionDeniedError, PreconditionError
from obstore.store import AzureStore, S3Store

from tests.publish.servers import S3, Bucket

RETRY: Any = {"max_retries": 1, "retry_timeout": timedelta(seconds=10)}
ODD_KEY = "a b/é+&%()~?#'=%20.txt"


def s3_store(bucket: Bucket) -> S3Store:
    return S3Store(
        bucket.name,
        endpoint=bucket.endpoint,
        access_key_id=bucket.environment["AWS_ACCESS_KEY_ID"],
        secret_access_key=bucket.environment["AWS_SECRET_ACCESS_KEY"],
        region=bucket.environment["AWS_REGION"],
        client_options={"allow_http": True},
        retry_config=RETRY,
    )


def fetch(url: str) -> tuple[int, bytes, dict[str, str]]:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read(), dict(error.headers)


def test_every_request_is_logged_with_its_bytes_and_conditions(s3: S3) -> None:
    store = s3_store(s3)
    tag = store.put("head", b"123", mode="create")["e_tag"]
    store.get("head", options={"if_none_match": '"another"'})
    store.put(ODD_KEY, b"12345", mode="overwrite")
    store.delete(["head", ODD_KEY])

    found = s3.requests
    assert [(entry.method, entry.keys, entry.status) for entry in found] == [
        ("PUT", ["head"], 200),
        ("GET", ["head"], 200),
        ("PUT", [ODD_KEY], 200),
        ("POST", ["head", ODD_KEY], 200),
    ]
    assert [entry.bytes_in for entry in found[:3]] == [3, 0, 5]
    assert found[1].bytes_out == 3
    assert (found[0].if_none_match, found[1].if_none_match) == ("*", '"another"')
    assert tag and all(entry.stored for entry in found)


def test_conditions_are_honoured(s3: S3) -> None:
    store = s3_store(s3)
    tag = store.put("head", b"1", mode="create")["e_tag"]
    store.put("head", b"2", mode={"e_tag": tag})

    with pytest.raises(AlreadyExistsError):
        store.put("head", b"3", mode="create")
    with pytest.raises(PreconditionError):
        store.put("head", b"3", mode={"e_tag": tag})
    assert bytes(store.get("head").bytes()) == b"2"


def test_of_many_that_create_one_object_at_once_one_does(s3: S3) -> None:
    store, conflicts, gate = s3_store(s3), list[int](), threading.Barrier(8)

    def create(number: int) -> None:
        gate.wait()
        try:
            store.put("head", str(number).encode(), mode="create")
        except AlreadyExistsError:
            conflicts.append(number)

    threads = [threading.Thread(target=create, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(conflicts) == 7
    assert int(bytes(store.get("head").bytes())) not in conflicts


def test_a_fault_meets_the_requests_that_it_names(s3: S3) -> None:
    s3.fail("answer", status=403, code="ExpiredToken", method="PUT", key=r"\.html$", skip=1)
    store = s3_store(s3)
    store.put("1.html", b"1")
    store.put("2.css", b"2")

    with pytest.raises(PermissionDeniedError, match="ExpiredToken"):
        store.put("3.html", b"3")
    s3.recover()
    store.put("4.html", b"4")
    assert [(entry.keys, entry.status, entry.stored) for entry in s3.requests] == [
        (["1.html"], 200, True),
        (["2.css"], 200, True),
        (["3.html"], 403, False),
        (["4.html"], 200, True),
    ]


def test_a_fault_that_meets_every_second_request_is_cured_by_trying_again(s3: S3) -> None:
    s3.fail("answer", every=2)
    store = s3_store(s3)
    for number in range(3):
        store.put(str(number), b"1")

    assert [entry.status for entry in s3.requests] == [503, 200] * 3


@pytest.mark.parametrize(("when", "is_stored"), [("before", False), ("after", True)])
def test_a_connection_is_closed_before_or_after_the_request_is_carried_out(s3: S3, when: str, is_stored: bool) -> None:
    s3.fail("close", when=when)
    with pytest.raises(GenericError):
        s3_store(s3).put("head", b"1")

    assert [(entry.status, entry.stored) for entry in s3.requests] == [(None, is_stored)] * 2
    s3.recover()
    assert [entry["path"] for chunk in s3_store(s3).list() for entry in chunk] == ["head"] * is_stored


def test_a_request_is_held_until_it_is_let_go(s3: S3) -> None:
    s3.fail("hold", key="second")
    store = s3_store(s3)
    sending = threading.Thread(target=lambda: [store.put(key, b"1") for key in ("first", "second", "third")])
    sending.start()
    held = s3.await_request(2)
    s3.recover()
    sending.join()

    assert [(entry.keys, entry.status) for entry in held] == [(["first"], 200), (["second"], None)]
    assert [entry.status for entry in s3.requests] == [200, 200, 200]


def test_readers_find_pages_as_at_a_website_and_are_not_logged(s3: S3) -> None:
    store = s3_store(s3)
    kind = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "max-age=60"}
    for key, body in {"index.html": b"home", "x/index.html": b"x", "404.html": b"none", ".publish/head": b"-"}.items():
        store.put(key, body, attributes=kind)
    s3.forget()

    status, body, headers = fetch(f"{s3.site}/")
    assert (status, body) == (200, b"home")
    assert {name: headers[name] for name in kind} == kind
    assert fetch(f"{s3.site}/x/")[:2] == fetch(f"{s3.site}/x")[:2] == (200, b"x")
    assert fetch(f"{s3.site}/y/")[:2] == (404, b"none")
    assert fetch(f"{s3.site}/.publish/head")[0] == 403
    assert s3.requests == []


def test_cloudfront_is_there_and_logged_as_such(s3: S3, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in s3.environment.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("cloudfront")

    assert client.list_distributions()["DistributionList"]["Quantity"] >= 0
    assert [(entry.service, entry.method) for entry in s3.requests] == [("cloudfront", "GET")]


def test_rclone_ignores_conditions(rclone_s3: Bucket) -> None:
    store = s3_store(rclone_s3)
    store.put("head", b"1", mode="create")
    store.put("head", b"2", mode="create")
    store.put("head", b"3", mode={"e_tag": '"another"'})

    assert bytes(store.get("head").bytes()) == b"3"


def test_azurite_honours_conditions(azurite: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in azurite.environment.items():
        monkeypatch.setenv(name, value)
    store = AzureStore(azurite.name, retry_config=RETRY)
    tag = store.put("head", b"1", mode="create")["e_tag"]
    store.put("head", b"2", mode={"e_tag": tag})

    with pytest.raises(AlreadyExistsError):
        store.put("head", b"3", mode="create")
    with pytest.raises(PreconditionError):
        store.put("head", b"3", mode={"e_tag": tag})
    assert bytes(store.get("head").bytes()) == b"2"
