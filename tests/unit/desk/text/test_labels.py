from plugins.desk.text.labels import TextLabels, text_labels
from plugins.newsroom.words.catalogues import english


def test_labels_are_phrases_of_the_same_names() -> None:
    assert text_labels(english()) == TextLabels(
        table="Table",
        table_number="Table {n}",
        back_to_text="Back to the text",
        task_open="to do",
        task_done="done",
    )
