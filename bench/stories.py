"""Generated showcases: as many stories as wanted with all that belongs to them, the same at every run.

A "story" is a page that tells of somebody or something at length: a person, an initiative, or a piece about both, with
about 2.5 kB of Markdown. What belongs to them (organisations, sources, awards, events, experience) grows with their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench import words

BODY_BYTES = 2500
"""Length of a body in UTF-8; the last sentence may go a little beyond."""

ENGLISH_EVERY = 10
"""Every how many-th person has an English twin."""

YEARS = range(2012, 2026)

Content = Iterator[tuple[str, str]]
"""Paths below `content/` with the texts of the files."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many records of each kind a showcase has."""

    people: int
    initiatives: int
    pieces: int
    organisations: int
    sources: int
    events: int
    experiences: int


def size_of(stories: int) -> Size:
    """The numbers for `stories` stories, at least 10: half of them people, three in ten initiatives."""
    if stories < 10:
        raise ValueError(f"a showcase has at least 10 stories, not {stories}")
    people, initiatives = stories // 2, stories * 3 // 10
    return Size(
        people,
        initiatives,
        stories - people - initiatives,
        organisations=max(3, stories // 20),
        sources=max(6, stories // 8),
        events=max(1, stories // 100),
        experiences=max(2, stories // 20),
    )


def write(root: Path, stories: int) -> None:
    """Write a showcase of `stories` stories below `root`, which must not have a `content/` yet."""
    made: set[Path] = set()
    for path, text in content(stories):
        target = root / "content" / path
        if target.parent not in made:
            target.parent.mkdir(parents=True)
            made.add(target.parent)
        target.write_text(text, encoding="utf-8")


def content(stories: int) -> Content:
    """The files of a showcase of `stories` stories."""
    size = size_of(stories)
    yield from _settings(size)
    yield from _data(size)
    yield from _frames(size)
    for number in range(size.organisations):
        yield f"organisations/{organisation_id(number)}.md", _organisation(number)
    for number in range(size.people):
        yield f"people/{person_id(number)}.md", _person(number, size)
        if number % ENGLISH_EVERY == 0:
            yield f"people/{person_id(number)}.en.md", _person_in_english(number)
    for number in range(size.initiatives):
        yield f"initiatives/{initiative_id(number)}.md", _initiative(number, size)
    for number in range(size.pieces):
        yield f"stories/{piece_id(number)}.md", _piece(number, size)
    for number in range(size.experiences):
        yield f"experiences/kinh-nghiem-{number}.md", _experience(number, size)


# -- ids ----


def person_id(number: int) -> str:
    """The id of a person."""
    return f"nguoi-{number}"


def initiative_id(number: int) -> str:
    """The id of an initiative."""
    return f"sang-kien-{number}"


def piece_id(number: int) -> str:
    """The id of a piece about others."""
    return f"chuyen-{number}"


def organisation_id(number: int) -> str:
    """The id of an organisation."""
    return f"don-vi-{number}"


def _sources(chance: Random, size: Size, count: int) -> list[str]:
    return [f"nguon-{number}" for number in chance.sample(range(size.sources), count)]


# -- settings, lists, and what frames the stories ----


def _settings(size: Size) -> Content:
    home = {
        "headline": "Chuyện của những người thợ.",
        "person": person_id(0),
        "event": "su-kien-0",
        "people": [person_id(number) for number in range(min(6, size.people))],
        "initiatives": [initiative_id(number) for number in range(min(6, size.initiatives))],
        "experiences": ["kinh-nghiem-0"],
    }
    site = {"name": "Chuyện người thợ", "tagline": "Trang để đo tốc độ dựng.", "base_url": "https://do-toc-do.example"}
    yield "site.yaml", _yaml({**site, "languages": ["vi", "en"], "accepted_bases": ["public_record"], "home": home})
    yield "site.en.yaml", _yaml({"tagline": "A site to measure building with."})
    yield "pages/gioi-thieu.md", _file({"title": "Giới thiệu", "order": 1}, "Trang này được sinh ra để đo.")


def _data(size: Size) -> Content:
    sectors = [
        {"id": f"nganh-{number}", "name": name, "motif": motif, "hue": hue}
        for number, (name, (motif, hue)) in enumerate(words.SECTORS.items())
    ]
    places = [
        {"id": f"tinh-{number}", "name": name, "kind": "tỉnh", "predecessors": [words.FORMER.get(name, name)]}
        for number, name in enumerate(words.PROVINCES)
    ]
    sources = [
        {
            "id": f"nguon-{number}",
            "title": f"{words.THEMES[number % len(words.THEMES)]} (bài {number})",
            "publisher": f"Báo {words.UNITS[number % len(words.UNITS)]}",
            "url": f"https://bao.example/{number}",
            "date": f"{YEARS[number % len(YEARS)]}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        }
        for number in range(size.sources)
    ]
    for name, entries in {"sectors": sectors, "places": places, "sources": sources}.items():
        yield f"data/{name}.yaml", _yaml(entries)


def _frames(size: Size) -> Content:
    """Awards, themes, programmes and events."""
    for number, name in enumerate(words.AWARDS):
        award = {"name": name, "kind": "giải thưởng", "conferred_by": organisation_id(0), "since": 2010, "sources": ["nguon-0"]}
        yield f"awards/giai-{number}.md", _file(award, "")
    for number, title in enumerate(words.THEMES):
        yield f"themes/chu-de-{number}.md", _file({"title": title, "order": number + 1, "event": "su-kien-0"}, "")
    for number in range(3):
        programme = {"title": f"Phong trào thi đua thứ {number + 1}", "organiser": organisation_id(1), "start": YEARS[number]}
        yield f"programmes/phong-trao-{number}.md", _file({**programme, "sources": ["nguon-1"]}, "")
    for number in range(size.events):
        yield f"events/su-kien-{number}.md", _event(number, size)


def _event(number: int, size: Size) -> str:
    chance = Random(f"event {number}")
    roles = ("chủ trì", "đề dẫn", *["chia sẻ"] * 4, *["đại biểu"] * 6)
    who = chance.sample(range(size.people), min(len(roles), size.people))
    sources = _sources(chance, size, 2)
    return _file(
        {
            "title": f"Tọa đàm chia sẻ kinh nghiệm lần {number + 1}",
            "kind": "tọa đàm",
            "date": f"{YEARS[number % len(YEARS)]}-10-07",
            "place": chance.choice(words.PROVINCES),
            "organisers": [organisation_id(1)],
            "programme": f"phong-trao-{number % 3}",
            "themes": [f"chu-de-{theme}" for theme in range(len(words.THEMES))],
            "participations": [{"who": person_id(at), "role": role} for at, role in zip(who, roles, strict=False)],
            "key_points": [{"text": _sentence(chance), "source": sources[0]} for _ in range(3)],
            "sources": sources,
        },
        "",
    )


def _organisation(number: int) -> str:
    chance = Random(f"organisation {number}")
    name = f"{words.FORMS[number % len(words.FORMS)]} {words.UNITS[number % len(words.UNITS)]} {number}"
    parent = {"parent": organisation_id(number // 7)} if number > 7 else {}
    rewards = [{"text": _sentence(chance), "source": "nguon-2"}]
    place = {"place": _place(number), "sector": _sector(number)}
    return _file({"name": name, "kind": "doanh nghiệp", **parent, **place, "rewards": rewards, "sources": ["nguon-2"]}, "")


def _place(organisation: int) -> str:
    name = words.PROVINCES[organisation % len(words.PROVINCES)]
    return words.FORMER.get(name, name)


def _sector(organisation: int) -> str:
    return f"nganh-{organisation % len(words.SECTORS)}"


# -- stories ----


def name_of(number: int) -> str:
    """The name of a person."""
    chance = Random(f"name {number}")
    return " ".join(map(chance.choice, (words.FAMILY, words.MIDDLE, words.GIVEN)))


def title_of(number: int) -> str:
    """The title of an initiative."""
    chance = Random(f"title {number}")
    return " ".join(map(chance.choice, (words.VERBS, words.THINGS, words.PLACES_OF_WORK)))


def _person(number: int, size: Size) -> str:
    chance = Random(f"person {number}")
    sources = _sources(chance, size, 3)
    at = number % size.organisations
    own = [initiative_id(number)] if number < size.initiatives else []
    honours = [
        {"award": f"giai-{award}", "year": chance.choice(YEARS), "level": "đơn vị", "initiatives": own, "source": sources[0]}
        for award in chance.sample(range(len(words.AWARDS)), chance.randint(1, 3))
    ]
    front = {
        "name": name_of(number),
        "address_form": "anh",
        "summary": _sentence(chance),
        "job_title": chance.choice(words.JOBS),
        "affiliations": [{"organisation": organisation_id(at), "role": "Tổ trưởng"}],
        "place": _place(at),
        "sector": _sector(at),
        "honours": honours,
        "quotes": [{"text": _sentence(chance), "occasion": "Trả lời báo", "source": sources[1]}],
        "basis": {"kind": "public_record", "sources": sources[:1]},
        "sources": sources,
        "published": _published(number),
    }
    links = [f"[đơn vị này](organisations/{organisation_id(at)}.md)", *(f"[sáng kiến ấy](initiatives/{id}.md)" for id in own)]
    return _file(front, _body(chance, sources, links))


def _person_in_english(number: int) -> str:
    return _file({"summary": f"Story number {number} in English."}, "At work, small changes make the days easier. " * 20)


def _initiative(number: int, size: Size) -> str:
    chance = Random(f"initiative {number}")
    sources = _sources(chance, size, 3)
    at = number % size.organisations
    adopter = chance.randrange(size.organisations)
    front = {
        "title": title_of(number),
        "kind": "kỹ thuật",
        "summary": _sentence(chance),
        "authors": [{"who": person_id(number)}, {"who": person_id((number + size.organisations) % size.people)}],
        "organisation": organisation_id(at),
        "sector": _sector(at),
        "place": _place(at),
        "programmes": [f"phong-trao-{number % 3}"],
        "first_applied": chance.choice(YEARS),
        "problem": _sentence(chance),
        "solution": _sentence(chance),
        "figures": [{"value": f"trên {chance.randint(2, 900)} triệu đồng/năm", "source": sources[0]}],
        "results": [{"text": _sentence(chance), "source": sources[1]}],
        "adoptions": [{"unit": organisation_id(adopter), "date": chance.choice(YEARS), "note": _sentence(chance), "source": sources[2]}],
        "sources": sources,
        "published": _published(number),
    }
    links = [f"[đơn vị này](organisations/{organisation_id(at)}.md)", f"[người thợ ấy](people/{person_id(number)}.md)"]
    return _file(front, _body(chance, sources, links))


def _piece(number: int, size: Size) -> str:
    chance = Random(f"piece {number}")
    sources = _sources(chance, size, 3)
    who, what = chance.randrange(size.people), chance.randrange(size.initiatives)
    front = {
        "title": f"{chance.choice(words.THEMES)}, nhìn từ chuyện {title_of(what).lower()}",
        "summary": _sentence(chance),
        "date": _published(number),
        "author": name_of(number + 1),
        "features": [f"people/{person_id(who)}", f"initiatives/{initiative_id(what)}"],
        "theme": f"chu-de-{number % len(words.THEMES)}",
        "sources": sources,
        "published": _published(number),
    }
    links = [f"[người thợ ấy](people/{person_id(who)}.md)", f"[cách làm này](initiatives/{initiative_id(what)}.md)"]
    return _file(front, _body(chance, sources, links))


def _experience(number: int, size: Size) -> str:
    chance = Random(f"experience {number}")
    source = _sources(chance, size, 1)[0]
    steps = {name: {"text": _sentence(chance), "source": source} for name in ("situation", "action", "result")}
    front = {
        "title": f"Bài học từ {chance.choice(words.THINGS)}",
        "summary": _sentence(chance),
        "setting": "tại sự kiện",
        "event": f"su-kien-{number % size.events}",
        "speakers": [person_id(number % size.people)],
        "theme": f"chu-de-{number % len(words.THEMES)}",
        "initiative": initiative_id(number % size.initiatives),
        **steps,
        "sources": [source],
        "published": _published(number),
    }
    return _file(front, "")


def _published(number: int) -> str:
    return f"{YEARS[number % len(YEARS)]}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"


# -- prose ----


def _sentence(chance: Random) -> str:
    """A sentence of the benchmark's stock, filled in."""
    thing, where = chance.choice(words.THINGS), chance.choice(words.PLACES_OF_WORK)
    name = f"anh {chance.choice(words.GIVEN)}"
    text = chance.choice(words.SENTENCES).format(thing=thing, where=where, name=name, n=chance.randint(2, 40))
    return text[0].upper() + text[1:]


def _body(chance: Random, sources: list[str], links: list[str]) -> str:
    """About `BODY_BYTES` of Markdown: paragraphs with a citation and a link each, headings, a list."""
    parts = [f"### {words.HEADINGS[0]}"]
    headings = iter(words.HEADINGS[1:])
    waiting = list(links)
    while sum(len(part.encode()) for part in parts) < BODY_BYTES:
        lead = f"{_sentence(chance)} Xem thêm {waiting.pop()}. " if waiting else ""
        said = " ".join(_sentence(chance) for _ in range(4))
        parts.append(f"{lead}{said}[@{chance.choice(sources)}]")
        if len(parts) == 4:
            parts.append("\n".join(f"- {item.format(n=chance.randint(2, 9))}" for item in words.ITEMS))
        elif len(parts) % 3 == 0:
            parts.extend(f"### {heading}" for heading in [next(headings, None)] if heading)
    return "\n\n".join(parts)


# -- files ----


def _file(front: Mapping[str, Any], body: str) -> str:
    return f"---\n{_yaml(front)}---\n" + (f"\n{body}\n" if body else "")


def _yaml(value: Mapping[str, Any] | Iterable[Any]) -> str:
    """Block style, as people write it; none of the texts above needs quotes."""
    return "".join(f"{line}\n" for line in _lines(value))


def _lines(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, item in value.items() if item not in ([], {}) for line in _entry(f"{key}:", item, "  ")]
    return [line for item in value for line in _entry("-", item, "  ")]


def _entry(head: str, item: Any, indent: str) -> list[str]:
    if not isinstance(item, (Mapping, list)):
        return [f"{head} {item}"]
    inner = _lines(item)
    if head == "-":
        return [f"- {inner[0]}", *(indent + line for line in inner[1:])]
    return [head, *(indent + line for line in inner)]
