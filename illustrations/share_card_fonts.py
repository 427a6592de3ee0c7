"""Makes the fonts of share cards: `python illustrations/share_card_fonts.py`, where fonttools and brotli are installed.

The fonts come from npm, whole, into a temporary folder; what is common in each script stays, as WOFF2, in
`plugins/share_cards/fonts/`, with the licence that all of them share. To be run again for other fonts or characters;
then `EDITION` in `plugins/share_cards/card_values.py` has to rise.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[1] / "plugins" / "share_cards" / "fonts"
CHARACTERS = FOLDER.parents[1] / "newsroom" / "language" / "card_characters.bin"

_LATIN = ((0x20, 0x24F), (0x259, 0x259), (0x2BB, 0x2BC), (0x300, 0x304), (0x306, 0x30C), (0x31B, 0x31B), (0x323, 0x323))
_GREEK_CYRILLIC = ((0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x4FF), (0x1E00, 0x1EFF))
_SIGNS = ((0x2002, 0x2027), (0x2030, 0x203A), (0x2044, 0x2044), (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2190, 0x2193))
_MORE_SIGNS = ((0x2070, 0x2089), (0x2150, 0x215E), (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265))
_OF_EUROPE = (*_LATIN, *_GREEK_CYRILLIC, *_SIGNS, *_MORE_SIGNS)
_CJK_SIGNS = ((0x3000, 0x301F), (0xFF01, 0xFF60), (0x2014, 0x2014), (0x2018, 0x201D), (0x2025, 0x2026), (0xB7, 0xB7))
_KANA = ((0x3041, 0x3096), (0x3099, 0x30FF), (0x31F0, 0x31FF), (0x3005, 0x3007))


def spread(*ranges: tuple[int, int]) -> set[int]:
    """Return the numbers of the characters from the first to the last of each range."""
    return {number for first, last in ranges for number in range(first, last + 1)}


def double_bytes(codec: str, leads: Iterable[int]) -> Iterator[int]:
    """Yield the characters that an encoding of two bytes has behind these lead bytes, which sort them by use."""
    for lead in leads:
        for trail in range(0x40, 0xFF):
            text = bytes([lead, trail]).decode(codec, errors="ignore")
            if len(text) == 1:
                yield ord(text)


BIG5_COMMON = set(double_bytes("big5", range(0xA4, 0xC7)))
"""5,401 characters of traditional Chinese, as its standard counts them."""
GB2312_COMMON = set(double_bytes("gb2312", range(0xB0, 0xD8)))
GB2312_RARE = set(double_bytes("gb2312", range(0xD8, 0xF8)))
"""Of simplified Chinese; 3,755 of every day, then 3,008."""
CANTONESE = set(map(ord, "嘅咗喺嚟啲嘢冇佢唔咁嗰乜哋睇咩㗎喎囉嘞噉攞揾搵俾畀諗唞啱瞓拎嗌嘥喐邨埗栢滙峯裏綫衞啓"))
"""Of Hong Kong's daily writing, which the standard counts as rare."""
JIS_COMMON = set(double_bytes("euc_jp", range(0xB0, 0xD0)))
HANGUL = set(double_bytes("euc_kr", range(0xB0, 0xC9)))

FONTS: dict[str, tuple[str, str, set[int] | None]] = {
    "serif": ("@expo-google-fonts/source-serif-4", "700Bold/SourceSerif4_700Bold.ttf", spread(*_OF_EUROPE)),
    "sans": ("@expo-google-fonts/inter", "600SemiBold/Inter_600SemiBold.ttf", spread(*_OF_EUROPE)),
    "arabic": ("@expo-google-fonts/noto-naskh-arabic", "700Bold/NotoNaskhArabic_700Bold.ttf", None),
    "hebrew": (
        "@expo-google-fonts/frank-ruhl-libre",
        "700Bold/FrankRuhlLibre_700Bold.ttf",
        spread((0x590, 0x5FF), (0x20, 0x7E), *_SIGNS),
    ),
    "thai": ("@fontsource/noto-serif-thai", "files/noto-serif-thai-thai-700-normal.woff2", None),
    "devanagari": ("@expo-google-fonts/noto-serif-devanagari", "700Bold/NotoSerifDevanagari_700Bold.ttf", None),
    "hant": (
        "@expo-google-fonts/noto-serif-tc",
        "700Bold/NotoSerifTC_700Bold.ttf",
        BIG5_COMMON | CANTONESE | spread(*_CJK_SIGNS),
    ),
    "hans": (
        "@expo-google-fonts/noto-serif-sc",
        "700Bold/NotoSerifSC_700Bold.ttf",
        GB2312_COMMON | GB2312_RARE - BIG5_COMMON | CANTONESE | spread(*_CJK_SIGNS),
    ),
    "jpan": (
        "@expo-google-fonts/noto-serif-jp",
        "700Bold/NotoSerifJP_700Bold.ttf",
        JIS_COMMON | spread(*_CJK_SIGNS, *_KANA),
    ),
    "kore": ("@expo-google-fonts/noto-serif-kr", "700Bold/NotoSerifKR_700Bold.ttf", HANGUL | spread(*_CJK_SIGNS)),
}
"""Package, file in it, and the characters that stay, all where None; by the name of the font here."""


def unpack(package: str, folder: Path) -> Path:
    """Get a package from npm, and return its folder."""
    done = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True)
    target = folder / done.stdout.split()[-1].removesuffix(".tgz")
    with tarfile.open(folder / f"{target.name}.tgz") as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def shrink(source: Path, target: Path, characters: set[int] | None) -> None:
    """Write the font as WOFF2 with these characters, all that it can do with them, and no hints."""
    options = Options(
        flavor="woff2", hinting=False, layout_features=["*"], name_IDs=[0, 1, 2, 13, 14], notdef_outline=True
    )
    if characters and any(0x4E00 <= each <= 0x9FFF or each >= 0xAC00 for each in characters):
        options.layout_features = ["ccmp", "kern", "locl", "mark", "mkmk", "palt", "halt"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters if characters is not None else font.getBestCmap())
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target, reorderTables=None)


def licence(packages: Iterable[Path]) -> str:
    """Return the licence once, under the notices of all fonts."""
    texts = [
        next(package.glob("LICENSE_FONT"), package / "LICENSE").read_text(encoding="utf-8") for package in packages
    ]
    notices = sorted({text.split("\n", 1)[0].strip() for text in texts})
    common = next(text for text in texts if "PREAMBLE" in text).split("\n", 1)[1]
    return "\n".join(notices) + "\n" + common.rstrip() + "\n"


def coverage(fonts: Iterable[Path]) -> bytes:
    """Return a bit for each character of the basic plane, set if one of the fonts has it."""
    table = bytearray(0x10000 // 8)
    for font in fonts:
        for number in TTFont(font).getBestCmap():
            if number < 0x10000:
                table[number // 8] |= 1 << number % 8
    return bytes(table)


def main() -> None:
    """Make the fonts that the command line names, or all of them with their licence."""
    names = sys.argv[1:] or list(FONTS)
    FOLDER.mkdir(parents=True, exist_ok=True)
    packages = []
    with TemporaryDirectory() as folder:
        for name in names:
            package, file, characters = FONTS[name]
            packages.append(unpack(package, Path(folder)))
            shrink(packages[-1] / file, FOLDER / f"{name}.woff2", characters)
        if names == list(FONTS):
            CHARACTERS.write_bytes(coverage(FOLDER.glob("*.woff2")))
            (FOLDER / "OFL.txt").write_text(licence(packages), encoding="utf-8")


if __name__ == "__main__":
    main()
