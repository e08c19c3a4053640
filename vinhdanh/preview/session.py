"""The one object that builds: server and watcher only ring it, and ask it about the plan of the last build."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from vinhdanh.base import disk
from vinhdanh.base.memory import BusyError
from vinhdanh.base.problems import Problem
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.loading import MEDIA_FOLDER
from vinhdanh.editing.schema import grounds
from vinhdanh.editing.schema import messages as help_messages
from vinhdanh.editing.schema.refresh import help_editors
from vinhdanh.preview import messages
from vinhdanh.preview.notes import Note, hidden_pages, note_of
from vinhdanh.render import messages as render_messages
from vinhdanh.render import previewing
from vinhdanh.render.errors import account_of
from vinhdanh.render.outcome import Outcome
from vinhdanh.render.planned import Planned
from vinhdanh.render.previewing import FOLDER, Meanwhile, Ready, SupersededError, Workshop
from vinhdanh.showcase.addresses import addresses_of


class Session:
    """Builds the preview of one showcase, again and again. `build` is for one thread, everything else for any."""

    def __init__(self, root: Path, today: Callable[[], str], name: str, *, sandboxed: bool = False) -> None:
        """`today` gives the ISO date on which records are scheduled or not; `name` no other session has; `sandboxed`
        templates are somebody else's."""
        self._root = root
        self._today = today
        self._workshop = Workshop(root, name, sandboxed=sandboxed)
        self._planned: Planned | None = None
        self._helped: Planned | None = None
        self._grounds: object = None
        self._hindrance: Problem | None = None
        self._built_on = ""
        self.folder = root / FOLDER
        self.media = root / "content" / MEDIA_FOLDER

    @property
    def is_outdated(self) -> bool:
        """Whether another day has begun, so that other records may be due, or `clean` has taken what was built."""
        return self._built_on != self._today() or not disk.is_folder(self.folder)

    @property
    def owes_help(self) -> bool:
        """Whether the content was built anew since editors' programs were last told of it."""
        return self._planned is not self._helped

    def help_editors(self) -> Problem | None:
        """Bring what editors' programs know of the content up to date; what hinders it, if that was not told before."""
        self._helped = self._planned
        if self._planned is None:
            return None
        try:
            found = self._write_help(self._planned.loaded.catalogue)
        except Exception as error:  # a fault of our own
            found = help_messages.NO_HELP.at(None, reason=account_of(error))
        told, self._hindrance = self._hindrance, found
        return found if found != told else None

    def _write_help(self, catalogue: Catalogue) -> Problem | None:
        """As `refresh.help_editors`, where anything may have changed: most saves bring no new id."""
        made_of = grounds(catalogue)
        if made_of == self._grounds:
            return None
        found = help_editors(self._root, catalogue)
        self._grounds = None if found else made_of
        return found

    def build(
        self,
        first: Collection[str],
        ready: Ready,
        superseded: Callable[[], bool] = lambda: False,
        touched: Collection[str] | None = None,
        meanwhile: Callable[[], Meanwhile | None] = lambda: None,
    ) -> Outcome | None:
        """Bring the preview up to date, the outputs whose paths are in `first` before others.

        `touched` names the files that were touched since the last call, as the watch does; None: it is not known.
        `meanwhile` does so in the middle of a build that is to go on all the same.
        None when `superseded` told in the middle of it that another build is to begin. Whatever goes wrong is in the
        outcome: nothing that people write may end a session.
        """
        self._built_on = self._today()
        try:
            found = self._workshop.preview(
                self._built_on,
                first,
                ready=ready,
                superseded=superseded,
                touched=None if touched is None else _of_content(touched),
                meanwhile=lambda: _as_content(meanwhile()),
            )
        except SupersededError:
            return None
        except BusyError:
            return Outcome(faults=(render_messages.BUSY.at(None),))
        except Exception as error:  # a fault of our own
            return Outcome(faults=(messages.FAILED.at(None, reason=account_of(error)),))
        self._planned = found.planned or self._planned
        return found.outcome

    @property
    def prefix(self) -> str:
        """The path of the site on its host, with slashes at both ends."""
        return addresses_of(self._planned.loaded.catalogue.site.base_url).prefix if self._planned else "/"

    def note(self, url: str) -> Note:
        """What there is to say of the page at `url`, an address from the root of the host."""
        return note_of(self._planned, url) if self._planned else Note()

    def hidden(self) -> tuple[tuple[str, str], ...]:
        """The addresses of pages that readers are not shown, each with the state of its record."""
        return tuple(hidden_pages(self._planned)) if self._planned else ()

    def derive(self, path: str) -> bytes | None:
        """The bytes of a photograph or a card that is made when a browser asks for it; None when none is planned there.

        Raises TemplateError and DiskError.
        """
        return previewing.derive(self._root, self._planned, path) if self._planned else None

    def content_file(self, file: str) -> Path | None:
        """Where a file of content/ lies, given its path relative to the root; None for any other."""
        return disk.below(self._root / "content", file.removeprefix("content/"))


def _of_content(touched: Collection[str]) -> Collection[str]:
    """Those of the files that the watch names that are content, by their paths below content/."""
    return {path.removeprefix("content/") for path in touched if path.startswith("content/")}


def _as_content(news: Meanwhile | None) -> Meanwhile | None:
    return news and news._replace(touched=_of_content(news.touched))
