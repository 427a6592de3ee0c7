"""Fastly, against a server that answers as it documents, with every request counted."""

from plugins.publish.cdn.fastly import FASTLY
from plugins.publish.settings import FastlyPurge
from tests.publish.networks import Api, outdated, purge


def test_fastly_gets_each_address_once_and_softly(fastly_api: Api) -> None:
    purge(FASTLY, fastly_api, FastlyPurge(provider="fastly"), outdated("", "caf%C3%A9/", "feed.xml"))

    assert sorted(request.target for request in fastly_api.requests) == [
        "/purge/a.example/",
        "/purge/a.example/caf%C3%A9/",
        "/purge/a.example/feed.xml",
    ]
    assert {request.headers["fastly-soft-purge"] for request in fastly_api.requests} == {"1"}


def test_fastly_purges_hard_where_that_is_set(fastly_api: Api) -> None:
    purge(FASTLY, fastly_api, FastlyPurge(provider="fastly", soft=False), outdated("x"))

    assert [request.headers.get("fastly-soft-purge") for request in fastly_api.requests] == [None]
