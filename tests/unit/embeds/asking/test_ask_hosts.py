import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.embeds.asking.ask_hosts import Failed, FoundWords, Round
from plugins.newsroom.embeds.embed import AddressForm, Embed, EmbedProvider
from plugins.newsroom.embeds.embed_cache import EmbedNotes
from plugins.newsroom.embeds.embed_table import EmbedTable
from tests.unit.embeds.asking.hosts import Host, host, reach
from tests.unit.embeds.asking.test_save_pictures import picture


@pytest.fixture
def server() -> Iterator[Host]:
    with host({"/1.jpg": (200, {}, picture()), "/page": (200, {}, b"<html>")}) as running:
        yield running


def table(server: Host) -> EmbedTable:
    """Return a table of two sites, of which one tells nobody anything."""
    form = AddressForm(hosts=r"video\.example", path=r"/(?P<id>\w+)", id="{id}", address="https://video.example/{id}")
    silent = AddressForm(
        hosts=r"silent\.example", path=r"/(?P<id>\d+)", id="{id}", address="https://silent.example/{id}"
    )
    post = AddressForm(hosts=r"post\.example", path=r"/(?P<id>\d+)", id="{id}", address="https://post.example/{id}")
    return EmbedTable(
        {
            "video": EmbedProvider(name="Video", medium="video", forms=(form,), oembed=f"{server.url}/oembed"),
            "mastodon": EmbedProvider(name="Mastodon", medium="post", forms=(post,), oembed=f"{server.url}/oembed"),
            "silent": EmbedProvider(name="Silent", medium="post", forms=(silent,)),
        }
    )


@pytest.fixture
def asking(server: Host, tmp_path: Path) -> Round:
    return Round(table=table(server), root=tmp_path, reach=reach(), pause=0)


def embed(asking: Round, address: str = "https://video.example/1") -> Embed:
    found = asking.table.find(address)
    assert found
    return found


def says(server: Host, **answer: str) -> None:
    server.replies["/oembed"] = (200, {}, json.dumps(answer).encode())


def test_words_and_picture_are_kept(server: Host, asking: Round, tmp_path: Path) -> None:
    says(server, title="Prices", author_name="Ana Lim", thumbnail_url=f"{server.url}/1.jpg")
    one = embed(asking)

    found = list(asking.ask([one]))

    path = "/pictures/embeds/video-1.jpg"
    notes = EmbedNotes(title="Prices", author="Ana Lim", picture=path)
    assert found == [FoundWords(embed=one, notes=notes)]
    assert (tmp_path / path[1:]).read_bytes() == picture()
    assert server.asked[0][0].startswith("/oembed?url=https%3A%2F%2Fvideo.example%2F1&format=json")


@pytest.mark.parametrize(
    ("thumbnail", "remark"),
    [
        ("{url}/page", "has a picture that "),
        ("{url}/none", "does not know it (404): it may be deleted or private"),
        ("//", "leads to no:, and only https: is asked"),
        ("file:///etc/passwd", "leads to file:, and only https: is asked"),
    ],
)
def test_words_are_kept_without_a_picture_that_is_none(
    server: Host, asking: Round, tmp_path: Path, thumbnail: str, remark: str
) -> None:
    says(server, title="Prices", thumbnail_url=thumbnail.format(url=server.url))

    (found,) = asking.ask([embed(asking)])

    assert isinstance(found, FoundWords)
    assert found.remark.startswith(remark)
    assert (found.notes, list(tmp_path.iterdir())) == (EmbedNotes(title="Prices"), [])


def test_a_host_that_tells_nobody_is_told_apart_from_one_that_failed(asking: Round) -> None:
    silent, video = embed(asking, "https://silent.example/1"), embed(asking)

    assert list(asking.ask([silent, video])) == [
        Failed(embed=silent, what="Silent tells nobody of it", is_final=True),
        Failed(embed=video, what="Video does not know it (404): it may be deleted or private", is_final=False),
    ]


def test_a_host_that_is_busy_is_asked_no_more(server: Host, asking: Round) -> None:
    server.replies["/oembed"] = (429, {}, b"")

    found = list(asking.ask([embed(asking), embed(asking, "https://video.example/2")]))

    assert [each.what for each in found if isinstance(each, Failed)] == [
        "Video asks to come later (429)",
        "Video asks to come later",
    ]
    assert len(server.asked) == 1


def test_a_host_is_asked_again_after_a_pause_only(server: Host, asking: Round) -> None:
    pauses: list[float] = []
    asking.pause, asking.sleep = 60.0, pauses.append
    says(server, title="Prices")

    list(asking.ask([embed(asking), embed(asking, "https://video.example/2")]))

    assert [59 < pause <= 60 for pause in pauses] == [True]


def test_asking_again_writes_nothing(server: Host, asking: Round, tmp_path: Path) -> None:
    says(server, title="New", thumbnail_url=f"{server.url}/1.jpg")
    one, silent, known = embed(asking), embed(asking, "https://silent.example/1"), EmbedNotes(title="Old")

    assert list(asking.again({silent: known, one: known})) == [(one, known, EmbedNotes(title="New"))]
    assert list(tmp_path.iterdir()) == []


def test_an_answer_may_lead_to_hosts_of_the_provider_only(server: Host, asking: Round) -> None:
    server.replies["/oembed"] = (302, {"Location": f"http://localhost:{server.server_port}/1.jpg"}, b"")

    (found,) = asking.ask([embed(asking)])

    assert isinstance(found, Failed)
    assert found.what == "Video leads to 'localhost', which is not among its hosts"


def test_a_post_of_mastodon_is_asked_for_with_its_words_and_else_by_oembed(server: Host, asking: Round) -> None:
    says(server, author_name="Ana")
    (without,) = asking.ask([embed(asking, "https://post.example/7")])
    status = {"account": {"acct": "ana"}, "content": "<p>Full shelves</p>"}
    server.replies["/api/v1/statuses/7"] = (200, {}, json.dumps(status).encode())
    (with_words,) = asking.ask([embed(asking, "https://post.example/7")])

    assert isinstance(without, FoundWords)
    assert isinstance(with_words, FoundWords)
    assert (without.notes, with_words.notes) == (
        EmbedNotes(author="Ana"),
        EmbedNotes(author="ana", text="Full shelves"),
    )
