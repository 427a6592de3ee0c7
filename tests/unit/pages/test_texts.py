from plugins.newsroom.choices import Calls, NewsletterCall
from plugins.pages.texts import directory_pages, not_found_page, text_pages
from tests.values import MEI, article, material, story, text_page

NEWSLETTER = NewsletterCall(
    name="Daily", promise="News.", form=None, url="https://n.example", consent_html=MEI.biography_html
)


def test_the_sign_up_stands_on_the_newsletters_own_page() -> None:
    pages = text_pages(
        material(
            text_pages=(text_page("about"), text_page("newsletter")),
            cta=Calls(telegram=None, newsletter=NEWSLETTER),
        )
    )

    assert [(page.path, page.newsletter) for page in pages] == [
        ("about/index.html", None),
        ("newsletter/index.html", NEWSLETTER),
    ]


def test_directories_count_articles() -> None:
    tags, authors = directory_pages(material(story(article("one")), story(article("two", tags=()))))

    assert [(entry.text, entry.count) for entry in tags.entries] == [("Video", 1)]
    assert [(entry.text, entry.count) for entry in authors.entries] == [("Ari Wibowo", 0), ("Mei Tan", 2)]


def test_the_answer_to_a_wrong_address_has_no_address_of_its_own() -> None:
    page = not_found_page(material())

    assert (page.path, page.head.canonical, page.head.robots) == ("404.html", "", "noindex")
