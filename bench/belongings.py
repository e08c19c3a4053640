"""What stories stand in: settings, lists, awards, themes, programmes, events, organisations, experience."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bench import words
from bench.scale import (
    YEARS,
    Scale,
    day_of,
    initiative_id,
    organisation_id,
    person_id,
    place_of,
    sector_of,
    sources_of,
)
from bench.writing import markdown, sentence, yaml

Content = Iterator[tuple[str, str]]
"""Paths below `content/` with the texts of the files."""

PROGRAMMES = 3


def files(scale: Scale) -> Content:
    """All files but those of the stories."""
    yield from _settings(scale)
    yield from _lists(scale)
    yield from _awards_and_themes()
    for number in range(PROGRAMMES):
        yield f"programmes/phong-trao-{number}.md", _programme(number)
    for number in range(scale.events):
        yield f"events/su-kien-{number}.md", _event(number, scale)
    for number in range(scale.organisations):
        yield f"organisations/{organisation_id(number)}.md", _organisation(number)
    for number in range(scale.experiences):
        yield f"experiences/kinh-nghiem-{number}.md", _experience(number, scale)


def _settings(scale: Scale) -> Content:
    site = {
        "name": "Chuyện người thợ",
        "tagline": "Trang để đo tốc độ dựng.",
        "base_url": "https://do-toc-do.example",
        "languages": ["vi", "en"],
        "accepted_bases": ["public_record"],
        "no_share_cards": "có",  # pixels are measured apart: they would drown what a page costs
        "home": {
            "headline": "Chuyện của những người thợ.",
            "person": person_id(0),
            "event": "su-kien-0",
            "people": [person_id(number) for number in range(min(6, scale.people))],
            "initiatives": [initiative_id(number) for number in range(min(6, scale.initiatives))],
            "experiences": ["kinh-nghiem-0"],
        },
    }
    yield "site.yaml", yaml(site)
    yield "site.en.yaml", yaml({"tagline": "A site to measure building with."})
    yield (
        "pages/gioi-thieu.md",
        markdown({"title": "Giới thiệu", "order": 1}, "Trang này được sinh ra để đo."),
    )


def _lists(scale: Scale) -> Content:
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
            "date": day_of(number),
        }
        for number in range(scale.sources)
    ]
    yield "data/sectors.yaml", yaml(sectors)
    yield "data/places.yaml", yaml(places)
    yield "data/sources.yaml", yaml(sources)


def _awards_and_themes() -> Content:
    for number, name in enumerate(words.AWARDS):
        giver = {"kind": "giải thưởng", "conferred_by": organisation_id(0)}
        yield (
            f"awards/giai-{number}.md",
            markdown({"name": name, **giver, "since": 2010, "sources": ["nguon-0"]}),
        )
    for number, title in enumerate(words.THEMES):
        theme = {"title": title, "order": number + 1, "event": "su-kien-0"}
        yield f"themes/chu-de-{number}.md", markdown(theme)


def _programme(number: int) -> str:
    front = {
        "title": f"Phong trào thi đua thứ {number + 1}",
        "organiser": organisation_id(1),
        "start": YEARS[number],
        "sources": ["nguon-1"],
    }
    return markdown(front)


def _event(number: int, scale: Scale) -> str:
    chance = Random(f"event {number}")
    roles = ("chủ trì", "đề dẫn", *["chia sẻ"] * 4, *["đại biểu"] * 6)
    who = chance.sample(range(scale.people), min(len(roles), scale.people))
    sources = sources_of(chance, scale, 2)
    front = {
        "title": f"Tọa đàm chia sẻ kinh nghiệm lần {number + 1}",
        "kind": "tọa đàm",
        "date": f"{YEARS[number % len(YEARS)]}-10-07",
        "place": place_of(number),
        "organisers": [organisation_id(1)],
        "programme": f"phong-trao-{number % PROGRAMMES}",
        "themes": [f"chu-de-{theme}" for theme in range(len(words.THEMES))],
        "participations": [
            {"who": person_id(at), "role": role} for at, role in zip(who, roles, strict=False)
        ],
        "key_points": [{"text": sentence(chance), "source": sources[0]} for _ in range(3)],
        "sources": sources,
    }
    return markdown(front)


def _organisation(number: int) -> str:
    chance = Random(f"organisation {number}")
    unit = words.UNITS[number % len(words.UNITS)]
    front = {
        "name": f"{words.FORMS[number % len(words.FORMS)]} {unit} {number}",
        "kind": "doanh nghiệp",
        **({"parent": organisation_id(number // 7)} if number >= 7 else {}),
        "place": place_of(number),
        "sector": sector_of(number),
        "rewards": [{"text": sentence(chance), "source": "nguon-2"}],
        "sources": ["nguon-2"],
    }
    return markdown(front)


def _experience(number: int, scale: Scale) -> str:
    chance = Random(f"experience {number}")
    source = sources_of(chance, scale, 1)[0]
    steps = ("situation", "action", "result")
    front = {
        "title": f"Bài học từ {chance.choice(words.THINGS)}",
        "summary": sentence(chance),
        "setting": "tại sự kiện",
        "event": f"su-kien-{number % scale.events}",
        "speakers": [person_id(number % scale.people)],
        "theme": f"chu-de-{number % len(words.THEMES)}",
        "initiative": initiative_id(number % scale.initiatives),
        **{step: {"text": sentence(chance), "source": source} for step in steps},
        "sources": [source],
        "published": day_of(number),
    }
    return markdown(front)
