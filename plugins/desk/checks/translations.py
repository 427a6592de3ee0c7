"""Checks that a translation has its original, in another language, and that no other one is in the same."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.desk.checks.reachability import remedy_for
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import Entry
from plugins.newsroom.problems import Problem, Severity, shortened


def check_translation(index: ContentIndex, article: Entry) -> Iterator[Problem]:
    """Find what is wrong with the `translation_of` of an article."""
    written = article.translation_of
    if not written:
        return
    place, named = article.at.translation_of, f"translation_of: {shortened(written)!r}"
    original, namesakes = index.article(written), index.namesakes(written)
    if len(namesakes) > 1:
        what, remedy = f"{named} may be one of {len(namesakes)} articles", f"write {' or '.join(namesakes)}"
        yield index.problem(article, place, what, remedy, has_rendering=True)
    elif original is None:
        remedy = remedy_for(written, index.known.articles, "content/articles")
        yield index.problem(article, place, f"{named} is no article", remedy, has_rendering=True)
    elif original is article:
        remedy = "name the original, or leave it out"
        yield index.problem(article, place, f"{named} is this article itself", remedy, has_rendering=True)
    elif original.translation_of:
        first = index.original_of(original)
        remedy = f"name the original{f', {index.name_of(first)!r}' if first else ''}"
        yield index.problem(article, place, f"{named} is a translation itself", remedy, has_rendering=True)
    else:
        yield from _check_versions(index, article, original)


def _check_versions(index: ContentIndex, article: Entry, original: Entry) -> Iterator[Problem]:
    """Find a second version in one language, and an original that does not stand any more."""
    place, lang = article.at.translation_of, index.lang_of(article)
    if lang.lower() == index.lang_of(original).lower():
        what = f"this translation is in the language of the original, {lang!r}"
        yield index.problem(article, place, what, "write its language: 'lang: id'", has_rendering=True)
        return
    others = [each for each in index.versions.get(article.source, ()) if index.lang_of(each).lower() == lang.lower()]
    if others and others[0] is not article:
        what = f"a second translation into {lang!r}, beside {index.path_of(others[0].source)}"
        yield index.problem(article, place, what, "keep one of them, or write another 'lang'", has_rendering=True)
    is_gone = index.is_taken_down(original)
    if (is_gone or original.is_retracted_at(index.seconds)) and not article.is_retracted_at(index.seconds):
        what = f"its original was {'taken down' if is_gone else 'retracted'}, and this translation still stands"
        remedy = "see whether it shall: what is done to one version is not done to others"
        yield replace(index.problem(article, place, what, remedy), severity=Severity.WARNING)
