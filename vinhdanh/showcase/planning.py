"""The whole plan: every file that the site consists of, in both languages. A stream; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vinhdanh.content.catalogue import Catalogue
from vinhdanh.showcase import pictures, search
from vinhdanh.showcase.addresses import addresses_of
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
from vinhdanh.showcase.spec import Output
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

RECORD_PAGES = (
    people.outputs,
    initiatives.outputs,
    events.outputs,
    stories.pages,
    experiences.pages,
    organisations.pages,
    awards.pages,
    programmes.pages,
    themes.pages,
    sectors.pages,
    places.pages,
    sources.pages,
    prose_pages.outputs,
)
"""Those of them that make the pages of records, and can make one of them without the others."""


def plan(
    catalogue: Catalogue, strings: Mapping[str, Mapping[str, str]], assets: Mapping[str, str]
) -> Iterator[Output]:
    """Every output. `strings` has the interface's words by language, `assets` the paths of assets by short name."""
    relations = Relations(catalogue)
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
        yield from search.index(shows)
    yield from drawings.outputs(relations)
    yield from pictures.outputs(catalogue)
    for path in sorted(assets.values()):
        yield Output(path, "copy", {"path": path}, "templates/assets")


def plan_page(
    catalogue: Catalogue, strings: Mapping[str, Mapping[str, str]], assets: Mapping[str, str], path: str
) -> Output | None:
    """The output at `path` as `plan` has it, if it is the page of a record; made without planning all the others.

    It costs some hundred times less, so that an editor sees the page that was saved before the rest is done.
    """
    lang: Lang = "en" if path.startswith("en/") else "vi"
    if lang not in _languages(catalogue, strings):
        return None
    addresses = addresses_of(catalogue.site.base_url)
    show = Presenter(catalogue, Relations(catalogue), strings[lang], addresses, lang)
    frame = Frame(show, catalogue.site, assets, only=path)
    found = (output for outputs in RECORD_PAGES for output in outputs(frame) if output.path == path)
    return next(found, None)


def _languages(catalogue: Catalogue, strings: Mapping[str, Mapping[str, str]]) -> list[Lang]:
    return [lang for lang in LANGUAGES if lang in catalogue.site.languages and lang in strings]
