from typing import Any

import pytest
from pydantic import ValidationError

from plugins.newsroom.embeds.embed_cache import read_embed_cache
from plugins.newsroom.embeds.embed_table import EMBED_TABLE
from plugins.newsroom.embeds.host_settings import EmbedHostSettings, table_of

CHARTS = {
    "name": "Charts",
    "host": "charts.example.com",
    "address": "/{id}/{version}/",
    "frame": "https://frames.example.com/{id}/{version}/",
    "shape": "high",
}


def settings(**embeds: Any) -> dict[str, Any]:
    return {"PLUGINS": ["plugins.embeds"], "EMBEDS": embeds}


def test_a_site_of_the_publication_becomes_one_of_the_table() -> None:
    table = table_of(settings(sites=[CHARTS], hosts={"social.example.com": "mastodon"}))

    embed = table.find("https://charts.example.com/aB3/2/?x=1")
    assert embed is not None
    assert (embed.provider, embed.id, embed.address) == ("charts", "aB3-2", "https://charts.example.com/aB3/2/")
    assert (embed.frame, embed.shape) == ("https://frames.example.com/aB3/2/", "high")
    assert table.find("https://social.example.com/@ann/123") is not None
    assert table.find("https://chartsXexample.com/aB3/2/") is None


@pytest.mark.parametrize(
    "given",
    [{"PLUGINS": ["plugins.desk"], "EMBEDS": {"sites": [CHARTS]}}, settings(sites=[{}]), settings(hosts=3), {}],
)
def test_settings_without_effect_leave_the_table_of_the_kit(given: dict[str, Any]) -> None:
    assert table_of(given).providers == EMBED_TABLE.providers


def test_words_of_a_site_that_is_not_in_the_table_are_no_mistake_where_others_are_not_either() -> None:
    address = "https://social.example.com/@ann/123"
    data = f'["{address}"]\ntitle = "A"'.encode()
    left_out = {"PLUGINS": ["plugins.desk"], "EMBEDS": {"hosts": {"social.example.com": "mastodon"}}}

    assert read_embed_cache("e.toml", data, table_of(left_out).canonical).problems == ()
    assert read_embed_cache("e.toml", data, table_of(settings(hosts=3)).canonical).problems == ()
    assert read_embed_cache("e.toml", data, table_of(settings()).canonical).problems != ()


@pytest.mark.parametrize(
    ("embeds", "said"),
    [
        ({"hosts": {"social.example.com": "mastodn"}}, "unknown software 'mastodn'; did you mean 'mastodon'?"),
        ({"hosts": {"https://social.example.com/": "mastodon"}}, "is no host; write it in small letters"),
        ({"sites": [{**CHARTS, "host": "x"}]}, "'x' is no host"),
        ({"sites": [{**CHARTS, "name": "YouTube"}]}, "'YouTube' is taken"),
        ({"sites": [{**CHARTS, "name": "—"}]}, "'—' is no name"),
        ({"sites": [{**CHARTS, "address": "/about/"}]}, "is no path with a place"),
        ({"sites": [{**CHARTS, "address": '/{id}/"'}]}, "is no path with a place"),
        ({"sites": [{**CHARTS, "frame": "http://frames.example.com/{id}"}]}, "is no address of a frame"),
        ({"sites": [{**CHARTS, "frame": "https://frames.example.com/{it}"}]}, "has the place 'it'"),
        ({"sites": [{**CHARTS, "frame": "https://{id}/{version}/"}]}, "is no address of a frame"),
        ({"sites": [CHARTS, CHARTS]}, "two sites have one name"),
        ({"sites": [{**CHARTS, "oembed": "http://x.example.com"}]}, "is no address over https"),
    ],
)
def test_a_site_that_cannot_work_is_refused_with_the_way_to_write_it(embeds: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        EmbedHostSettings.model_validate(embeds)

    assert said in str(caught.value)
