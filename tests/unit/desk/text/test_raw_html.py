import pytest

from plugins.desk.places import Place
from plugins.desk.text.scan import scan_body


def found(body: str) -> list[tuple[str, str]]:
    return [(raw.kind, raw.name) for raw in scan_body(body, 1).raw]


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("<a href='>'>x</a>", ["a"]),
        ("<A\nhref=x>", ["a"]),
        ("<a>", ["a"]),
        ("<area/>", ["area"]),
        ("<style>p { color: red }</style>", ["style"]),
        ('<iframe src="https://video.example/1"></iframe>', ["iframe"]),
        ('<form action="/"><input></form>', ["form"]),
        ('<link rel="stylesheet" href="/a.css"><base href="/">', ["link", "base"]),
        ("1 <a 2", []),
        ("<abbr> <article> <figure> <details> <summary> <section> <header>", []),
        ("<https://a.example/>", []),
        ("`<style>` and\n\n    <script>\n\n<!-- <style> -->", []),
    ],
)
def test_tags_that_markdown_has_a_better_way_for_or_browsers_leave_out_are_found(body: str, tags: list[str]) -> None:
    assert found(body) == [("tag", name) for name in tags]


@pytest.mark.parametrize(
    ("body", "files"),
    [
        ("<video\n src={static}a.mp4>", ["{static}a.mp4"]),
        ("<img-x src='|static|a.mp4'>", ["|static|a.mp4"]),
        ('<p title="{a}">', []),
    ],
)
def test_files_named_in_attributes_are_found(body: str, files: list[str]) -> None:
    assert found(body) == [("file", file) for file in files]


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ('<video controls src="https://video.example/1.mp4">', ["video"]),
        ("<video poster=//a.example/1.webp>", ["video"]),
        ("<audio><SOURCE src='http://a.example/1.mp3'></audio>", ["source"]),
        ('<video src="/files/1.mp4" poster="/1.webp">', []),
        ('<blockquote cite="https://a.example/">', []),
    ],
)
def test_sound_and_film_from_other_sites_are_found(body: str, tags: list[str]) -> None:
    assert found(body) == [("elsewhere", name) for name in tags]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('<p style="color: red">', ["style"]),
        ("<p class='a>b'\n  STYLE = red>", ["style"]),
        ('<td onclick="x()">', ["onclick"]),
        ("<details ontoggle=x>", ["ontoggle"]),
        ("# A {: .b style=color:red }", ["style"]),
        ('[a](/b/){onclick="x()"}', ["onclick"]),
        ("*a*{: #x onmouseover=y title='z' }", ["onmouseover"]),
        ('<p title="a style=b">', []),
        ("1 <b and onset = 2", []),
        ("a style= of its own, {once=2} {style} <p class=style data-style=x>", []),
        ("`<p style=x>` ``[a](/b/){: style=x }``", []),
    ],
)
def test_styles_and_scripts_in_attributes_are_found_also_as_markdown_writes_them(body: str, names: list[str]) -> None:
    assert found(body) == [("attribute", name) for name in names]


def test_each_has_its_place() -> None:
    scan = scan_body("One\n\n<p\n style=x> <style>", 10)

    assert [raw.place for raw in scan.raw] == [Place(13, 11), Place(13, 2)]
