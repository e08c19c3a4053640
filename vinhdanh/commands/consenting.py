"""`consent` records what somebody agreed to: asked of the officer at a terminal, or given whole by a script."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from vinhdanh.base import disk, saving
from vinhdanh.commands.console import (
    CLEAN,
    INTERRUPTED,
    PROBLEMS,
    USAGE,
    ask,
    can_ask,
    refuse,
    report,
    say,
    settings_of,
)

if TYPE_CHECKING:
    from typing import Any

    from vinhdanh.content.model.consent import Consent
    from vinhdanh.editing.interview import Talk
    from vinhdanh.editing.trust.subjects import Subject
    from vinhdanh.render.outcome import Options

    Answers = dict[str, str | list[str]]
    Relying = tuple[Subject, bytes]
    """Somebody, and the bytes of their file in which they rely on the consent."""

ASKED = ("purposes", "fields", "date", "form", "evidence", "seal")
"""What must be known of a consent, in the order of the questions."""

_LISTS = ("purposes", "fields")


def offer(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `consent` to the parser's commands."""
    recording = commands.add_parser(
        "consent",
        parents=[common],
        help="ghi lại điều một người đã đồng ý · record what somebody agreed to",
    )
    add = recording.add_argument
    add("id", metavar="ID", help="mã của người đó, ví dụ truong-thai-son · the person's id")
    add("--purposes", metavar="LIST", help="web,print,data,social: chỉ những ô đã đánh dấu · what was ticked")
    add(
        "--fields", metavar="LIST", help="all, hoặc name,job_title,… · all, or the fields that were agreed to"
    )
    add("--date", metavar="DAY", help="ngày đồng ý, 2026-11-20 · when it was given")
    add("--form", metavar="FORM", help="signed, email, message, recording: hình thức · how it was given")
    add("--evidence", metavar="FILE", help="tệp trong private/, hoặc nơi giữ bản giấy · the proof of it")
    add("--seal", metavar="SEAL", help="dấu in cuối phiếu, bốn chữ số đầu là đủ · the digits of the proof")
    add("--expires", metavar="DAY", help="ngày hết hạn, nếu có · the last day, if there is one")
    add("--note", metavar="TEXT", help="ghi chú nội bộ · a note for the officers")
    recording.set_defaults(run=_consent)


def _consent(options: argparse.Namespace) -> int:
    from vinhdanh.content.reader import extra_fields  # noqa: PLC0415
    from vinhdanh.editing.check import catalogue_of  # noqa: PLC0415
    from vinhdanh.editing.forms.records import UnwritableError  # noqa: PLC0415
    from vinhdanh.editing.interview import StoppedError, Talk  # noqa: PLC0415
    from vinhdanh.editing.trust import recording, subjects  # noqa: PLC0415
    from vinhdanh.editing.trust.proof import seal_of_subject  # noqa: PLC0415

    settings = settings_of(options)
    catalogue = catalogue_of(settings)
    subject = subjects.asked_for(settings.root, catalogue, options.id)
    if subject is None:
        vi, en = "Không có cá nhân hay tập thể nào mang mã", "No person or collective has the id"
        return refuse(options, f"{vi} “{options.id}”.", f"{en} “{options.id}”.", consent=None)
    answers = _given(options)
    lacking = [name for name in ASKED if not answers.get(name)]
    may_ask = can_ask() and not options.json and not options.quiet
    if lacking and not may_ask:
        listed = " ".join(f"--{name} …" for name in lacking)
        return refuse(options, f"Còn thiếu: {listed}", f"Still needed: {listed}", consent=None)
    seal = seal_of_subject(settings.root, catalogue, subject)
    try:
        talk = Talk(ask, lambda line: say(options, line, line), options.lang)
        answers |= {name: _asked(talk, name, subject, seal) for name in lacking}
    except StoppedError:
        say(options, "\nĐã thôi, chưa ghi gì.", "\nStopped; nothing was written.")
        return INTERRUPTED
    try:
        extras = extra_fields(catalogue.site)
        own = recording.relying(subject, extras, recording.name_for(subject.record))
        return _record(options, settings, (subject, own), {**answers, "who": [subject.record.id]}, seal)
    except UnwritableError as error:
        report(options, [error.problem])
        return PROBLEMS


def _given(options: argparse.Namespace) -> Answers:
    """What the options say."""
    found: Answers = {}
    for name in (*ASKED, "expires", "note"):
        value = getattr(options, name)
        if value:
            listed = [each.strip() for each in value.split(",") if each.strip()]
            found[name] = listed if name in _LISTS else value
    return found


# -- asking ----


def _asked(talk: Talk, name: str, subject: Subject, seal: str) -> str | list[str]:
    """What somebody answers to the question for a key. Nothing is agreed to by pressing Enter. Raises StoppedError."""
    from vinhdanh.content.fields import fields_of  # noqa: PLC0415
    from vinhdanh.content.model import consent  # noqa: PLC0415
    from vinhdanh.editing.interview import ask_field  # noqa: PLC0415
    from vinhdanh.editing.trust.confirming import why_no_seal  # noqa: PLC0415
    from vinhdanh.editing.trust.recording import faults_of  # noqa: PLC0415

    def faults(answer: str) -> list[str]:
        no_seal = why_no_seal(answer, seal) if name == "seal" else None
        return [talk.words(*no_seal)] if no_seal else faults_of(name, answer, talk.lang)

    group: type = consent.Consent
    if name == "purposes":
        talk.say(talk.words("Trên phiếu, người ấy đồng ý ô nào?", "Which boxes were ticked?"))
        labels = {key: label[talk.lang == "en"] for key, label in consent.PURPOSES.items()}
        return [key for key, label in labels.items() if _yes(talk, f"  {label}?")]
    if name == "fields":
        if _yes(talk, talk.words("Đồng ý mọi mục trong phiếu?", "Is every field agreed to?")):
            return [consent.ALL]
        known = [key for key in consent.FIELDS if getattr(subject.record, key, None) or key == "body"]
        talk.say(", ".join(f"{key} ({consent.FIELDS[key][talk.lang == 'en']})" for key in known))
        words = talk.words("Các mục được đồng ý, kể cả name, cách nhau bằng dấu phẩy:", "Those that are:")
        return [each.strip() for each in talk.answer(words).split(",") if each.strip()]
    answer = ask_field(talk, fields_of(group)[name], {}, faults)
    return answer if isinstance(answer, str) else list(answer)


def _yes(talk: Talk, question: str) -> bool:
    from vinhdanh.base.vietnamese.text import fold  # noqa: PLC0415

    answer = talk.answer(f"{question} {talk.words('[c/K]', '[y/N]')}")
    return fold(answer) in ("c", "co", "y", "yes")


# -- writing ----


def _record(
    options: argparse.Namespace, settings: Options, relying: Relying, answers: Answers, seal: str
) -> int:
    from vinhdanh.content.private import CONSENTS  # noqa: PLC0415
    from vinhdanh.editing.trust import confirming, recording  # noqa: PLC0415

    name = recording.name_for(relying[0].record)
    written = str(answers.get("seal", ""))
    no_seal = confirming.why_no_seal(written, seal)
    if no_seal:
        return refuse(options, *no_seal, consent=None)
    if confirming.begins_seal(written, seal):
        answers["seal"] = seal
    text, consent, problems = recording.recorded(f"{CONSENTS}/{name}.yaml", answers)
    if consent is None:
        if options.json:
            print(
                json.dumps({"consent": None, "problems": [each.as_dict(options.lang) for each in problems]})
            )
        else:
            report(options, problems)
            say(
                options,
                "Chưa ghi gì: sửa những chỗ trên rồi chạy lại.",
                "Nothing was written: mend this first.",
            )
        return USAGE
    _keep(settings, relying, name, text)
    return _tell(options, settings, name, consent, confirming.same_seal(consent.seal, seal))


def _keep(settings: Options, relying: Relying, name: str, text: str) -> None:
    """Write the record, the former one beside, and then that the person relies on it. Raises DiskError."""
    from vinhdanh.content.private import CONSENTS  # noqa: PLC0415
    from vinhdanh.editing.trust import private_folder, recording  # noqa: PLC0415

    subject, own = relying
    former = settings.root / CONSENTS / f"{name}.yaml"
    before = disk.read(former) if disk.stamp(former) else b""
    if before and before != text.encode():
        kept = f"{recording.FORMER}/{name}.yaml"
        private_folder.keep_beside(settings.root, kept, before.decode("utf-8", "replace"))
    private_folder.keep(settings.root, f"{private_folder.CONSENTS}/{name}.yaml", text)
    if own != subject.data:
        saving.save(settings.root / "content" / subject.path, own)


def _tell(options: argparse.Namespace, settings: Options, name: str, consent: Consent, current: bool) -> int:
    from vinhdanh.content.model.consent import PURPOSES, WEB  # noqa: PLC0415
    from vinhdanh.content.private import CONSENTS  # noqa: PLC0415

    kept = settings.root / CONSENTS / f"{name}.yaml"
    if options.json:
        plain = {"consent": str(kept), "purposes": list(consent.purposes), "current": current}
        print(json.dumps(plain, ensure_ascii=False))
        return CLEAN
    print(kept)
    vi, en = (", ".join(PURPOSES[each][at] for each in consent.purposes) for at in (0, 1))
    say(options, f"Đã ghi: đồng ý {vi}.", f"Recorded: agreed to {en}.")
    if disk.below(settings.root / "private", consent.evidence) is None:
        say(
            options,
            f"Không thấy tệp “{consent.evidence}” trong private/: ghi lại như lời chỉ nơi giữ bằng chứng.",
            f"There is no file “{consent.evidence}” in private/: it is taken for where the evidence is kept.",
        )
    if WEB not in consent.purposes:
        say(options, "Không đồng ý đăng web: người này không được đăng.", "Not for the web: not published.")
    if not current:
        say(
            options,
            "Hồ sơ đã đổi sau khi ký: in phiếu mới bằng lệnh proof để người ấy xác nhận lại.",
            "The record has changed since: print a new proof, to be confirmed again.",
        )
    return CLEAN
