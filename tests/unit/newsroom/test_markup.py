from markupsafe import Markup

from plugins.newsroom.markup import without_tags


def test_a_line_without_tags_keeps_its_words_and_quotes() -> None:
    line = Markup('A <span class="amp">&amp;</span> “B” &lt;i&gt; in&nbsp;one')

    assert without_tags(line) == "A & “B” <i> in one"


def test_french_spaces_stay_narrow() -> None:
    assert without_tags(Markup("Le «\u202fmot\u202f»\u202f!")) == "Le «\u202fmot\u202f»\u202f!"
