from plugins.pages.head.vocabulary import ImageObject, ListItem, Organization, Reference, as_json_ld


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
