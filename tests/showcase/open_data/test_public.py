"""What comes out as data: just the fields of the allow-list, and nobody who is withheld."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests import showcases
from tests.showcase.plans import planned
from vinhdanh.base.problems import Location
from vinhdanh.base.vietnamese.amounts import parse_figure
from vinhdanh.base.vietnamese.dates import PartialDate
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.domain_types import Amount, Day, Party, PartyType
from vinhdanh.content.fields import FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import KINDS, Kind, by_key
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import ExtraField, Site
from vinhdanh.content.scalars import Number, Reference, YesNo
from vinhdanh.content.visibility import State
from vinhdanh.render import makers, theme
from vinhdanh.showcase.addresses import Addresses
from vinhdanh.showcase.open_data.public import NOT_PUBLIC, NOT_PUBLIC_GROUPS, PUBLIC, PUBLIC_GROUPS
from vinhdanh.showcase.open_data.rows import Rows
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import Relations
from vinhdanh.showcase.reserve import Reserve

CANARY, SONG = "canary", "song"
"""What is planted where nothing may come out, and where everything does."""


HIDDEN_ID = "ma-bi-an"
"""The id of a record that is a draft, withheld, or not there at all."""


def group_of(kind: FieldType) -> type | None:
    if isinstance(kind, ListOf):
        return group_of(kind.item)
    return kind.group if isinstance(kind, Group) else None


def groups_reached() -> set[type]:
    """Every group of fields that a public column leads to."""
    reached: set[type] = set()
    waiting = [(kind.record, PUBLIC[kind.key]) for kind in KINDS if kind.key in PUBLIC]
    while waiting:
        owner, names = waiting.pop()
        for name in names:
            group = group_of(fields_of(owner)[name].type)
            if group and group not in reached:
                reached.add(group)
                waiting.append((group, PUBLIC_GROUPS[group]))
    return reached


@pytest.mark.parametrize("key", PUBLIC)
def test_every_field_of_a_kind_is_decided_on(key: str) -> None:
    fields = set(fields_of(by_key()[key].record))
    kept = {*NOT_PUBLIC["*"], *NOT_PUBLIC.get(key, ())}
    assert set(PUBLIC[key]) | kept == fields
    assert not set(PUBLIC[key]) & kept


@pytest.mark.parametrize("group", PUBLIC_GROUPS, ids=lambda group: group.__name__)
def test_every_field_of_a_group_is_decided_on(group: type) -> None:
    assert {*PUBLIC_GROUPS[group], *NOT_PUBLIC_GROUPS.get(group, ())} == set(fields_of(group))
    assert not set(PUBLIC_GROUPS[group]) & set(NOT_PUBLIC_GROUPS.get(group, ()))


def test_no_group_stands_in_the_table_for_nothing() -> None:
    assert set(PUBLIC_GROUPS) == groups_reached()


def test_all_kinds_but_prose_are_data() -> None:
    assert {kind.key for kind in KINDS} - set(PUBLIC) == {"page"}


# -- canaries


def value(kind: FieldType, word: str) -> Any:
    """A value of a type that carries `word` wherever a text can, or what little of it the type can hold."""
    found: Any = word
    match kind:
        case ListOf():
            found = (value(kind.item, word),)
        case Group():
            found = planted(kind.group, word)
        case Day():
            found = PartialDate(2001 if word == SONG else 1999)
        case Amount():
            found = parse_figure(f"7 tỷ đồng {word}")
        case PartyType():
            found = Party("", word)
        case Reference():
            found = HIDDEN_ID
        case Number():
            found = 7001 if word == SONG else 6999
        case YesNo():
            found = word == SONG
    return found


def planted(group: type, word: str) -> Any:
    """A group whose public fields carry `word`, and the others the canary."""
    public = PUBLIC_GROUPS.get(group, ())
    return group(
        **{
            name: value(field.type, word if name in public else CANARY)
            for name, field in fields_of(group).items()
        }
    )


def record_of(kind: Kind) -> Record:
    fields = fields_of(kind.record)
    values = {
        name: value(field.type, SONG if name in PUBLIC[kind.key] else CANARY)
        for name, field in fields.items()
    }
    extra = {"shown": SONG, "unknown": CANARY}
    place = Location(f"{kind.folder}/{CANARY}-file.md")
    return kind.record(kind=kind.key, id="so-1", location=place, has_body=True, extra=extra, **values)


def rows_of(*records: Record, states: Mapping[tuple[str, str], State] | None = None) -> list[dict[str, Any]]:
    found = {record.key: State.PUBLIC for record in records} | dict(states or {})
    catalogue = Catalogue(Site(), records, found, {}, {}, {})
    strings = theme.load(theme.folder_of(Path("no-such-folder"))).strings["vi"]
    show = Presenter(catalogue, Relations(catalogue), strings, Addresses("/", "https://thu.example"), "vi")
    added = [ExtraField(of=kind.key, key="shown", label="Hiện") for kind in KINDS]
    make = Rows(show, added, Reserve(show.catalogue, "data"))
    return [make.row(record) for record in records if found[record.key] is State.PUBLIC]


@pytest.mark.parametrize("key", PUBLIC)
def test_no_canary_comes_out_of_any_field_that_is_not_public(key: str) -> None:
    (row,) = rows_of(record_of(by_key()[key]))

    assert CANARY not in str(row)
    assert "1999" not in str(row)
    assert "6999" not in str(row)
    assert row["extra_shown"] == SONG


@pytest.mark.parametrize("key", PUBLIC)
def test_every_public_text_comes_out(key: str) -> None:
    """So that the canaries are known to be looked for where something can be found."""
    (row,) = rows_of(record_of(by_key()[key]))
    fields = fields_of(by_key()[key].record)
    texts = [name for name in PUBLIC[key] if type(fields[name].type).__name__ in ("Text", "Choice", "Url")]

    assert {name: row.get(name) for name in texts} == dict.fromkeys(texts, SONG)


@pytest.mark.parametrize("key", PUBLIC)
def test_the_id_of_a_record_that_is_not_public_is_not_told(key: str) -> None:
    (row,) = rows_of(record_of(by_key()[key]))

    assert HIDDEN_ID not in str(row)


def test_a_canary_would_be_seen() -> None:
    record = record_of(by_key()["person"])
    told = dataclasses.replace(record, summary=CANARY)

    assert CANARY in str(rows_of(told))


# -- people who are withheld

HIDDEN = "---\nname: Phạm Văn Kín\nsector: than\n---\n\nKín.\n"
MENTIONS = {
    "people/pham-van-kin.md": HIDDEN,
    "initiatives/mot.md": "---\ntitle: Một\nauthors: [pham-van-kin, son]\n---\n",
    "experiences/hai.md": "---\ntitle: Hai\nsetting: trả lời báo chí\nspeakers: [pham-van-kin]\n---\n",
    "stories/ba.md": "---\ntitle: Ba\nfeatures: [people/pham-van-kin, people/son]\n---\n",
    "collectives/to.md": "---\nname: Tổ\nmembers: [pham-van-kin]\n" + showcases.BASIS + "---\n",
    "events/nam.md": "---\ntitle: Năm\nparticipations:\n  - {who: pham-van-kin, role: chia sẻ}\norganisers: [pham-van-kin]\n---\n",
    "programmes/sau.md": "---\ntitle: Sáu\norganiser: pham-van-kin\n---\n",
}


def published(plan: Mapping[str, Any]) -> dict[str, str]:
    look = theme.load(theme.folder_of(Path("no-such-folder")))
    return {
        path: makers.make(output, look, lambda digest: "").decode()
        for path, output in plan.items()
        if path.startswith("du-lieu/") and not path.endswith(".html")
    }


def test_somebody_withheld_is_in_no_file_and_mentions_are_neutral(tmp_path: Path) -> None:
    files = published(planned(tmp_path, MENTIONS))

    assert [path for path, text in files.items() if "pham-van-kin" in text or "Kín" in text] == []
    assert "một công nhân" in files["du-lieu/initiatives.json"]
    assert '"son"' in files["du-lieu/initiatives.json"]
    assert "person/son" in files["du-lieu/stories.json"]


@pytest.mark.parametrize("state", ["từ chối", "thu hồi"])
def test_an_honour_that_was_declined_or_revoked_is_in_no_file(tmp_path: Path, state: str) -> None:
    honour = f"honours:\n  - {{award: giai-a, year: 1987, state: {state}, source: bao-a}}"
    files = published(planned(tmp_path, {"people/mot.md": showcases.person("Lý Một", honour)}))

    assert "1987" not in files["du-lieu/people.json"] + files["du-lieu/people.csv"]


def test_drafts_are_no_data(tmp_path: Path) -> None:
    draft = showcases.person("Lý Nháp", "draft: có")
    files = published(planned(tmp_path, {"people/ly-nhap.md": draft}))

    assert not [path for path, text in files.items() if "ly-nhap" in text]
