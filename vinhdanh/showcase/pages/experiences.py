"""Pages of shared experience: each lesson in full, and the index of all by theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vinhdanh.content.model.events import SETTINGS, Event, Experience, Theme
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import capitalised, joined
from vinhdanh.showcase.pages import listing
from vinhdanh.showcase.pages.fields import step
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.lessons import lesson
from vinhdanh.showcase.pages.rows import experience_row, initiative_row, record_row, setting_line
from vinhdanh.showcase.pages.siblings import following, with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Byline, Fact, Option, OptionGroup, Row, Section, Siblings, Value

SAME_THEME = 4
"""How many others on the same theme are shown."""

NEWEST = 6
"""How many experiences of a theme the index shows."""


def lists(frame: Frame) -> Iterator[Output]:
    """The index of experiences by theme."""
    yield _index(frame, frame.show.relations.experiences)


def pages(frame: Frame) -> Iterator[Output]:
    """The page of every experience that has one in this language."""
    for experience, around in with_siblings(frame, frame.show.relations.experiences):
        yield _page(frame, experience, around)


# -- the page of an experience ----


def _page(frame: Frame, experience: Experience, around: Siblings) -> Output:
    show = frame.show
    notes = Citations(show.catalogue)
    told = lesson(show, experience, notes, linked=False)
    spread = step(show, experience, "spread", notes)
    body = show.body(experience, notes)
    about = f"experience/{experience.id}"
    parts = {
        "head": head(show, experience)._replace(kicker=setting_line(show, experience)),
        "byline": _byline(show, experience),
        "facts": _facts(show, experience),
        "lesson": told,
        "spread": spread,
        "initiative": _initiative(show, experience),
        "people": _people(show, experience),
        "stories": [record_row(show, story) for story in show.relations.stories_about.get(about, ())],
        "same_theme": _same_theme(show, experience),
        "siblings": around,
        "sources": show.sources(notes, experience),
    }
    return frame.record_page(
        experience,
        "experience.html",
        parts,
        section="experience",
        crumbs=frame.crumbs("experience"),
        body=body,
        cover=show.cover(experience),
    )


def _byline(show: Presenter, experience: Experience) -> Byline:
    links = (show.party(speaker.who) for speaker in experience.speakers)
    return Byline(tuple(link for link in links if link))


def _facts(show: Presenter, experience: Experience) -> tuple[Fact, ...]:
    event = show.catalogue.find(Event, experience.event)
    theme = show.catalogue.find(Theme, experience.theme)
    return show.facts(
        show.fact(show.word("speaker"), *_speakers(show, experience)),
        show.fact(show.word("setting"), _setting(show, experience)),
        show.fact(show.word("one_event"), show.link(event) if event else None),
        show.fact(show.word("occasion"), show.text(experience, "occasion")),
        show.fact(show.word("shared_on"), show.day(experience.date, "long")),
        show.fact(show.word("one_theme"), show.link(theme) if theme else None),
    )


def _speakers(show: Presenter, experience: Experience) -> list[Value]:
    """The speakers with the titles that they had then."""
    words = show.of(experience, "speakers")
    found = []
    for speaker in show.value(experience, "speakers"):
        link = show.party(speaker.who)
        if link:
            title = words.foreign(speaker.title) if speaker.title else None
            found.append(Value(joined(", ", (link.title, title)), link.url))
    return found


def _setting(show: Presenter, experience: Experience) -> str | None:
    found = show.choice(Experience, "setting", experience.setting)
    return capitalised(found) if found else None


def _initiative(show: Presenter, experience: Experience) -> Row | None:
    initiative = show.catalogue.find(Initiative, experience.initiative)
    return initiative_row(show, initiative) if initiative else None


def _people(show: Presenter, experience: Experience) -> list[Row]:
    found = (show.party_record(speaker.who) for speaker in experience.speakers)
    return [record_row(show, record) for record in found if record]


def _same_theme(show: Presenter, experience: Experience) -> list[Row]:
    found = show.relations.experiences_on.get(experience.theme or "", ())
    others = following(found, experience, SAME_THEME) if found else ()
    return [experience_row(show, other) for other in others]


# -- the index ----


def _index(frame: Frame, experiences: Sequence[Experience]) -> Output:
    show = frame.show
    sections = [found for theme in show.relations.themes if (found := _section(show, theme))]
    about = listing.of_kind(
        frame, "experience", show.word("experiences_title"), _lead(show, experiences), _ways(show, sections)
    )
    without = [each for each in experiences if show.catalogue.find(Theme, each.theme) is None]
    rows = tuple(experience_row(show, each) for each in without)
    rest = [Section("chu-de-khac", show.word("without_theme"), rows)] if rows else []
    return listing.page(frame, about, sections=[*sections, *rest])


def _section(show: Presenter, theme: Theme) -> Section | None:
    """The newest experiences on a theme, and the way to all of them."""
    found = show.relations.experiences_on.get(theme.id, ())
    if not found:
        return None
    rows = tuple(experience_row(show, each) for each in found[:NEWEST])
    note = show.word("all_of_theme", n=show.count(len(found)))
    return Section(f"chu-de-{theme.id}", show.label(theme), rows, show.url(theme), note)


def _lead(show: Presenter, experiences: Sequence[Experience]) -> str:
    """How many there are, and how many were shared where: at events, or told to the press."""
    if not experiences:
        return show.word("empty_list")
    counts = {setting: sum(each.setting == setting for each in experiences) for setting in SETTINGS}
    told = ", ".join(
        show.word(f"counted_{setting}", n=show.count(count)) for setting, count in counts.items() if count
    )
    return show.word("experiences_lead", n=show.count(len(experiences)), where=told)


def _ways(show: Presenter, sections: Sequence[Section]) -> tuple[OptionGroup, ...]:
    """The themes as ways into the index."""
    themes = {f"chu-de-{theme.id}": theme for theme in show.relations.themes}
    options = []
    for section in sections:
        theme = themes[section.id]
        name = show.text(theme, "short_title") or section.title
        options.append(Option(name, f"#{section.id}", len(show.relations.experiences_on[theme.id])))
    return (OptionGroup(show.word("one_theme"), tuple(options)),) if options else ()
