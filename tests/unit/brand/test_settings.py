import pytest

from plugins.brand.settings import BrandSettings
from plugins.newsroom.settings import settings_problems


def test_a_colour_may_have_three_digits_and_capitals() -> None:
    settings = BrandSettings(accent="#0AF", dark={"paper": "#10131A"})

    assert (settings.accent, settings.dark.paper) == ("#00aaff", "#10131a")


@pytest.mark.parametrize(
    ("brand", "said"),
    [
        (
            {"accent": "blue"},
            "BRAND.accent: 'blue' is no colour as it is written here; write '#' and six digits, such as '#0058a3'",
        ),
        (
            {"light": {"ink": "#12345678"}},
            "BRAND.light.ink: '#12345678' is no colour as it is written here; write '#' and six digits, "
            "such as '#0058a3'",
        ),
        (
            {"short_name": "Kabar\n Baik"},
            "BRAND.short_name: 'Kabar\\n Baik' has spaces or line ends too many; write 'Kabar Baik'",
        ),
        ({"acent": "#0058a3"}, "unknown setting 'BRAND.acent'; did you mean 'accent'?"),
        ({"dark": {"papier": "#000"}}, "unknown setting 'BRAND.dark.papier'; did you mean 'paper'?"),
    ],
)
def test_a_mistake_is_told_with_what_to_write(brand: dict[str, object], said: str) -> None:
    [problem] = settings_problems(BrandSettings, {"BRAND": brand}, "BRAND")

    assert f"{problem.what}; {problem.remedy}" == said
