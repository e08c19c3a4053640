"""Pages of themes: what is discussed, and the experiences, initiatives and stories that it gathers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vinhdanh.content.model.events import Event, Experience, Theme
from vinhdanh.content.model.initiatives import Initiative
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.pages import listing, shelves
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.lessons import lesson
from vinhdanh.showcase.pages.rows import initiative_row, record_row
from vinhdanh.showcase.pages.siblings import with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, Head, Row, Siblings

LESSONS = 3
"""How many experiences a theme tells in full; the others are named."""


def lists(frame: Frame) -> Iterator[Output]:
    """The list of themes."""
    yield _list(frame, frame.show.relations.themes)


def pages(frame: Frame) -> Iterator[Output]:
    """The page of every theme that has one in this language, with its long list."""
    for theme, around in with_siblings(frame, frame.show.relations.themes):
        shelf = _more(frame.show, theme)
        yield _page(frame, theme, shelf, around)
        above = (*frame.crumbs("theme"), frame.crumb(theme))
        yield from shelves.lists(frame, (shelf,), _folders(frame, theme), above)


# -- the page of a theme ----


def _page(frame: Frame, theme: Theme, shelf: shelves.Shelf[Experience], around: Siblings) -> Output:
    show = frame.show
    notes = Citations(show.catalogue)
    body = show.body(theme, notes)
    parts = {
        "head": _head(show, theme),
        "facts": _facts(show, theme),
        "lessons": [lesson(show, each, notes) for each in _told(show, theme)],
        "more": shelves.sections(frame, (shelf,), _folders(frame, theme)),
        "initiatives": _initiatives(show, theme),
        "stories": [record_row(show, story) for story in show.relations.stories_on.get(theme.id, ())],
        "siblings": around,
        "sources": show.sources(notes, theme),
    }
    return frame.record_page(
        theme,
        "theme.html",
        parts,
        section="experience",
        crumbs=frame.crumbs("theme"),
        body=body,
        cover=show.cover(theme),
    )


def _head(show: Presenter, theme: Theme) -> Head:
    kicker = show.word("theme_number", n=theme.order) if theme.order else show.word("one_theme")
    return head(show, theme)._replace(kicker=kicker)


def _facts(show: Presenter, theme: Theme) -> tuple[Fact, ...]:
    event = show.catalogue.find(Event, theme.event)
    count = len(show.relations.experiences_on.get(theme.id, ()))
    return show.facts(
        show.fact(show.word("discussed_at"), show.link(event) if event else None),
        show.fact(show.word("kind_experience"), show.count(count) if count else None),
    )


def _told(show: Presenter, theme: Theme) -> list[Experience]:
    """The newest that tell what was hard and what was done about it."""
    found = show.relations.experiences_on.get(theme.id, ())
    return [each for each in found if each.situation and each.action][:LESSONS]


def _more(show: Presenter, theme: Theme) -> shelves.Shelf[Experience]:
    """All that the page does not tell in full."""
    told = _told(show, theme)
    rest = [each for each in show.relations.experiences_on.get(theme.id, ()) if each not in told]
    return shelves.experiences(show, rest, show.word("theme_more" if told else "kind_experience"))


def _folders(frame: Frame, theme: Theme) -> tuple[str, ...]:
    """Where lists below a theme stand: they are made in Vietnamese only."""
    path = frame.show.addresses.record(theme)
    return tuple(path.split("/")[:-1])


def _initiatives(show: Presenter, theme: Theme) -> list[Row]:
    """The initiatives that the theme's experiences are about."""
    found = (
        show.catalogue.find(Initiative, each.initiative)
        for each in show.relations.experiences_on.get(theme.id, ())
    )
    return [initiative_row(show, each) for each in dict.fromkeys(found) if each]


# -- the list ----


def _list(frame: Frame, themes: Sequence[Theme]) -> Output:
    show = frame.show
    lead = show.word("themes_lead" if themes else "empty_list")
    about = listing.of_kind(frame, "theme", show.word("themes_title"), lead)
    return listing.page(frame, about, rows=[theme_row(show, theme) for theme in themes])


def theme_row(show: Presenter, theme: Theme) -> Row:
    """A theme: its number, and how many experiences there are on it."""
    number = show.word("theme_number", n=theme.order) if theme.order else None
    count = len(show.relations.experiences_on.get(theme.id, ()))
    meta = (number, show.word("experience_count", n=show.count(count)) if count else None)
    summary = show.text(theme, "summary")
    return Row(
        show.heading(theme),
        show.url(theme),
        show.target_lang(theme),
        tuple(filter(None, meta)),
        (summary,) if summary else (),
        thumb=show.thumb(theme),
    )
