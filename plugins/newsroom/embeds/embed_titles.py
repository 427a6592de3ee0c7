"""Words for an embed of which nobody has said a title."""

from plugins.newsroom.embeds.embed import EmbedProvider
from plugins.newsroom.words.phrases import Words


def embed_title(provider: EmbedProvider, words: Words) -> str:
    """Return `Video on YouTube` in the words of the publication."""
    phrase: str
    match provider.medium:
        case "video":
            phrase = words.embed_video
        case "audio":
            phrase = words.embed_audio
        case _:
            phrase = words.embed_post
    return phrase.format(site=provider.name)
