"""Colour profiles made by code, for no picture editor's may be copied."""

import struct

_D65 = (0.3127, 0.3290)
_BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
_D50_XYZ = (0.9642, 1.0, 0.8249)

Matrix = list[list[float]]


def rgb_profile(
    red: tuple[float, float], green: tuple[float, float], blue: tuple[float, float], gamma: float, name: str = "Wide"
) -> bytes:
    """Return an ICC profile of primaries (x, y) with the white of D65, its colours adapted to D50 as ICC wants it."""
    columns = [_xyz(*place) for place in (red, green, blue)]
    white = _xyz(*_D65)
    shares = _times(_inverse(_transposed(columns)), white)
    primaries = [[share * part for part in column] for share, column in zip(shares, columns, strict=True)]
    adapted = [_times(_adaptation(white), column) for column in primaries]
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
    tags = {
        **_described(name),
        b"wtpt": _xyz_tag(_D50_XYZ),
        **{tag: _xyz_tag(column) for tag, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), adapted, strict=True)},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    return _profile(tags, b"RGB ", b"XYZ ")


def grey_profile(gamma: float) -> bytes:
    """Return an ICC profile of greys, as scanners and printers' programs write it."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
    return _profile({**_described("Grey"), b"wtpt": _xyz_tag(_D50_XYZ), b"kTRC": curve}, b"GRAY", b"XYZ ")


def ink_profile(colours: dict[tuple[int, ...], tuple[int, int, int]]) -> bytes:
    """Return an ICC profile of CMYK: the Lab colour of each of the 16 ways to print with full inks or none.

    L is in percent, a and b are in their own units; a way that is not given is black.
    """
    table = b""
    for number in range(16):
        inks = tuple(number >> shift & 1 for shift in (3, 2, 1, 0))
        lightness, a, b = colours.get(inks, (0, 0, 0))
        table += bytes((round(lightness * 2.55), a + 128, b + 128))
    matrix = b"".join(map(_fixed, (1, 0, 0, 0, 1, 0, 0, 0, 1)))
    straight = bytes(range(256))
    lut = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + matrix + straight * 4 + table + straight * 3
    tags = {**_described("Ink"), b"wtpt": _xyz_tag(_D50_XYZ), b"A2B0": lut}
    return _profile(tags, b"CMYK", b"Lab ", b"prtr")


def _described(name: str) -> dict[bytes, bytes]:
    text = name.encode("ascii")
    description = b"desc" + bytes(4) + struct.pack(">I", len(text) + 1) + text + b"\0" + bytes(78)
    return {b"desc": description, b"cprt": b"text" + bytes(4) + b"none\0"}


def _profile(tags: dict[bytes, bytes], colours: bytes, between: bytes, device: bytes = b"mntr") -> bytes:
    table, body, start = struct.pack(">I", len(tags)), b"", 132 + 12 * len(tags)
    for tag, value in tags.items():
        table += tag + struct.pack(">II", start + len(body), len(value))
        body += value + bytes(-len(value) % 4)
    size = start + len(body)
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02400000, device, colours, between)
    head += bytes(12) + b"acsp" + bytes(28) + b"".join(_fixed(part) for part in _D50_XYZ) + bytes(48)
    return head[:128] + table + body


def _xyz_tag(parts: tuple[float, ...] | list[float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, parts))


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def _xyz(x: float, y: float) -> list[float]:
    return [x / y, 1.0, (1 - x - y) / y]


def _adaptation(white: list[float]) -> Matrix:
    """Return the matrix that takes colours under `white` to D50, after Bradford."""
    bradford = [list(row) for row in _BRADFORD]
    before, after = _times(bradford, white), _times(bradford, list(_D50_XYZ))
    scaled = [[after[n] / before[n] * part for part in bradford[n]] for n in range(3)]
    columns = [_times(_inverse(bradford), column) for column in _transposed(scaled)]
    return _transposed(columns)


def _times(matrix: Matrix, column: list[float]) -> list[float]:
    return [sum(one * other for one, other in zip(row, column, strict=True)) for row in matrix]


def _transposed(matrix: Matrix) -> Matrix:
    return [list(column) for column in zip(*matrix, strict=True)]


def _inverse(matrix: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    cofactors = [
        [e * i - f * h, c * h - b * i, b * f - c * e],
        [f * g - d * i, a * i - c * g, c * d - a * f],
        [d * h - e * g, b * g - a * h, a * e - b * d],
    ]
    determinant = a * cofactors[0][0] + b * cofactors[1][0] + c * cofactors[2][0]
    return [[part / determinant for part in row] for row in cofactors]
