from plugins.publish.site.model import Notes


def test_notes_come_from_json_with_lists_as_tuples_and_without_those_of_others() -> None:
    values = {"siteurl": "https://a.example", "due": 7.5, "styles": ["YQ=="], "of_another_program": [1]}

    assert Notes.from_values(values) == Notes(siteurl="https://a.example", due=7.5, styles=("YQ==",))


def test_notes_that_nobody_made_are_empty() -> None:
    assert Notes.from_values({}) == Notes()
