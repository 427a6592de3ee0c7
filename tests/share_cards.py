"""Share cards to look at and to test: every design, every script, short and long, on one sheet (`make share-cards`)."""

import io
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from plugins.newsroom.choices import CardKind
from plugins.pictures.values import Negative, SourcePicture
from plugins.share_cards.card_values import HEIGHT, WIDTH, CardPicture, ShareCard
from plugins.share_cards.fonts import FOLDER, SCRIPTS, FontSet
from plugins.share_cards.lay_out import lay_out
from plugins.share_cards.paint import paint
from plugins.share_cards.palette import palette_of
from plugins.share_cards.set_type import Typesetter
from tests.conftest import ROOT

PALETTE = palette_of((ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8"))
LONG = (
    "The extraordinarily long headline that runs to one hundred and forty characters, because an editor would not let "
    "go of a single one of its words"
)
_ACROSS = 3
_SMALL = (WIDTH // 2, HEIGHT // 2)


@cache
def typesetter() -> Typesetter:
    """Return one with the fonts of the kit."""
    return Typesetter(FontSet({script: FOLDER / f"{script}.woff2" for script in SCRIPTS}))


def card(title: str, lang: str = "en", *, kind: CardKind = "article", photo: str = "", **changes: object) -> ShareCard:
    """Return a card; `photo` is one of `PHOTOGRAPHS`, `colour` the name of a section's."""
    colour = PALETTE.section(str(changes.pop("colour", "teal")))
    focus = changes.pop("focus", (50, 50))
    empty = Negative(photo, SourcePicture(photo, "jpeg", 1200, 800, 1), b"")
    picture = CardPicture(empty, photo, photo, focus) if photo else None  # type: ignore[arg-type]
    words = {"name": "The Tidewater Post", **changes}
    return ShareCard(
        kind=kind, title=title, lang=lang, site_lang=lang, palette=PALETTE, colour=colour, picture=picture, **words
    )  # type: ignore[arg-type]


def _photograph(size: tuple[int, int], paper: str, disc: str, mode: str = "RGB") -> bytes:
    """Return a picture with a disc at its upper right, which stands for what it is about."""
    image = Image.new(mode, size, paper)
    pencil = ImageDraw.Draw(image)
    for step in range(0, size[0], 12):
        pencil.line((step, 0, size[0] - step, size[1]), "#88888844" if mode == "RGBA" else "#888888", 2)
    x, y, radius = size[0] * 3 // 4, size[1] // 3, min(size) // 5
    pencil.ellipse((x - radius, y - radius, x + radius, y + radius), disc)
    file = io.BytesIO()
    image.save(file, "PNG" if mode == "RGBA" else "JPEG")
    return file.getvalue()


PHOTOGRAPHS = {
    "landscape": _photograph((1200, 675), "#3b7a8c", "#f3c14b"),
    "portrait": _photograph((800, 1200), "#b4553f", "#f4ead8"),
    "dark": _photograph((1200, 800), "#0c0d10", "#2e3440"),
    "pale": _photograph((1200, 800), "#f7f4ec", "#ffffff"),
    "panorama": _photograph((1600, 400), "#41523a", "#d9e4c4"),
    "small": _photograph((320, 240), "#804080", "#ffd0ff"),
    "clear": _photograph((1200, 900), "#00000000", "#c23a78ff", "RGBA"),
}

CARDS: Sequence[ShareCard] = (
    card("A supermarket put screens on 4,000 shelves. Shoppers looked at the prices", photo="landscape",
         focus=(75, 33), kicker="E-commerce", line="By Wulan Prameswari and Nicola Devarajan", colour="orange"),
    card("直播間搬進超商：深夜十二點，店員比主播會賣", "zh-Hant", photo="portrait", kicker="電商", line="許寶盈"),
    card("「小米」超市把屏幕放在4,000个货架上，顾客先看价格", "zh-Hans", kicker="电商", line="陈晓明", colour="red"),
    card("電車の中吊り広告はなぜ消えないのか、十年を振り返る", "ja", photo="dark", kicker="広告", line="山田花子"),
    card("중간광고는 사라지지 않는다: 시청자가 먼저 떠났다", "ko", kicker="미디어", line="김민준", colour="green"),
    card("ห้างดังติดจอ 4,000 จอบนชั้นวางสินค้า แต่คนดูราคาก่อนเสมอ", "th", photo="pale", kicker="สื่อ", line="วิภาวี"),
    card("وكالة Pohon تتخلى عن أيام الجمعة، و40% من عملائها يلاحظون ذلك", "ar", photo="landscape",
         kicker="إعلان", line="فريد ذو الحلمي", colour="violet"),
    card("משרד פרסום ויתר על יום שישי, ו־40% מלקוחות Pohon שמו לב", "he", kicker="פרסום", line="דנה לוי", colour="red"),
    card("एजेंसी ने शुक्रवार छोड़ा, ग्राहकों ने नौवें हफ़्ते में देखा", "hi", kicker="विज्ञापन", line="अनन्या शर्मा"),
    card("Đại lý quảng cáo bỏ ngày thứ Sáu, khách hàng nhận ra sau chín tuần", "vi", photo="clear"),
    card("Агентство отказалось от пятниц, и клиенты заметили это", "ru", photo="portrait", kicker="Реклама"),
    card("Το πρακτορείο εγκατέλειψε τις Παρασκευές", "el", kicker="Διαφήμιση", line="Ελένη Παπαδοπούλου"),
    card("中吊り: the hanging advertisement that would not come down", kicker="Advertising", colour="blue"),
    card("Buy", photo="small", kicker="Media", line="By Hsu Po-yin", colour="blue"),
    card(LONG, photo="panorama", kicker="Social", line="By Nicola Devarajan, Wulan Prameswari and Kenji Alvarado",
         colour="pink"),
    card(LONG, kicker="Social", line="By Nicola Devarajan", colour="pink"),
    card("“We stopped counting clicks”: the retailer that fired its dashboard", kicker="Martech", colour="ochre"),
    card("How ferries sell soap", label="Sponsored by Tideline Screens", kicker="Advertising", photo="landscape"),
    card("Donaudampfschifffahrtsgesellschaftskapitänsmützenwerbung im Streit", "de", photo="pale", kicker="Werbung"),
    card("", photo="landscape"),
    card("Media", kind="category", line="Publishers, platforms and broadcasters: who pays whom.", colour="blue"),
    card("電子商務", "zh-Hant", kind="category", colour="ochre"),
    card("إعلان", "ar", kind="category", colour="violet", line="من يدفع، ومن يُدفع له."),
    card("influencer marketing", kind="tag", line="Creators, their fees and what they sell."),
    card("Hsu Po-yin", kind="author", photo="portrait", kicker="Reporter", line="Retail media"),
    card("Lowdown commercial team", kind="author", kicker="Sponsored articles"),
    card("Editorial standards", kind="page", line="How we report, check and correct."),
    card("The Tidewater Post", kind="home", line="What moves by sea", sections=("#c2352a", "#2563a8", "#3c7f45")),
    card("A very long name of a publication that somebody chose in a hurry", kind="home", line="Its promise"),
    card("W" * 140, photo="dark", kicker="K" * 60, line="B" * 120, label="S" * 80),
)  # fmt: skip
"""One of each kind."""


def draw(model: ShareCard) -> bytes:
    """Return a card as a JPEG."""
    photograph = PHOTOGRAPHS[model.picture.name] if model.picture else None
    return paint(lay_out(model, typesetter()), photograph, typesetter())


def sheet(cards: Sequence[bytes]) -> Image.Image:
    """Return cards at half their size, three in a row."""
    rows = -(-len(cards) // _ACROSS)
    image = Image.new("RGB", (_ACROSS * (_SMALL[0] + 10), rows * (_SMALL[1] + 10)), "#888888")
    for number, data in enumerate(cards):
        small = Image.open(io.BytesIO(data)).resize(_SMALL, Image.Resampling.LANCZOS)
        image.paste(small, (number % _ACROSS * (_SMALL[0] + 10), number // _ACROSS * (_SMALL[1] + 10)))
    return image


def main(folder: Path) -> None:
    """Write every card and a sheet of them all into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = [draw(model) for model in CARDS]
    for number, data in enumerate(drawn):
        (folder / f"{number:02}.jpg").write_bytes(data)
    sheet(drawn).save(folder / "sheet.png")
    print(f"{len(drawn)} cards: {folder / 'sheet.png'}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/share-cards"))
