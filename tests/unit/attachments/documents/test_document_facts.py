from plugins.attachments.documents.document_facts import Told


def test_what_is_told_is_quoted_on_one_line() -> None:
    assert Told("author", "Ana\n Lim").in_words == "author 'Ana Lim'"
    assert Told("history of its versions", "").in_words == "history of its versions"
    assert len(Told("company", "x" * 500).in_words) < 60
