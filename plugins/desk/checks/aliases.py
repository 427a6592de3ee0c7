"""Former addresses between files: two that want one, live ones, loops, and targets that are not there."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.desk.checks.reachability import lists_taken_down, remedy_for
from plugins.desk.files.addresses import DeskPage, is_file, when
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.former_addresses import Alias
from plugins.newsroom.addresses.address_forms import PageRedirect, dotted_folders, normal_address
from plugins.newsroom.problems import Problem, Severity, shortened

_MOST_IN_CHAIN = 4
_TAKE_AWAY = "take it away"
_IN_CAPITALS = "differs from the address of a page in capital letters alone"
_NOT_TOLD_APART = f"{_TAKE_AWAY}: not every host tells the two apart"


def check_former_addresses(index: ContentIndex) -> Iterator[Problem]:
    """Find former addresses that cannot lead on, in front matter and in `addresses.toml`."""
    yield from index.former.own.problems
    first: dict[str, Alias] = {}
    drafts: set[str] = set()
    for alias in index.former.all_aliases():
        yield from _check_alias(index, alias, first)
        if alias.entry.is_draft and not index.is_taken_down(alias.entry) and alias.entry.source not in drafts:
            drafts.add(alias.entry.source)
            what = f"alias {_shown(alias.address)} leads nowhere while this is a draft"
            remedy = "nothing need be done if it shall not; readers who come by it find no page"
            yield replace(index.problem(alias.entry, alias.place, what, remedy), severity=Severity.NOTICE)
    yield from _check_folders(index)
    yield from _check_moved(index)
    yield from _check_gone(index)


def _check_alias(index: ContentIndex, alias: Alias, first: dict[str, Alias]) -> Iterator[Problem]:
    """Find an alias of a file that is something else already; `first` has those before it, in small letters."""
    address, entry = alias.address, alias.entry
    name = f"alias {_shown(address)}"
    other = first.setdefault(address.casefold(), alias)
    if page := index.former.page_at(address):
        yield from _check_page_at(index, alias, page)
    elif index.former.page_in_small_letters(address):
        yield index.problem(entry, alias.place, f"{name} {_IN_CAPITALS}", _NOT_TOLD_APART, has_rendering=True)
    elif address in index.former.gone:
        what = f"{name} is gone, by {index.former.own.path}:{index.former.gone[address]}"
        yield index.problem(entry, alias.place, what, "take one of the two away", has_rendering=True)
    elif address in index.former.moved:
        line = next(moved.line for moved in index.former.own.moved if moved.address == address)
        what = f"{name} is in {index.former.own.path}:{line} too"
        yield index.problem(entry, alias.place, what, "take one of the two away", has_rendering=True)
    elif other.url != alias.url:
        what = f"{name} is one of {_place(index, other)} too"
        remedy = "keep it in the one file that its readers look for"
        yield index.problem(entry, alias.place, what, remedy, has_rendering=True)
    elif alias.url not in index.pages and index.is_public(entry):
        what, remedy = f"{name} leads nowhere: no article has this tag", "take it away, or name another tag's file"
        yield replace(index.problem(entry, alias.place, what, remedy), severity=Severity.WARNING)


def _check_page_at(index: ContentIndex, alias: Alias, page: DeskPage) -> Iterator[Problem]:
    """Find an alias that is the address of a page: of a draft the page waits, else the alias must go."""
    owner = index.shown_by(page)
    if owner and index.is_waiting(owner) and not index.is_waiting(alias.entry):
        what = f"address {shortened(page.url)} is an alias of {_place(index, alias)}"
        yield index.problem(owner, owner.at.slug, what, "choose another slug, or take the alias away there")
        return
    holder = index.path_of(owner.source) if owner else f"the {page.kind} page {page.url}"
    what = f"alias {_shown(alias.address)} is the address of {holder}"
    remedy = _TAKE_AWAY
    if index.former.is_known_by(alias.entry, alias.address):
        remedy = f"take it away, and write 'id: {alias.address}', by which feed readers know this article still"
    yield index.problem(alias.entry, alias.place, what, remedy, has_rendering=True)


def _check_folders(index: ContentIndex) -> Iterator[Problem]:
    """Find addresses below one that is a file: `/old.html/more/` beside `/old.html`."""
    former = index.former
    files = {PageRedirect(address, "").path for address in former.aliases}
    files |= {PageRedirect(moved.address, moved.target).path for moved in former.own.moved}
    remedy = "take one of the two away: a file cannot be a folder as well"
    for alias in former.aliases.values():
        if former.page_at(alias.address):
            continue  # told as that
        if folder := _file_above(index, PageRedirect(alias.address, "").path, files):
            what = f"alias {_shown(alias.address)} is below the file /{shortened(folder)}"
            yield index.problem(alias.entry, alias.place, what, remedy, has_rendering=True)
    for moved in former.own.moved:
        if folder := _file_above(index, PageRedirect(moved.address, moved.target).path, files):
            what = f"{_shown(moved.address)} is below the file /{shortened(folder)}"
            yield Problem(former.own.path, moved.line, 1, what, remedy)


def _file_above(index: ContentIndex, path: str, files: set[str]) -> str | None:
    return next(
        (folder for folder in dotted_folders(path) if folder in files or index.page_at(f"/{folder}")),
        None,
    )


def _check_moved(index: ContentIndex) -> Iterator[Problem]:
    former = index.former
    for moved in former.own.moved:
        name, way = _shown(moved.address), former.way_from(moved.address)
        target = former.target_of(moved.address)
        mistake: tuple[str, str] | None = None
        if (page := former.page_at(moved.address)) and _is_public(index, page):
            mistake = f"{name} is the address of {_holder(index, page)}", _TAKE_AWAY
        elif (page := former.page_in_small_letters(moved.address)) and _is_public(index, page):
            mistake = f"{name} {_IN_CAPITALS}", _NOT_TOLD_APART
        elif moved.address in former.gone:
            mistake = f"{name} is in line {former.gone[moved.address]} as gone", "take one of the two away"
        elif target is None:
            chain = " → ".join(way[: _MOST_IN_CHAIN + 1]) + (" → …" if len(way) > _MOST_IN_CHAIN + 1 else "")
            mistake = f"{name} leads in a circle: {chain}", "name the page where readers shall end"
        elif not target.is_outside and not is_file(target.path):
            mistake = _target_mistake(index, target.path, f"{name} leads to {_shown(target.path)}")
        if mistake:
            yield Problem(former.own.path, moved.line, 1, *mistake)


def _target_mistake(index: ContentIndex, path: str, said: str) -> tuple[str, str] | None:
    """Return the mistake in a target of the publication's own: not there, gone, or not public."""
    page = index.page_at(path)
    if page is None:
        if normal_address(path) in index.former.gone:
            return f"{said}, which is gone", "name another page, or add this address to gone as well"
        return f"{said}, where no page is", remedy_for(path, index.known.urls, "the publication")
    owner = index.shown_by(page)
    if _is_public(index, page) or (index.is_taken_down(owner) if owner else lists_taken_down(index, page)):
        return None
    time = _public_from(index, page)
    until = "a draft" if time is None else f"not public before {when(time, index.now):%Y-%m-%d %H:%M}"
    return f"{said}, which is {until}", "name a page that is public, or take it away until then"


def _check_gone(index: ContentIndex) -> Iterator[Problem]:
    for address, line in index.former.gone.items():
        if page := index.former.page_at(address):
            what = f"{_shown(address)} is gone, and is the address of {_holder(index, page)}"
            if _is_public(index, page):
                remedy = "take it away; or make a draft of that file or delete it, if readers shall not see it"
                yield Problem(index.former.own.path, line, 1, what, remedy)
            elif (time := _public_from(index, page)) is not None:
                remedy = f"take it away: the file is public from {when(time, index.now):%Y-%m-%d %H:%M} on"
                yield Problem(index.former.own.path, line, 1, what, remedy, Severity.WARNING)
        elif (page := index.former.page_in_small_letters(address)) and _is_public(index, page):
            yield Problem(index.former.own.path, line, 1, f"{_shown(address)} {_IN_CAPITALS}", _NOT_TOLD_APART)


def _public_from(index: ContentIndex, page: DeskPage) -> float | None:
    """Return the time from which readers can open a page; None for a draft."""
    owner = index.shown_by(page)
    return owner.public_from if owner else page.public_from


def _is_public(index: ContentIndex, page: DeskPage) -> bool:
    time = _public_from(index, page)
    return time is not None and time <= index.seconds


def _holder(index: ContentIndex, page: DeskPage) -> str:
    owner = index.shown_by(page)
    return index.path_of(owner.source) if owner else f"the {page.kind} page"


def _place(index: ContentIndex, alias: Alias) -> str:
    return f"{index.path_of(alias.entry.source)}:{alias.place[0]}"


def _shown(address: str) -> str:
    return repr(shortened(address))
