from plugins.desk.settings import DeskSettings, SiteDefaults, site_defaults
from plugins.newsroom.urls import own_site
from plugins.newsroom.words.words_of import words_of


def test_a_house_is_what_pelicans_settings_and_the_desks_say() -> None:
    settings = {"DEFAULT_LANG": "ms", "SITEURL": "https://a.example/news/", "PLUGINS": ["plugins.embeds"]}

    assert site_defaults(settings, DeskSettings()) == SiteDefaults(
        lang="ms",
        prefix="/news",
        shows_drafts=False,
        own_site=own_site("https://a.example/news/"),
        sponsored_by=words_of(settings).sponsored_by,
        has_frames=True,
    )
    assert site_defaults(settings, DeskSettings(show_drafts=True)).shows_drafts
