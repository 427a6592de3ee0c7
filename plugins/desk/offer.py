"""Offers the checked content folder to the engine: facts of all that this build shows, and the Publication.

Long because it is the one place that offers content.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from plugins.attachments.cleaned_files import CleanedFiles
from plugins.desk.checks.references import LINKED_KINDS
from plugins.desk.files.addresses import DeskPage
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry, unpack_digests, url_of
from plugins.desk.load import ContentFolder
from plugins.desk.publication.article_maker import BODY_OF, HEAD_OF, SPONSOR, ArticleMaker
from plugins.desk.publication.developed_pictures import DevelopedPictures, UndevelopedError, wishes_of
from plugins.desk.publication.fill_data_tables import TABLE, linked_table
from plugins.desk.publication.linked_attachments import LinkedAttachments
from plugins.desk.publication.linker import PAGE, SITE_DEFAULTS, URL
from plugins.desk.publication.make_redirects import MOVED, gone_addresses, make_redirects
from plugins.desk.publication.sections import SectionMaker
from plugins.desk.publication.shown_entries import LISTS, audio_articles, is_shown, met_entries, running_promos
from plugins.desk.publication.shown_pictures import offer_shown_pictures
from plugins.desk.publication.structure import Structure, steady_time, store_structure
from plugins.desk.settings import SiteDefaults
from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.articles import Author, Category, Publication, Sponsor, Tag, TextPage
from plugins.newsroom.listed_articles import ListedArticle, newest_first, with_repeated
from plugins.newsroom.problems import Problem
from plugins.newsroom.spaces import ARTICLE, AUTHOR, BODY, CATEGORY, EMBED_NOTES, TAG, TEXT_PAGE, WORDS
from plugins.pictures.darkroom import Darkroom
from plugins.pictures.values import DEVELOPED, SourcePicture
from plugins.stet.engine import Engine
from plugins.stet.facts import digest_of
from plugins.stet.offers import Offers
from plugins.stet.space import Space
from plugins.stet.state.shelf import Shelf
from plugins.stet.step import Step, say_nothing

Listed = Author | Category | Sponsor | Tag | TextPage

_BODIES_KEPT = 1_000
"""Texts are large, and few are asked for twice."""


def offer_publication(
    content: ContentFolder,
    site: SiteDefaults,
    engine: Engine,
    shelf: Shelf,
    darkroom: Darkroom,
    *,
    waits: bool = True,
    say: Callable[[str], None] = say_nothing,
) -> Structure:
    """Offer all that this build shows to the engine, and return the structure of it.

    A build that does not wait shows pictures that were never developed as they are; `say` hears what takes long.
    Raises UndevelopedError, and BuildError where developed pictures cannot be kept.
    """
    pictures = DevelopedPictures(content.index, content.sources.known, darkroom, waits)
    attachments = LinkedAttachments(content.index, content.sources.known, _cleaned(site, darkroom, waits=waits))
    structure = content.structure
    if structure is not None and structure.pending:
        structure = _with_pending(structure, content.index, pictures)
    if structure is None:
        structure = _work_out(content, site, pictures, attachments, engine, say)
    if structure is not content.structure:
        store_structure(shelf, structure)
    publication = structure.publication
    _offer_places(content, site, engine, structure.token, publication.redirects)
    digests = Step("Listing pictures", structure.token, lambda _: pictures.digests(publication.pictures))
    engine.offer_facts(DEVELOPED, pictures.proof, digests)
    attachments.offer(engine, structure.token, publication.attachments)
    _offer_listed(CATEGORY, publication.categories, engine, structure.token)
    _offer_listed(TAG, publication.tags, engine, structure.token)
    _offer_listed(AUTHOR, publication.authors, engine, structure.token)
    _offer_listed(SPONSOR, publication.sponsors, engine, structure.token)
    _offer_listed(TEXT_PAGE, publication.text_pages, engine, structure.token)
    _offer_articles(content, publication, engine, structure.token)
    return structure


def _cleaned(site: SiteDefaults, darkroom: Darkroom, *, waits: bool) -> CleanedFiles | None:
    """Return the keeper of documents without names; a preview, which nobody but editors sees, does without."""
    return None if site.attachments.keeps_metadata or not waits else CleanedFiles(darkroom.spare or darkroom.root)


def _work_out(
    content: ContentFolder,
    site: SiteDefaults,
    pictures: DevelopedPictures,
    attachments: LinkedAttachments,
    engine: Engine,
    say: Callable[[str], None],
) -> Structure:
    places = Offers()  # of its own, as the key of the addresses is known only once they are worked out
    index = content.index
    leading_on = make_redirects(index, partial(_has_page, index, site))
    _offer_places(content, site, places, None, leading_on)
    articles, pages = (_shown(index, site, kind) for kind in ("articles", "pages"))
    shown = _pictures(index, site, articles)
    engine.keep_sources()  # to develop may take an hour, which somebody may stop
    if failed := pictures.develop(shown, engine.spread, engine.progress, say):
        raise UndevelopedError(pictures.problems(failed, met_entries(index, site, articles)))
    linked = attachments.linked_by([*met_entries(index, site, articles), *running_promos(index, site)])
    attachments.clean(linked, engine.spread, engine.progress)
    places.offer_facts(DEVELOPED, pictures.proof, {})
    attachments.offer(places, None, ())
    sections = SectionMaker(index, site, content.kept, places.view())
    publication = Publication(
        articles=_listed_articles(content, site, articles),
        languages=site.languages,
        categories=sections.categories(),
        authors=sections.authors(),
        tags=sections.tags(articles),
        sponsors=sections.sponsors(),
        promos=sections.promos(),
        text_pages=sections.text_pages(pages),
        pictures=shown,
        attachments=linked,
        shows_drafts=site.shows_drafts,
        redirects=leading_on,
        gone=gone_addresses(index, content.taken_down),
        embeds=tuple(sorted({link for entry in (*articles, *pages) for link in entry.embed_links})),
        audio=audio_articles(index, articles),
    )
    since, until = steady_time(index.entries.values(), index.now, site.ages)
    return Structure(
        key=content.key,
        since=since,
        until=until,
        publication=publication,
        pending=tuple(pictures.pending(shown)),
        taken_down=content.taken_down,
        scheduled=_scheduled(index),
    )


def _shown(index: ContentIndex, site: SiteDefaults, kind: str) -> list[Entry]:
    return [entry for entry in index.kinds[kind] if is_shown(index, site, entry)]


def _listed_articles(
    content: ContentFolder, site: SiteDefaults, articles: Sequence[Entry]
) -> tuple[ListedArticle, ...]:
    index = content.index
    maker = ArticleMaker(index, content.kept, {index.name_of(entry): entry.source for entry in articles})
    return tuple(newest_first(with_repeated([maker.listed_article(entry) for entry in articles], site.lang)))


def _scheduled(index: ContentIndex) -> dict[str, float]:
    """Return when the articles go public that wait for their time, by file below the content folder, soonest first."""
    times = ((entry.public_from, entry.source) for entry in index.kinds["articles"] if index.is_waiting(entry))
    return {source: time for time, source in sorted((time, source) for time, source in times if time is not None)}


def _with_pending(structure: Structure, index: ContentIndex, pictures: DevelopedPictures) -> Structure | None:
    """Return a structure of a preview with the pictures that are pending now.

    None where it has to be worked out anew: in lists, whose values hold pictures, one has been developed since.
    """
    pending = tuple(pictures.pending(structure.publication.pictures))
    changed = {*structure.pending} ^ {*pending}
    lists = (entry for kind in LISTS for entry in index.kinds[kind])
    if pictures.waits or any(
        wish.name in changed for entry in lists for wish in wishes_of(entry, index, has_ratios=True)
    ):
        return None
    return replace(structure, pending=pending) if changed else structure


def _offer_places(
    content: ContentFolder, site: SiteDefaults, offers: Offers, key: bytes | None, leading_on: Sequence[PageRedirect]
) -> None:
    """Offer where files are published, where former addresses lead, and the words of embeds and around them."""
    index = content.index
    offers.offer_facts(EMBED_NOTES, index.embeds.notes, Step("Listing embeds", key, index.embeds.digests))
    offers.offer_constant(SITE_DEFAULTS, site)
    words = {lang: digest_of(words) for lang, words in content.words_by_lang.items()}
    offers.offer_facts(WORDS, lambda _, lang: content.words_by_lang[lang], words)
    urls = Step("Listing addresses", key, lambda _: _urls(index, site))
    offers.offer_facts(URL, lambda _, source: _url(index, site, source), urls)
    pages = Step("Listing pages", key, lambda _: _pages(index, site))
    offers.offer_facts(PAGE, lambda _, url: _page(index, site, url), pages)
    targets = dict(leading_on)
    moved = Step("Listing redirects", key, lambda _: {address: to.encode() for address, to in targets.items()})
    offers.offer_values(TABLE, partial(linked_table, content.kept))
    offers.offer_facts(MOVED, lambda _, address: targets.get(address), moved)


def _urls(index: ContentIndex, site: SiteDefaults) -> dict[str, bytes]:
    shown = ((index.shown_by(page), url) for url, page in index.pages.items())
    return {entry.source: url.encode() for entry, url in shown if entry and is_shown(index, site, entry)}


def _url(index: ContentIndex, site: SiteDefaults, source: str) -> str | None:
    entry = index.entries.get(source)
    is_linked = entry is not None and entry.kind in LINKED_KINDS and is_shown(index, site, entry)
    return url_of(entry, index.now) if entry and is_linked else None


def _pages(index: ContentIndex, site: SiteDefaults) -> dict[str, bytes]:
    return {url: page.kind.encode() for url, page in index.pages.items() if _has_page(index, site, page)}


def _page(index: ContentIndex, site: SiteDefaults, url: str) -> DeskPage | None:
    page = index.pages.get(url)
    return page if page and _has_page(index, site, page) else None


def _has_page(index: ContentIndex, site: SiteDefaults, page: DeskPage) -> bool:
    """Tell whether this build has a page."""
    if entry := index.shown_by(page):
        return is_shown(index, site, entry)
    return site.shows_drafts or (page.public_from is not None and page.public_from <= index.seconds)


def _offer_listed(space: Space[Any], listed: Sequence[Listed], engine: Engine, key: bytes) -> None:
    values = {value.slug: value for value in listed}
    digests = Step("Comparing lists", key, lambda _: {slug: digest_of(value) for slug, value in values.items()})
    engine.offer_facts(space, lambda _, slug: values[slug], digests)


def _offer_articles(content: ContentFolder, publication: Publication, engine: Engine, key: bytes) -> None:
    maker = ArticleMaker(content.index, content.kept, {line.slug: line.source for line in publication.articles})
    known = content.sources.known
    heads, bodies = {}, {}
    versions = content.index.versions
    for line in publication.articles:
        head, bodies[line.slug], _ = unpack_digests(known[line.source].digests)
        # These depend on other files or on the time as well.
        named = f"{line.category} {line.tags} {line.is_public} {line.date} {line.authors} {line.is_sponsored}"
        translations = maker.translations(content.index.entries[line.source]) if line.source in versions else ()
        heads[line.slug] = head + f"{named} {line.is_over} {line.is_retracted} {translations or ''}".encode()
        if line.is_retracted:
            bodies[line.slug] = head  # the reason stands in the place of the text
    engine.offer_facts(HEAD_OF, maker.file, heads)
    engine.offer_facts(BODY_OF, maker.text, bodies, keep=1)
    offer_shown_pictures(content.index, publication, engine, key)
    engine.offer_values(ARTICLE, maker.article)
    engine.offer_values(BODY, maker.body, keep=_BODIES_KEPT)


def problems_by_page(content: ContentFolder, site: SiteDefaults) -> dict[str, list[Problem]]:
    """Return the problems of the files that have a page in this build, by its root-relative URL without prefix."""
    index, found = content.index, defaultdict[str, list[Problem]](list)
    for problem in content.problems:
        entry = index.entries.get(problem.path.removeprefix(f"{index.shown_root}/"))
        if entry and entry.kind in LINKED_KINDS and is_shown(index, site, entry):
            found[url_of(entry, index.now)].append(problem)
    return dict(found)


def terms_digests(content: ContentFolder, publication: Publication) -> dict[str, bytes]:
    """Return the digests of the terms of each article, by slug."""
    return {line.slug: unpack_digests(content.sources.known[line.source].digests)[2] for line in publication.articles}


def _pictures(index: ContentIndex, site: SiteDefaults, articles: Sequence[Entry]) -> tuple[str, ...]:
    """Return the names of the pictures that are shown where readers meet them."""
    met = met_entries(index, site, articles)
    wishes = {wish for entry in met for wish in wishes_of(entry, index, has_ratios=site.pictures.ratios)}
    return tuple(sorted(wish.name for wish in wishes if isinstance(index.pictures.get(wish.source), SourcePicture)))
