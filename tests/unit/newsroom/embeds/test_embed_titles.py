import pytest

from plugins.newsroom.embeds.embed_titles import embed_title
from plugins.newsroom.embeds.providers import PROVIDERS
from plugins.newsroom.words.catalogues import english


@pytest.mark.parametrize(
    ("provider", "title"),
    [("youtube", "Video on YouTube"), ("spotify", "Audio on Spotify"), ("x", "Post on X")],
)
def test_an_embed_without_a_title_is_called_by_what_it_is_and_where(provider: str, title: str) -> None:
    assert embed_title(PROVIDERS[provider], english()) == title
