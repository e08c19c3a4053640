"""The description of the data against the rules of the Data Package standard, version 2.0, and of schema.org.

The rules are written out from the specification (datapackage.org/standard): what MUST be, and with which pattern.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests import showcases
from tests.showcase.open_data.test_public import published
from tests.showcase.plans import Plan, planned

Json = Mapping[str, Any]
ADDRESS = re.compile(r"https?://[^\s]+")
PROFILE = "https://datapackage.org/profiles/2.0/{}.json"
TYPES = {
    "string", "number", "integer", "boolean", "object", "array", "list", "date", "time", "datetime", "year",
    "yearmonth", "duration", "geopoint", "geojson", "any",
}  # fmt: skip
CONSTRAINTS = {"required", "unique", "minLength", "maxLength", "minimum", "maximum", "pattern", "enum"}


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    team = "---\nname: Tổ Một\norganisation: tong\n" + showcases.BASIS + "---\n"
    return planned(tmp_path_factory.mktemp("du-lieu"), {"collectives/to-mot.md": team})


@pytest.fixture(scope="module")
def files(plan: Plan) -> Mapping[str, str]:
    return published(plan)


@pytest.fixture(scope="module")
def package(files: Mapping[str, str]) -> Json:
    found: Json = json.loads(files["du-lieu/datapackage.json"])
    return found


def resources(package: Json) -> list[Json]:
    return list(package["resources"])


PACKAGE_RULES: Mapping[str, Callable[[Json], bool]] = {
    "resources is an array of at least one": lambda p: isinstance(p["resources"], list) and bool(p["resources"]),
    "$schema is the profile of the standard": lambda p: p["$schema"] == PROFILE.format("datapackage"),
    "name is of lower-case letters, digits, . _ -": lambda p: bool(re.fullmatch(r"[a-z0-9._-]+", p["name"])),
    "title and description are texts": lambda p: all(isinstance(p[key], str) for key in ("title", "description")),
    "homepage is a fully qualified address": lambda p: bool(ADDRESS.fullmatch(p["homepage"])),
    "keywords is an array of texts": lambda p: all(isinstance(word, str) for word in p["keywords"]),
    "names of resources are unique": lambda p: len({r["name"] for r in p["resources"]}) == len(p["resources"]),
    "no licence is claimed that nobody gave": lambda p: "licenses" not in p,
    "nothing is empty": lambda p: all(p.values()),
}  # fmt: skip


@pytest.mark.parametrize("rule", PACKAGE_RULES)
def test_the_package_keeps_the_rules(package: Json, rule: str) -> None:
    assert PACKAGE_RULES[rule](package)


def _is_safe(path: str) -> bool:
    return not path.startswith(("/", "http:", "https:", "file:")) and ".." not in path.split("/")


RESOURCE_RULES: Mapping[str, Callable[[Json], bool]] = {
    "name is there": lambda r: bool(re.fullmatch(r"[a-z0-9._-]+", r["name"])),
    "path or data, and not both": lambda r: ("path" in r) != ("data" in r),
    "path is a POSIX path below the descriptor": lambda r: _is_safe(r["path"]),
    "format is the ending": lambda r: r["path"].endswith(f".{r['format']}"),
    "mediatype is that of the format": lambda r: r["mediatype"] == {"csv": "text/csv", "json": "application/json"}[r["format"]],
    "encoding is UTF-8": lambda r: r["encoding"] == "utf-8",
    "a table has a schema": lambda r: r.get("type") != "table" or _is_safe(r["schema"]),
    "a table has the dialect of RFC 4180": lambda r: r.get("type") != "table"
    or r["dialect"] == {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
}  # fmt: skip


@pytest.mark.parametrize("rule", RESOURCE_RULES)
def test_every_resource_keeps_the_rules(package: Json, rule: str) -> None:
    assert [r["name"] for r in resources(package) if not RESOURCE_RULES[rule](r)] == []


SCHEMA_RULES: Mapping[str, Callable[[Json], bool]] = {
    "$schema is the profile": lambda s: s["$schema"] == PROFILE.format("tableschema"),
    "fields is an array of at least one": lambda s: isinstance(s["fields"], list) and bool(s["fields"]),
    "every field has a name": lambda s: all(field["name"] for field in s["fields"]),
    "names of fields are unique": lambda s: len({f["name"] for f in s["fields"]}) == len(s["fields"]),
    "types are of the standard": lambda s: all(field["type"] in TYPES for field in s["fields"]),
    "constraints are of the standard": lambda s: all(set(f.get("constraints", ())) <= CONSTRAINTS for f in s["fields"]),
    "patterns are of texts": lambda s: all(f["type"] == "string" for f in s["fields"] if "pattern" in f.get("constraints", ())),
    "every field says what it means": lambda s: all(f["title"] and f["description"] for f in s["fields"]),
    "the key is among the fields": lambda s: set(s["primaryKey"]) <= {f["name"] for f in s["fields"]},
    "an empty cell is a missing value": lambda s: s["missingValues"] == [""],
}  # fmt: skip


@pytest.mark.parametrize("rule", SCHEMA_RULES)
def test_every_schema_keeps_the_rules(package: Json, files: Mapping[str, str], rule: str) -> None:
    names = {r["schema"] for r in resources(package) if "schema" in r}
    assert len(names) > 10
    assert [n for n in names if not SCHEMA_RULES[rule](json.loads(files[f"du-lieu/{n}"]))] == []


def test_every_file_is_described_and_every_description_has_its_file(
    package: Json, files: Mapping[str, str]
) -> None:
    described = {r["path"] for r in resources(package)} | {
        r["schema"] for r in resources(package) if "schema" in r
    }
    assert {f"du-lieu/{path}" for path in described} == set(files) - {"du-lieu/datapackage.json"}


CASTS: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "array": json.loads,
    "object": json.loads,
}


def test_every_cell_is_as_its_schema_says(package: Json, files: Mapping[str, str]) -> None:
    for resource in resources(package):
        if "schema" not in resource:
            continue
        fields = json.loads(files[f"du-lieu/{resource['schema']}"])["fields"]
        text = files[f"du-lieu/{resource['path']}"].removeprefix("\ufeff")
        head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert head == [field["name"] for field in fields]
        assert rows
        assert len({row[0] for row in rows}) == len(rows)
        for row in rows:
            for field, each in zip(fields, row, strict=True):
                rules = field.get("constraints", {})
                assert each or not rules.get("required")
                if each:
                    CASTS[field["type"]](each)
                    assert each in rules.get("enum", [each])
                    assert re.fullmatch(rules.get("pattern", ".*"), each, re.DOTALL)


def test_json_tells_what_csv_tells(package: Json, files: Mapping[str, str]) -> None:
    for resource in resources(package):
        if "schema" in resource:
            text = files[f"du-lieu/{resource['path']}"].removeprefix("\ufeff")
            rows = csv.DictReader(io.StringIO(text, newline=""))
            told = {row["id"]: {key for key, each in row.items() if each} for row in rows}
            nested = json.loads(files[f"du-lieu/{resource['name']}.json"])
            assert {row["id"]: set(row) for row in nested} == told


@pytest.mark.parametrize("path", ["du-lieu/index.html", "en/data/index.html"])
def test_search_engines_are_told_of_every_file(plan: Plan, files: Mapping[str, str], path: str) -> None:
    text = plan[path].parts["structured"]
    assert not set("<>&") & set(text)
    (dataset,) = (node for node in json.loads(text)["@graph"] if node["@type"] == "Dataset")
    assert 50 <= len(dataset["description"]) <= 5000
    assert "license" not in dataset
    found = {each["contentUrl"].removeprefix("https://thu.example/") for each in dataset["distribution"]}
    assert found == {path for path in files if "/schema/" not in path}


def test_a_site_that_does_not_know_its_address_claims_none(tmp_path: Path) -> None:
    settings = showcases.FILES["site.yaml"].replace("base_url: https://thu.example\n", "")
    files = published(planned(tmp_path, {"site.yaml": settings}))
    assert "homepage" not in json.loads(files["du-lieu/datapackage.json"])
