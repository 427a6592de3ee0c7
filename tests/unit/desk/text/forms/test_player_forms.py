import pytest

from plugins.desk.text.forms.player_forms import names_media
from plugins.desk.text.forms.text_form import TextForm
from plugins.desk.text.text_reader import TextReading
from tests.unit.desk.conftest import TEXTS


def players(text: str) -> list[TextForm]:
    return [block for block in TEXTS.read(text).body.blocks if isinstance(block, TextForm)]


def kinds(reading: TextReading) -> list[str]:
    return [reference.kind for reference in reading.references]


@pytest.mark.parametrize(
    ("target", "is_media"),
    [
        ("episode.mp3", True),
        ("a%20b.MP3#t=90", True),
        ("/files/clip.mp4", True),
        ("{attach}clip.webm", True),
        ("report.pdf", False),
        ("clip.vtt", False),
        ("https://elsewhere.example/clip.mp4", False),
    ],
)
def test_the_ending_says_what_players_play(target: str, is_media: bool) -> None:
    assert names_media(target) == is_media


def test_a_link_alone_in_its_paragraph_is_a_player() -> None:
    (form,) = players('[Listen: The *rate card*](episode.mp3 "Two buyers\' -- table. | Ann Doe")')

    assert (form.form, form.target, form.title) == ("player", "episode.mp3", "Listen: The <em>rate card</em>")
    assert form.parts == ("Two buyers’ —&nbsp;table.", "Ann&nbsp;Doe")
    assert form.options == ()


@pytest.mark.parametrize(
    "text",
    [
        "Listen to [it](episode.mp3).",
        "[Listen](episode.mp3) [and](clip.mp4)",
        "[Listen](episode.mp3){: download }",
        "- [Listen](episode.mp3)",
        "> [Listen](episode.mp3)",
        "[Listen](https://elsewhere.example/episode.mp3)",
        "[Read](report.pdf)",
    ],
)
def test_other_links_stay_links(text: str) -> None:
    assert players(text) == []


def test_a_picture_as_the_words_of_a_link_is_the_poster() -> None:
    (form,) = players("[![The studio](studio.jpg)](clip.mp4)")

    assert (form.title, form.options) == ("The&nbsp;studio", (("poster", "studio.jpg"),))


def test_a_heading_of_that_id_is_the_transcript() -> None:
    reading = TEXTS.read("[Listen](a.mp3)\n\n## Abschrift {: #transcript }\n\nWords.")

    assert players(reading.source)[0].option("transcript") == "#transcript"
    assert kinds(reading) == ["player transcript"]


@pytest.mark.parametrize("form", ["{}", "<p>{}</p>", "<figure>\n{}\n</figure>", "Words.\n\n{}\n\nMore words."])
def test_a_tag_alone_is_the_same_player(form: str) -> None:
    tag = (
        '<video controls poster="p.jpg" aria-label="The call" title="In full | Ann">'
        '<source src="a.webm"><source src="a.mp4"><track src="a.vtt" srclang="de" label="Deutsch"></video>'
    )
    reading = TEXTS.read(form.format(tag))

    (player,) = players(reading.source)
    assert (player.target, player.title, player.parts) == ("a.webm", "The&nbsp;call", ("In&nbsp;full", "Ann"))
    assert player.options == (("poster", "p.jpg"), ("track", "de\t\tDeutsch\ta.vtt"), ("source", "a.mp4"))
    assert sorted(kinds(reading)) == ["media", "media", "picture", "player captions"]
    assert list(reading.problems) == []


def test_the_caption_of_a_figure_is_that_of_the_player() -> None:
    (form,) = players('<figure><audio controls src="a.mp3"></audio><figcaption>The <b>call</b></figcaption></figure>')

    assert (form.target, form.parts) == ("a.mp3", ("The <b>call</b>", ""))


@pytest.mark.parametrize(
    "text",
    [
        '<ul><li><audio controls src="a.mp3"></audio></li></ul>',
        '<figure><audio controls src="a.mp3"></audio><p>More.</p></figure>',
        'Words <audio controls src="a.mp3"></audio> and more.',
    ],
)
def test_a_tag_among_other_things_stays_one_that_loads_nothing(text: str) -> None:
    reading = TEXTS.read(text)

    assert players(text) == []
    assert 'preload="none"' in "".join(map(str, reading.body.blocks))
    assert kinds(reading) == ["media"]


@pytest.mark.parametrize(
    "text",
    [
        "[Listen](a.mp3){: #call }",
        '<audio id="call" controls src="a.mp3"></audio>',
        '<figure id="call"><audio controls src="a.mp3"></audio></figure>',
    ],
)
def test_links_can_lead_to_a_player(text: str) -> None:
    (form,) = players(text)

    assert form.options == (("id", "call"),)


def test_the_caption_of_a_poster_is_that_of_the_player() -> None:
    (form,) = players('[![Seen](p.jpg "The call | Ann")](clip.mp4)')

    assert form.parts == ("The&nbsp;call", "Ann")


def test_attributes_that_players_leave_out_are_told() -> None:
    reading = TEXTS.read('<video controls loop width="640" height="360" src="a.mp4"></video>')

    assert [(problem.kind, problem.value) for problem, _ in reading.problems] == [
        ("player attribute", "loop"),
        ("player attribute", "width"),
        ("player attribute", "height"),
    ]
    assert [reading.source[offset:][:4] for _, offset in reading.problems] == ["loop", "widt", "heig"]


@pytest.mark.parametrize(
    "text", ['<audio controls src="a.mp3">{}</audio>', '<p><video controls src="a.mp4">{}</video></p>']
)
def test_words_in_a_player_are_told(text: str) -> None:
    reading = TEXTS.read("Words.\n\n" + text.format("Get [it](a.mp3)."))

    (told,) = reading.problems
    assert told[0].kind == "words in a player"
    assert reading.source[told[1] :].startswith(f"<{told[0].value} controls")
    assert list(TEXTS.read(text.format("\n")).problems) == []
