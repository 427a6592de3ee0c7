import io
import unicodedata

import pytest
from PIL import Image

from plugins.desk.checks.reachability import remedy_for
from plugins.newsroom.near_misses import KnownNames
from plugins.newsroom.problems import Severity
from plugins.pictures.values import DEVELOPED
from tests.tools.camera_metadata import CREDIT, as_taken_by_a_phone
from tests.unit.desk.conftest import SVG, Load, article

ONE = "articles/2023/11/one.md"


def photo() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((480, 60), 60).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def test_the_name_that_was_meant_is_told() -> None:
    assert remedy_for("socal", KnownNames(["media", "social"]), "content/categories") == "did you mean 'social'?"
    assert remedy_for("twoo.md", KnownNames(["two.md"]), "content", shown="../{}".format) == "did you mean '../two.md'?"


def test_few_names_are_listed_and_many_looked_up() -> None:
    assert remedy_for("zzz", KnownNames(["a", "b"]), "content/tags") == "known are: a, b"
    many = KnownNames(f"a{n}" for n in range(13))
    assert remedy_for("zzz", many, "content/tags") == "name one that is in content/tags"


def test_an_empty_folder_is_called_so() -> None:
    assert remedy_for("zzz", KnownNames([]), "content/sponsors") == "content/sponsors is empty"


NFC, NFD = (unicodedata.normalize(form, "café") for form in ("NFC", "NFD"))

FOUND = {
    "one name of two spellings": (f"{NFC}.svg", f"{NFD}.svg"),
    "the other way round": (f"{NFD}.svg", f"{NFC}.svg"),
    "hangul": ("\ud55c.svg", "\u1112\u1161\u11ab.svg"),
    "a folder of two spellings": (f"{NFC}/a.svg", f"{NFD}/a.svg"),
    "a space": ("my%20stall.svg", "my stall.svg"),
    "a space between < and >": ("<my stall.svg>", "my stall.svg"),
    "a space in the open": ("my stall.svg", "my stall.svg"),
    "a space before a caption": ('my stall.svg "Caption | Ana Lim"', "my stall.svg"),
    "a number in brackets": ("<stall (1).svg>", "stall (1).svg"),
    "a hash": ("stall#1.svg", "stall#1.svg"),
    "a hash as it should be": ("stall%231.svg", "stall#1.svg"),
    "a question mark": ("who?.svg", "who?.svg"),
    "percent": ("50%.svg", "50%.svg"),
    "percent as it should be": ("50%25.svg", "50%.svg"),
    "a name that a browser saved": ("my%20stall.svg", "my%20stall.svg"),
    "a suffix in capitals": ("stall.SVG", "stall.SVG"),
    "a device of Windows": ("con.svg", "con.svg"),
    "an apostrophe": ("ana's.svg", "ana's.svg"),
    "a long name": (f"{'a' * 240}.svg", f"{'a' * 240}.svg"),
    "a part of a drawing": ("stall.svg#front", "stall.svg"),
}
"""A target in a text, and the file that it names."""


@pytest.mark.parametrize("kind", FOUND)
def test_a_picture_is_found_by_a_name_that_can_mean_it_alone(kind: str, load_content: Load) -> None:
    target, file = FOUND[kind]

    written = f"</pictures/{target[1:]}" if target.startswith("<") else f"/pictures/{target}"

    loaded = load_content({ONE: article(body=f"![A]({written})"), f"pictures/{file}": SVG})

    assert loaded.problems == ()
    assert len(loaded.pictures) == 1
    (name,) = loaded.structure.publication.pictures
    assert loaded.view.read(DEVELOPED, name)
    assert "<img" in "".join(loaded.body("one").blocks)


@pytest.mark.parametrize("kind", FOUND)
def test_a_lead_picture_is_found_by_the_same_names(kind: str, load_content: Load) -> None:
    target, file = FOUND[kind]
    named = target.strip("<>").partition(' "')[0]
    keys = f'picture: {{file: "/pictures/{named}", alt: A, focus: 10% 20%}}\n'

    loaded = load_content({ONE: article(keys=keys), f"pictures/{file}": SVG})

    assert loaded.problems == ()
    assert loaded.article("one").picture


def test_of_two_files_that_a_name_may_mean_the_one_called_so_is_taken(load_content: Load) -> None:
    files = {"pictures/my stall.svg": SVG, "pictures/my%20stall.svg": SVG.replace("640", "320")}

    loaded = load_content({ONE: article(body="![A](/pictures/my%20stall.svg)"), **files})

    assert 'width="640"' in loaded.body("one").blocks[0]


@pytest.mark.parametrize(
    ("target", "file", "said"),
    [
        ("Stall.JPG", "stall.jpg", "does not exist, but in other letters; write '/pictures/stall.jpg'"),
        ("stall.jpg", "Stall.JPG", "does not exist, but in other letters; write '/pictures/Stall.JPG'"),
        ("Fair/a.jpg", "fair/a.jpg", "does not exist, but in other letters; write '/pictures/fair/a.jpg'"),
        ("stal.jpg", "stall.jpg", "does not exist; did you mean '/pictures/stall.jpg'?"),
        ("stall.png", "stall.jpg", "does not exist; did you mean '/pictures/stall.jpg'?"),
        ("stall", "stall.jpg", "has no ending that names its type (known: avif, gif, jpeg, jpg, png, svg, webp)"),
        ("stall.heic", "stall.jpg", "is HEIC, which few browsers show; export it as JPEG and name that one"),
        ("stall.tiff", "stall.jpg", "is of a type that browsers do not show"),
    ],
)
def test_a_name_that_no_file_has_says_what_to_write(target: str, file: str, said: str, load_content: Load) -> None:
    loaded = load_content({ONE: article(body=f"![A](/pictures/{target})"), f"pictures/{file}": photo()})

    (problem,) = loaded.problems
    assert str(problem).startswith(f"content/{ONE}:8:6: picture '/pictures/{target}' {said}")


@pytest.mark.parametrize(
    ("target", "files", "better"),
    [
        ("stall.jpg", ["pictures/stall.jpg"], "../../../pictures/stall.jpg"),
        ("stall.jpg", ["articles/2023/11/fair/Stall.JPG", "pictures/stall.jpg"], "fair/Stall.JPG"),
        ("/pictures/stall.jpg", ["articles/2023/11/stall.jpg"], "/articles/2023/11/stall.jpg"),
        ("/stall.jpg", ["pictures/fair/stall.jpg"], "/pictures/fair/stall.jpg"),
    ],
)
def test_a_picture_that_lies_elsewhere_is_named(target: str, files: list[str], better: str, load_content: Load) -> None:
    loaded = load_content({ONE: article(body=f"![A]({target})"), **{file: photo() for file in files}})

    (problem,) = loaded.problems
    assert str(problem).endswith(f"does not exist; it lies elsewhere: write {better!r}, or move it")


@pytest.mark.parametrize(
    ("width", "crop", "said"),
    [
        (399, "", "looks blurred: it is 399 pixels wide; take a larger one, of 1600 pixels or more"),
        (400, "", None),
        (400, "0% 0% 60% 100%", None),
        (400, "0% 0% 59% 100%", "looks blurred on cards: its crop is 236 pixels wide; crop less of it, or take a lar"),
    ],
)
def test_a_lead_picture_with_too_few_pixels_is_told(
    width: int, crop: str, said: str | None, load_content: Load
) -> None:
    lead = f"picture: {{file: a.png, alt: A{f', crop: {crop}' if crop else ''}}}\n"
    file = io.BytesIO()
    Image.new("RGB", (width, 90)).save(file, "PNG")

    found = [
        str(each)
        for each in load_content({ONE: article(keys=lead), "articles/2023/11/a.png": file.getvalue()}).problems
    ]

    assert len(found) == (said is not None)
    assert said is None or f"notice: picture 'a.png' {said}" in found[0]


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_a_damaged_picture_is_an_error_where_it_is_shown(share: float, load_content: Load) -> None:
    data = photo()

    loaded = load_content(
        {ONE: article(body="![A](/pictures/a.jpg)"), "pictures/a.jpg": data[: int(len(data) * share)]}
    )

    (problem,) = loaded.problems
    assert (problem.severity, problem.line, problem.column) == (Severity.ERROR, 8, 6)
    assert "is damaged" in problem.what


def test_a_picture_that_nobody_shows_is_no_problem(load_content: Load) -> None:
    assert load_content({ONE: article(), "pictures/a.jpg": b"text"}).problems == ()


def test_a_wrong_suffix_is_a_notice_and_the_picture_is_shown(load_content: Load) -> None:
    loaded = load_content({ONE: article(body="![A](/pictures/a.png)"), "pictures/a.png": photo()})

    (problem,) = loaded.problems
    assert str(problem) == (
        f"content/{ONE}:8:6: notice: picture '/pictures/a.png' is JPEG, though its name ends in '.png'; "
        "it is published all the same; a better name is 'a.jpg'"
    )
    assert "<img" in loaded.body("one").blocks[0]


def test_a_credit_of_the_file_is_told_where_it_fills_an_empty_one(load_content: Load) -> None:
    data = as_taken_by_a_phone(photo())
    lead = "picture: {file: /pictures/a.jpg, alt: A}\n"

    loaded = load_content({ONE: article(keys=lead, body="![A](/pictures/a.jpg)"), "pictures/a.jpg": data})

    (problem,) = loaded.problems
    assert (problem.severity, problem.line) == (Severity.NOTICE, 7)
    assert problem.what == f"picture '/pictures/a.jpg' names its maker, who stands in for the credit: {CREDIT!r}"
    picture = loaded.article("one").picture
    assert picture
    assert picture.credit == CREDIT


def test_a_credit_of_the_article_goes_before_that_of_the_file(load_content: Load) -> None:
    keys = "picture: {file: /pictures/a.jpg, alt: A, credit: Bo Wu}\n"

    loaded = load_content({ONE: article(keys=keys), "pictures/a.jpg": as_taken_by_a_phone(photo())})

    assert loaded.problems == ()
    picture = loaded.article("one").picture
    assert picture
    assert picture.credit == "Bo Wu"
