from plugins.crawlers.text_files import TextFile, TextFileRenderer


def test_a_text_is_written_in_utf_8() -> None:
    assert TextFileRenderer().render(TextFile(text="é\n")) == b"\xc3\xa9\n"
