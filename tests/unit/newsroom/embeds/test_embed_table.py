import pytest

from plugins.newsroom.embeds.embed_table import EMBED_TABLE, embed_table
from plugins.newsroom.embeds.providers import PROVIDERS

_ID = "dQw4w9WgXcQ"
_TRACK = "4uLU6hMCjMI75M1A2tKUQC"
_DID = "did:plc:ragtjsm2j2vknwkz3zp4oxrd"

_YOUTUBE = ("youtube", _ID, f"https://www.youtube.com/watch?v={_ID}")
_TWEET = ("x", "1234567890", "https://x.com/ann_lee/status/1234567890")
_UPDATE = "https://www.linkedin.com/feed/update/urn:li:activity:7377309652004331520/"
_ADDRESSES = {
    f"https://www.youtube.com/watch?v={_ID}": _YOUTUBE,
    f"http://youtube.com/watch?app=desktop&v={_ID}&list=PL123&feature=share": _YOUTUBE,
    f"https://youtu.be/{_ID}?si=abc": _YOUTUBE,
    f"https://m.youtube.com/watch?v={_ID}": _YOUTUBE,
    f"https://music.youtube.com/watch?v={_ID}": _YOUTUBE,
    f"https://www.youtube-nocookie.com/embed/{_ID}?rel=0": _YOUTUBE,
    f"//www.youtube.com/embed/{_ID}": _YOUTUBE,
    f"HTTPS://WWW.YouTube.COM/live/{_ID}/": _YOUTUBE,
    f"https://www.youtube.com/shorts/{_ID}": ("youtube", _ID, f"https://www.youtube.com/shorts/{_ID}"),
    "https://www.youtube.com/playlist?list=PLabcdefghijk": (
        "youtube",
        "list-PLabcdefghijk",
        "https://www.youtube.com/playlist?list=PLabcdefghijk",
    ),
    "https://www.youtube.com/embed/videoseries?list=PLabcdefghijk": (
        "youtube",
        "list-PLabcdefghijk",
        "https://www.youtube.com/playlist?list=PLabcdefghijk",
    ),
    "https://vimeo.com/76979871": ("vimeo", "76979871", "https://vimeo.com/76979871"),
    "https://vimeo.com/channels/staffpicks/76979871": ("vimeo", "76979871", "https://vimeo.com/76979871"),
    "https://vimeo.com/76979871/8272103f6e": ("vimeo", "76979871-8272103f6e", "https://vimeo.com/76979871/8272103f6e"),
    "https://player.vimeo.com/video/76979871?h=8272103f6e&badge=0": (
        "vimeo",
        "76979871-8272103f6e",
        "https://vimeo.com/76979871/8272103f6e",
    ),
    "https://x.com/ann_lee/status/1234567890?s=20": _TWEET,
    "https://twitter.com/ann_lee/status/1234567890/photo/1": _TWEET,
    "https://mobile.twitter.com/ann_lee/statuses/1234567890": _TWEET,
    "https://x.com/i/web/status/1234567890": ("x", "1234567890", "https://x.com/i/status/1234567890"),
    "https://www.instagram.com/p/CuXyZ_1-abc/?img_index=1": (
        "instagram",
        "CuXyZ_1-abc",
        "https://www.instagram.com/p/CuXyZ_1-abc/",
    ),
    "https://www.instagram.com/ann.lee/reel/CuXyZ_1-abc/": (
        "instagram",
        "CuXyZ_1-abc",
        "https://www.instagram.com/reel/CuXyZ_1-abc/",
    ),
    "https://instagram.com/tv/CuXyZ_1-abc": (
        "instagram",
        "CuXyZ_1-abc",
        "https://www.instagram.com/reel/CuXyZ_1-abc/",
    ),
    "https://www.tiktok.com/@ann.lee/video/7550352363689741590?q=x": (
        "tiktok",
        "7550352363689741590",
        "https://www.tiktok.com/@ann.lee/video/7550352363689741590",
    ),
    "https://www.linkedin.com/posts/ann-lee_ai-activity-7377309652004331520-YjqC?utm_source=share": (
        "linkedin",
        "activity-7377309652004331520",
        _UPDATE,
    ),
    _UPDATE: ("linkedin", "activity-7377309652004331520", _UPDATE),
    "https://www.linkedin.com/embed/feed/update/urn:li:activity:7377309652004331520": (
        "linkedin",
        "activity-7377309652004331520",
        _UPDATE,
    ),
    "https://www.threads.net/@ann.lee/post/C9xYz12abcD": (
        "threads",
        "C9xYz12abcD",
        "https://www.threads.com/@ann.lee/post/C9xYz12abcD",
    ),
    f"https://bsky.app/profile/{_DID}/post/3kj2umze7zj2n": (
        "bluesky",
        "plc-ragtjsm2j2vknwkz3zp4oxrd-3kj2umze7zj2n",
        f"https://bsky.app/profile/{_DID}/post/3kj2umze7zj2n",
    ),
    "https://bsky.app/profile/ann.example.com/post/3kj2umze7zj2n": (
        "bluesky",
        "ann.example.com-3kj2umze7zj2n",
        "https://bsky.app/profile/ann.example.com/post/3kj2umze7zj2n",
    ),
    "https://mastodon.social/@ann/112233445566": (
        "mastodon",
        "mastodon.social-112233445566",
        "https://mastodon.social/@ann/112233445566",
    ),
    "https://mastodon.social/users/ann/statuses/112233445566": (
        "mastodon",
        "mastodon.social-112233445566",
        "https://mastodon.social/@ann/112233445566",
    ),
    f"https://open.spotify.com/intl-de/track/{_TRACK}?si=1": (
        "spotify",
        f"track-{_TRACK}",
        f"https://open.spotify.com/track/{_TRACK}",
    ),
    f"https://open.spotify.com/embed/show/{_TRACK}?theme=0": (
        "spotify",
        f"show-{_TRACK}",
        f"https://open.spotify.com/show/{_TRACK}",
    ),
    "https://podcasts.apple.com/de/podcast/the-desk/id1473854035?i=1000479125753": (
        "apple-podcasts",
        "de-1473854035-1000479125753",
        "https://podcasts.apple.com/de/podcast/id1473854035?i=1000479125753",
    ),
    "https://embed.podcasts.apple.com/podcast/id1473854035": (
        "apple-podcasts",
        "us-1473854035",
        "https://podcasts.apple.com/us/podcast/id1473854035",
    ),
}


@pytest.mark.parametrize("address", _ADDRESSES)
def test_an_address_names_its_embed_in_one_normal_form(address: str) -> None:
    embed = EMBED_TABLE.find(address)

    assert embed and (embed.provider, embed.id, embed.address) == _ADDRESSES[address]


@pytest.mark.parametrize("address", _ADDRESSES)
def test_the_normal_form_names_the_same_embed(address: str) -> None:
    embed = EMBED_TABLE.find(address)

    assert embed and EMBED_TABLE.find(embed.address) == embed
    assert not embed.frame or EMBED_TABLE.find(embed.frame) is not None


def test_every_provider_has_an_address_in_these_tests() -> None:
    assert {provider for provider, _, _ in _ADDRESSES.values()} == {*PROVIDERS} - {"peertube"}


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/watch?v=short",
        f"https://www.youtube.com/watch?v={_ID}<script>",
        f'https://www.youtube.com/watch?v={_ID}"',
        f"https://www.youtube.com/embed/../{_ID}",
        f"https://www.youtube.com/embed/%2e%2e%2f{_ID}",
        f"https://youtube.com.example.com/watch?v={_ID}",
        f"https://notyoutube.com/watch?v={_ID}",
        f"https://user@www.youtube.com/watch?v={_ID}",
        f"https://www.youtube.com:8080/watch?v={_ID}",
        f"javascript://www.youtube.com/watch?v={_ID}",
        f"ftp://www.youtube.com/watch?v={_ID}",
        "https://youtu.be/dQw4w9WgXc٣",  # a digit that is no ASCII
        "https://x.com/ann_lee",
        "https://x.com/ann_lee/status/12a",
        "https://www.tiktok.com/@ann.lee",
        "https://www.linkedin.com/in/ann-lee",
        "https://bsky.app/profile/ann.example.com",
        "https://unknown.example/@ann/112233445566",
        "https://open.spotify.com/track/short",
        "https://[::1/watch",
        "https://[fe80::1]/watch?v=" + _ID,
        "/watch?v=" + _ID,
        "",
    ],
)
def test_other_addresses_name_none(address: str) -> None:
    assert EMBED_TABLE.find(address) is None


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("?t=90", 90),
        ("?t=1m30s", 90),
        ("?start=90", 90),
        ("?t=1h2m3s", 3723),
        ("?t=0", 0),
        ("?t=soon", 0),
        ("#t=90s", 90),
    ],
)
def test_a_start_is_kept_in_link_and_frame(written: str, seconds: int) -> None:
    embed = EMBED_TABLE.find(f"https://youtu.be/{_ID}{written}")

    assert embed is not None and embed.address == f"https://www.youtube.com/watch?v={_ID}"
    assert embed.link == embed.address + (f"&t={seconds}s" if seconds else "")
    assert embed.frame.endswith(f"&start={seconds}") == bool(seconds)
    assert embed.id == (f"{_ID}-{seconds}s" if seconds else _ID)


def test_a_handle_of_bluesky_alone_names_no_frame() -> None:
    embed = EMBED_TABLE.find("https://bsky.app/profile/ann.example.com/post/3kj2umze7zj2n")

    assert embed is not None and (embed.frame, embed.frame_origin) == ("", "")
    assert EMBED_TABLE.with_account(embed, 'did:plc:"><script>') == embed
    framed = EMBED_TABLE.with_account(embed, _DID)
    assert framed.frame == f"https://embed.bsky.app/embed/{_DID}/app.bsky.feed.post/3kj2umze7zj2n"
    assert (framed.id, framed.address) == (embed.id, embed.address)


def test_short_addresses_are_known_as_such() -> None:
    assert EMBED_TABLE.short_host("https://vm.tiktok.com/ZMabc/") == "TikTok"
    assert EMBED_TABLE.short_host("https://www.tiktok.com/@a/video/1") is None
    assert EMBED_TABLE.short_host("no address") is None


def test_a_publication_adds_servers_of_its_own() -> None:
    table = embed_table({"social.example.com": "mastodon", "tube.example.com": "peertube"})

    post = table.find("https://social.example.com/@ann@far.example.org/112233445566")
    video = table.find("https://tube.example.com/w/kkGMgK9ZtnKfYAgnEtQxbv?start=5s")
    assert post is not None and post.frame_origin == "https://social.example.com"
    assert video is not None and video.frame.startswith("https://tube.example.com/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv?")
    assert table.oembed(post) == "https://social.example.com/api/oembed"
