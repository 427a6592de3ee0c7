"""Sites of videos, and the forms of their addresses."""

from functools import partial

from plugins.newsroom.embeds.embed import PLAYS, AddressForm, EmbedProvider

_YOUTUBE_FRAME = "https://www.youtube-nocookie.com/embed/"
_YOUTUBE_ID = r"[A-Za-z0-9_-]{11}"
_YOUTUBE_LIST = r"[A-Za-z0-9_-]{12,64}"
_YOUTUBE_HOSTS = r"(?:m\.|music\.)?youtube\.com|youtube-nocookie\.com"
_youtube_video = partial(
    AddressForm,
    id="{id}",
    address="https://www.youtube.com/watch?v={id}",
    frame=f"{_YOUTUBE_FRAME}{{id}}?autoplay=1",
    starts_at=("&t={start}s", "&start={start}"),
    shape="wide",
)

YOUTUBE = EmbedProvider(
    name="YouTube",
    medium="video",
    allow=PLAYS,
    oembed="https://www.youtube.com/oembed",
    forms=(
        AddressForm(  # first: "videoseries" has as many letters as the id of a video
            hosts=_YOUTUBE_HOSTS,
            path="/(?:playlist|embed/videoseries)",
            query={"list": rf"(?P<list>{_YOUTUBE_LIST})"},
            id="list-{list}",
            address="https://www.youtube.com/playlist?list={list}",
            frame=f"{_YOUTUBE_FRAME}videoseries?list={{list}}&autoplay=1",
            shape="wide",
        ),
        _youtube_video(hosts=_YOUTUBE_HOSTS, path="/watch", query={"v": rf"(?P<id>{_YOUTUBE_ID})"}),
        _youtube_video(hosts=r"youtu\.be", path=rf"/(?P<id>{_YOUTUBE_ID})"),
        _youtube_video(hosts=_YOUTUBE_HOSTS, path=rf"/(?:embed|live|v)/(?P<id>{_YOUTUBE_ID})"),
        AddressForm(
            hosts=_YOUTUBE_HOSTS,
            path=rf"/shorts/(?P<id>{_YOUTUBE_ID})",
            id="{id}",
            address="https://www.youtube.com/shorts/{id}",
            frame=f"{_YOUTUBE_FRAME}{{id}}?autoplay=1",
            shape="tall",
        ),
    ),
)

_VIMEO_HOSTS = r"(?:player\.)?vimeo\.com"

VIMEO = EmbedProvider(
    name="Vimeo",
    medium="video",
    allow=PLAYS,
    oembed="https://vimeo.com/api/oembed.json",
    forms=(
        AddressForm(  # unlisted: the hash is the key to it
            hosts=_VIMEO_HOSTS,
            path=r"/(?:video/)?(?P<id>\d{1,15})",
            query={"h": r"(?P<hash>[0-9a-f]{6,20})"},
            id="{id}-{hash}",
            address="https://vimeo.com/{id}/{hash}",
            frame="https://player.vimeo.com/video/{id}?h={hash}&dnt=1&autoplay=1",
            shape="wide",
        ),
        AddressForm(
            hosts=_VIMEO_HOSTS,
            path=r"/(?P<id>\d{1,15})/(?P<hash>[0-9a-f]{6,20})",
            id="{id}-{hash}",
            address="https://vimeo.com/{id}/{hash}",
            frame="https://player.vimeo.com/video/{id}?h={hash}&dnt=1&autoplay=1",
            shape="wide",
        ),
        AddressForm(
            hosts=_VIMEO_HOSTS,
            path=r"/(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/|(?:album|showcase)/\d+/video/)?(?P<id>\d{1,15})",
            id="{id}",
            address="https://vimeo.com/{id}",
            frame="https://player.vimeo.com/video/{id}?dnt=1&autoplay=1",
            shape="wide",
            starts_at=("#t={start}s", "#t={start}s"),
        ),
    ),
)

TIKTOK = EmbedProvider(
    name="TikTok",
    medium="video",
    allow=PLAYS,
    oembed="https://www.tiktok.com/oembed",
    short_hosts=("vm.tiktok.com", "vt.tiktok.com"),
    forms=(
        AddressForm(
            hosts=r"(?:m\.)?tiktok\.com",
            path=r"/@(?P<user>[\w.]{1,30})/(?:video|photo)/(?P<id>\d{1,20})",
            id="{id}",
            address="https://www.tiktok.com/@{user}/video/{id}",
            frame="https://www.tiktok.com/player/v1/{id}?description=1",
            shape="tall",
        ),
        AddressForm(  # nobody is named in frames, and TikTok leads on from an empty name
            hosts=r"tiktok\.com",
            path=r"/(?:player/v1|embed/v[23]|embed)/(?P<id>\d{1,20})",
            id="{id}",
            address="https://www.tiktok.com/@/video/{id}",
            frame="https://www.tiktok.com/player/v1/{id}?description=1",
            shape="tall",
        ),
    ),
)

PEERTUBE = EmbedProvider(
    name="PeerTube",
    medium="video",
    allow=PLAYS,
    oembed="https://{host}/services/oembed",
    forms=(
        AddressForm(
            hosts="{hosts}",
            path=r"/(?:w|videos/(?:watch|embed))/(?P<id>[A-Za-z0-9-]{20,36})",
            id="{host}-{id}",
            address="https://{host}/w/{id}",
            frame="https://{host}/videos/embed/{id}?autoplay=1&p2p=0",
            shape="wide",
            starts_at=("?start={start}s", "&start={start}s"),
        ),
    ),
)
