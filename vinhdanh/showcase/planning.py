"""The whole plan: every file that the site consists of, in both languages. A stream; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from vinhdanh.content.catalogue import Catalogue, Key
from vinhdanh.showcase import pictures, search
from vinhdanh.showcase.addresses import addresses_of, record_at
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.pages import (
    awards,
    calendars,
    cards,
    codes,
    data,
    directory,
    drawings,
    event_list,
    events,
    experiences,
    home,
    initiative_list,
    initiatives,
    machine,
    numbers,
    organisations,
    people,
    person_list,
    places,
    programmes,
    prose_pages,
    search_page,
    sectors,
    sources,
    stories,
    themes,
    years,
)
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import Relations
from vinhdanh.showcase.spec import Look, Output
from vinhdanh.showcase.wording import Lang

SHARED_PARTS = frozenset({"site", "t", "asset"})
"""Parts that all pages of one language have in common."""

LANGUAGES: tuple[Lang, ...] = ("vi", "en")

FAMILIES = (
    home.outputs,
    people.outputs,
    person_list.outputs,
    initiatives.outputs,
    initiative_list.outputs,
    events.outputs,
    event_list.outputs,
    experiences.lists,
    experiences.pages,
    themes.lists,
    themes.pages,
    stories.lists,
    stories.pages,
    organisations.lists,
    organisations.pages,
    awards.lists,
    awards.pages,
    programmes.lists,
    programmes.pages,
    sectors.lists,
    sectors.pages,
    places.lists,
    places.pages,
    years.outputs,
    sources.lists,
    sources.pages,
    directory.outputs,
    search_page.outputs,
    numbers.outputs,
    data.outputs,
    prose_pages.outputs,
    codes.outputs,
    machine.feeds,
    machine.not_found,
    machine.redirects,
    cards.outputs,
    calendars.outputs,
)
"""What is made of each language, in the order in which readers meet it."""

RECORD_PAGES: Mapping[str, Callable[[Frame], Iterator[Output]]] = {
    "person": people.outputs,
    "collective": people.outputs,
    "initiative": initiatives.outputs,
    "event": events.outputs,
    "story": stories.pages,
    "experience": experiences.pages,
    "organisation": organisations.pages,
    "award": awards.pages,
    "programme": programmes.pages,
    "theme": themes.pages,
    "sector": sectors.pages,
    "place": places.pages,
    "source": sources.pages,
    "page": prose_pages.outputs,
}
"""Those of them that make the pages of records, by kind, and can make those of one record without the others."""


def plan(
    catalogue: Catalogue,
    strings: Mapping[str, Mapping[str, str]],
    assets: Mapping[str, str],
    relations: Relations | None = None,
    look: Look = lambda: None,
) -> Iterator[Output]:
    """Every output. `strings` has the interface's words by language, `assets` the paths of assets by short name;
    `relations` are those of the catalogue, where they have been asked before; `look` is called now and then where no
    output comes for long.
    """
    relations = relations or Relations(catalogue)
    addresses = addresses_of(catalogue.site.base_url)
    paths: list[str] = []
    shows: dict[str, Presenter] = {}
    for lang in _languages(catalogue, strings):
        shows[lang] = Presenter(catalogue, relations, strings[lang], addresses, lang)
        frame = Frame(shows[lang], catalogue.site, assets)
        for outputs in FAMILIES:
            for output in outputs(frame):
                paths.append(output.path)
                yield output
    yield from machine.site_map(paths, addresses)
    yield from machine.gone(catalogue, shows.values())
    if shows:
        yield from search.index(shows, look)
    yield from drawings.outputs(relations)
    yield from pictures.outputs(catalogue)
    for path in sorted(assets.values()):
        yield Output(path, "copy", {"path": path}, "templates/assets")


def plan_texts(
    catalogue: Catalogue,
    strings: Mapping[str, Mapping[str, str]],
    assets: Mapping[str, str],
    keys: Collection[Key],
    relations: Relations,
    look: Look = lambda: None,
) -> Iterator[Output]:
    """Those outputs of `plan` that tell what the bodies of the records `keys` say. The arguments are those of `plan`.

    Where such bodies alone have changed, and mention the same records and use the same pictures as before, no other
    output differs.
    """
    addresses = addresses_of(catalogue.site.base_url)
    shows: dict[str, Presenter] = {}
    for lang in _languages(catalogue, strings):
        shows[lang] = show = Presenter(catalogue, relations, strings[lang], addresses, lang)
        for key in sorted(keys):
            frame = Frame(show, catalogue.site, assets, only=catalogue.get(key))
            yield from RECORD_PAGES[key[0]](frame)
        yield from machine.feeds(Frame(show, catalogue.site, assets))
    if shows:
        yield from search.index(shows, look)


def plan_page(
    catalogue: Catalogue,
    strings: Mapping[str, Mapping[str, str]],
    assets: Mapping[str, str],
    path: str,
    relations: Relations | None = None,
) -> Output | None:
    """The output at `path` as `plan` has it, if it is the page of a record; made without planning all the others.

    It costs some hundred times less, so that an editor sees the page that was saved before the rest is done.
    """
    lang: Lang = "en" if path.startswith("en/") else "vi"
    record = record_at(catalogue, path, lang)
    if record is None or lang not in _languages(catalogue, strings):
        return None
    addresses = addresses_of(catalogue.site.base_url)
    show = Presenter(catalogue, relations or Relations(catalogue), strings[lang], addresses, lang)
    frame = Frame(show, catalogue.site, assets, only=record)
    return next((output for output in RECORD_PAGES[record.kind](frame) if output.path == path), None)


def _languages(catalogue: Catalogue, strings: Mapping[str, Mapping[str, str]]) -> list[Lang]:
    return [lang for lang in LANGUAGES if lang in catalogue.site.languages and lang in strings]
