"""Generated showcases: as many stories as wanted with all that belongs to them, the same at every run.

A story is a page that tells of somebody or something at length: a person, an initiative, or a piece about both, each
with about 2.5 kB of Markdown. What belongs to stories grows with their number; see `scale`.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

from bench import belongings, words
from bench.belongings import PROGRAMMES, Content
from bench.scale import (
    YEARS,
    Scale,
    day_of,
    initiative_id,
    name_of,
    organisation_id,
    person_id,
    piece_id,
    place_of,
    scale_of,
    sector_of,
    sources_of,
    title_of,
)
from bench.writing import body, markdown, sentence

ENGLISH_EVERY = 10
"""Every how many-th person has an English twin."""

WRITTEN_AT = 1_700_000_000
"""Seconds since the epoch: the files are given an age, since a build does not trust the stamp of a file just saved."""


def write(root: Path, stories: int) -> None:
    """Write a showcase of `stories` stories below `root`, which must not have a `content/` yet. Raises ValueError."""
    folders: set[Path] = set()
    for path, text in content(stories):
        target = root / "content" / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True)
            folders.add(target.parent)
        target.write_text(text, encoding="utf-8")
        os.utime(target, (WRITTEN_AT, WRITTEN_AT))


def content(stories: int) -> Content:
    """The files of a showcase of `stories` stories, at least 10. Raises ValueError."""
    scale = scale_of(stories)
    yield from belongings.files(scale)
    for number in range(scale.people):
        yield f"people/{person_id(number)}.md", _person(number, scale)
        if number % ENGLISH_EVERY == 0:
            yield f"people/{person_id(number)}.en.md", _person_in_english(number)
    for number in range(scale.initiatives):
        yield f"initiatives/{initiative_id(number)}.md", _initiative(number, scale)
    for number in range(scale.pieces):
        yield f"stories/{piece_id(number)}.md", _piece(number, scale)


def _person(number: int, scale: Scale) -> str:
    chance = Random(f"person {number}")
    sources = sources_of(chance, scale, 3)
    at = number % scale.organisations
    own = [initiative_id(number)] if number < scale.initiatives else []
    front = {
        "name": name_of(number),
        "address_form": "anh",
        "summary": sentence(chance),
        "job_title": chance.choice(words.JOBS),
        "affiliations": [{"organisation": organisation_id(at), "role": "Tổ trưởng"}],
        "place": place_of(at),
        "sector": sector_of(at),
        "honours": [
            {
                "award": f"giai-{award}",
                "year": chance.choice(YEARS),
                "level": "đơn vị",
                "initiatives": own,
                "source": sources[0],
            }
            for award in chance.sample(range(len(words.AWARDS)), chance.randint(1, 3))
        ],
        "quotes": [{"text": sentence(chance), "occasion": "Trả lời báo", "source": sources[1]}],
        "basis": {"kind": "public_record", "sources": sources[:1]},
        "sources": sources,
        "published": day_of(number),
    }
    links = [_link("đơn vị này", f"organisations/{organisation_id(at)}")]
    links.extend(_link("sáng kiến ấy", f"initiatives/{id}") for id in own)
    return markdown(front, body(chance, sources, links))


def _person_in_english(number: int) -> str:
    text = "At work, small changes make the days easier. They are found by those who look closely. "
    return markdown({"summary": f"The story of a worker, number {number}."}, text * 12)


def _initiative(number: int, scale: Scale) -> str:
    chance = Random(f"initiative {number}")
    sources = sources_of(chance, scale, 3)
    at = number % scale.organisations
    adopter = organisation_id(chance.randrange(scale.organisations))
    front = {
        "title": title_of(number),
        "kind": "kỹ thuật",
        "summary": sentence(chance),
        "authors": [
            {"who": person_id(each % scale.people)} for each in (number, number + scale.organisations)
        ],
        "organisation": organisation_id(at),
        "sector": sector_of(at),
        "place": place_of(at),
        "programmes": [f"phong-trao-{number % PROGRAMMES}"],
        "first_applied": chance.choice(YEARS),
        "problem": sentence(chance),
        "solution": sentence(chance),
        "figures": [{"value": f"trên {chance.randint(2, 900)} triệu đồng/năm", "source": sources[0]}],
        "results": [{"text": sentence(chance), "source": sources[1]}],
        "adoptions": [
            {"unit": adopter, "date": chance.choice(YEARS), "note": sentence(chance), "source": sources[2]}
        ],
        "sources": sources,
        "published": day_of(number),
    }
    links = [
        _link("đơn vị này", f"organisations/{organisation_id(at)}"),
        _link("người thợ ấy", f"people/{person_id(number)}"),
    ]
    return markdown(front, body(chance, sources, links))


def _piece(number: int, scale: Scale) -> str:
    chance = Random(f"piece {number}")
    sources = sources_of(chance, scale, 3)
    who, what = chance.randrange(scale.people), chance.randrange(scale.initiatives)
    about = (f"people/{person_id(who)}", f"initiatives/{initiative_id(what)}")
    front = {
        "title": f"{title_of(what)}, nhìn từ một cuộc gặp",
        "summary": sentence(chance),
        "date": day_of(number),
        "author": name_of(number),
        "features": list(about),
        "theme": f"chu-de-{number % len(words.THEMES)}",
        "sources": sources,
        "published": day_of(number),
    }
    links = [_link("người thợ ấy", about[0]), _link("cách làm này", about[1])]
    return markdown(front, body(chance, sources, links))


def _link(text: str, target: str) -> str:
    return f"[{text}]({target}.md)"
