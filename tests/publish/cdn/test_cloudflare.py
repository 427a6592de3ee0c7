"""Cloudflare, against a server that answers as it documents, with every request counted."""

import pytest

from plugins.publish.cdn.cloudflare import CLOUDFLARE
from plugins.publish.errors import PublishError
from plugins.publish.settings import CloudflarePurge
from tests.publish.networks import URL, Api, outdated, purge

ZONE = CloudflarePurge(provider="cloudflare", zone="0123", batch=100)


def test_cloudflare_gets_addresses_in_batches(cloudflare_api: Api) -> None:
    settings = ZONE.model_copy(update={"batch": 2})

    purge(CLOUDFLARE, cloudflare_api, settings, outdated("", "caf%C3%A9/", "feed.xml"))

    assert [request.json for request in cloudflare_api.requests] == [
        {"files": [f"{URL}/", f"{URL}/caf%C3%A9/"]},
        {"files": [f"{URL}/feed.xml"]},
    ]
    assert len({request.connection for request in cloudflare_api.requests}) == 1


def test_cloudflare_gets_very_many_addresses_as_prefixes_of_their_sections(cloudflare_api: Api) -> None:
    asked = outdated(*(f"2023/{number}/" for number in range(3000)), "feed.xml", url=f"{URL}/blog")

    purge(CLOUDFLARE, cloudflare_api, ZONE, asked)

    assert [request.json for request in cloudflare_api.requests] == [
        {"files": [f"{URL}/blog/feed.xml"]},
        {"prefixes": ["a.example/blog/2023"]},
    ]


def test_cloudflare_purges_everything_of_the_publication_in_one_call(cloudflare_api: Api) -> None:
    purge(CLOUDFLARE, cloudflare_api, ZONE, outdated("x", url=f"{URL}/blog", everything=True))

    assert [request.json for request in cloudflare_api.requests] == [{"prefixes": ["a.example/blog"]}]


def test_cloudflare_refuses_a_wrong_token_once_and_the_token_is_not_told(cloudflare_api: Api) -> None:
    with pytest.raises(PublishError) as error:
        purge(CLOUDFLARE, cloudflare_api, ZONE, outdated("x"), token="wr0ng-token")

    assert str(error.value) == (
        "Cloudflare did not purge: it answered 403 Forbidden (“Authentication error”); give the token of "
        "CLOUDFLARE_API_TOKEN leave to purge this zone (Zone, Cache Purge, Purge), then run make publish again: it "
        "repeats the purge. Until then readers may get old copies."
    )
    assert len(cloudflare_api.requests) == 1


def test_cloudflare_does_not_know_the_zone(cloudflare_api: Api) -> None:
    with pytest.raises(PublishError, match=r"404 Not Found \(“Could not route .*mend `zone` in PUBLISH, then run make"):
        purge(CLOUDFLARE, cloudflare_api, ZONE.model_copy(update={"zone": "4567"}), outdated("x"))


def test_a_larger_batch_than_the_plan_allows_is_told(cloudflare_api: Api) -> None:
    with pytest.raises(PublishError, match=r"too many operations”\); .* and `batch` no more than the plan allows"):
        purge(CLOUDFLARE, cloudflare_api, ZONE.model_copy(update={"batch": 200}), outdated(*map(str, range(101))))
