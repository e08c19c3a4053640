"""`proof` prints what would be published about somebody; `withdraw` takes somebody out, and looks if they are gone."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vinhdanh.base import disk, saving
from vinhdanh.base.problems import Problem
from vinhdanh.commands.console import CLEAN, PROBLEMS, USAGE, report, say, settings_of
from vinhdanh.render.outcome import MEMORY_FOLDER, Options, Outcome

if TYPE_CHECKING:
    from typing import Any

    from vinhdanh.content.catalogue import Catalogue
    from vinhdanh.editing.trust.searching import Leftover
    from vinhdanh.editing.trust.subjects import Subject
    from vinhdanh.editing.trust.withdrawal import Withdrawal

# What does the work is imported where it is needed: builds do without it, and it loads the whole engine.

SHOWN = 20
"""Places that are told at the terminal; the report has them all."""


def offer(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `proof` and `withdraw` to the parser's commands."""
    proving = commands.add_parser(
        "proof",
        parents=[common],
        help="phiếu xác nhận cho người được đăng · what would be published, to sign",
    )
    proving.add_argument("id", metavar="ID", help="mã của người đó, ví dụ truong-thai-son · the person's id")
    proving.set_defaults(run=_proof)
    withdrawing = commands.add_parser(
        "withdraw", parents=[common], help="gỡ một người đã rút lại đồng ý · take out somebody who withdrew"
    )
    add = withdrawing.add_argument
    add("id", metavar="ID", help="mã của người đó, ví dụ truong-thai-son · the person's id")
    add(
        "--received",
        type=_day,
        default=None,
        metavar="DAY",
        help="ngày nhận yêu cầu, 2026-11-22 · when it was asked for",
    )
    add("--output", type=Path, default=None, metavar="DIR", help="nơi ghi trang · where the site goes")
    withdrawing.set_defaults(run=_withdraw)


def _proof(options: argparse.Namespace) -> int:
    from vinhdanh.editing.trust import private_folder, proof  # noqa: PLC0415

    settings = settings_of(options)
    catalogue, subject = _asked_for(options, settings)
    if subject is None:
        return _nobody(options)
    gathered = proof.gather(settings.root, catalogue, subject, settings.today)
    name = f"{private_folder.PROOFS}/{subject.record.id}-{gathered.seal.replace(' ', '')[:8]}.html"
    kept = private_folder.keep(settings.root, name, proof.page(gathered))
    if options.json:
        print(json.dumps({"proof": str(kept), "digest": gathered.seal}, ensure_ascii=False))
    else:
        print(kept)
        say(
            options,
            f"Dấu của nội dung: {gathered.seal}. Mở tệp trên, in ra, mời người được đăng đọc và ký; rồi ghi lại bằng: "
            f"python3 build.py consent {subject.record.id}",
            f"Digest: {gathered.seal}. Open the file, print it, and ask the person to read and sign it; then run: "
            f"python3 build.py consent {subject.record.id}",
        )
    return CLEAN


def _day(text: str) -> str:
    """A day in ISO form. Raises ValueError."""
    return date.fromisoformat(text).isoformat()


def _withdraw(options: argparse.Namespace) -> int:
    from vinhdanh.editing.forms.records import UnwritableError  # noqa: PLC0415

    settings = settings_of(options)
    catalogue, subject = _asked_for(options, settings)
    if subject is None:
        return _nobody(options)
    received = options.received or settings.today
    if received > settings.today:
        say(options, "Ngày nhận yêu cầu còn ở phía trước.", "The request cannot arrive in the future.")
        return USAGE
    try:
        since = _marked(settings, catalogue, subject)
    except UnwritableError as error:
        report(options, [error.problem])
        return PROBLEMS
    _mark_consent(options, settings, subject, since)
    outcome, withdrawal = _taken_out(settings, subject, since, received)
    return _told(options, settings, outcome, withdrawal)


def _asked_for(options: argparse.Namespace, settings: Options) -> tuple[Catalogue, Subject | None]:
    """What the content says, and the person that is meant."""
    from vinhdanh.editing.check import catalogue_of  # noqa: PLC0415
    from vinhdanh.editing.trust import subjects  # noqa: PLC0415

    catalogue = catalogue_of(settings)
    return catalogue, subjects.asked_for(settings.root, catalogue, options.id)


def _nobody(options: argparse.Namespace) -> int:
    if options.json:
        print(json.dumps({"report": None, "error": options.id}, ensure_ascii=False))
    else:
        say(
            options,
            f"Không có cá nhân hay tập thể nào mang mã “{options.id}”.",
            f"No person or collective has the id “{options.id}”.",
        )
    return USAGE


def _marked(settings: Options, catalogue: Catalogue, subject: Subject) -> str:
    """The day of withdrawal, written into the file unless it stands there already. Raises UnwritableError."""
    from vinhdanh.content.reader import extra_fields  # noqa: PLC0415
    from vinhdanh.editing.trust.subjects import withdrawn  # noqa: PLC0415

    basis = subject.record.basis
    since = basis.withdrawn.iso if basis and basis.withdrawn else settings.today
    if not (basis and basis.withdrawn):
        data = withdrawn(subject, extra_fields(catalogue.site), since)
        saving.save(settings.root / "content" / subject.path, data)
    return since


def _mark_consent(options: argparse.Namespace, settings: Options, subject: Subject, since: str) -> None:
    """Write the withdrawal into the consent that somebody relies on, if there is one here and nobody else has it."""
    from vinhdanh.content.consents import load  # noqa: PLC0415
    from vinhdanh.content.private import CONSENTS  # noqa: PLC0415
    from vinhdanh.editing.trust.recording import taken_back  # noqa: PLC0415

    basis = subject.record.basis
    name = basis.record if basis else None
    if name is None or name not in load(settings.root).records:
        return
    endings = (settings.root / CONSENTS / f"{name}.{ending}" for ending in ("yaml", "yml"))
    file = next(path for path in endings if disk.stamp(path))
    before = disk.read(file)
    new = taken_back(before, since, subject.record.id)
    if new is None:
        say(
            options,
            f"Chưa ghi được ngày rút vào {file}: anh chị ghi tay thêm dòng “withdrawn: {since}”.",
            f"The withdrawal could not be written into {file}: add “withdrawn: {since}” by hand.",
        )
    elif new != before:
        saving.save(file, new)


def _taken_out(settings: Options, subject: Subject, since: str, received: str) -> tuple[Outcome, Withdrawal]:
    """Build without the person, and see what is left."""
    from vinhdanh.editing.check import catalogue_of  # noqa: PLC0415
    from vinhdanh.editing.trust import subjects  # noqa: PLC0415
    from vinhdanh.editing.trust.withdrawal import Withdrawal  # noqa: PLC0415
    from vinhdanh.render.pipeline import build  # noqa: PLC0415

    outcome = build(settings)
    catalogue = catalogue_of(settings)
    record = subject.record
    there = disk.stamps(settings.output, outcome.changed)
    withdrawal = Withdrawal(
        record,
        catalogue.site.base_url,
        catalogue.site.languages,
        since,
        received,
        outcome.published,
        tuple(path for path in outcome.changed if path not in there),
        tuple(subjects.mentions(settings.root, catalogue, record)),
        _leftovers(settings, catalogue, subject) if outcome.published else (),
        subjects.namesakes(record, catalogue),
        bool(subjects.spellings_of(record, catalogue)),
    )
    return outcome, withdrawal


def _leftovers(settings: Options, catalogue: Catalogue, subject: Subject) -> tuple[Leftover, ...]:
    from vinhdanh.editing import backups  # noqa: PLC0415
    from vinhdanh.editing.trust import searching  # noqa: PLC0415
    from vinhdanh.editing.trust.subjects import spellings_of  # noqa: PLC0415
    from vinhdanh.editing.wanting import twin_file  # noqa: PLC0415
    from vinhdanh.render.forgetting import forget_unpublished  # noqa: PLC0415

    texts = forget_unpublished(settings)
    backups.forget(settings.root, {subject.path, twin_file(subject.path)})
    spellings = spellings_of(subject.record, catalogue)
    own = (found.path for found in disk.scan(settings.root / "content"))
    memory = settings.root / MEMORY_FOLDER
    shown = searching.in_output(settings.output, subject.record, spellings)
    kept = searching.in_memory(memory, texts, subject.record, spellings, own)
    return (
        *(each._replace(place=f"{settings.output.name}/{each.place}") for each in shown),
        *(each._replace(place=f"{MEMORY_FOLDER}/{each.place}") for each in kept),
    )


def _told(options: argparse.Namespace, settings: Options, outcome: Outcome, withdrawal: Withdrawal) -> int:
    """Keep the report, and say where it is and what is left to do."""
    from vinhdanh.editing.trust import private_folder  # noqa: PLC0415
    from vinhdanh.editing.trust.withdrawal import report as written  # noqa: PLC0415

    stopping = (*outcome.faults, *outcome.problems) if not outcome.published else ()
    name = f"{private_folder.WITHDRAWALS}/{settings.today}-{withdrawal.record.id}.md"
    kept = private_folder.keep_beside(settings.root, name, written(withdrawal, stopping))
    if options.json:
        plain = {
            "report": str(kept),
            "withdrawn": withdrawal.withdrawn,
            "published": withdrawal.published,
            "whole": withdrawal.whole,
            "left": sorted({each.place for each in withdrawal.leftovers}),
            "problems": [problem.as_dict(options.lang) for problem in stopping],
        }
        print(json.dumps(plain, ensure_ascii=False))
    else:
        _say_result(options, withdrawal, stopping)
        say(options, f"Báo cáo, riêng tư: {kept}", f"The report, private: {kept}")
    return CLEAN if withdrawal.whole else PROBLEMS


def _say_result(options: argparse.Namespace, withdrawal: Withdrawal, stopping: tuple[Problem, ...]) -> None:
    """The places alone, without what stands there: a terminal's text travels far."""
    report(options, stopping)
    id = withdrawal.record.id
    places = sorted({each.place for each in withdrawal.leftovers})
    for place in places[:SHOWN]:
        say(options, f"  còn sót ở {place}", f"  left in {place}")
    if not withdrawal.published:
        vi, en = (
            "CHƯA GỠ ĐƯỢC: trang cũ vẫn còn nguyên, sửa các lỗi trên rồi chạy lại",
            "NOT TAKEN OUT: mend the errors",
        )
    elif places:
        vi, en = (
            f"CHƯA XONG: còn sót ở {len(places)} tệp, sửa rồi chạy lại",
            f"NOT DONE: left in {len(places)} files",
        )
    elif not withdrawal.searchable:
        vi, en = (
            "Đã gỡ; tên một chữ không dò được, hãy xem bằng mắt",
            "Taken out; too short a name to look for",
        )
    else:
        vi, en = "Đã gỡ khỏi trang, đã dò lại: không còn", "Taken out; nothing of the name is left"
    count = len(withdrawal.mentions)
    say(
        options,
        f"{id}: {vi}. {count} chỗ trong content/ nhắc đến người này, xem trong báo cáo.",
        f"{id}: {en}. {count} places of content/ mention this person, see the report.",
    )
