"""Small publications in every language of `languages.toml`: eight kinds of pages each, rendered without a build."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from plugins.brand.wordmark import name_length
from plugins.newsroom.brand import Wordmark
from plugins.newsroom.language.language_tags import text_direction
from plugins.newsroom.moments import month_name, month_title, shown_year
from plugins.newsroom.page_models import (
    ArchivePage,
    AuthorPage,
    CategoryPage,
    HomePage,
    NotFoundPage,
    Page,
    Site,
    TagPage,
    TextPageModel,
)
from plugins.newsroom.page_parts import (
    Band,
    Byline,
    Card,
    CorrectionNote,
    DontMiss,
    Link,
    MonthLink,
    Neighbour,
    Neighbours,
    Prose,
    SectionLink,
    SponsorLabel,
    Year,
)
from plugins.newsroom.words.catalogues import catalogue, make_words
from plugins.newsroom.words.phrases import name_joints
from tests.theme import models

TEXTS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
LANGUAGES = tuple(TEXTS)
COLOURS = [section.colour for section in models.SECTIONS]
CODE = "make serve PORT=8000"


class Publication:
    """A publication in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.words = make_words(lang, catalogue(lang))
        self._texts = TEXTS[lang]
        self.sections = tuple(
            SectionLink(text=name, url=f"/{number}/", colour=colour)
            for number, (name, colour) in enumerate(zip(self._texts["sections"], COLOURS, strict=True))
        )
        names = self._texts["authors"]
        self.bylines = tuple(
            Byline(name=name, url="/authors/a/", role=self._texts["role"], before=before)
            for name, before in zip(names, name_joints(names, self.words), strict=True)
        )
        self.tags = tuple(Link(text=name, url="/tags/a/") for name in self._texts["tags"])

    def site(self) -> Site:
        words = self.words
        footer = [self._texts["about"][0], *self._texts["tags"][:3], self._texts["newsletter"][0]]
        name = self._texts["name"]
        mark = Wordmark(name=name, length=name_length(name), drawing_html=Markup(""))
        return replace(
            models.SITE,
            name=name,
            wordmark=mark,
            footer_wordmark=mark,
            tagline=self._texts["tagline"],
            lang=self.lang,
            dir=text_direction(self.lang),
            sections=self.sections,
            footer=tuple(Link(text=name, url="/about/") for name in footer),
            archive=Link(text=words.archive, url="/archive/"),
            directories=(Link(text=words.tags, url="/tags/"), Link(text=words.authors, url="/authors/")),
        )

    def card(self, number: int, **changes: object) -> Card:
        title = self._texts["titles"][number % 5]
        fields: dict[str, object] = {
            "title": title,
            "title_html": Markup(escape(title)),
            "summary_html": Markup(escape(self._texts["summary"])),
            "kicker": self.sections[number % 6],
            "bylines": self.bylines if number % 2 else self.bylines[:1],
            "published": models.at(number, words=self.words),
            "lang": "",
        }
        return models.card(number, **(fields | changes))

    def pages(self) -> dict[str, Page]:
        """Return a page of each of eight kinds, by name."""
        title, text = self._texts["name"], self._texts
        front = {"path": "x/index.html", "lang": self.lang, "site": self.site(), "head": models.head(title)}
        front["promo"] = replace(models.PROMO, title=text["promo"][0], text=text["promo"][1])
        newsletter = replace(
            models.NEWSLETTER,
            name=text["newsletter"][0],
            promise=text["newsletter"][1],
            consent_html=Markup('{} <a href="/privacy/">{}</a>').format(
                self.words.consent_leave, self.words.consent_link
            ),
        )
        calls = {"telegram": replace(models.TELEGRAM, text=text["promo"][1]), "newsletter": newsletter}
        listing: dict[str, Any] = {
            "introduction_html": Markup("<p>{}</p>").format(text["summary"]),
            "feed": Link(text=self.words.feed.format(title=title), url="/feed.xml"),
            "lead": self.card(0),
            "cards": tuple(self.card(number) for number in range(1, 7)),
            "pagination": models.pages_of(1, 7),
        }
        bands = tuple(
            Band(section=section, lead=self.card(number + 2), rest=(self.card(number), self.card(number + 1)))
            for number, section in enumerate(self.sections[:3])
        )
        return {
            "home": HomePage(
                **front,
                **calls,
                edition=models.at(0, words=self.words),
                lead=self.card(1),
                seconds=(self.card(0), self.card(2)),
                latest=tuple(self.card(number) for number in range(3, 8)),
                bands=bands,
            ),
            "article": self.article(**(front | calls)),
            "category": CategoryPage(
                **front, **listing, title=text["sections"][2], section=self.sections[2], podcast=None
            ),
            "tag": TagPage(
                podcast=None,
                **front,
                **(listing | {"lead": None, "pagination": models.pages_of(3, 7)}),
                title=text["tags"][2],
            ),
            "author": AuthorPage(
                **front,
                **listing,
                title=text["authors"][0],
                role=text["role"],
                beat=text["sections"][1],
                portrait=models.picture("portrait", portrait=True),
                links=(),
            ),
            "archive": ArchivePage(**front, years=self._years(), count=1212),
            "text": TextPageModel(
                **front,
                dir="",
                state="",
                title_html=Markup(escape(text["about"][0])),
                summary=text["about"][1],
                body=(Prose(html=self.body()),),
                newsletter=newsletter,
            ),
            "not found": NotFoundPage(**front, latest=tuple(self.card(number) for number in range(5))),
        }

    def article(self, **changes: object) -> Page:
        """Return an article with every block in this language."""
        text, title = self._texts, self._texts["titles"][0]
        sponsor = SponsorLabel(
            text=self.words.sponsored_by.format(name="Pohon Data"),
            name="Pohon Data",
            url="https://pohon-data.example/",
            disclosure_html=Markup("<p>{}</p>").format(text["summary"]),
        )
        first, second = (
            Neighbour(title_html=Markup(escape(one)), url="/2023/11/a/", lang="", dir="") for one in text["titles"][1:3]
        )
        picture = replace(models.picture(), caption=text["summary"], credit=self._credit())
        fields: dict[str, object] = {
            "lang": self.lang,
            "site": self.site(),
            "kicker": self.sections[1],
            "title_html": Markup(escape(title)),
            "standfirst_html": Markup(escape(text["summary"])),
            "bylines": self.bylines,
            "published": models.at(0, words=self.words),
            "updated": models.at(0, 16, words=self.words),
            "picture": picture,
            "sponsor": sponsor,
            "body": (
                Prose(html=Markup("<p>{}</p>").format(Markup(text["text"]))),
                DontMiss(title_html=Markup(escape(text["titles"][4])), url="/2023/11/b/", lang="", dir="", label=""),
                Prose(html=self.body()),
            ),
            "related": tuple(self.card(number) for number in range(1, 4)),
            "tags": self.tags,
            "neighbours": Neighbours(previous=first, next=second),
            "corrections": (
                CorrectionNote(
                    date=models.at(-1, words=self.words), text_html=Markup("<p>{}</p>").format(text["summary"])
                ),
            ),
        }
        return models.article(**(fields | changes))

    def body(self) -> Markup:
        """Return prose with all that has a direction: lists, a table, a quote, code, emphasis."""
        text = self._texts
        paragraph = Markup("<p>{}</p>").format(Markup(text["text"]))
        items = Markup("").join(Markup("<li>{}</li>").format(one) for one in text["titles"][1:4])
        rows = Markup("").join(
            Markup('<tr><td>{}</td><td class="table__end">{}%</td><td class="table__end">+5.2%</td></tr>').format(
                one, n
            )
            for n, one in enumerate(text["tags"], 4)
        )
        head = Markup('<tr><th>{}</th><th class="table__end">{}</th><th class="table__end">{}</th></tr>')
        return Markup(
            "{p}<h2>{title}</h2>{p}<ul>{items}</ul><ol>{items}</ol>"
            '<div class="table" tabindex="0" role="region" aria-label="{title}"><table><thead>{head}</thead>'
            "<tbody>{rows}</tbody></table></div>{p}<figure><img src='/a.webp' alt='' width='1200' height='675'>"
            '<figcaption>{quote} <span class="credit">{credit}</span></figcaption></figure>'
            "<blockquote><p>{quote}</p><p>{who}</p></blockquote>"
            "<h3>{title}</h3><p><code>{code}</code></p><pre>{code}</pre>{p}"
        ).format(
            p=paragraph,
            title=text["titles"][3],
            items=items,
            head=head.format(*text["sections"][:3]),
            rows=rows,
            quote=text["quote"],
            who=text["authors"][0],
            code=CODE,
            credit=self._credit(),
        )

    def _credit(self) -> str:
        """Return a credit that is longer than a line."""
        return f"{self._texts['authors'][0]}, {self._texts['role']} / Pohon Data"

    def _years(self) -> tuple[Year, ...]:
        return tuple(
            Year(
                year=shown_year(year, self.words),
                months=tuple(
                    MonthLink(
                        name=month_name(number, self.words),
                        title=month_title(year, number, self.words),
                        url=f"/archive/{year}/",
                        count=str(4 + number * 3),
                    )
                    for number in range(12, 0, -1)
                ),
            )
            for year in (2023, 2022)
        )
