"""Failures of networks: repeated, waited for, told; against servers that answer as the networks document it."""

import time

import pytest

from plugins.publish.cdn.bunny import BUNNY
from plugins.publish.cdn.cloudflare import CLOUDFLARE
from plugins.publish.cdn.fastly import FASTLY
from plugins.publish.errors import PublishError
from plugins.publish.settings import BunnyPurge, CloudflarePurge, FastlyPurge
from plugins.publish.web.http import HttpLimits
from tests.publish import networks
from tests.publish.networks import TOKEN, Api, outdated, purge

ZONE = CloudflarePurge(provider="cloudflare", zone="0123", batch=100)
IMPATIENT = HttpLimits(total=0.5, answer=0.1, pause=0.05)


def test_a_refusal_that_comes_as_success_is_none(cloudflare_api: Api) -> None:
    cloudflare_api.faults = [(200, {}, networks.cloudflare_error(1, "No"))]

    with pytest.raises(PublishError, match=r"it answered 200 OK \(“No”\)"):
        purge(CLOUDFLARE, cloudflare_api, ZONE, outdated("x"))


def test_the_network_says_how_long_to_wait_and_is_obeyed(cloudflare_api: Api) -> None:
    cloudflare_api.faults = [(429, {"Retry-After": "1"}, networks.cloudflare_error(10429, "Rate limited"))]
    begin = time.monotonic()

    purge(CLOUDFLARE, cloudflare_api, ZONE, outdated("x"))

    assert time.monotonic() - begin >= 1
    assert len(cloudflare_api.requests) == 2


def test_a_wait_that_is_longer_than_a_purge_may_take_is_not_begun(cloudflare_api: Api) -> None:
    cloudflare_api.faults = [(429, {"Retry-After": "300"}, networks.cloudflare_error(10429, "Rate limited"))]

    with pytest.raises(PublishError, match=r"429 Too Many Requests \(“Rate limited”\); wait five minutes, then run"):
        purge(CLOUDFLARE, cloudflare_api, ZONE, outdated("x"))

    assert len(cloudflare_api.requests) == 1


@pytest.mark.parametrize("fault", [(500, {}, "<html>oops"), (503, {}, {}), (520, {}, ""), "hang", "close"])
def test_a_passing_failure_is_tried_again(cloudflare_api: Api, fault: networks.Answer | str) -> None:
    cloudflare_api.faults = [fault, fault]

    purge(CLOUDFLARE, cloudflare_api, ZONE, outdated("x"))

    assert len(cloudflare_api.requests) == 3


def test_an_answer_that_never_comes_is_not_waited_for_for_ever(cloudflare_api: Api) -> None:
    cloudflare_api.faults = ["hang"] * 20

    with pytest.raises(PublishError, match="Cloudflare did not purge: no answer came in time; see whether Cloudflare"):
        purge(CLOUDFLARE, cloudflare_api, ZONE, outdated("x"), limits=IMPATIENT)

    assert 1 < len(cloudflare_api.requests) < 10


def test_an_answer_of_markup_is_not_passed_on(cloudflare_api: Api) -> None:
    cloudflare_api.faults = [(502, {}, "<html>Bad gateway</html>")] * 20

    with pytest.raises(PublishError, match=r"it answered 502 Bad Gateway; see whether Cloudflare is well"):
        purge(CLOUDFLARE, cloudflare_api, ZONE, outdated("x"), limits=IMPATIENT)


def test_a_redirect_is_not_followed_with_the_token(bunny_api: Api) -> None:
    with Api(networks.bunny) as other:
        bunny_api.faults = [(302, {"Location": f"{other.url}/purge"}, "")]

        with pytest.raises(PublishError, match="it answered 302 Found"):
            purge(BUNNY, bunny_api, BunnyPurge(provider="bunny"), outdated("x"))

        assert other.requests == []


def test_a_network_that_is_not_there_is_told() -> None:
    api = Api(networks.bunny)
    api.server_close()

    with pytest.raises(PublishError, match=r"Bunny did not purge: no connection \(Connection refused\); see whether"):
        purge(BUNNY, api, BunnyPurge(provider="bunny"), outdated("x"), limits=IMPATIENT)


def test_many_calls_share_few_connections_and_the_first_refusal_ends_them(fastly_api: Api) -> None:
    purge(FASTLY, fastly_api, FastlyPurge(provider="fastly"), outdated(*map(str, range(200))))

    assert len(fastly_api.requests) == 200
    assert len({request.connection for request in fastly_api.requests}) <= FASTLY.at_once

    fastly_api.requests.clear()
    with pytest.raises(PublishError) as error:
        purge(FASTLY, fastly_api, FastlyPurge(provider="fastly"), outdated(*map(str, range(200))), token="wr0ng-token")

    assert "401 Unauthorized (“Provided credentials are missing or invalid”)" in str(error.value)
    assert "set FASTLY_API_TOKEN to a token that is valid" in str(error.value)
    assert "wr0ng-token" not in str(error.value)
    assert len(fastly_api.requests) < 100


def test_a_refusal_is_told_without_waiting_for_calls_that_wait(fastly_api: Api) -> None:
    fastly_api.answer = lambda request: (503, {"Retry-After": "100"}, {}) if "slow" in request.target else (404, {}, {})
    settings, limits = FastlyPurge(provider="fastly"), HttpLimits(total=200.0)
    begin = time.monotonic()

    with pytest.raises(PublishError, match="it answered 404"):
        purge(FASTLY, fastly_api, settings, outdated("wrong", "slow"), limits=limits)

    assert time.monotonic() - begin < 50


def test_a_token_that_an_answer_repeats_is_not_told(fastly_api: Api) -> None:
    fastly_api.faults = [(403, {}, {"msg": "Forbidden", "detail": f"{TOKEN} may not purge"})]

    with pytest.raises(PublishError, match="“Forbidden: … may not purge”"):
        purge(FASTLY, fastly_api, FastlyPurge(provider="fastly"), outdated("x"))
