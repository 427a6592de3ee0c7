from plugins.desk.publication.links import SiteDefaults
from plugins.desk.settings import DeskSettings, house_of


def test_a_house_is_what_pelicans_settings_and_the_desks_say() -> None:
    settings = {"DEFAULT_LANG": "ms", "SITEURL": "https://a.example/news/"}

    assert house_of(settings, DeskSettings()) == SiteDefaults(lang="ms", prefix="/news", shows_drafts=False)
    assert house_of(settings, DeskSettings(show_drafts=True)).shows_drafts
