"""The sites whose addresses become cards: forms of their addresses, frames, and endpoints of oEmbed.

All that is known of these sites stands here. Looked up in their documentation in November 2026: the endpoints of X,
Bluesky, Spotify and Meta, and that Meta's need no token but name neither author nor picture; the player of TikTok; that
YouTube plays nothing for a page that hides its own origin. All else is general knowledge: what a site changes shows as
an empty frame, with a link to the site below it.
"""

from collections.abc import Mapping

from plugins.newsroom.embeds.audio_sites import APPLE_PODCASTS, SPOTIFY
from plugins.newsroom.embeds.embed import EmbedProvider
from plugins.newsroom.embeds.post_sites import BLUESKY, INSTAGRAM, LINKEDIN, MASTODON, THREADS, X
from plugins.newsroom.embeds.video_sites import PEERTUBE, TIKTOK, VIMEO, YOUTUBE

PROVIDERS: Mapping[str, EmbedProvider] = {
    "youtube": YOUTUBE,
    "vimeo": VIMEO,
    "x": X,
    "instagram": INSTAGRAM,
    "tiktok": TIKTOK,
    "linkedin": LINKEDIN,
    "threads": THREADS,
    "bluesky": BLUESKY,
    "mastodon": MASTODON,
    "peertube": PEERTUBE,
    "spotify": SPOTIFY,
    "apple-podcasts": APPLE_PODCASTS,
}
"""Every provider by the name that addresses and settings use."""
