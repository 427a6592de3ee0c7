from plugins.newsroom.settings import settings_problems
from plugins.promos.settings import PromosSettings


def test_banners_are_shown_unless_switched_off() -> None:
    assert PromosSettings().show


def test_a_mistyped_setting_is_a_problem() -> None:
    (problem,) = settings_problems(PromosSettings, {"PROMOS": {"shwo": False}}, "PROMOS")

    assert (problem.what, problem.remedy) == ("unknown setting 'PROMOS.shwo'", "did you mean 'show'?")
