import json

from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.head.json_ld import ESCAPES, as_json_ld, graph, script_json
from plugins.pages.head.vocabulary import ImageObject, ListItem, NewsArticle, Organization, Reference

HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(["</script>", "<!--", "<script>", "]]>", "&lt;", "\u2028", "\u202e", "\x00", "\\", '"', "😀"]),
    )
).map("".join)


def test_what_is_empty_is_left_out_and_names_are_those_of_the_vocabulary() -> None:
    image = ImageObject(url="https://e.test/a.jpg", width=3, credit_text="Ida")

    assert as_json_ld(image) == {"@type": "ImageObject", "url": "https://e.test/a.jpg", "width": 3, "creditText": "Ida"}


def test_nodes_hold_others_and_refer_to_others() -> None:
    node = Organization(id="#a", same_as=("https://e.test/",), logo=ImageObject(url="https://e.test/l.png"))

    assert as_json_ld((node, Reference(id="#a"))) == [
        {
            "@type": "Organization",
            "@id": "#a",
            "sameAs": ["https://e.test/"],
            "logo": {"@type": "ImageObject", "url": "https://e.test/l.png"},
        },
        {"@id": "#a"},
    ]
    assert as_json_ld(ListItem(position=1, name="A")) == {"@type": "ListItem", "position": 1, "name": "A"}


def test_a_claim_that_is_not_so_is_made() -> None:
    node = NewsArticle(headline="A", main_entity_of_page="", date_published="", date_modified="")

    assert as_json_ld(node) == {"@type": "NewsArticle", "headline": "A", "isAccessibleForFree": True}
    closed = NewsArticle(
        headline="A", main_entity_of_page="", date_published="", date_modified="", is_accessible_for_free=False
    )
    assert as_json_ld(closed)["isAccessibleForFree"] is False


def test_structured_data_cannot_break_out_of_its_script() -> None:
    text = script_json({"headline": "</script><b>&\u2028"})

    assert str(text) == '{"headline":"\\u003c/script\\u003e\\u003cb\\u003e\\u0026\\u2028"}'


@given(HOSTILE)
def test_whatever_a_name_is_it_comes_back_and_ends_nothing(name: str) -> None:
    text = str(graph(Organization(name=name)))

    assert json.loads(text)["@graph"] == [as_json_ld(Organization(name=name))]
    assert not any(character in text for character in ESCAPES)
