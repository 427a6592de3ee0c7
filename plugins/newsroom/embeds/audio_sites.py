"""Sites of music and podcasts, and the forms of their addresses."""

from functools import partial

from plugins.newsroom.embeds.embed import PLAYS, AddressForm, EmbedProvider

_SPOTIFY_PATH = r"/(?:intl-[a-z]{2}(?:-[A-Za-z]{2})?/)?(?:embed/)?"
_spotify_part = partial(
    AddressForm,
    hosts=r"open\.spotify\.com",
    id="{kind}-{id}",
    address="https://open.spotify.com/{kind}/{id}",
    frame="https://open.spotify.com/embed/{kind}/{id}",
)

SPOTIFY = EmbedProvider(
    name="Spotify",
    medium="audio",
    allow=f"clipboard-write; {PLAYS}",
    oembed="https://open.spotify.com/oembed",
    short_hosts=("spotify.link", "spoti.fi"),
    forms=(
        _spotify_part(path=rf"{_SPOTIFY_PATH}(?P<kind>track|episode)/(?P<id>[A-Za-z0-9]{{22}})", shape="low"),
        _spotify_part(
            path=rf"{_SPOTIFY_PATH}(?P<kind>album|show|playlist|artist)/(?P<id>[A-Za-z0-9]{{22}})", shape="high"
        ),
    ),
)

_APPLE_HOSTS = r"(?:embed\.)?podcasts\.apple\.com"
_APPLE_SHOW = r"(?:/(?P<country>[a-z]{2}))?/podcast(?:/[^/]*)?/id(?P<id>\d{1,15})"

APPLE_PODCASTS = EmbedProvider(
    name="Apple Podcasts",
    medium="audio",
    allow=PLAYS,
    forms=(
        AddressForm(
            hosts=_APPLE_HOSTS,
            path=_APPLE_SHOW,
            query={"i": r"(?P<episode>\d{1,15})"},
            id="{country}-{id}-{episode}",
            address="https://podcasts.apple.com/{country}/podcast/id{id}?i={episode}",
            frame="https://embed.podcasts.apple.com/{country}/podcast/id{id}?i={episode}",
            shape="low",
        ),
        AddressForm(
            hosts=_APPLE_HOSTS,
            path=_APPLE_SHOW,
            id="{country}-{id}",
            address="https://podcasts.apple.com/{country}/podcast/id{id}",
            frame="https://embed.podcasts.apple.com/{country}/podcast/id{id}",
            shape="high",
        ),
    ),
)
