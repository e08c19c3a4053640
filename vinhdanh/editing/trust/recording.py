"""Writing down who agreed to what, and that they took it back. Pure: bytes and values in, bytes and values out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from vinhdanh.base.problems import Problem
from vinhdanh.content import consent_messages, consents
from vinhdanh.content.fields import fields_of
from vinhdanh.content.model.consent import Consent
from vinhdanh.content.model.people import Collective, Person
from vinhdanh.content.reader import Extras
from vinhdanh.editing.forms.records import changed, form_of
from vinhdanh.editing.trust.subjects import Subject

Answers = Mapping[str, str | Sequence[str]]
"""What somebody answered, by the key of the record."""

FORMER = "consents-former"
"""Where the former records of somebody who agreed anew are kept, in the private folder."""

_HEAD = "# Riêng tư: không đăng, không đưa vào git · private: neither published nor committed\n"


def name_for(record: Person | Collective) -> str:
    """The name of somebody's record, without its ending."""
    return record.id if isinstance(record, Person) else f"collective-{record.id}"


def text_of(answers: Answers) -> str:
    """The file that records some answers, each below its label; whether they make sense is for `read` to say."""
    group: type = Consent
    lines = [_HEAD]
    for name, field in fields_of(group).items():
        value = answers.get(name)
        if value:
            plain = value if isinstance(value, str) else list(value)
            lines.append(f"{name}: {json.dumps(plain, ensure_ascii=False)}  # {field.vi}\n")
    return "".join(lines)


def faults_of(name: str, answer: str | Sequence[str], lang: str) -> list[str]:
    """What is wrong with an answer alone."""
    _, problems = consents.read("", text_of({name: answer}).encode())
    return [each.advice(lang) for each in problems if each.code == consent_messages.CONSENT_FAULT.code]


def recorded(file: str, answers: Answers) -> tuple[str, Consent | None, tuple[Problem, ...]]:
    """The text of a record, and how it would be read at the path `file`: the consent, or what is wrong."""
    text = text_of(answers)
    consent, problems = consents.read(file, text.encode())
    return text, consent, problems


def relying(subject: Subject, extras: Extras, name: str) -> bytes:
    """The bytes of somebody's file in which they are published on the consent of that name, and all else is as it was.

    Raises UnwritableError.
    """
    new = {**form_of(subject.written, extras), "basis": {"kind": consents.CONSENT, "record": name}}
    return changed(subject.path, subject.data, subject.written, extras, new)


def taken_back(data: bytes, day: str, id: str) -> bytes | None:
    """A record with the ISO day on which the one who gave it took it back, unless it has one.

    None where one line more does not say so: it cannot be read, or others gave it too, who have not taken it back.
    """
    consent, _ = consents.read("", data)
    if consent is None or set(consent.who) != {id}:
        return None
    if consent.withdrawn:
        return data
    new = data.rstrip() + f"\nwithdrawn: {day}\n".encode()
    marked, _ = consents.read("", new)
    return new if marked and marked.withdrawn else None
