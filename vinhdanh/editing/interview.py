"""Questions to somebody at a terminal: what kind, the fields that must be there, and records picked by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from vinhdanh.base.vietnamese.text import fold, is_slug
from vinhdanh.content.domain_types import PartyType
from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import KINDS, Kind
from vinhdanh.content.scalars import Choice, Reference

SHOWN = 9
"""Records that are offered at once: as many as have a digit of their own."""

Names = Mapping[tuple[str, str], str]
"""What records are called, by kind and id."""


class StoppedError(Exception):
    """Whoever was asked has left."""


class Talk(NamedTuple):
    """A conversation: how to ask a line (None when nobody answers any more), how to say one, and the language."""

    ask: Callable[[str], str | None]
    say: Callable[[str], None]
    lang: str

    def words(self, vi: str, en: str) -> str:
        """The one of two sentences that is in the language of the conversation."""
        return en if self.lang == "en" else vi

    def answer(self, prompt: str) -> str:
        """What somebody answers. Raises StoppedError."""
        answer = self.ask(prompt)
        if answer is None:
            raise StoppedError
        return answer.strip()


def ask_kind(talk: Talk) -> Kind:
    """Which kind of record it will be. Raises StoppedError."""
    labels = [kind.one[talk.lang == "en"] for kind in KINDS]
    return KINDS[_numbered(talk, talk.words("Viết về gì?", "What is it about?"), labels)]


def ask_field(
    talk: Talk, field: Field, names: Names, faults: Callable[[str], Sequence[str]]
) -> str | tuple[str, ...]:
    """The value of a field; `faults` says what is wrong with an answer. Raises StoppedError."""
    talk.say(f"\n{field.label(talk.lang)}: {field.hint[talk.lang == 'en']}")
    kind = _one_of(field.type)
    if isinstance(kind, Choice):
        labels = [label[talk.lang == "en"] for label in kind.options.values()]
        return list(kind.options)[_numbered(talk, "", labels)]
    if isinstance(kind, (Reference, PartyType)):
        return _ask_records(talk, kind, names, many=isinstance(field.type, ListOf))
    while True:
        answer = talk.answer(">")
        wrong = faults(answer) if answer else [talk.words("Mục này không bỏ trống được.", "This is needed.")]
        if not wrong:
            return (answer,) if isinstance(field.type, ListOf) else answer
        for line in wrong:
            talk.say(line)


def _one_of(kind: FieldType) -> FieldType:
    """The type of one value, where a lone one may stand for a list or a group."""
    if isinstance(kind, ListOf):
        return _one_of(kind.item)
    if isinstance(kind, Group) and kind.short:
        return _one_of(fields_of(kind.group)[kind.short].type)
    return kind


def _ask_records(
    talk: Talk, kind: Reference | PartyType, names: Names, *, many: bool
) -> str | tuple[str, ...]:
    found: list[str] = []
    while True:
        again = talk.words(
            "Còn nữa không? Gõ tiếp một phần tên, hoặc Enter nếu hết:",
            "Another one? Type part of the name, or Enter if that is all:",
        )
        picked = _ask_record(talk, kind, names, again if found else "")
        if picked is None:
            return tuple(found)
        found.append(picked)
        if not many:
            return picked


def _ask_record(talk: Talk, kind: Reference | PartyType, names: Names, again: str) -> str | None:
    """One record by part of its name; None where nothing more is wanted."""
    free = isinstance(kind, PartyType)
    prompt = again or talk.words("Gõ một phần tên:", "Type part of the name:")
    while True:
        written = talk.answer(prompt)
        if not written:
            if again:
                return None
            continue
        found = matching(written, kind.kinds, names)
        plain = [talk.words(f"chỉ ghi tên “{written}”", f"just the name “{written}”")] if free else []
        if free and is_slug(written):
            plain = []  # a name in the form of an id would be taken for one
        if not found and not plain:
            talk.say(talk.words("Không thấy. Gõ lại thử một phần khác.", "Not found. Try another part."))
            continue
        labels = [*(f"{names[key]} ({key[1]})" for key in found), *plain]
        talk.say(talk.words("Chọn số, hoặc Enter để tìm lại.", "Choose a number, or Enter to search again."))
        number = _chosen(talk, labels)
        if number is not None:
            return found[number][1] if number < len(found) else written


def matching(written: str, kinds: Sequence[str], names: Names) -> list[tuple[str, str]]:
    """The records whose name or id has every word that was written, without tones; those that begin with it first."""
    wanted = fold(written)
    found = []
    for key, name in names.items():
        folded = fold(name)
        if key[0] in kinds and all(word in f"{folded} {key[1]}" for word in wanted.split()):
            found.append((not folded.startswith(wanted), folded, key))
    return [key for *_, key in sorted(found)[:SHOWN]]


def _numbered(talk: Talk, question: str, labels: Sequence[str]) -> int:
    """The index of the choice that somebody makes, who must choose."""
    if question:
        talk.say(question)
    number = _chosen(talk, labels)
    while number is None:
        number = _chosen(talk, labels)
    return number


def _chosen(talk: Talk, labels: Sequence[str]) -> int | None:
    """The index of the choice whose number or label somebody types; None for an empty line."""
    talk.say("\n".join(f"  {number}. {label}" for number, label in enumerate(labels, 1)))
    while answer := talk.answer(talk.words("Số:", "Number:")):
        if answer.isdecimal() and 1 <= int(answer) <= len(labels):
            return int(answer) - 1
        near = [index for index, label in enumerate(labels) if fold(label) == fold(answer)]
        if near:
            return near[0]
        talk.say(talk.words(f"Gõ một số từ 1 đến {len(labels)}.", f"Type a number from 1 to {len(labels)}."))
    return None
