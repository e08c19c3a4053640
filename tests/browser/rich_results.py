"""What Google asks of structured data before it shows it, as documented at the address of each type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_DOCS = "https://developers.google.com/search/docs/appearance"


class Feature(NamedTuple):
    """The documentation of a type, and the paths of the properties that it has to have.

    Where Google requires none (marked `# recommended`), these are the recommended ones that every page of ours knows.
    """

    address: str
    required: tuple[str, ...]


FEATURES: Mapping[str, Feature] = {
    "Article": Feature(
        f"{_DOCS}/structured-data/article",
        ("headline", "image", "datePublished", "author.name"),  # recommended
    ),
    "BreadcrumbList": Feature(
        f"{_DOCS}/structured-data/breadcrumb",
        ("itemListElement.position", "itemListElement.name", "itemListElement.item"),
    ),
    "Dataset": Feature(
        f"{_DOCS}/structured-data/dataset", ("name", "description", "distribution.contentUrl")
    ),
    "Event": Feature(f"{_DOCS}/structured-data/event", ("name", "startDate", "location.address")),
    "Organization": Feature(f"{_DOCS}/structured-data/organization", ("name", "url")),  # recommended
    "ProfilePage": Feature(f"{_DOCS}/structured-data/profile-page", ("mainEntity.name",)),
    "WebSite": Feature(
        f"{_DOCS}/site-names",
        # Google retired the search box in 2024 (its page: …/structured-data/sitelinks-searchbox); others still read it.
        ("name", "url", "potentialAction.target.urlTemplate", "potentialAction.query-input"),
    ),
}


def lacking(thing: Mapping[str, Any]) -> list[str]:
    """What a thing at the top of a page's JSON-LD lacks."""
    kind = thing["@type"]
    if kind not in FEATURES:
        return [f"{kind}: not among the types that are checked"]
    missing = [path for path in FEATURES[kind].required if not all(_at(thing, path.split(".")))]
    return [f"{kind}: {fault}" for fault in (*missing, *_RULES.get(kind, _nothing)(thing))]


def _at(value: Any, path: list[str]) -> Iterator[Any]:
    """The values at the end of a path, of each item where a list is on the way; a None where there is none."""
    if isinstance(value, list):
        yield from (found for item in value for found in _at(item, path))
    elif not path:
        yield value
    else:
        yield from _at(value.get(path[0]) if isinstance(value, Mapping) else None, path[1:])


def _nothing(thing: Mapping[str, Any]) -> Iterator[str]:
    return iter(())


def _breadcrumbs(thing: Mapping[str, Any]) -> Iterator[str]:
    steps = thing["itemListElement"]
    if len(steps) < 2:
        yield "at least two steps"
    elif [step["position"] for step in steps] != list(range(1, len(steps) + 1)):
        yield "positions 1, 2, 3 …"


def _dataset(thing: Mapping[str, Any]) -> Iterator[str]:
    if not 50 <= len(thing.get("description", "")) <= 5000:
        yield "a description of 50 to 5,000 characters"


def _event(thing: Mapping[str, Any]) -> Iterator[str]:
    if len(thing.get("startDate", "")) < len("2023-10-07"):
        yield "the day on which it starts"


def _profile(thing: Mapping[str, Any]) -> Iterator[str]:
    if thing.get("mainEntity", {}).get("@type") not in ("Person", "Organization"):
        yield "about a Person or an Organization"


_RULES = {"BreadcrumbList": _breadcrumbs, "Dataset": _dataset, "Event": _event, "ProfilePage": _profile}
