from typing import Any

import pytest

from plugins.cta.calls import call_language_problems, make_calls, privacy_problems, switched
from plugins.cta.settings import CtaSettings
from plugins.newsroom.choices import Calls, NewsletterCall, TelegramCall
from plugins.newsroom.front_matter.schema import CtaFields
from plugins.newsroom.markup import Markup
from plugins.newsroom.words.catalogues import catalogue, english, make_words

TELEGRAM = {"channel": "lowdown_example", "text": "Headlines & nothing else."}
LINK = {
    "provider": "link",
    "url": "https://letters.example/",
    "name": "The Daily",
    "promise": "Five minutes.",
    "sender": "Lowdown Pte Ltd",
    "frequency": "every working morning",
}


def calls(siteurl: str = "https://lowdown.example", **newsletter: Any) -> Calls:
    settings = CtaSettings.model_validate({"telegram": TELEGRAM, "newsletter": {**LINK, **newsletter}})
    return make_calls(settings, siteurl, english())


def consent(siteurl: str = "https://lowdown.example", **newsletter: Any) -> Markup:
    made = calls(siteurl, **newsletter).newsletter
    assert made is not None
    return made.consent_html


def test_both_calls_are_made_from_the_settings() -> None:
    assert calls() == Calls(
        telegram=TelegramCall(
            channel="lowdown_example", url="https://t.me/lowdown_example", text="Headlines & nothing else."
        ),
        newsletter=NewsletterCall(
            name="The Daily",
            promise="Five minutes.",
            form=None,
            url="https://letters.example/",
            consent_html=Markup(
                "The Daily comes every working morning from Lowdown Pte Ltd. "
                "You can leave at any time with the link in every issue. "
                '<a href="/privacy/">What happens to your address</a>'
            ),
        ),
    )


def test_what_is_not_configured_is_no_call() -> None:
    assert make_calls(CtaSettings(), "https://lowdown.example", english()) == Calls(telegram=None, newsletter=None)


def test_the_form_of_the_provider_is_in_the_call() -> None:
    settings = {**LINK, "provider": "buttondown", "username": "lowdown"}
    del settings["url"]

    made = make_calls(CtaSettings.model_validate({"newsletter": settings}), "", english()).newsletter

    assert made is not None
    assert made.form is not None
    assert (made.form.email_field, made.url) == ("email", "https://buttondown.com/lowdown")


@pytest.mark.parametrize(
    ("siteurl", "page", "href"),
    [
        ("https://lowdown.example/", "privacy", "/privacy/"),
        ("https://host.example/news", "privacy", "/news/privacy/"),
        ("https://host.example/news/", "your-data", "/news/your-data/"),
        ("", "privacy", "/privacy/"),
    ],
)
def test_the_privacy_page_is_linked_where_the_site_lives(siteurl: str, page: str, href: str) -> None:
    assert f'<a href="{href}">' in consent(siteurl, privacy_page=page)


def test_names_are_text_in_the_consent() -> None:
    said = consent(name="Ads & <b>", sender='"Us"', also="It carries partners' <ads>.")

    assert said.startswith(
        "Ads &amp; &lt;b&gt; comes every working morning from &#34;Us&#34;. "
        "It carries partners&#39; &lt;ads&gt;. You can leave"
    )


def test_chinese_sentences_stand_without_spaces_between_them() -> None:
    chinese = {**LINK, "name": "早報", "sender": "市場新訊", "frequency": "每個工作日早上", "also": "內有廣告。"}
    words = make_words("zh-Hant", catalogue("zh-Hant"))

    made = make_calls(CtaSettings.model_validate({"newsletter": chinese}), "", words).newsletter

    assert made is not None
    assert made.consent_html.startswith("《早報》由市場新訊每個工作日早上寄送。內有廣告。您可隨時")
    assert made.consent_html.endswith('退訂。<a href="/privacy/">您的地址會如何使用</a>')


@pytest.mark.parametrize("telegram", [True, False])
@pytest.mark.parametrize("newsletter", [True, False])
def test_an_article_shows_the_calls_that_are_switched_on(telegram: bool, newsletter: bool) -> None:
    shown = switched(calls(), CtaFields(telegram=telegram, newsletter=newsletter))

    assert (shown.telegram is not None, shown.newsletter is not None) == (telegram, newsletter)


def privacy(settings: dict[str, Any], slugs: set[str]) -> list[str]:
    found = privacy_problems({"CTA": settings}, CtaSettings.model_validate(settings), slugs)
    return [f"{problem.what}; {problem.remedy}" for problem in found]


def test_a_privacy_page_that_there_is_has_no_problem() -> None:
    assert privacy({"newsletter": {**LINK, "privacy_page": "rules"}}, {"rules"}) == []


@pytest.mark.parametrize("named", [{}, {"privacy_page": "privacy"}])
def test_a_privacy_page_that_there_is_not_is_a_problem_also_where_it_is_the_usual_one(named: dict[str, str]) -> None:
    assert privacy({"newsletter": {**LINK, **named}}, {"privacy-policy"}) == [
        "CTA.newsletter.privacy_page: there is no page 'privacy' in this build; did you mean 'privacy-policy'?"
    ]


def test_without_a_newsletter_there_need_be_no_privacy_page() -> None:
    assert privacy({"telegram": TELEGRAM}, set()) == []


def test_texts_in_another_language_stand_in_the_place_of_those_that_they_have() -> None:
    texts = {"telegram": "Semua berita.", "frequency": "setiap pagi"}
    settings = CtaSettings.model_validate({"telegram": TELEGRAM, "newsletter": LINK, "languages": {"id": texts}})

    indonesian, malay = (settings.in_language(lang) for lang in ("id", "ms"))

    assert malay == settings
    assert indonesian.telegram
    assert (indonesian.telegram.text, indonesian.telegram.channel) == ("Semua berita.", "lowdown_example")
    assert indonesian.newsletter
    assert (indonesian.newsletter.frequency, indonesian.newsletter.promise) == ("setiap pagi", "Five minutes.")


def test_texts_without_calls_make_none() -> None:
    settings = CtaSettings.model_validate({"languages": {"id": {"telegram": "Semua berita.", "promise": "Berita."}}})

    made = settings.in_language("id")

    assert (made.telegram, made.newsletter) == (None, None)


def test_texts_in_a_language_that_is_not_declared_are_told() -> None:
    settings = {"CTA": {"languages": {"idn": {}}}, "DESK": {"languages": {"id": {}}}}

    (problem,) = call_language_problems(settings, CtaSettings.model_validate(settings["CTA"]))

    assert problem.what == "CTA.languages.idn: the language 'idn' is not declared in DESK"
    assert problem.remedy == "did you mean 'id'?"
