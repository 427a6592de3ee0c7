"""Purges against servers that answer as the networks document it, with every request counted."""

import time
from collections.abc import Iterator

import pytest

from plugins.publish.cdn import bunny, cloudflare, fastly
from plugins.publish.cdn.purge import make_purge
from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.settings import BunnyPurge, CloudflarePurge, FastlyPurge
from plugins.publish.web.http import HttpLimits
from plugins.publish.web.reader_urls import Outdated
from tests.publish import networks
from tests.publish.networks import TOKEN, Api

URL = "https://a.example"
QUICK = HttpLimits(total=2.0, answer=0.2, pause=0.01)
IMPATIENT = HttpLimits(total=0.5, answer=0.1, pause=0.05)
ZONE = CloudflarePurge(provider="cloudflare", zone="0123", batch=100)


@pytest.fixture
def cloudflare_api() -> Iterator[Api]:
    with Api(networks.cloudflare) as api:
        yield api


@pytest.fixture
def fastly_api() -> Iterator[Api]:
    with Api(networks.fastly) as api:
        yield api


@pytest.fixture
def bunny_api() -> Iterator[Api]:
    with Api(networks.bunny) as api:
        yield api


def outdated(*found: str, url: str = URL, everything: bool = False) -> Outdated:
    return Outdated(url=url, addresses=[f"{url}/{each}" for each in found], run="run", everything=everything)


def purge_cloudflare(
    api: Api, asked: Outdated, *, settings: CloudflarePurge = ZONE, token: str = TOKEN, patience: HttpLimits = QUICK
) -> None:
    environment = {"CLOUDFLARE_API_BASE_URL": f"{api.url}/client/v4/"}
    cloudflare.purge(settings, asked, token, environment, patience)


def purge_fastly(api: Api, asked: Outdated, *, soft: bool = True, token: str = TOKEN) -> None:
    fastly.purge(FastlyPurge(provider="fastly", soft=soft), asked, token, {"FASTLY_API_ENDPOINT": api.url}, QUICK)


def purge_bunny(api: Api, asked: Outdated, *, token: str = TOKEN, patience: HttpLimits = QUICK) -> None:
    bunny.purge(BunnyPurge(provider="bunny"), asked, token, {"BUNNY_API_BASE_URL": api.url}, patience)


def test_cloudflare_gets_addresses_in_batches(cloudflare_api: Api) -> None:
    settings = ZONE.model_copy(update={"batch": 2})

    purge_cloudflare(cloudflare_api, outdated("", "caf%C3%A9/", "feed.xml"), settings=settings)

    assert [request.json for request in cloudflare_api.requests] == [
        {"files": [f"{URL}/", f"{URL}/caf%C3%A9/"]},
        {"files": [f"{URL}/feed.xml"]},
    ]
    assert len({request.connection for request in cloudflare_api.requests}) == 1


def test_cloudflare_gets_very_many_addresses_as_prefixes_of_their_sections(cloudflare_api: Api) -> None:
    asked = outdated(*(f"2023/{number}/" for number in range(3000)), "feed.xml", url=f"{URL}/blog")

    purge_cloudflare(cloudflare_api, asked)

    assert [request.json for request in cloudflare_api.requests] == [
        {"files": [f"{URL}/blog/feed.xml"]},
        {"prefixes": ["a.example/blog/2023"]},
    ]


def test_cloudflare_purges_everything_of_the_publication_in_one_call(cloudflare_api: Api) -> None:
    purge_cloudflare(cloudflare_api, outdated("x", url=f"{URL}/blog", everything=True))

    assert [request.json for request in cloudflare_api.requests] == [{"prefixes": ["a.example/blog"]}]


def test_cloudflare_refuses_a_wrong_token_once_and_the_token_is_not_told(cloudflare_api: Api) -> None:
    with pytest.raises(PublishError) as error:
        purge_cloudflare(cloudflare_api, outdated("x"), token="wr0ng-token")

    assert str(error.value) == (
        "Cloudflare did not purge: it answered 403 Forbidden (“Authentication error”); give the token of "
        "CLOUDFLARE_API_TOKEN leave to purge this zone (Zone, Cache Purge, Purge), then run make publish again: it "
        "repeats the purge. Until then readers may get old copies."
    )
    assert len(cloudflare_api.requests) == 1


def test_cloudflare_does_not_know_the_zone(cloudflare_api: Api) -> None:
    with pytest.raises(PublishError, match=r"404 Not Found \(“Could not route .*mend `zone` in PUBLISH, then run make"):
        purge_cloudflare(cloudflare_api, outdated("x"), settings=ZONE.model_copy(update={"zone": "4567"}))


def test_a_larger_batch_than_the_plan_allows_is_told(cloudflare_api: Api) -> None:
    with pytest.raises(PublishError, match=r"too many operations”\); .* and `batch` no more than the plan allows"):
        purge_cloudflare(
            cloudflare_api,
            outdated(*map(str, range(101))),
            settings=ZONE.model_copy(update={"batch": 200}),
        )


def test_a_refusal_that_comes_as_success_is_none(cloudflare_api: Api) -> None:
    cloudflare_api.faults = [(200, {}, networks.cloudflare_error(1, "No"))]

    with pytest.raises(PublishError, match=r"it answered 200 OK \(“No”\)"):
        purge_cloudflare(cloudflare_api, outdated("x"))


def test_the_network_says_how_long_to_wait_and_is_obeyed(cloudflare_api: Api) -> None:
    cloudflare_api.faults = [(429, {"Retry-After": "1"}, networks.cloudflare_error(10429, "Rate limited"))]
    begin = time.monotonic()

    purge_cloudflare(cloudflare_api, outdated("x"))

    assert time.monotonic() - begin >= 1
    assert len(cloudflare_api.requests) == 2


def test_a_wait_that_is_longer_than_a_purge_may_take_is_not_begun(cloudflare_api: Api) -> None:
    cloudflare_api.faults = [(429, {"Retry-After": "300"}, networks.cloudflare_error(10429, "Rate limited"))]

    with pytest.raises(PublishError, match=r"429 Too Many Requests \(“Rate limited”\); wait five minutes, then run"):
        purge_cloudflare(cloudflare_api, outdated("x"))

    assert len(cloudflare_api.requests) == 1


@pytest.mark.parametrize("fault", [(500, {}, "<html>oops"), (503, {}, {}), (520, {}, ""), "hang", "close"])
def test_a_passing_failure_is_tried_again(cloudflare_api: Api, fault: networks.Answer | str) -> None:
    cloudflare_api.faults = [fault, fault]

    purge_cloudflare(cloudflare_api, outdated("x"))

    assert len(cloudflare_api.requests) == 3


def test_an_answer_that_never_comes_is_not_waited_for_for_ever(cloudflare_api: Api) -> None:
    cloudflare_api.faults = ["hang"] * 20

    with pytest.raises(PublishError, match="Cloudflare did not purge: no answer came in time; see whether Cloudflare"):
        purge_cloudflare(cloudflare_api, outdated("x"), patience=IMPATIENT)

    assert 1 < len(cloudflare_api.requests) < 10


def test_an_answer_of_markup_is_not_passed_on(cloudflare_api: Api) -> None:
    cloudflare_api.faults = [(502, {}, "<html>Bad gateway</html>")] * 20

    with pytest.raises(PublishError, match=r"it answered 502 Bad Gateway; see whether Cloudflare is well"):
        purge_cloudflare(cloudflare_api, outdated("x"), patience=IMPATIENT)


def test_a_redirect_is_not_followed_with_the_token(bunny_api: Api) -> None:
    with Api(networks.bunny) as other:
        bunny_api.faults = [(302, {"Location": f"{other.url}/purge"}, "")]

        with pytest.raises(PublishError, match="it answered 302 Found"):
            purge_bunny(bunny_api, outdated("x"))

        assert other.requests == []


def test_a_network_that_is_not_there_is_told() -> None:
    api = Api(networks.bunny)
    api.server_close()

    with pytest.raises(PublishError, match=r"Bunny did not purge: no connection \(Connection refused\); see whether"):
        purge_bunny(api, outdated("x"), patience=IMPATIENT)


def test_fastly_gets_each_address_once_and_softly(fastly_api: Api) -> None:
    purge_fastly(fastly_api, outdated("", "caf%C3%A9/", "feed.xml"))

    assert sorted(request.target for request in fastly_api.requests) == [
        "/purge/a.example/",
        "/purge/a.example/caf%C3%A9/",
        "/purge/a.example/feed.xml",
    ]
    assert {request.headers["fastly-soft-purge"] for request in fastly_api.requests} == {"1"}


def test_fastly_purges_hard_where_that_is_set(fastly_api: Api) -> None:
    purge_fastly(fastly_api, outdated("x"), soft=False)

    assert [request.headers.get("fastly-soft-purge") for request in fastly_api.requests] == [None]


def test_many_calls_share_few_connections_and_the_first_refusal_ends_them(fastly_api: Api) -> None:
    purge_fastly(fastly_api, outdated(*map(str, range(200))))

    assert len(fastly_api.requests) == 200
    assert len({request.connection for request in fastly_api.requests}) <= fastly.AT_ONCE

    fastly_api.requests.clear()
    with pytest.raises(PublishError) as error:
        purge_fastly(fastly_api, outdated(*map(str, range(200))), token="wr0ng-token")

    assert "401 Unauthorized (“Provided credentials are missing or invalid”)" in str(error.value)
    assert "set FASTLY_API_TOKEN to a token that is valid" in str(error.value)
    assert "wr0ng-token" not in str(error.value)
    assert len(fastly_api.requests) < 100


def test_a_refusal_is_told_without_waiting_for_calls_that_wait(fastly_api: Api) -> None:
    fastly_api.answer = lambda request: (503, {"Retry-After": "100"}, {}) if "slow" in request.target else (404, {}, {})
    settings, environment = FastlyPurge(provider="fastly"), {"FASTLY_API_ENDPOINT": fastly_api.url}
    begin = time.monotonic()

    with pytest.raises(PublishError, match="it answered 404"):
        fastly.purge(settings, outdated("wrong", "slow"), TOKEN, environment, HttpLimits(total=200.0))

    assert time.monotonic() - begin < 50


def test_a_token_that_an_answer_repeats_is_not_told(fastly_api: Api) -> None:
    fastly_api.faults = [(403, {}, {"msg": "Forbidden", "detail": f"{TOKEN} may not purge"})]

    with pytest.raises(PublishError, match="“Forbidden: … may not purge”"):
        purge_fastly(fastly_api, outdated("x"))


def test_bunny_gets_one_address_a_call_and_a_page_does_not_stand_for_all_below_it(bunny_api: Api) -> None:
    purge_bunny(bunny_api, outdated("", "caf%C3%A9/", "a+b&c.txt"))

    assert sorted((request.query for request in bunny_api.requests), key=lambda query: query["url"]) == [
        {"url": f"{URL}/", "exactPath": "true"},
        {"url": f"{URL}/a+b&c.txt"},
        {"url": f"{URL}/caf%C3%A9/", "exactPath": "true"},
    ]


def test_bunny_gets_many_addresses_as_their_sections(bunny_api: Api) -> None:
    purge_bunny(bunny_api, outdated(*(f"2023/{number}/" for number in range(100)), "feed.xml"))

    assert sorted(request.query["url"] for request in bunny_api.requests) == [f"{URL}/2023/*", f"{URL}/feed.xml"]


def test_bunny_is_waited_for_where_it_takes_no_more_at_a_time(bunny_api: Api) -> None:
    bunny_api.answer = networks.Bucket(burst=5, seconds=0.2, answer=networks.bunny)

    purge_bunny(bunny_api, outdated(*map(str, range(6))), patience=HttpLimits(total=10.0))

    purged = {request.query["url"] for request in bunny_api.requests}
    assert purged == {f"{URL}/{number}" for number in range(6)}


def test_a_plan_is_purged_with_what_the_environment_holds(bunny_api: Api) -> None:
    environment = {"BUNNY_API_KEY": f"{TOKEN}\n", "BUNNY_API_BASE_URL": bunny_api.url}

    make_purge(BunnyPurge(provider="bunny"), environment, PublishPlan(new=["feed.xml"]), URL)()

    assert [request.query["url"] for request in bunny_api.requests] == [f"{URL}/feed.xml"]
