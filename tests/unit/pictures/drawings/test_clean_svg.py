import base64
import io
import re

import pytest
from PIL import Image

from plugins.pictures.drawings.clean_svg import clean_svg
from plugins.pictures.drawings.read_svg import svg_size
from plugins.pictures.values import PictureError
from tests.tools.camera_metadata import SECRETS, as_taken_by_a_phone, exif

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 64 36">'
PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36">'


def drawing(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


def cleaned(inside: str) -> str:
    return clean_svg(drawing(inside)).decode().removeprefix(PLAIN).removesuffix("</svg>")


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="9" height="9" fill="url(#a)" transform="rotate(45 3 3)" style="fill:red;stroke-width:2px"/>',
        '<linearGradient id="a"><stop stop-color="#f00"/></linearGradient><path fill="url(#a)"/>',
        "<style>.a{fill:red} .b &gt; path{clip-path:url(#c)}</style>",
        '<text x="1" font-family="\'Source Serif\', serif">A &amp; <tspan dx="2">b</tspan> c</text>',
        '<path d="M0 0h9v9z" clip-path="url(#c)" class="a b" aria-label="line (dashed)"/>',
        '<use x="3" href="#a"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"/>',
        '<circle r="3"><animate attributeName="r" values="1;2" dur="3s"/></circle>',
        '<title>Stall</title><desc xml:lang="en">A stall</desc>',
        '<switch><g systemLanguage="zh"/><g/></switch>',
    ],
)
def test_a_drawing_stays_as_it_is(inside: str) -> None:
    spelt_out = re.sub(r"<(\w+)([^>]*)/>", r"<\1\2></\1>", inside)

    assert cleaned(inside) == spelt_out


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<script>alert(1)</script><g/>", "<g></g>"),
        ('<script href="https://evil.example/x.js"/>', ""),
        ('<ScRiPt xmlns="http://www.w3.org/1999/xhtml">alert(1)</ScRiPt>', ""),
        ('<g onload="alert(1)" ONCLICK="alert(1)" on="x"/>', "<g></g>"),
        ('<rect width="1" onbegin="alert(1)"/>', '<rect width="1"></rect>'),
        ('<a xlink:href="javascript:alert(1)"><path d="M0"/></a>', '<g><path d="M0"></path></g>'),
        ('<a href="https://evil.example"><text>x</text></a>', "<g><text>x</text></g>"),
        ('<animate attributeName="href" values="javascript:alert(1)"/>', ""),
        ('<set attributeName=" xlink:href " to="javascript:alert(1)"/>', ""),
        ('<animate attributeName="onclick" to="alert(1)"/>', ""),
        ('<set attributeName="style" to="x"/>', ""),
        ('<iframe src="javascript:alert(1)"/><embed src="x"/><object data="x"/><video src="x"/>', ""),
        ('<html:img xmlns:html="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>', ""),
        ('<handler type="text/ecmascript">alert(1)</handler><listener event="x"/>', ""),
        ("<style>@import url(https://evil.example/x.css); .a{fill:red}</style>", "<style>  .a{fill:red}</style>"),
        ('<style>@import "x.css";@charset "utf-8";.a{fill:red}</style>', "<style>  .a{fill:red}</style>"),
        ("<style>.a{fill:red}<g/>@import 'x';.b{fill:red}</style>", "<style>.a{fill:red} .b{fill:red}</style>"),
        ("<style>@im<!-- -->port 'x';.b{fill:red}</style>", "<style> .b{fill:red}</style>"),
        ("<style>.a{fill:url(https://evil.example/x)}</style>", "<style>.a{fill:none}</style>"),
        ("<style>.a{fill:url( 'other.svg#a' )}</style>", "<style>.a{fill:none}</style>"),
        ('<g style="background:URL(&quot;https://evil.example&quot;)"/>', '<g style="background:none"></g>'),
        ('<g fill="url(https://evil.example/a.svg#b)"/>', '<g fill="none"></g>'),
        ("<style>.a{/* made by Hush */fill:red}</style>", "<style>.a{ fill:red}</style>"),
        ("<!-- made by Hush --><?php x ?><g/>", "<g></g>"),
        ('<g data-name="Hush" content="a whole mxfile" tabindex="1"/>', '<g tabindex="1"></g>'),
        ("<metadata><rdf>Hush</rdf></metadata>", ""),
        (
            '<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="Hush" xml:base="https://evil.example"/>',
            "<g></g>",
        ),
        ('<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"><g/></s:namedview>', ""),
        ('<switch><foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject><text>x</text></switch>',
         "<switch><text>x</text></switch>"),
        (
            "<switch><foreignObject><b>A</b> stall</foreignObject><text>A stall</text></switch>",
            "<switch><text>A stall</text></switch>",
        ),
        ('<use xlink:href="#a"/>', '<use href="#a"></use>'),
    ],
)  # fmt: skip
def test_all_that_runs_loads_or_tells_is_left_out(inside: str, left: str) -> None:
    assert cleaned(inside) == left


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', "holds HTML"),
        ("<switch><foreignObject><i>x</i></foreignObject></switch>", "holds HTML"),
        ("<switch><foreignObject>Stall</foreignObject><text>[Not supported by viewer]</text></switch>", "holds HTML"),
        ("<switch><foreignObject>Market stall</foreignObject><text>Market...</text></switch>", "holds HTML"),
        ('<image href="photo.png"/>', "shows a part of another file ('photo.png')"),
        ('<image xlink:href="https://evil.example/x.png"/>', "shows a part of another file"),
        ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "shows a part of another file"),
        ('<image href="data:text/html,x"/>', "shows a part of another file"),
        ('<image href="data:image/png;base64,AAAA"/>', "holds a picture that is damaged"),
        ('<image href="data:image/png;base64,not base"/>', "holds a picture that is damaged"),
        ('<use href="other.svg#a"/>', "shows a part of another file"),
        ('<use href="data:image/svg+xml,x#a"/>', "shows a part of another file"),
        ('<linearGradient href="javascript:alert(1)"/>', "shows a part of another file"),
        ('<feImage href="//evil.example/x"/>', "shows a part of another file"),
        (r"<style>.a{fill:u\72l(https://evil.example)}</style>", "hides words in its styles"),
        (r'<g fill="u\72l(https://evil.example)"/>', "hides words in its styles"),
        ("<style>.a{fill:image-set('https://evil.example/x' 1x)}</style>", "loads something by its styles"),
        ("<style>.a{-moz-binding:x}</style>", "loads something by its styles"),
        ('<style>.a{fill:url("https://evil.example</style>', "loads something by its styles"),
        ("<g>" * 300 + "</g>" * 300, "is nested far too deeply"),
        (
            '<g id="a0"><path/></g>'
            + "".join(f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10}</g>' for n in range(1, 9)),
            "repeats its parts far too often",
        ),
    ],
)
def test_what_cannot_be_left_out_is_refused(inside: str, words: str) -> None:
    with pytest.raises(PictureError) as caught:
        clean_svg(drawing(inside))

    assert str(caught.value).startswith(words)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "declarations",
    [
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "https://evil.example/x.dtd"> %a;',
        '<!ENTITY % a "x">',
        f'<!ENTITY a "{"a" * 5000}">',
        "".join(f'<!ENTITY a{n} "x">' for n in range(200)),
    ],
)
def test_entities_that_load_or_grow_are_refused(declarations: str) -> None:
    with pytest.raises(PictureError, match="declares entities that load or grow"):
        clean_svg(f"<!DOCTYPE svg [{declarations}]>".encode() + drawing("<g/>"))


def test_a_declaration_of_the_type_goes_and_entities_of_illustrator_are_put_in() -> None:
    start = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg11.dtd" [<!ENTITY ns "http://ns.adobe.com/x">]>'
    )

    clean = clean_svg(start.encode() + drawing('<g xmlns:x="&ns;" x:extraneous="self" lang="&ns;"/>'))

    assert clean.decode() == f'{PLAIN}<g lang="http://ns.adobe.com/x"></g></svg>'


def test_ten_thousand_uses_of_an_entity_are_refused() -> None:
    data = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + drawing("<text>" + "&a;" * 10_000 + "</text>")

    with pytest.raises(PictureError, match="declares entities that load or grow"):
        clean_svg(data)


def photo(orientation: int = 1) -> str:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG")
    data = as_taken_by_a_phone(out.getvalue(), orientation)
    return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"


@pytest.mark.parametrize("inside", ['<image xlink:href="{}"/>', '<feImage href="{}"/>', '<g style="fill:url({})"/>'])
def test_a_photo_in_a_drawing_is_cleaned_too(inside: str) -> None:
    clean = cleaned(inside.format(photo()))

    embedded = re.search('base64,([^"&]+)', clean)
    assert embedded
    data = base64.b64decode(embedded[1])
    assert Image.open(io.BytesIO(data)).size == (8, 8)
    assert [secret for secret in SECRETS.values() if secret.encode() in data] == []


def test_a_photo_in_a_drawing_that_lies_on_its_side_is_refused() -> None:
    assert exif(6)
    with pytest.raises(PictureError, match="lies on its side"):
        cleaned(f'<image href="{photo(6)}"/>')


def test_a_picture_in_a_drawing_has_as_few_pixels_as_any() -> None:
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")

    with pytest.raises(PictureError, match="has 9000 × 9000 pixels"):
        cleaned(f'<image href="data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"/>')


def test_a_drawing_that_forgot_its_name_space_is_a_drawing() -> None:
    assert (
        clean_svg(b'<svg viewBox="0 0 3 3"><g/></svg>')
        == b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 3"><g></g></svg>'
    )


def test_a_drawing_with_prefixes_loses_them() -> None:
    clean = clean_svg(b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 3 3"><s:g/></s:svg>')

    assert clean == b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 3"><g></g></svg>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_drawing_is_published_in_one_encoding(encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>{HEAD}<text>Zoë</text></svg>'.encode(encoding)

    assert clean_svg(data).decode() == f"{PLAIN}<text>Zoë</text></svg>"


@pytest.mark.parametrize(
    ("inside", "is_kept"),
    [
        ('<g id="Plan-for-Hush"/>', False),
        ('<g id="a"/><use href="#a"/>', True),
        ('<g id="a"/><use xlink:href="#a"/>', True),
        ('<linearGradient id="a"/><rect fill="url(#a)"/>', True),
        ('<linearGradient id="a.b"/><rect fill="url(\'#a.b\')"/>', True),
        ('<linearGradient id="ü"/><rect style="fill:url(#%C3%BC)"/>', True),
        ('<linearGradient id="a"/><style>.b{fill:url(#a)}</style>', True),
        ('<g id="a"/><style>#a.b>path,.c{fill:red}</style>', True),
        ('<g id="a"/><animate begin="a.click; 3s" attributeName="r"/>', True),
        ('<title id="a">x</title><g aria-labelledby="b a"/>', True),
        ('<g id="a"/><rect fill="#aaa"/>', False),
    ],
)
def test_an_id_stays_where_something_refers_to_it(inside: str, is_kept: bool) -> None:
    assert (" id=" in cleaned(inside)) is is_kept


def test_html_in_which_nothing_is_seen_is_left_out() -> None:
    blur = (
        '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml" style="backdrop-filter:blur(9px)"/></foreignObject>'
    )

    assert cleaned(f"{blur}<g/>") == "<g></g>"


@pytest.mark.parametrize("sides", ['viewBox="0 0 64 36"', 'width="64" height="36"', 'viewBox="0 0 640 360" width="64"'])
def test_a_part_of_a_drawing_is_a_window_on_all_of_it(sides: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {sides}><path d="M0 0h9v9z"/></svg>'.encode()

    part = clean_svg(data, (50, 0, 25, 50))

    frame = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="32 0 16 18" width="16" height="18"><svg '
    assert part.decode().startswith(frame)
    assert 'width="64"' in part.decode().removeprefix(frame)
    assert svg_size(part) == (16, 18)
