"""The text of an article for feed readers: alone, as nobody sees the page round it."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.newsroom.articles import Article, Body, Sponsor
from plugins.newsroom.forms.plain_forms import plain_blocks
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.language_tags import text_direction
from plugins.newsroom.markup import Html
from plugins.newsroom.moments import written_date
from plugins.newsroom.urls import absolute_url
from plugins.newsroom.words.phrases import Words

if TYPE_CHECKING:
    from plugins.feeds.clean_html import CleanHtml


def entry_html(
    site_url: str, article: Article, body: Body, words: Words, words_lang: str, feed_lang: str
) -> "CleanHtml":
    """Return labels, corrections, standfirst, lead picture and text of an article, every address in full.

    What is wrong and who paid come first: readers who have the text already look at its beginning. `words_lang` is the
    language of `words`, `feed_lang` that which readers take for the entry's where it names none.
    """
    own = "\n".join(
        filter(
            None,
            (
                f"<p>{article.standfirst_html}</p>" if article.standfirst_html and not article.retracted_since else "",
                str(_lead(article.picture)) if article.picture else "",
                str(plain_blocks(body.blocks)),
            ),
        )
    )
    first = str(_labels(article, words) + _corrections(article, words, words_lang))
    if first and words_lang != article.lang:
        parts = (words_lang, first.rstrip()), (article.lang, own)
        whole = "\n".join(_in_language(lang, feed_lang, part) for lang, part in parts)
    else:
        whole = _in_language(article.lang, feed_lang, first + own)
    from plugins.feeds.clean_html import clean_html  # here, for builds that make no entry do without a parser

    page_url = absolute_url(site_url, article.url)
    return clean_html(whole, site_url=site_url, page_url=page_url, name=article.slug)


def _labels(article: Article, words: Words) -> Html:
    """Return that an article was taken back, who paid for it, and that it is invented, if so."""
    back = Markup()
    if article.retracted_since:
        since = words.retracted_since.format(time=written_date(article.retracted_since, words))
        back = Markup("<p><strong>{}.</strong> {}</p>\n").format(words.retracted, since)
    sample = Markup("<p><strong>{}.</strong> {}</p>\n").format(words.sample, words.sample_note)
    paid = _sponsor(article.sponsor) if article.sponsor else Markup()
    return back + paid + (sample if article.fields.sample else Markup())


def _sponsor(sponsor: Sponsor) -> Html:
    link = Markup('<p><strong><a href="{}" rel="sponsored">{}</a></strong></p>\n').format(sponsor.url, sponsor.label)
    return link + sponsor.disclosure_html + Markup("\n")


def _corrections(article: Article, words: Words, words_lang: str) -> Html:
    """Return the corrections, the newest first; a retracted article has none."""
    notes = sorted(article.fields.corrections, key=lambda note: note.date, reverse=True)
    if not notes:
        return Markup()
    line = Markup('<p><strong><time datetime="{}">{}</time></strong> {}</p>\n')
    texts = (_phrase(article.lang, words_lang, article.typeset[note.text]) for note in notes)
    dates = ((note.date.isoformat(), written_date(note.date, words)) for note in notes)
    said = (line.format(*date, text) for date, text in zip(dates, texts, strict=True))
    heading = Markup("<p><strong>{}</strong></p>\n").format(words.correction(len(notes)))
    return Markup("<aside>\n{}{}</aside>\n").format(heading, Markup().join(said))


def _phrase(lang: str, words_lang: str, text: Html) -> Html:
    """Return a line that tells its language where it is another than that of the words round it."""
    if lang == words_lang:
        return text
    return Markup('<span lang="{}" dir="{}">{}</span>').format(lang, text_direction(lang), text)


def _lead(picture: Picture) -> Html:
    """Return the lead picture, with its caption and its credit in words."""
    width, height = picture.width, picture.height
    if picture.older:
        from plugins.feeds.clean_html import fit  # here, as in `entry_html`

        width, height = fit(width, height, picture.older[-1].width)
    image = Markup('<img src="{}" width="{}" height="{}" alt="{}">').format(picture.url, width, height, picture.alt)
    words = Markup(" ").join(filter(None, [picture.caption, picture.credit]))
    if words:
        return Markup("<figure>{}<figcaption>{}</figcaption></figure>").format(image, words)
    return Markup("<p>{}</p>").format(image)


def _in_language(lang: str, feed_lang: str, html: str) -> str:
    """Return HTML that tells its language, and the direction that readers do not know, where it needs to."""
    if lang == feed_lang and text_direction(lang) == "ltr":
        return html
    return f'<div lang="{lang}" dir="{text_direction(lang)}">\n{html.rstrip()}\n</div>'
