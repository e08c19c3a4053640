"""Experiences as lesson cards."""

from __future__ import annotations

from vinhdanh.content.model.events import Experience
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.markup import joined
from vinhdanh.showcase.pages.rows import setting_line
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Lesson, Step


def lesson(
    show: Presenter, experience: Experience, notes: Citations | None, *, linked: bool = True
) -> Lesson:
    """What somebody shared, step by step. `linked` is false on the experience's own page; without `notes` no sources
    are numbered, for pages that have no list of them."""
    links = [link for speaker in experience.speakers if (link := show.party(speaker.who))]
    names = joined(", ", (link.title for link in links))
    title = next((speaker.title for speaker in show.value(experience, "speakers")), None)
    then = show.of(experience, "speakers").foreign(title) if title else None
    speaker = joined(", ", (names, then))

    def step(name: str) -> Step | None:
        return show.of(experience, name).step(show.value(experience, name), notes)

    quote = show.value(experience, "quote")
    return Lesson(
        show.heading(experience),
        show.url(experience) if linked else None,
        setting_line(show, experience),
        speaker or None,
        links[0].url if len(links) == 1 else None,
        step("situation"),
        step("action"),
        step("result"),
        step("advice"),
        show.of(experience, "points").steps(show.value(experience, "points"), notes),
        show.of(experience, "quote").quote(quote, names or None, notes) if quote else None,
    )
