"""The addresses of other sites in the content, and whether their pages are still there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from vinhdanh.base import disk, saving
from vinhdanh.base.problems import Location, Problem, sort_problems
from vinhdanh.content.loading import is_content
from vinhdanh.content.source_text import EXCERPT_LIMIT, decode
from vinhdanh.editing import link_messages
from vinhdanh.editing.fetching import GONE, OK, Answer, Pace, ask_all
from vinhdanh.render.outcome import MEMORY_FOLDER

CACHE = "links.json"
"""What was answered, below the folder of the memory."""

FRESH_DAYS = 7
"""Days for which a page that was there is taken to be there still; all other answers are asked for anew."""

_ADDRESS = re.compile(r"https?://(?:(?!\[@|\]\()[^\s<>\"'`\\|])+", re.IGNORECASE)
"""Up to a blank or a quote, a citation, or the second half of a Markdown link."""
_PAIRS = {")": "(", "]": "[", "}": "{"}


class Links(NamedTuple):
    """What came of looking at the addresses: how many there are, were asked for, are known from before, were not
    reached in time, and the problems."""

    addresses: int
    asked: int
    known: int
    left: int
    problems: tuple[Problem, ...]


def check_links(root: Path, own: str, today: str, pace: Pace, note: Callable[[str, Answer], None]) -> Links:
    """Ask for every address in the content but those below `own`. Raises DiskError.

    `today` is the ISO date that answers are remembered with; `note` hears each answer as it comes.
    """
    uses: dict[str, list[Location]] = {}
    for address, location in addresses_in(root / "content"):
        if not (own and address.startswith(own)):
            uses.setdefault(address, []).append(location)
    cache = root / MEMORY_FOLDER / CACHE
    remembered = _remembered(cache)
    fresh = {
        address for address, (state, _, day) in remembered.items() if state == OK and _is_fresh(day, today)
    }
    asked = ask_all([address for address in uses if address not in fresh], pace, note)
    kept = {address: said for address, said in remembered.items() if address in uses}
    answers = {**kept, **{address: (*answer, today) for address, answer in asked.items()}}
    saving.save(cache, json.dumps(answers, ensure_ascii=False, indent=0, sort_keys=True).encode())
    left = len(uses.keys() - asked.keys() - fresh)
    known = len(uses.keys() & fresh)
    return Links(len(uses), len(asked), known, left, sort_problems(_problems(uses, asked)))


def _problems(uses: Mapping[str, list[Location]], asked: Mapping[str, Answer]) -> Iterator[Problem]:
    for address, answer in asked.items():
        message = link_messages.GONE if answer.state == GONE else link_messages.UNSURE
        if answer.state != OK:
            for location in uses[address]:
                yield message.at(location, address=address, said=answer.said)


def addresses_in(folder: Path) -> Iterator[tuple[str, Location]]:
    """Every address of another site in the content files below `folder`, with its places. Raises DiskError."""
    for file in disk.scan(folder):
        if not is_content(file.path):
            continue
        text = decode(f"content/{file.path}", disk.read(folder / file.path))
        for number, line in enumerate(text.split("\n") if isinstance(text, str) else (), 1):
            for match in _ADDRESS.finditer(line):
                place = Location(f"content/{file.path}", number, match.start() + 1, line[:EXCERPT_LIMIT])
                yield without_tail(match[0]), place


def without_tail(address: str) -> str:
    """An address without the signs behind it that belong to the sentence, the list or the brackets around it."""
    while address:
        last = address[-1]
        opened = _PAIRS.get(last)
        if last not in ".,;:!?*_”’…" and (opened is None or address.count(opened) >= address.count(last)):
            break
        address = address[:-1]
    return address


def _remembered(cache: Path) -> dict[str, tuple[str, str, str]]:
    """The answers of former runs; none when the file is missing or damaged."""
    try:
        found = json.loads(disk.read(cache))
    except (disk.DiskError, ValueError):
        return {}
    rows = found.items() if isinstance(found, dict) else ()
    return {
        address: (row[0], row[1], row[2])
        for address, row in rows
        if isinstance(row, list) and len(row) == 3 and all(isinstance(part, str) for part in row)
    }


def _is_fresh(day: str, today: str) -> bool:
    try:
        return 0 <= (date.fromisoformat(today) - date.fromisoformat(day)).days < FRESH_DAYS
    except ValueError:
        return False
