"""What the showcase knows, as JSON Schema: the ids of each kind and the names of places, to be offered while typing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.kinds import KINDS
from vinhdanh.content.model.pages import Place

LIMIT = 5000
"""Ids of a kind that are offered, at most: with more, editors grow slow, and nobody looks through the list."""

SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
PLACE_NAMES = "place-names"


def schema(catalogue: Catalogue) -> dict[str, Any]:
    """Definitions: of each kind its ids, and under `<kind>-path` the same as `folder/id`; the names of places."""
    ids: dict[str, list[str]] = {kind.key: [] for kind in KINDS}
    former: dict[str, list[str]] = {kind.key: [] for kind in KINDS}
    names: list[str] = []
    for record in catalogue.known():
        ids[record.kind].append(record.id)
        former[record.kind].extend(alias.rsplit("/", 1)[-1] for alias in record.aliases)
        if isinstance(record, Place):
            names += [record.name, *record.also, *record.predecessors, record.id]
    definitions = {}
    for kind in KINDS:
        own = sorted(ids[kind.key])
        definitions[kind.key] = _one_of([*own, *sorted(former[kind.key])], SLUG)
        definitions[f"{kind.key}-path"] = _one_of([f"{kind.folder}/{id}" for id in own], f"^{kind.folder}/")
    definitions[PLACE_NAMES] = _one_of(names, r"\S") if names else {"type": "string", "pattern": r"\S"}
    return {"definitions": definitions}


def _one_of(values: Iterable[str], pattern: str) -> dict[str, Any]:
    """One of these texts; any of their form where they are too many to offer."""
    values = list(dict.fromkeys(values))
    if len(values) > LIMIT:
        return {"type": "string", "pattern": pattern}
    return {"enum": values} if values else {"not": {}}
