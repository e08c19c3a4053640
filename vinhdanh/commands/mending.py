"""`check --fix` shows what would be mended, asks, writes, and says where the former files are; `--undo` goes back."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from vinhdanh.base import terminal
from vinhdanh.base.problems import has_errors
from vinhdanh.commands.console import CLEAN, PROBLEMS, agrees, can_ask, colour, report, say, settings_of

if TYPE_CHECKING:
    from vinhdanh.editing.backups import Exchanged
    from vinhdanh.editing.mending import Mending

# What mends is imported where it is needed: builds do without it, and it loads the whole engine.


def fix(options: argparse.Namespace) -> int:
    """Mend what is safe to mend, after showing it, and tell what is left to people."""
    from vinhdanh.editing.backups import Exchange, write  # noqa: PLC0415
    from vinhdanh.editing.check import mend  # noqa: PLC0415

    settings = settings_of(options)
    mending = mend(settings)
    if not options.json:
        for file in mending.files:
            print(_difference(file.path, file.before, file.after, coloured=colour()))
    done = (
        write(settings.root, [Exchange(*file) for file in mending.files])
        if mending.files and _wanted(options, len(mending.files))
        else None
    )
    if options.json:
        print(json.dumps(_as_json(mending, done, options.lang), ensure_ascii=False))
    else:
        _tell(options, mending, done)
    left = mending.left
    wrong = has_errors(left) or (options.strict and bool(left))
    return PROBLEMS if wrong or (mending.files and not done) else CLEAN


def _wanted(options: argparse.Namespace, files: int) -> bool:
    """Whether to write: `--yes` says so, or somebody at a terminal does."""
    if options.yes:
        return True
    return (
        not options.json
        and can_ask()
        and agrees(
            options, f"Ghi các thay đổi này vào {files} tệp?", f"Write these changes to {files} files?"
        )
    )


def _difference(path: str, before: bytes, after: bytes, *, coloured: bool) -> str:
    texts = (data.decode("utf-8-sig") for data in (before, after))
    return terminal.difference(f"content/{path}", *texts, colour=coloured)


def _as_json(mending: Mending, done: Exchanged | None, lang: str) -> dict[str, Any]:
    return {
        "mended": [
            {"file": f"content/{path}", "diff": _difference(path, before, after, coloured=False)}
            for path, before, after in mending.files
        ],
        "written": [f"content/{path}" for path in done.written] if done else [],
        "changed": [f"content/{path}" for path in done.changed] if done else [],
        "backup": str(done.folder) if done else None,
        "problems": [problem.as_dict(lang) for problem in mending.left],
    }


def _tell(options: argparse.Namespace, mending: Mending, done: Exchanged | None) -> None:
    report(options, mending.left, headed=True)
    if not mending.files:
        say(options, "Không có chỗ nào cần tự sửa.", "There is nothing to mend.")
    elif not done:
        count = len(mending.files)
        say(
            options,
            f"Chưa ghi gì cả. Muốn sửa {count} tệp như trên: python3 build.py check --fix --yes",
            f"Nothing was written. To mend these {count} files: python3 build.py check --fix --yes",
        )
    else:
        _tell_written(options, done)
    if mending.left:
        count = len(mending.left)
        say(options, f"Còn {count} chỗ ở trên cần người sửa.", f"{count} problems above are left to people.")


def _tell_written(options: argparse.Namespace, done: Exchanged) -> None:
    count = len(done.written)
    say(
        options,
        f"Đã sửa {count} tệp. Bản cũ cất ở {done.folder} · muốn trả lại: python3 build.py check --undo",
        f"Mended {count} files. The former ones are in {done.folder} · to take this back: "
        "python3 build.py check --undo",
    )
    _tell_changed(options, done)


def _tell_changed(options: argparse.Namespace, done: Exchanged) -> None:
    for path in done.changed:
        say(
            options,
            f"Để nguyên content/{path}: tệp vừa được sửa ở nơi khác.",
            f"Left content/{path} alone: it was changed meanwhile.",
        )


def undo(options: argparse.Namespace) -> int:
    """Take the last mending back."""
    from vinhdanh.editing.backups import undo as bring_back  # noqa: PLC0415

    done = bring_back(settings_of(options).root)
    if options.json:
        plain = {"restored": done.written if done else (), "changed": done.changed if done else ()}
        print(json.dumps(plain, ensure_ascii=False))
    elif done is None:
        say(options, "Không có lần tự sửa nào để trả lại.", "There is no mending to take back.")
    else:
        count = len(done.written)
        say(options, f"Đã trả lại {count} tệp như trước.", f"{count} files are as they were before.")
        _tell_changed(options, done)
    return CLEAN
