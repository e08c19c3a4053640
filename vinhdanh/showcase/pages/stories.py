"""Pages of stories, and the list of all, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from vinhdanh.content.model.events import Theme
from vinhdanh.content.model.pages import Story
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.frame import Frame
from vinhdanh.showcase.markup import DOT, joined
from vinhdanh.showcase.pages import listing
from vinhdanh.showcase.pages.heads import head
from vinhdanh.showcase.pages.rows import record_row
from vinhdanh.showcase.pages.siblings import with_siblings
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.spec import Output
from vinhdanh.showcase.views import Fact, Row, Siblings


def lists(frame: Frame) -> Iterator[Output]:
    """The list of stories."""
    show = frame.show
    stories = show.relations.stories
    lead = show.word("stories_lead", n=show.count(len(stories))) if stories else show.word("empty_list")
    about = listing.of_kind(frame, "story", show.word("kind_story"), lead)
    yield from listing.newest_first(frame, about, stories, lambda story: story_row(show, story))


def pages(frame: Frame) -> Iterator[Output]:
    """The page of every story that has one in this language."""
    for story, around in with_siblings(frame, frame.show.relations.stories):
        yield _page(frame, story, around)


def _page(frame: Frame, story: Story, around: Siblings) -> Output:
    show = frame.show
    notes = Citations(show.catalogue)
    body = show.body(story, notes)
    parts = {
        "head": head(show, story),
        "signature": _signature(show, story),
        "facts": _facts(show, story),
        "features": _features(show, story),
        "siblings": around,
        "sources": show.sources(notes, story),
    }
    return frame.record_page(
        story,
        "story.html",
        parts,
        section="directory",
        crumbs=frame.crumbs("story"),
        body=body,
        cover=show.cover(story),
    )


def _signature(show: Presenter, story: Story) -> str | None:
    """Who wrote it, who took the pictures, and when."""
    author = f"{show.word('written_by')} {story.author}" if story.author else None
    photographer = f"{show.word('photo_by')} {story.photographer}" if story.photographer else None
    return joined(DOT, (author, photographer, show.day(story.date or story.published))) or None


def _facts(show: Presenter, story: Story) -> tuple[Fact, ...]:
    theme = show.catalogue.find(Theme, story.theme)
    return show.facts(show.fact(show.word("one_theme"), show.link(theme) if theme else None))


def _features(show: Presenter, story: Story) -> list[Row]:
    """Who and what the story is about, each in the way of its kind, with its part in the story."""
    words = show.of(story, "features")
    found = []
    for feature in show.value(story, "features"):
        record = show.relations.featured(feature.who)
        if record:
            row = record_row(show, record)
            found.append(
                row._replace(lines=(words.foreign(feature.role), *row.lines)) if feature.role else row
            )
    return found


def story_row(show: Presenter, story: Story) -> Row:
    """A story: title, day, and its standfirst."""
    summary = show.text(story, "summary")
    date = show.day(story.date or story.published)
    return Row(
        show.heading(story),
        show.url(story),
        show.target_lang(story),
        (date,) if date else (),
        (summary,) if summary else (),
        thumb=show.thumb(story),
    )
