"""Bunny, against a server that answers as it documents, with every request counted."""

from plugins.publish.cdn.bunny import BUNNY
from plugins.publish.cdn.purge import make_purge
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.settings import BunnyPurge
from plugins.publish.web.http import HttpLimits
from tests.publish import networks
from tests.publish.networks import TOKEN, URL, Api, outdated, purge


def test_bunny_gets_one_address_a_call_and_a_page_does_not_stand_for_all_below_it(bunny_api: Api) -> None:
    purge(BUNNY, bunny_api, BunnyPurge(provider="bunny"), outdated("", "caf%C3%A9/", "a+b&c.txt"))

    assert sorted((request.query for request in bunny_api.requests), key=lambda query: query["url"]) == [
        {"url": f"{URL}/", "exactPath": "true"},
        {"url": f"{URL}/a+b&c.txt"},
        {"url": f"{URL}/caf%C3%A9/", "exactPath": "true"},
    ]


def test_bunny_gets_many_addresses_as_their_sections(bunny_api: Api) -> None:
    purge(
        BUNNY,
        bunny_api,
        BunnyPurge(provider="bunny"),
        outdated(*(f"2023/{number}/" for number in range(100)), "feed.xml"),
    )

    assert sorted(request.query["url"] for request in bunny_api.requests) == [f"{URL}/2023/*", f"{URL}/feed.xml"]


def test_bunny_is_waited_for_where_it_takes_no_more_at_a_time(bunny_api: Api) -> None:
    bunny_api.answer = networks.Bucket(burst=5, seconds=0.2, answer=networks.bunny)

    purge(BUNNY, bunny_api, BunnyPurge(provider="bunny"), outdated(*map(str, range(6))), limits=HttpLimits(total=10.0))

    purged = {request.query["url"] for request in bunny_api.requests}
    assert purged == {f"{URL}/{number}" for number in range(6)}


def test_a_plan_is_purged_with_what_the_environment_holds(bunny_api: Api) -> None:
    environment = {"BUNNY_API_KEY": f"{TOKEN}\n", "BUNNY_API_BASE_URL": bunny_api.url}

    make_purge(BunnyPurge(provider="bunny"), environment, PublishPlan(new=["feed.xml"]), URL)()

    assert [request.query["url"] for request in bunny_api.requests] == [f"{URL}/feed.xml"]
