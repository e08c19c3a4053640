"""Experiences as lesson cards."""

from __future__ import annotations

from vinhdanh.content.model.events import Experience
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.pages.rows import setting_line
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.views import Lesson


def lesson(show: Presenter, experience: Experience, notes: Citations, *, linked: bool = True) -> Lesson:
    """What somebody shared, step by step. `linked` is false on the experience's own page."""
    links = [link for speaker in experience.speakers if (link := show.party(speaker.who))]
    names = ", ".join(link.title for link in links)
    title = experience.speakers[0].title if experience.speakers else None
    speaker = ", ".join(filter(None, (names, show.foreign(title) if title else None)))
    return Lesson(
        show.heading(experience),
        show.url(experience) if linked else None,
        setting_line(show, experience),
        speaker or None,
        links[0].url if len(links) == 1 else None,
        show.step(show.value(experience, "situation"), notes),
        show.step(show.value(experience, "action"), notes),
        show.step(show.value(experience, "result"), notes),
        show.step(show.value(experience, "advice"), notes),
        show.steps(show.value(experience, "points"), notes),
        show.quote(experience.quote, names or None, notes) if experience.quote else None,
    )
