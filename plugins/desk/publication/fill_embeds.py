"""Embeds of texts as cards: the author's words first, then those of `embeds.toml`."""

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from plugins.desk.publication.linker import Linker
from plugins.desk.text.forms.text_form import EMBED, PICTURE, TextForm
from plugins.newsroom.embeds.embed_titles import embed_title
from plugins.newsroom.forms.form_parts import EmbedCard, FormPart
from plugins.newsroom.markup import Html, without_tags
from plugins.newsroom.moments import written_date
from plugins.newsroom.urls import embed_url


def _fill_embed(form: TextForm, linker: Linker) -> Html | FormPart:
    site = linker.site
    embed = site.embeds.find(form.target)
    if embed is None:  # the table has changed since the text was read
        return Markup('<p><a href="{0}">{1}</a></p>').format(form.target, form.title or form.target)
    words, provider = linker.words, site.embeds.providers[embed.provider]
    notes, noted_picture = linker.embed_words(embed.address)
    embed = site.embeds.with_account(embed, notes.did)
    picture = linker.picture(given) if (given := form.option(PICTURE)) else noted_picture
    text, author = map(linker.text, form.parts)
    given_title = linker.text(form.title) or escape(notes.title)
    title = given_title or escape(embed_title(provider, words))
    return EmbedCard(
        site=provider.name,
        medium=provider.medium,
        shape=embed.shape,
        url=embed.link,
        title_html=title,
        is_titled=bool(given_title),
        text_html=text or escape(notes.text),
        author_html=author or escape(notes.author),
        day=notes.date.isoformat() if notes.date else "",
        date=written_date(notes.date, words) if notes.date else "",
        picture=picture,
        frame_url=site.prefix + embed_url(embed.provider, embed.id) if site.has_frames and embed.frame else "",
        frame_title=f"{provider.name}: {without_tags(title)}" if given_title else without_tags(title),
    )


EMBED_FILLERS: Mapping[str, Callable[[TextForm, Linker], Html | FormPart]] = {EMBED: _fill_embed}
