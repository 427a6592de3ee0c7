import io
import struct
import time
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from plugins.pictures.credits import credit_of
from plugins.pictures.picture_formats import open_picture
from tests.tools.camera_metadata import CREDIT, as_taken_by_a_phone

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def saved(picture_format: str = "JPEG", **how: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (16, 16)).save(out, picture_format, **how)
    return out.getvalue()


def credit(data: bytes) -> str:
    image = open_picture(data)
    image.load()
    return credit_of(image)


def packet(attributes: str = "", inside: str = "") -> bytes:
    return f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about=""
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
      {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


def creators(*names: str) -> str:
    return f"<dc:creator><rdf:Seq>{''.join(f'<rdf:li>{name}</rdf:li>' for name in names)}</rdf:Seq></dc:creator>"


def with_iptc(fields: dict[int, bytes], charset: bytes = b"") -> bytes:
    records = b"\x1c\x01\x5a" + struct.pack(">H", len(charset)) + charset if charset else b""
    for number, text in fields.items():
        records += struct.pack(">BBBH", 0x1C, 2, number, len(text)) + text
    body = (
        b"Photoshop 3.0\0" + b"8BIM" + struct.pack(">HHL", 0x0404, 0, len(records)) + records + bytes(len(records) % 2)
    )
    data = saved()
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + data[2:]


def with_exif(**tags: Any) -> bytes:
    exif = Image.Exif()
    for tag, value in tags.items():
        exif[{"artist": 0x013B, "rights": 0x8298}[tag]] = value
    return saved(exif=exif)


def with_text(key: str, text: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt(key, text)
    return saved("PNG", pnginfo=info)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (as_taken_by_a_phone(saved()), CREDIT),
        (saved(xmp=packet('photoshop:Credit="Ana Lim / Hush"', creators("Ana Lim"))), "Ana Lim / Hush"),
        (saved(xmp=packet("", "<photoshop:Credit>Ana Lim</photoshop:Credit>")), "Ana Lim"),
        (saved(xmp=packet("", creators("Ana Lim", "Bo Wu"))), "Ana Lim, Bo Wu"),
        (with_text("XML:com.adobe.xmp", packet("", creators("Ana Lim")).decode()), "Ana Lim"),
        (saved("WEBP", xmp=packet("", creators("Ana Lim"))), "Ana Lim"),
        (saved("AVIF", xmp=packet("", creators("Ana Lim"))), "Ana Lim"),
        (with_iptc({110: b"Hush Pictures", 80: b"Ana Lim"}), "Hush Pictures"),
        (with_iptc({80: "Zoë Müller".encode("latin-1")}), "Zoë Müller"),
        (with_iptc({80: "Zoë Müller".encode()}), "Zoë Müller"),
        (with_iptc({80: "林安娜".encode()}, b"\x1b%G"), "林安娜"),
        (with_iptc({116: b"(c) 2023 Ana Lim"}), "(c) 2023 Ana Lim"),
        (with_exif(artist="Ana Lim;Bo Wu"), "Ana Lim, Bo Wu"),
        (with_exif(rights="Ana Lim"), "Ana Lim"),
        (with_exif(artist="unknown", rights="Ana Lim"), "Ana Lim"),
        (with_text("Author", "Ana Lim"), "Ana Lim"),
        (with_text("Comment", "Ana Lim"), ""),
        (saved(), ""),
    ],
)
def test_the_maker_is_read(data: bytes, wanted: str) -> None:
    assert credit(data) == wanted


@pytest.mark.parametrize("name", ["", "  ", "Unknown", "N/A", "SAMSUNG", "...", "\u200b", "picasa"])
def test_nobody_is_no_maker(name: str) -> None:
    assert credit(saved(xmp=packet("", creators(name)))) == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana&#10;\tLim", "Ana Lim"),
        ("Ana\u202eLim\ufdd0", "Ana Lim"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("&lt;b&gt;Ana", "<b>Ana"),
        ("word " * 100, "word " * 19 + "word…"),
    ],
)
def test_a_credit_is_one_sane_line(name: str, shown: str) -> None:
    assert credit(saved(xmp=packet("", creators(name)))) == shown


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"no markup",
        packet("", creators("Ana"))[:-20],
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + packet("", creators("&b;")),
        ('<!DOCTYPE x [<!ENTITY a "Ana">]>' + packet("", creators("&a;")).decode()).encode("utf-16"),
        b'<?xml version="1.0" encoding="nonsense"?>' + packet("", creators("Ana")),
    ],
)
def test_a_packet_that_cannot_be_read_names_nobody(hostile: bytes) -> None:
    assert credit(saved(xmp=hostile)) == ""


@pytest.mark.slow
@pytest.mark.parametrize(("hostile", "times"), [("<a>", 100_000), ("<dc:creator>", 30_000), ("<a/>", 3_000_000)])
def test_a_packet_that_is_made_to_cost_time_costs_none(hostile: str, times: int) -> None:
    ends = "" if "/>" in hostile else hostile.replace("<", "</")
    data = saved("WEBP", xmp=packet("", hostile * times + ends * times))

    started = time.process_time()
    credit(data)

    assert time.process_time() - started < 20  # going back for each element would take far longer


@pytest.mark.parametrize("start", range(6, 40, 5))
def test_damaged_fields_name_nobody_or_somebody_and_stop_nothing(start: int) -> None:
    data = bytearray(with_iptc({110: b"Hush Pictures", 80: b"Ana Lim"}))
    data[20 + start : 24 + start] = b"\xff\xff\xff\xff"

    assert len(credit(bytes(data))) < 101
