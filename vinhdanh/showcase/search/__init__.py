"""The search index: what can be found, numbered, and laid into shards that a reader's browser fetches as needed.

`index` is its one entrance; the format is told in `docs/search.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.record import Record
from vinhdanh.showcase.occasions import Occasions
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.search.entries import Card, Entry, Reader
from vinhdanh.showcase.search.facets import FACETS, facet_files
from vinhdanh.showcase.search.fields import SEARCHED
from vinhdanh.showcase.search.shards import card_shards, encoded, text_shards, title_shards
from vinhdanh.showcase.search.sizing import Sizes, numbered, sizes_of
from vinhdanh.showcase.spec import Look, Output

FOLDER = "search"
"""Where the shards lie in the output."""

FORMAT = 1
"""Raised when a script of before could not read what is written now."""


WORDS = ("suggestions", "suggested", "all", "found", "nothing", "searching", "in_text", "more", "no_options")
"""Phrases of the interface that the script says."""


def index(shows: Mapping[str, Presenter], look: Look = lambda: None) -> Iterator[Output]:
    """Every shard of the index of a catalogue, given by its presenters, the Vietnamese first."""
    for path, text in files(shows, look):
        yield Output(f"{FOLDER}/{path}.json", "text", {"text": text}, "search")


def files(shows: Mapping[str, Presenter], look: Look = lambda: None) -> Iterator[tuple[str, str]]:
    """The path below the folder, without its ending, and the text of each shard."""
    first = next(iter(shows.values()))
    occasions = Occasions(first.relations)
    records = [record for record in first.catalogue.records() if record.kind in SEARCHED]
    sizes = sizes_of(len(records))
    numbers = numbered((record.key for record in records), sizes)
    ordered = sorted((numbers[record.key], record) for record in records)
    entries, cards = _read(shows, occasions, ordered, sizes, look)
    titles = dict(title_shards(entries, sizes))
    yield "index", encoded(_head(shows, sizes, list(titles)))
    for name, text in titles.items():
        yield f"title/{name}", text
    for name, text in text_shards(_looking(entries, look), sizes):
        yield f"text/{name}", text
    for name, text in card_shards(cards, sizes):
        yield f"card/{name}", text
    for name, text in facet_files(shows, occasions, ordered):
        yield f"facet/{name}", text


def _looking(entries: Iterable[Entry], look: Look) -> Iterator[Entry]:
    for entry in entries:
        look()
        yield entry


def _read(
    shows: Mapping[str, Presenter],
    occasions: Occasions,
    ordered: list[tuple[int, Record]],
    sizes: Sizes,
    look: Look,
) -> tuple[list[Entry], list[Card]]:
    """What every record, and then every English twin, is found by and shows: in the order of their numbers."""
    entries, cards = [], []
    for lang, show in shows.items():
        reader = Reader(show, occasions)
        above = sizes.numbers if lang == "en" else 0
        for number, record in ordered:
            look()
            if show.has_page(record):
                entries.append(reader.entry(number + above, record))
                cards.append(reader.card(number + above, record))
    return entries, cards


def _head(shows: Mapping[str, Presenter], sizes: Sizes, titles: list[str]) -> Mapping[str, object]:
    """What the script must know before it can ask for anything, and the words that it says."""
    first = next(iter(shows.values()))
    return {
        "format": FORMAT,
        "prefix": first.addresses.prefix,
        "numbers": sizes.numbers,
        "cards": sizes.cards,
        "texts": sizes.texts,
        "depth": sizes.depth,
        "facets": FACETS,
        "kinds": [[kind, *by_key()[kind].path] for kind in SEARCHED],
        "titles": titles,
        "words": {lang: _words(show) for lang, show in shows.items()},
    }


def _words(show: Presenter) -> Mapping[str, str]:
    kinds = {kind: show.word(f"kind_{kind}") for kind in SEARCHED}
    facets = {f"by_{facet}": show.word(f"facet_{facet}") for facet in FACETS}
    return {**kinds, **facets, **{word: show.t[f"search_{word}"] for word in WORDS}}


__all__ = ["FOLDER", "files", "index"]
