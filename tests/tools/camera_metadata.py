"""All that cameras, phones and picture desks put into a JPEG beside the picture; no part of it may be published.

Every text in it is one of `SECRETS`, so a test can look for them in the bytes of what was published.
"""

import struct
from io import BytesIO

from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base

CREDIT = "Wanda Sekret / Hush Pictures"
"""By-line and credit in IPTC and XMP: what may be told, in words."""

SECRETS = {
    "device": "Tattler Phone 9 Pro",
    "maker": "Tattlemaker",
    "serial number": "SN-5EC2E7-0042",
    "artist": CREDIT,
    "software": "Blabbershop 12.1",
    "time": "2023:11:05 07:31:09",
    "description": "back door of the house of our informant",
    "place": "Whisper Street 7, Hushville",
    "comment": "do not tell anybody about this comment",
    "person": "Informant Irmgard",
}

POSITION = ((48.0, 51.0, 29.99), (2.0, 17.0, 40.2))
"""Degrees, minutes and seconds, north and east."""

START, COMMENT, EXIF_MARK, PROFILE_MARK, IPTC_MARK = b"\xff\xd8", 0xFE, 0xE1, 0xE2, 0xED


def as_taken_by_a_phone(jpeg: bytes, orientation: int = 1) -> bytes:
    """Return the JPEG with EXIF (place, device, artist, times, thumbnail), XMP, IPTC, a comment and a profile."""
    segments = [
        _segment(EXIF_MARK, exif(orientation, thumbnail_of(jpeg))),
        _segment(EXIF_MARK, b"http://ns.adobe.com/xap/1.0/\0" + xmp()),
        _segment(PROFILE_MARK, b"ICC_PROFILE\0\x01\x01" + profile()),
        _segment(IPTC_MARK, b"Photoshop 3.0\0" + iptc()),
        _segment(COMMENT, SECRETS["comment"].encode()),
    ]
    after_start = len(START) + _length_of_jfif(jpeg)
    trailer = f"<!-- {SECRETS['serial number']} -->".encode()
    return jpeg[:after_start] + b"".join(segments) + jpeg[after_start:] + trailer


def exif(orientation: int = 1, thumbnail: bytes = b"") -> bytes:
    """Return EXIF with a second directory for the thumbnail, beginning with `Exif\\0\\0`."""
    data = Image.Exif()
    data[Base.Orientation] = orientation
    data[Base.Make], data[Base.Model] = SECRETS["maker"], SECRETS["device"]
    data[Base.Artist], data[Base.Copyright] = SECRETS["artist"], SECRETS["artist"]
    data[Base.Software], data[Base.DateTime] = SECRETS["software"], SECRETS["time"]
    data[Base.ImageDescription] = SECRETS["description"]
    data.get_ifd(IFD.Exif).update(
        {
            Base.DateTimeOriginal: SECRETS["time"],
            Base.BodySerialNumber: SECRETS["serial number"],
            Base.LensModel: SECRETS["device"],
            Base.UserComment: b"ASCII\0\0\0" + SECRETS["comment"].encode(),
        }
    )
    data.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: POSITION[0],
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: POSITION[1],
            GPS.GPSAreaInformation: b"ASCII\0\0\0" + SECRETS["place"].encode(),
        }
    )
    return _with_thumbnail(data.tobytes(), thumbnail) if thumbnail else data.tobytes()


def _with_thumbnail(block: bytes, thumbnail: bytes) -> bytes:
    """Return the EXIF with a directory behind it that points to the thumbnail: Pillow writes none."""
    head = len(b"Exif\0\0")
    order = "<" if block[head : head + 2] == b"II" else ">"
    tiff = bytearray(block[head:])
    first = struct.unpack_from(order + "L", tiff, 4)[0]
    link = first + 2 + 12 * struct.unpack_from(order + "H", tiff, first)[0]
    struct.pack_into(order + "L", tiff, link, len(tiff))
    entries = [(0x0103, 3, 6), (0x0201, 4, len(tiff) + 2 + 3 * 12 + 4), (0x0202, 4, len(thumbnail))]
    directory = struct.pack(order + "H", len(entries))
    for tag, kind, value in entries:
        field = struct.pack(order + "HH", value, 0) if kind == 3 else struct.pack(order + "L", value)
        directory += struct.pack(order + "HHL", tag, kind, 1) + field
    return block[:head] + bytes(tiff) + directory + struct.pack(order + "L", 0) + thumbnail


def thumbnail_of(jpeg: bytes) -> bytes:
    """Return a small JPEG of the picture with a comment in it."""
    with Image.open(BytesIO(jpeg)) as picture:
        picture.draft("RGB", (160, 160))
        small = picture.convert("RGB")
    small.thumbnail((160, 160))
    file = BytesIO()
    small.save(file, "JPEG", quality=60, comment=SECRETS["comment"].encode())
    return file.getvalue()


def xmp() -> bytes:
    """Return an XMP packet as picture desks write it."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
  photoshop:Credit="{CREDIT}" photoshop:City="{SECRETS["place"]}">
<dc:creator><rdf:Seq><rdf:li>{CREDIT}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{SECRETS["description"]}</rdf:li></rdf:Alt></dc:description>
<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>{SECRETS["person"]}</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def iptc() -> bytes:
    """Return the Photoshop resource 0x0404 with by-line, credit, place and caption, in UTF-8."""
    texts = {80: CREDIT, 110: CREDIT, 90: SECRETS["place"], 120: SECRETS["description"]}
    records = b"\x1c\x01\x5a" + struct.pack(">H", 3) + b"\x1b%G"
    for number, text in texts.items():
        records += struct.pack(">BBBH", 0x1C, 2, number, len(text.encode())) + text.encode()
    return b"8BIM" + struct.pack(">HHL", 0x0404, 0, len(records)) + records + b"\0" * (len(records) % 2)


def profile() -> bytes:
    """Return the colour profile sRGB, with a name that no picture of ours has."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _segment(mark: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data


def _length_of_jfif(jpeg: bytes) -> int:
    """Return the length of the segment that comes first in a JPEG of Pillow's; 0 where there is none."""
    return 2 + struct.unpack_from(">H", jpeg, 4)[0] if jpeg[2:4] == b"\xff\xe0" else 0
