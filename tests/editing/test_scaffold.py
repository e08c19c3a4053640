"""A new file of any kind, whatever it is called, reads without a problem and says what it was told."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from vinhdanh.base.vietnamese.text import slugify
from vinhdanh.content.fields import fields_of
from vinhdanh.content.model.kinds import KINDS, Kind
from vinhdanh.content.model.site import Site
from vinhdanh.content.reader import extra_fields, read_file
from vinhdanh.content.scalars import Choice
from vinhdanh.editing import scaffold
from vinhdanh.editing.scaffold import Written, draft, kind_named, required_fields, scalar, values_from

KIND = st.sampled_from(KINDS)
NAMES = st.text(min_size=1, max_size=40).filter(slugify)


def filled(kind: Kind, name: str) -> dict[str, str | tuple[str, ...]]:
    """The values that a record of a kind must have."""
    values: dict[str, str | tuple[str, ...]] = {}
    for field in required_fields(kind, {}):
        options = field.type.options if isinstance(field.type, Choice) else None
        values[field.name] = next(iter(options)) if options else (name,) if field.type.many else name
    return values


@given(KIND, NAMES, st.sampled_from(["vi", "en"]))
@example(KINDS[0], "null", "vi")
@example(KINDS[0], "“Chị Hoa”", "vi")
@example(KINDS[0], "- # a: 'b' \"c\" \\ {d}", "vi")
@example(KINDS[0], "---\n...\ta\u2028\u00a0", "en")
def test_a_new_file_reads_without_a_problem(kind: Kind, name: str, lang: str) -> None:
    made = draft(kind, slugify(name), filled(kind, name), {}, lang)
    reading = read_file(made.path, made.text.encode("utf-8", "replace"), {}, noticing=True)
    assert (reading.problems, reading.notices) == ((), ())
    (record,) = reading.records
    assert (record.kind, record.id) == (kind.key, slugify(name))
    assert slugify(record.values[kind.heading]) == slugify(name)


@given(st.text())
def test_a_value_is_read_back_on_one_line(text: str) -> None:
    written = scalar(text)
    wanted = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    ((_, node),) = yaml.compose(f"a: {written}", Loader=yaml.BaseLoader).value
    assert "\n" not in written
    assert slugify(node.value) == slugify(wanted)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_key_of_the_kind_stands_below_its_hint(kind: Kind, lang: str) -> None:
    lines = draft(kind, "a", filled(kind, "A"), {}, lang).text.splitlines()
    record: type = kind.record
    for name, field in fields_of(record).items():
        at = next(
            number for number, line in enumerate(lines) if line.removeprefix("# ").startswith(f"{name}:")
        )
        assert lines[at - 1].startswith(f"# {field.label(lang)}")
        assert field.hint[lang == "en"] in lines[at - 1]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_what_may_be_added_is_known_and_in_shape_once_it_is_uncommented(kind: Kind) -> None:
    text = draft(kind, "a", filled(kind, "A"), {}, "vi").text
    lines = [
        line.removeprefix("# ") if line.startswith("# ") and ":" in line else line
        for line in text.splitlines()
    ]
    keys = [line for line in lines if line.split(":")[0] in fields_of(kind.record)]  # type: ignore[arg-type]
    opened = "\n".join(["---", *keys, "---", ""]) if made_with_fence(text) else "\n".join(keys)
    reading = read_file(draft(kind, "a", {}, {}, "vi").path, opened.encode(), {})
    codes = {problem.code for problem in reading.problems}
    assert codes <= {
        "empty-value",
        "missing-required",
        "bad-choice",
        "bad-figure",
        "bad-number",
        "bad-date",
        "wrong-type",
    }


def made_with_fence(text: str) -> bool:
    return text.startswith("---")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Nguyễn Thị Hoa", "nguyen-thi-hoa"),
        (
            "Nghiên cứu, chế tạo, lắp đặt thiết bị nâng hạ tấm lợp cho mái nhà xưởng",
            "nghien-cuu-che-tao-lap-dat-thiet-bi-nang-ha-tam-lop-cho-mai",
        ),
        ("a" * 99, "a" * 60),
        ("???", ""),
    ],
    ids=["a name", "a long title", "one long word", "no letters"],
)
def test_an_id_is_made_of_the_first_words(name: str, id: str) -> None:
    assert scaffold.id_from(name) == id


def test_people_begin_as_drafts_and_what_they_refer_to_does_not() -> None:
    assert {
        kind.key for kind in KINDS if "draft: có" in draft(kind, "a", {}, {}, "vi").text.splitlines()
    } == set(scaffold.DRAFTED)


def test_a_field_that_the_site_requires_is_required() -> None:
    plain = {"of": "person", "key": "bac_tho", "label": "Bậc thợ", "required": True, "type": "number"}
    from vinhdanh.content.groups import load_group

    extras = extra_fields(load_group(Site, {"extra_fields": [plain]}))
    person = KINDS[0]
    assert [field.name for field in required_fields(person, extras)] == ["name", "bac_tho"]
    made = draft(person, "a", {"name": "A", "bac_tho": "7"}, extras, "vi")
    assert read_file(made.path, made.text.encode(), extras).records[0].extra == {"bac_tho": 7}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("person", "person"),
        ("People", "person"),
        ("cá nhân", "person"),
        ("ca-nhan", "person"),
        ("SÁNG KIẾN", "initiative"),
        ("shared_experience", "experience"),
    ],
)
def test_a_kind_is_named_in_any_of_its_names(written: str, key: str) -> None:
    kind = kind_named(written)
    assert kind is not None
    assert kind.key == key
    assert kind_named("ghi chép") is None


def test_values_of_lists_and_groups_are_gathered() -> None:
    person = KINDS[0]
    pairs = [
        ("ho_ten", "A"),
        ("don_vi", "b"),
        ("affiliations", "c"),
        ("basis.kind", "public_record"),
        ("basis.sources", "d"),
    ]
    values: Written = values_from(person, pairs, {})
    assert values == {
        "name": "A",
        "affiliations": ("b", "c"),
        "basis": {"kind": "public_record", "sources": "d"},
    }
    made = draft(person, "a", values, {}, "vi")
    found: Mapping[str, object] = read_file(made.path, made.text.encode(), {}).records[0].values
    assert found == {
        "name": "A", "draft": True, "basis": {"kind": "public_record", "sources": ["d"]},
        "affiliations": [{"organisation": "b"}, {"organisation": "c"}],
    }  # fmt: skip
    with pytest.raises(scaffold.UnknownKeyError):
        values_from(person, [("mau_mat", "nâu")], {})
