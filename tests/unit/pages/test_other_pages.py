from plugins.newsroom.choices import Calls, NewsletterCall
from plugins.pages.other_pages import authors_page, not_found_page, tags_page, text_page
from tests import values
from tests.values import MEI, article, material, publication

NEWSLETTER = NewsletterCall(
    name="Daily", promise="News.", form=None, url="https://n.example", consent_html=MEI.biography_html
)


def test_the_sign_up_stands_on_the_newsletters_own_page() -> None:
    texts = (values.text_page("about"), values.text_page("newsletter"))
    whole = material(of=publication(text_pages=texts), calls=Calls(telegram=None, newsletter=NEWSLETTER))

    pages = [text_page(whole, page.slug) for page in texts]

    assert [(page.path, page.newsletter) for page in pages] == [
        ("about/index.html", None),
        ("newsletter/index.html", NEWSLETTER),
    ]


def test_a_draft_of_a_page_says_so_and_asks_not_to_be_indexed() -> None:
    page = text_page(material(of=publication(text_pages=(values.text_page("plan", is_draft=True),))), "plan")

    assert (page.state, page.head.robots) == ("draft", "noindex")


def test_directories_count_articles() -> None:
    tags = tags_page(material(), (("video", 1),))
    authors = authors_page(material(), (("ari", 0), ("mei", 2)))

    assert [(entry.text, entry.url, entry.count) for entry in tags.entries] == [("Video", "/tags/video/", "1")]
    assert [(entry.text, entry.note, entry.count) for entry in authors.entries] == [
        ("Ari Wibowo", "Writer", "0"),
        ("Mei Tan", "Editor", "2"),
    ]


def test_the_answer_to_a_wrong_address_has_no_address_of_its_own() -> None:
    page = not_found_page(material(article()), ("one",))

    assert (page.path, page.head.canonical, page.head.robots) == ("404.html", "", "noindex")
    assert [card.title for card in page.latest] == ["One"]
