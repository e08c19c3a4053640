"""Public texts that name somebody who may not be published: in a text of somebody else, in the title of a source.

References by id turn neutral by themselves. A name that was written out does not, so it stops publication: it fails
closed. Files are looked through only while somebody is withheld.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from vinhdanh.base.problems import Location, Problem
from vinhdanh.base.vietnamese.spellings import Spellings, decoded
from vinhdanh.base.vietnamese.text import nfc, slugify
from vinhdanh.content import reference_messages
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.model.people import Person
from vinhdanh.content.reader import SITE, RawRecord
from vinhdanh.content.visibility import State

_TAG = re.compile(r"<[^<>]*>")


def withheld(
    files: Iterable[tuple[str, Sequence[RawRecord]]], catalogue: Catalogue, text_of: Callable[[str], str]
) -> Iterator[Problem]:
    """A problem for each line of a public record that names a person who is withheld.

    `files` are those of content/ with their records, `text_of` gives the text of one. What it raises passes through.
    """
    people = [(person, _names(person)) for person in _people_withheld(catalogue)]
    if not people:
        return
    others = [record.heading for record in catalogue.known() if isinstance(record, Person)]
    for path, raws in files:
        public = [
            raw for raw in raws if raw.kind == SITE or catalogue.state((raw.kind, raw.id)) is State.PUBLIC
        ]
        if not public:
            continue
        text = nfc(text_of(path))
        run = _in_one(f"{_TAG.sub('', decoded(text))} {path}")
        for person, names in people:
            if any(_in_one(name) in run for name in names):
                spellings = Spellings(names, (other for other in others if other not in names))
                yield from _found(person, spellings, text, raws, public)


def somebody_withheld(catalogue: Catalogue) -> bool:
    """Whether there is anybody whom no public text may name."""
    return any(_people_withheld(catalogue))


def _people_withheld(catalogue: Catalogue) -> Iterator[Person]:
    for record in catalogue.unpublished():
        if isinstance(record, Person) and catalogue.state(record.key) is State.WITHHELD:
            yield record


def _names(person: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys((person.name, str(person.translation.get("name") or person.name))))


def _in_one(text: str) -> str:
    """The letters and digits of a text alone: whatever holds the name, however it is spelt, holds it so."""
    return slugify(text).replace("-", "")


def _found(
    person: Person, spellings: Spellings, text: str, raws: Sequence[RawRecord], public: Sequence[RawRecord]
) -> Iterator[Problem]:
    """The lines of one file. Neither they nor the name are told: problems are printed into public logs."""
    bare = _without_references(person, text, raws)
    lines = {bare.count("\n", 0, found.start) for found in spellings.find(bare)}
    lines |= {raw.location.line - 1 for raw in public if any(spellings.find(raw.id))}  # it becomes an address
    if not lines and any(spellings.find_decoded(bare)):
        lines = {public[0].location.line - 1}
    for at in sorted(lines):
        before = [raw for raw in raws if raw.location.line <= at + 1] or list(raws[:1])
        owner = max(before, key=lambda raw: raw.location.line)
        if owner in public and not _is_remark(text.split("\n")[at], at, owner):
            place = Location(owner.location.file, at + 1, 1)
            yield reference_messages.WITHHELD_NAME.at(place, id=person.id)


def _without_references(person: Person, text: str, raws: Sequence[RawRecord]) -> str:
    """The text with blanks for the id where it refers to the person, which nobody is shown: in fields that take an id,
    and as the target of a link. Anywhere else an id is a text like any other, or the name of a file."""
    ids = {person.id, *(alias.rpartition("/")[2] for alias in person.aliases)}
    one_of = "|".join(map(re.escape, sorted(ids)))
    link = re.compile(rf"(?<=\]\()[^\s()#:]*?(?<![\w-])(?:{one_of})(?:\.md|\.yaml)?(?=[#)\s])")
    lines = link.sub(lambda match: " " * len(match[0]), text).split("\n")
    for raw in raws:
        for mention in raw.mentions:
            at, column = mention.location.line - 1, mention.location.column - 1
            if mention.id.rpartition("/")[2] in ids and at < len(lines):
                column = max(column, lines[at].find(mention.id, column, column + 1 + len(mention.id)))
                if lines[at].startswith(mention.id, column):
                    end = column + len(mention.id)
                    lines[at] = lines[at][:column] + " " * len(mention.id) + lines[at][end:]
    return "\n".join(lines)


def _is_remark(line: str, at: int, raw: RawRecord) -> bool:
    """Whether a line, counted from 0, is a remark of YAML, which no page shows. Indented, it may be part of a text."""
    return line.startswith("#") and not (raw.location.file.endswith(".md") and at >= raw.body_line)
