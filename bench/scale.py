"""How many records a generated showcase has, what they are called, and which belong together."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bench import words

YEARS = range(2012, 2026)


@dataclass(frozen=True, slots=True)
class Scale:
    """The number of records of each kind."""

    people: int
    initiatives: int
    pieces: int
    organisations: int
    sources: int
    events: int
    experiences: int


def scale_of(stories: int) -> Scale:
    """The numbers for `stories` stories: half of them people, three in ten initiatives, the rest pieces about both.

    Raises ValueError for less than 10: some of what belongs to stories needs a few of them.
    """
    if stories < 10:
        raise ValueError(f"at least 10 stories are needed, not {stories}")
    people, initiatives = stories // 2, stories * 3 // 10
    return Scale(
        people,
        initiatives,
        stories - people - initiatives,
        organisations=max(3, stories // 20),
        sources=max(6, stories // 8),
        events=max(1, stories // 100),
        experiences=max(2, stories // 20),
    )


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


# -- names, places, dates ----


def name_of(number: int) -> str:
    """The name of a person."""
    chance = Random(f"name {number}")
    return " ".join(map(chance.choice, (words.FAMILY, words.MIDDLE, words.GIVEN)))


def title_of(number: int) -> str:
    """The title of an initiative."""
    chance = Random(f"title {number}")
    return " ".join(map(chance.choice, (words.VERBS, words.THINGS, words.WORKPLACES)))


def place_of(organisation: int) -> str:
    """The province of an organisation and of its people, by its former name where there is one."""
    name = words.PROVINCES[organisation % len(words.PROVINCES)]
    return words.FORMER.get(name, name)


def sector_of(organisation: int) -> str:
    """The id of the sector of an organisation, its people and their initiatives."""
    return f"nganh-{organisation % len(words.SECTORS)}"


def day_of(number: int) -> str:
    """The day a record came to the site."""
    return f"{YEARS[number % len(YEARS)]}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"


def sources_of(chance: Random, scale: Scale, count: int) -> list[str]:
    """The ids of `count` sources."""
    return [f"nguon-{number}" for number in chance.sample(range(scale.sources), count)]
