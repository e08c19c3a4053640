"""`new` writes a new content file, after asking for what must be in it."""

from __future__ import annotations

import argparse
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vinhdanh.base import saving
from vinhdanh.base.problems import Problem, has_errors
from vinhdanh.base.vietnamese.text import is_slug, slugify
from vinhdanh.commands import previewing
from vinhdanh.commands.console import (
    CLEAN,
    INTERRUPTED,
    PROBLEMS,
    USAGE,
    agrees,
    ask,
    can_ask,
    refuse,
    report,
    say,
    settings_of,
)

if TYPE_CHECKING:
    from vinhdanh.content.catalogue import Catalogue
    from vinhdanh.content.model.kinds import Kind
    from vinhdanh.editing.interview import Talk
    from vinhdanh.editing.scaffold import Written

# What writes is imported where it is needed: builds do without it, and it loads the whole engine.


class _RefusedError(Exception):
    """Why nothing is written, in Vietnamese and English, and the exit code."""

    def __init__(self, vi: str, en: str, code: int = USAGE) -> None:
        super().__init__(en)
        self.words, self.code = (vi, en), code


def offer(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `new` to the parser's commands."""
    writing = commands.add_parser("new", parents=[common], help="viết một bài mới · begin a new record")
    add = writing.add_argument
    add("kind", nargs="?", help="loại: person, initiative, story … · the kind of record")
    add("--name", help="tên người, tên đơn vị, tiêu đề · its name or title")
    add("--id", help="mã, nếu không lấy từ tên · its id, if not made from the name")
    add(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="một mục và giá trị; viết nhiều lần được · a key and its value; may come again",
    )
    add(
        "--no-open",
        action="store_true",
        help="không mở bản xem trước · do not open the preview",
    )
    writing.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    from vinhdanh.editing.check import catalogue_of  # noqa: PLC0415
    from vinhdanh.editing.interview import StoppedError, Talk  # noqa: PLC0415

    talk = Talk(ask, lambda line: say(options, line, line), options.lang) if _may_ask(options) else None
    settings = settings_of(options)
    try:
        catalogue = catalogue_of(settings)
        kind = _kind(options, talk)
        values = _values(options, talk, kind, catalogue)
        return _write(options, kind, _id(options, talk, kind, values, catalogue), values, catalogue)
    except _RefusedError as refused:
        return refuse(options, *refused.words, refused.code, file=None)
    except StoppedError:
        say(options, "\nĐã thôi, chưa ghi gì.", "\nStopped; nothing was written.")
        return INTERRUPTED


def _may_ask(options: argparse.Namespace) -> bool:
    return not options.json and not options.quiet and can_ask()


def _kind(options: argparse.Namespace, talk: Talk | None) -> Kind:
    from vinhdanh.content.model.kinds import KINDS  # noqa: PLC0415
    from vinhdanh.editing.interview import ask_kind  # noqa: PLC0415
    from vinhdanh.editing.scaffold import kind_named  # noqa: PLC0415

    found = kind_named(options.kind) if options.kind else None
    if found:
        return found
    if talk and not options.kind:
        return ask_kind(talk)
    known = ", ".join(kind.key for kind in KINDS)
    raise _RefusedError(f"Cần cho biết loại: {known}.", f"Name the kind: {known}.")


def _values(options: argparse.Namespace, talk: Talk | None, kind: Kind, catalogue: Catalogue) -> Written:
    """The values that were given, and those that must be there and are asked for."""
    from vinhdanh.content import reader  # noqa: PLC0415
    from vinhdanh.editing.interview import ask_field  # noqa: PLC0415
    from vinhdanh.editing.scaffold import UnknownKeyError, faults_of, required_fields, values_from  # noqa: PLC0415

    extras = reader.extra_fields(catalogue.site)
    pairs = [(kind.heading, options.name)] if options.name else []
    for pair in options.set:
        key, equals, value = pair.partition("=")
        if not equals:
            raise _RefusedError(f"“{pair}” phải có dạng mục=giá trị.", f"“{pair}” must be key=value.")
        pairs.append((key.strip(), value.strip()))
    try:
        values = dict(values_from(kind, pairs, extras))
    except UnknownKeyError as error:
        raise _RefusedError(
            f"Loại “{kind.one[0]}” không có mục “{error.key}”.", f"“{kind.one[1]}” has no key “{error.key}”."
        ) from error
    lacking = [field for field in required_fields(kind, extras) if not values.get(field.name)]
    if lacking and not talk:
        keys = " ".join(f"--set {field.name}=…" for field in lacking)
        raise _RefusedError(f"Còn thiếu: {keys}", f"Still needed: {keys}")
    for field in lacking:
        assert talk
        faults = partial(faults_of, kind, field.name, extras, options.lang)
        values[field.name] = ask_field(talk, field, catalogue.names(), faults)
    return values


def _id(
    options: argparse.Namespace, talk: Talk | None, kind: Kind, values: Written, catalogue: Catalogue
) -> str:
    """The id of the new record: as given, else made from its name; one that is free."""
    from vinhdanh.editing.scaffold import id_from  # noqa: PLC0415

    id = options.id or id_from(str(values[kind.heading]))
    while not is_slug(id) or catalogue.state((kind.key, id)):
        taken_vi, taken_en = f"Mã “{id}” đã có rồi.", f"The id “{id}” is taken."
        if not is_slug(id):
            taken_vi, taken_en = f"“{id}” không làm mã được.", f"“{id}” cannot be an id."
        if not talk:
            raise _RefusedError(
                f"{taken_vi} Chọn mã khác: --id ten-khong-dau",
                f"{taken_en} Choose another: --id its-id",
                PROBLEMS,
            )
        talk.say(talk.words(taken_vi, taken_en))
        id = slugify(talk.answer(talk.words("Mã khác (chữ thường không dấu, gạch nối):", "Another id:")))
    return id


def _write(options: argparse.Namespace, kind: Kind, id: str, values: Written, catalogue: Catalogue) -> int:
    from vinhdanh.content import reader  # noqa: PLC0415
    from vinhdanh.editing.check import check_unsaved  # noqa: PLC0415
    from vinhdanh.editing.scaffold import draft  # noqa: PLC0415
    from vinhdanh.showcase.addresses import addresses_of  # noqa: PLC0415

    settings = settings_of(options)
    made = draft(kind, id, values, reader.extra_fields(catalogue.site), options.lang)
    found = check_unsaved(settings, made.path, made.text.encode())
    target = settings.root / "content" / made.path
    if not has_errors(found) and not saving.save_new(target, made.text.encode()):
        raise _RefusedError(f"Tệp đã có: {target}", f"The file is there already: {target}", PROBLEMS)
    addresses = addresses_of(catalogue.site.base_url)
    return _tell(options, addresses.url(addresses.named(kind.key, id)), id, target, found)


def _tell(
    options: argparse.Namespace, address: str, id: str, target: Path, found: tuple[Problem, ...]
) -> int:
    from vinhdanh.preview import doorplate  # noqa: PLC0415

    wrong = has_errors(found)
    root = settings_of(options).root
    preview = None if wrong else doorplate.found(root)
    if options.json:
        plain = {
            "file": None if wrong else target.relative_to(root).as_posix(),
            "id": id,
            "address": address,
            "preview": f"{preview}{address}" if preview else None,
            "problems": [one.as_dict(options.lang) for one in found],
        }
        print(json.dumps(plain, ensure_ascii=False))
        return PROBLEMS if wrong else CLEAN
    report(options, found)
    if wrong:
        say(options, "Chưa ghi gì: sửa những chỗ trên rồi chạy lại.", "Nothing was written: mend this first.")
        return PROBLEMS
    print(target, flush=True)
    say(options, "Đã tạo bài mới.", "A new record is begun.")
    return _show(options, address, preview)


def _show(options: argparse.Namespace, address: str, preview: str | None) -> int:
    """Open the page in the preview, or say how. `--set` is for scripts: it asks nothing and opens nothing."""
    at_hand = _may_ask(options) and not options.set and not options.no_open
    if preview:
        say(options, f"Xem trước: {preview}{address}", f"Preview: {preview}{address}")
        if at_hand:
            import webbrowser  # noqa: PLC0415

            webbrowser.open(f"{preview}{address}")
        return CLEAN
    if at_hand and agrees(
        options, "Mở bản xem trước của bài này ngay bây giờ?", "Open its page in a preview now?"
    ):
        return previewing.preview(options, first=address)
    say(
        options,
        f"Muốn xem trước: python3 build.py serve, rồi mở trang {address}",
        f"To look at it: python3 build.py serve, then the page {address}",
    )
    return CLEAN
