"""Sites of posts, and the forms of their addresses."""

from functools import partial

from plugins.newsroom.embeds.embed import AddressForm, EmbedProvider

_X_HOSTS = r"(?:mobile\.|m\.)?(?:x|twitter)\.com"
_X_FRAME = "https://platform.x.com/embed/Tweet.html?id={id}&dnt=true"

X = EmbedProvider(
    name="X",
    medium="post",
    origins=("https://platform.twitter.com",),
    oembed="https://publish.x.com/oembed",
    short_hosts=("t.co",),
    forms=(
        AddressForm(
            hosts=_X_HOSTS,
            path=r"/(?P<user>\w{1,15})/status(?:es)?/(?P<id>\d{1,20})(?:/(?:photo|video)/\d)?",
            id="{id}",
            address="https://x.com/{user}/status/{id}",
            frame=_X_FRAME,
        ),
        AddressForm(
            hosts=_X_HOSTS,
            path=r"/i/web/status/(?P<id>\d{1,20})",
            id="{id}",
            address="https://x.com/i/status/{id}",
            frame=_X_FRAME,
        ),
        AddressForm(
            hosts=r"platform\.(?:x|twitter)\.com",
            path=r"/embed/Tweet\.html",
            query={"id": r"(?P<id>\d{1,20})"},
            id="{id}",
            address="https://x.com/i/status/{id}",
            frame=_X_FRAME,
        ),
    ),
)

_META_CODE = r"[A-Za-z0-9_-]{5,64}"

INSTAGRAM = EmbedProvider(
    name="Instagram",
    medium="post",
    oembed="https://graph.facebook.com/v26.0/instagram_oembed",
    forms=(
        AddressForm(
            hosts=r"instagram\.com",
            path=rf"/(?:[\w.]{{1,30}}/)?p/(?P<id>{_META_CODE})(?:/embed(?:/captioned)?)?",
            id="{id}",
            address="https://www.instagram.com/p/{id}/",
            frame="https://www.instagram.com/p/{id}/embed/captioned/",
        ),
        AddressForm(
            hosts=r"instagram\.com",
            path=rf"/(?:[\w.]{{1,30}}/)?(?:reels?|tv)/(?P<id>{_META_CODE})(?:/embed(?:/captioned)?)?",
            id="{id}",
            address="https://www.instagram.com/reel/{id}/",
            frame="https://www.instagram.com/reel/{id}/embed/captioned/",
        ),
    ),
)

THREADS = EmbedProvider(
    name="Threads",
    medium="post",
    oembed="https://graph.threads.net/v1.0/oembed",
    forms=(
        AddressForm(
            hosts=r"threads\.(?:com|net)",
            path=rf"/@(?P<user>[\w.]{{1,30}})/post/(?P<id>{_META_CODE})(?:/embed)?",
            id="{id}",
            address="https://www.threads.com/@{user}/post/{id}",
            frame="https://www.threads.com/@{user}/post/{id}/embed",
        ),
    ),
)

_linkedin_post = partial(
    AddressForm,
    hosts=r"(?:[a-z]{2}\.)?linkedin\.com",
    id="{kind}-{id}",
    address="https://www.linkedin.com/feed/update/urn:li:{kind}:{id}/",
    frame="https://www.linkedin.com/embed/feed/update/urn:li:{kind}:{id}",
)

LINKEDIN = EmbedProvider(
    name="LinkedIn",
    medium="post",
    short_hosts=("lnkd.in",),
    forms=(
        _linkedin_post(path=r"/posts/[^/]*?(?P<kind>activity|share|ugcPost)-(?P<id>\d{10,25})(?:-[\w-]*)?"),
        _linkedin_post(path=r"/(?:embed/)?feed/update/urn:li:(?P<kind>activity|share|ugcPost):(?P<id>\d{10,25})"),
    ),
)

_BLUESKY_POST = r"[a-z0-9]{6,20}"
_DID = r"(?:plc:[a-z2-7]{24}|web:[A-Za-z0-9.-]{3,100})"

BLUESKY = EmbedProvider(
    name="Bluesky",
    medium="post",
    oembed="https://embed.bsky.app/oembed",
    forms=(
        AddressForm(
            hosts=r"bsky\.app",
            path=rf"/profile/did:(?P<did>{_DID})/post/(?P<id>{_BLUESKY_POST})",
            id="{did}-{id}",
            address="https://bsky.app/profile/did:{did}/post/{id}",
            frame="https://embed.bsky.app/embed/did:{did}/app.bsky.feed.post/{id}",
        ),
        AddressForm(
            hosts=r"embed\.bsky\.app",
            path=rf"/embed/did:(?P<did>{_DID})/app\.bsky\.feed\.post/(?P<id>{_BLUESKY_POST})",
            id="{did}-{id}",
            address="https://bsky.app/profile/did:{did}/post/{id}",
            frame="https://embed.bsky.app/embed/did:{did}/app.bsky.feed.post/{id}",
        ),
        AddressForm(  # a handle may go to another; frames are addressed by the lasting did, which the cache may know
            hosts=r"bsky\.app",
            path=rf"/profile/(?P<user>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/post/(?P<id>{_BLUESKY_POST})",
            id="{user}-{id}",
            address="https://bsky.app/profile/{user}/post/{id}",
        ),
    ),
)

MASTODON_SERVERS = (
    "mastodon.social",
    "mastodon.online",
    "mas.to",
    "mstdn.social",
    "fosstodon.org",
    "hachyderm.io",
    "infosec.exchange",
    "mastodon.world",
    "journa.host",
    "newsie.social",
)
"""Large servers; a publication adds others to `EMBEDS["hosts"]`."""

MASTODON = EmbedProvider(
    name="Mastodon",
    medium="post",
    oembed="https://{host}/api/oembed",
    forms=(
        AddressForm(
            hosts="{hosts}",
            path=r"/(?:@|users/)(?P<user>\w{1,30}(?:@[A-Za-z0-9.-]{3,100})?)(?:/statuses)?/(?P<id>\d{1,20})(?:/embed)?",
            id="{host}-{id}",
            address="https://{host}/@{user}/{id}",
            frame="https://{host}/@{user}/{id}/embed",
        ),
    ),
)
