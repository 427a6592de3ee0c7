"""CloudFront: moto's, which keeps what it is asked, and a server that refuses as CloudFront does."""

import time
from collections.abc import Iterator
from typing import Any

import boto3
import pytest

from plugins.publish.cdn import cloudfront
from plugins.publish.cdn.purge import make_purge
from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.settings import CloudFrontPurge
from plugins.publish.web.http import HttpLimits
from plugins.publish.web.reader_urls import Outdated
from tests.publish.networks import Api, Request

URL = "https://a.example"
SECRET = "s3cret-key"
QUICK = HttpLimits(total=2.0, pause=0.01)
REFUSED = """<?xml version="1.0"?>
<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
<Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>1</RequestId></ErrorResponse>
"""
TAKEN = """<?xml version="1.0"?>
<Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>I1</Id><Status>InProgress</Status></Invalidation>
"""


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.delenv("AWS_PROFILE", raising=False)


@pytest.fixture
def distribution(s3_endpoint: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3_endpoint)
    origin = {"Id": "o", "DomainName": "b.s3.amazonaws.com", "S3OriginConfig": {"OriginAccessIdentity": ""}}
    behaviour = {"TargetOriginId": "o", "ViewerProtocolPolicy": "redirect-to-https"}
    answer = client().create_distribution(
        DistributionConfig={
            "CallerReference": str(time.monotonic_ns()),
            "Origins": {"Quantity": 1, "Items": [origin]},
            "DefaultCacheBehavior": behaviour,
            "Comment": "",
            "Enabled": True,
        }
    )
    return str(answer["Distribution"]["Id"])


def client() -> Any:
    return boto3.client("cloudfront", region_name="us-east-1")


def invalidations(distribution: str) -> list[dict[str, Any]]:
    """Return the batches that moto was asked for, in the order of their references."""
    listed = client().list_invalidations(DistributionId=distribution)["InvalidationList"].get("Items", [])
    found = [client().get_invalidation(DistributionId=distribution, Id=each["Id"])["Invalidation"] for each in listed]
    return [each["InvalidationBatch"] for each in found]


def purge(distribution: str, *found: str, everything: bool = False, limits: HttpLimits = QUICK) -> None:
    settings = CloudFrontPurge(provider="cloudfront", distribution=distribution)
    asked = [f"{URL}/{each}" for each in found]
    cloudfront.invalidate(settings, Outdated(url=URL, addresses=asked, run="run", everything=everything), limits)


def refusing(code: str, message: str = "") -> tuple[int, dict[str, str], Any]:
    status = 403 if code == "AccessDenied" else 400
    return status, {"Content-Type": "text/xml"}, REFUSED.format(code=code, message=message)


def taking(request: Request) -> tuple[int, dict[str, str], Any]:
    return 201, {"Content-Type": "text/xml"}, TAKEN


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[Api]:
    with Api(taking) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL", server.url)
        yield server


def test_paths_are_invalidated_in_one_request_encoded_as_cloudfront_wants_it(distribution: str) -> None:
    purge(distribution, "", "caf%C3%A9/", "a~b+c&d%20(e).txt")

    (batch,) = invalidations(distribution)
    assert batch["Paths"]["Items"] == ["/", "/caf%C3%A9/", "/a%7Eb+c&d%20(e).txt"]


def test_a_plan_is_purged_and_the_next_run_of_the_same_plan_is_another_purge(distribution: str) -> None:
    settings = CloudFrontPurge(provider="cloudfront", distribution=distribution)

    make_purge(settings, {}, PublishPlan(new=["x/index.html"]), URL)()
    make_purge(settings, {}, PublishPlan(new=["x/index.html"]), URL)()

    first, second = invalidations(distribution)
    assert first["Paths"]["Items"] == second["Paths"]["Items"] == ["/x/", "/x/index.html"]
    assert first["CallerReference"] != second["CallerReference"]


def test_many_paths_are_invalidated_as_their_sections_after_those_that_are_named(distribution: str) -> None:
    purge(distribution, *(f"2023/{number}/" for number in range(1000)), "feed.xml")

    assert sorted(batch["Paths"]["Items"] for batch in invalidations(distribution)) == [["/2023/*"], ["/feed.xml"]]


def test_more_sections_than_cloudfront_takes_at_a_time_go_in_parts(distribution: str) -> None:
    purge(distribution, *(f"{year}/{number}/" for year in range(2000, 2020) for number in range(300)))

    paths = [batch["Paths"]["Items"] for batch in invalidations(distribution)]
    assert sorted(map(len, paths)) == [2, 15, 900]


def test_everything_is_one_path(distribution: str) -> None:
    purge(distribution, "x/", everything=True)

    assert [batch["Paths"]["Items"] for batch in invalidations(distribution)] == [["/*"]]


def test_the_same_purge_has_the_same_reference_and_other_paths_another(api: Api) -> None:
    for path in ("x/", "x/", "y/"):
        purge("E1", path)

    first, again, other = [request.body.split(b"CallerReference>")[1] for request in api.requests]
    assert first == again != other


def test_a_server_error_is_tried_again_with_the_same_reference(api: Api) -> None:
    api.faults = [(503, {"Content-Type": "text/xml"}, "")]

    purge("E1", "x/")

    assert len(api.requests) == 2
    assert api.requests[0].body == api.requests[1].body


def test_while_too_many_invalidations_are_under_way_it_waits(api: Api) -> None:
    api.faults = [refusing("TooManyInvalidationsInProgress", "Processing your request")] * 3

    purge("E1", "x/")

    assert len(api.requests) == 4


def test_it_does_not_wait_for_ever(api: Api) -> None:
    api.faults = [refusing("TooManyInvalidationsInProgress")] * 500

    with pytest.raises(PublishError, match="wait until CloudFront has finished those before, then run make publish"):
        purge("E1", "x/", limits=HttpLimits(total=0.1, pause=0.03))


def test_a_missing_permission_is_told_once_and_no_secret_with_it(api: Api) -> None:
    api.faults = [refusing("AccessDenied", "User: arn:aws:iam::1:user/desk is not authorized\nmore")]

    with pytest.raises(PublishError) as error:
        purge("E1", "x/")

    assert str(error.value) == (
        "CloudFront did not purge: it answered 403 AccessDenied (“User: arn:aws:iam::1:user/desk is not authorized”); "
        "allow cloudfront:CreateInvalidation on this distribution, then run make publish again: it repeats the purge. "
        "Until then readers may get old copies."
    )
    assert SECRET not in str(error.value)
    assert len(api.requests) == 1


def test_an_unknown_distribution_is_told(distribution: str) -> None:
    with pytest.raises(PublishError, match=r"404 NoSuchDistribution .*; mend `distribution` in PUBLISH, then"):
        purge("E404", "x/")
