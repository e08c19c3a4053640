"""Resolving what records and bodies point at: other records, sources, places, media files, sections of a page."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from vinhdanh.base.problems import Edit, Location, Problem
from vinhdanh.base.vietnamese.text import fold, slugify
from vinhdanh.base.vietnamese.typos import typo_of
from vinhdanh.content import prose_messages, reference_messages
from vinhdanh.content.body_places import place_at, places_of
from vinhdanh.content.catalogue import BodyKey, Key, PlaceThen, place_names
from vinhdanh.content.fields import GUESSES, MediaUse, Mention, nearest
from vinhdanh.content.media import Media
from vinhdanh.content.model.kinds import by_folder, by_key
from vinhdanh.content.model.pages import Place
from vinhdanh.content.model.record import Record
from vinhdanh.content.prose import HEADING_ID_PREFIX, ProseFacts
from vinhdanh.content.reader import RawRecord
from vinhdanh.content.visibility import State

NEUTRAL = {"person": "một công nhân", "collective": "một tập thể"}
"""What stands in Vietnamese where a withheld honouree is mentioned."""


class Known(NamedTuple):
    """All that references are resolved among: records and their states, whatever the audience; the media files; what
    bodies say, and whose they are; and what records are called besides their ids."""

    records: Mapping[Key, Record]
    states: Mapping[Key, State]
    media: Media
    prose: Mapping[bytes, ProseFacts]
    bodies: Mapping[BodyKey, bytes]
    places: Mapping[str, PlaceThen]
    aliases: Mapping[Key, Key]


def known_of(
    records: Mapping[Key, Record],
    states: Mapping[Key, State],
    media: Media,
    prose: Mapping[bytes, ProseFacts],
    bodies: Mapping[BodyKey, bytes],
) -> Known:
    """What references are resolved among, of the records and what belongs to them."""
    places = place_names(record for record in records.values() if isinstance(record, Place))
    aliases = {
        (record.kind, alias.rsplit("/", 1)[-1]): record.key
        for record in records.values()
        for alias in record.aliases
    }
    return Known(records, states, media, prose, bodies, places, aliases)


class Resolved(NamedTuple):
    """The records that one mentions, what is wrong with that, and what is not wrong but wanting."""

    targets: tuple[Key, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


class Resolver:
    """Resolves the mentions of one record after another.

    Where all is well, it looks at nothing but the records, files and sections that are named; what else there is counts
    only where something is wrong and the one that was meant is guessed. `amendment` relies on that.
    """

    def __init__(self, known: Known, body_text: Callable[[RawRecord], str]) -> None:
        """`body_text` gives the text of a body whose problems must be placed."""
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []
        self._records, self._states, self._media, self._prose, self._bodies, self._places, self._aliases = (
            known
        )
        self._body_text = body_text

    def resolve(self, raw: RawRecord) -> Resolved:
        """The records that `raw` mentions in its fields and its body, and what is wrong there."""
        self.problems, self.notices = [], []
        found = [key for mention in raw.mentions if (key := self._mention(raw, mention))]
        for use in raw.media:
            self._media_file(use)
        self._unused_pictures(raw)
        if raw.body:
            found.extend(self._body(raw, self._prose.get(raw.body) or ProseFacts()))
        return Resolved(tuple(dict.fromkeys(found)), tuple(self.problems), tuple(self.notices))

    # -- fields ----

    def _mention(self, raw: RawRecord, mention: Mention) -> Key | None:
        if mention.kinds == ("place",):
            return self._place(mention)
        key = self.key_of(mention.kinds, mention.id)
        if key is None:
            self._dangling(mention)
        else:
            self._moved(mention.location, mention.id.rpartition("/")[2], key[1])
            if self._is_hidden_from(raw, key):
                self._hidden(key, mention.location)
        return key

    def _moved(self, place: Location, written: str, id: str) -> None:
        """A notice where a record is named by an id that it had before."""
        if written != id:
            edit = edit_at(place, written, id)
            self.notices.append(reference_messages.MOVED.at(place, edit, id=written, new=id))

    def key_of(self, kinds: Iterable[str], written: str) -> Key | None:
        """The record that an id or `folder/id` names among `kinds`, also by a former address."""
        folder, _, id = written.rpartition("/")
        if folder:
            kind = by_folder().get(folder)
            kinds = [kind.key] if kind and kind.key in kinds else []
        for kind_key in kinds:
            if (kind_key, id) in self._records:
                return kind_key, id
        return next(
            (self._aliases[kind_key, id] for kind_key in kinds if (kind_key, id) in self._aliases), None
        )

    def _place(self, mention: Mention) -> Key | None:
        found = self._places.get(fold(mention.id))
        if found:
            return found.today.key
        near = nearest(mention.id, self._places) if self._guessing else None
        name = self._places[near].name if near else ""
        meant = typo_of(fold(mention.id), {folded: place.name for folded, place in self._places.items()})
        edit = edit_at(mention.location, mention.id, meant)
        self.problems.append(
            reference_messages.UNKNOWN_PLACE.at(mention.location, edit, value=mention.id, **_guess(name))
        )
        return None

    def _dangling(self, mention: Mention) -> None:
        id = mention.id.rpartition("/")[2]
        kind = by_key()[mention.kinds[0]]
        names = {"kind_vi": kind.one[0], "kind_en": kind.one[1]}
        guess, meant = _guess(""), None
        if self._guessing:
            guess, meant = _guess(self._nearest(mention.kinds, id)), self._meant(mention.kinds, id)
        edit = edit_at(mention.location, id, meant)
        self.problems.append(reference_messages.DANGLING.at(mention.location, edit, id=id, **names, **guess))

    @property
    def _guessing(self) -> bool:
        """Whether there are still few enough problems in this record to look through all others for each."""
        return len(self.problems) < GUESSES

    def _nearest(self, kinds: tuple[str, ...], id: str) -> str:
        """The id of the record of `kinds` whose id or heading comes nearest to what was written; empty if none does."""
        known = {fold(key[1]).replace("-", " "): key[1] for key in self._records if key[0] in kinds}
        named = {fold(record.heading): key[1] for key, record in self._records.items() if key[0] in kinds}
        near = nearest(id, {**named, **known})
        return {**named, **known}[near] if near else ""

    def _meant(self, kinds: tuple[str, ...], written: str) -> str | None:
        """The id that was meant beyond doubt: of the one record with that name, or a single slip away."""
        slug = slugify(written)
        ids = [key for key in self._records if key[0] in kinds]
        named = {key[1] for key in ids if slug in (key[1], slugify(self._records[key].heading))}
        return named.pop() if len(named) == 1 else typo_of(slug, {id: id for _, id in ids})

    def _is_hidden_from(self, raw: RawRecord, key: Key) -> bool:
        """Whether a public record mentions one that is not."""
        own = self._states.get((raw.kind, raw.id))
        return self._states[key] is not State.PUBLIC and own in (State.PUBLIC, None)

    def _hidden(self, key: Key, location: Location) -> None:
        state, target = self._states[key], self._records[key]
        file = target.location.file
        if state is State.DRAFT:
            self.problems.append(reference_messages.DRAFT_REFERENCE.at(location, id=key[1], file=file))
        elif state is State.SCHEDULED:
            date = target.publish_on.iso if target.publish_on else ""
            self.problems.append(reference_messages.FUTURE_REFERENCE.at(location, id=key[1], date=date))
        else:
            neutral = NEUTRAL.get(key[0], "")
            location = Location(location.file, location.line, location.column)  # the line may tell the name
            self.problems.append(
                reference_messages.WITHHELD_REFERENCE.at(location, id=key[1], file=file, neutral=neutral)
            )

    # -- media ----

    def _media_file(self, use: MediaUse) -> None:
        if use.path in self._media.paths:
            fault = self._media.pictures[use.path].fault
            if fault:
                self.problems.append(fault.at(use.location, path=use.path))
            return
        other = next((path for path in self._media.paths if path.lower() == use.path.lower()), None)
        if other:
            edit = edit_at(use.location, use.path, other)
            self.problems.append(
                reference_messages.FILE_CASE.at(use.location, edit, path=use.path, actual=other)
            )
            return
        near = difflib.get_close_matches(use.path, list(self._media.paths), n=1) if self._guessing else []
        self.problems.append(
            reference_messages.MISSING_FILE.at(use.location, path=use.path, **_guess(near[0] if near else ""))
        )

    def _unused_pictures(self, raw: RawRecord) -> None:
        """Pictures that an original declares for its text, of which neither its text nor its twin's makes use."""
        record = self._records.get((raw.kind, raw.id))
        if raw.lang != "vi" or record is None or not record.pictures:
            return
        bodies = (self._bodies.get((raw.kind, raw.id, lang), b"") for lang in ("vi", "en"))
        used = {path for body in bodies for path in self._prose.get(body, ProseFacts()).media}
        unused = {image.file for image in record.pictures} - used
        self.problems.extend(
            reference_messages.UNUSED_PICTURE.at(use.location, path=use.path)
            for use in raw.media
            if use.path in unused
        )

    # -- bodies ----

    def _body(self, raw: RawRecord, facts: ProseFacts) -> Iterable[Key]:
        for id in facts.cites:
            key = self.key_of(("source",), id)
            if key:
                yield key
            if key is None:
                for place in self._places_of(raw, f"@{id}"):
                    self._dangling(Mention(("source",), id, "body", place))
            elif key[1] != id:
                for place in self._places_of(raw, f"@{id}"):
                    self._moved(place, id, key[1])
        for target in facts.links:
            key = self._link(raw, facts, target)
            if key:
                yield key
        for path in facts.media:
            self._body_picture(raw, path)
        self._plain_faults(raw, facts)

    def _body_picture(self, raw: RawRecord, path: str) -> None:
        """A picture in a body is there, and the record declares who took it and on what basis it is shown."""
        use = MediaUse(path, self._place_of(raw, path))
        record = self._records.get((raw.kind, raw.id))
        declared = {image.file for image in record.images} if record else set()
        if path in declared or path not in self._media.paths:
            self._media_file(use)
        else:
            self.problems.append(reference_messages.UNDECLARED_PICTURE.at(use.location, path=path))

    def _plain_faults(self, raw: RawRecord, facts: ProseFacts) -> None:
        if facts.excess:
            place = place_at(raw, self._body_text(raw), facts.excess.at)
            self.problems.append(prose_messages.of_excess(facts.excess, place))
        for target in facts.unsafe:
            message = reference_messages.of_unsafe(target)
            self.problems.append(message.at(self._place_of(raw, target), target=target))
        for tag in facts.removed:
            self.problems.append(reference_messages.REMOVED_HTML.at(self._place_of(raw, f"<{tag}"), tag=tag))

    def _link(self, raw: RawRecord, facts: ProseFacts, target: str) -> Key | None:
        path, _, anchor = target.partition("#")
        key = self.link_target(raw, path) if path else (raw.kind, raw.id)
        if key is None:
            self._broken_link(raw, path, target)
            return None
        written = _named_in(path)
        if path and written != key[1]:
            for place in self._places_of(raw, written):
                self._moved(place, written, key[1])
        target_facts = self._prose.get(self._bodies.get((*key, "vi"), b""), ProseFacts()) if path else facts
        ids = [id for _, id, _ in target_facts.headings]
        if anchor and anchor not in ids and f"{HEADING_ID_PREFIX}{anchor}" not in ids:
            wanted = f"{HEADING_ID_PREFIX}{anchor}"
            near = difflib.get_close_matches(wanted, ids, n=1) if self._guessing else []
            place = self._place_of(raw, target)
            guess = _guess(near[0] if near else "")
            self.problems.append(reference_messages.BROKEN_ANCHOR.at(place, anchor=anchor, **guess))
        if path and self._is_hidden_from(raw, key):
            self._hidden(key, self._place_of(raw, target))
        return key if path else None

    def _broken_link(self, raw: RawRecord, path: str, target: str) -> None:
        """Note a link that leads nowhere, at each of its places."""
        guess, meant = _guess(""), None
        if self._guessing:
            known = [f"{by_key()[kind].folder}/{id}.md" for kind, id in self._records]
            near = difflib.get_close_matches(path.removeprefix("../"), known, n=1, cutoff=0.75)
            guess = _guess(near[0] if near else "")
            kind = self._linked_kind(raw, path)
            meant = self._meant((kind,), _named_in(path)) if kind else None
        new = target.replace(_named_in(path), meant) if meant else None
        for place in self._places_of(raw, target):
            edit = edit_at(place, target, new)
            self.problems.append(reference_messages.of_broken(path).at(place, edit, target=target, **guess))

    def link_target(self, raw: RawRecord, path: str) -> Key | None:
        """The record that a link in the body of `raw` leads to: `folder/id`, with or without `.md` and `../`."""
        kind = self._linked_kind(raw, path)
        return self.key_of([kind], _named_in(path)) if kind else None

    @staticmethod
    def _linked_kind(raw: RawRecord, path: str) -> str | None:
        """The kind in whose folder a link's path ends; a lone name stands for the folder of `raw`."""
        parts = [part for part in path.split("/") if part not in ("", "..", ".", "content")]
        if len(parts) == 1:
            return raw.kind
        kind = by_folder().get(parts[-2]) if parts else None
        return kind.key if kind else None

    def _place_of(self, raw: RawRecord, text: str) -> Location:
        return self._places_of(raw, text)[0]

    def _places_of(self, raw: RawRecord, text: str) -> list[Location]:
        return places_of(raw, self._body_text(raw), text)


def _named_in(path: str) -> str:
    """The id that a link's path ends in."""
    name = path.rstrip("/").rpartition("/")[2]
    return name.removesuffix(".md").removesuffix(".yaml").removesuffix(".en")


def edit_at(place: Location, old: str, new: str | None) -> Edit | None:
    """The mending of a name that was written at a place, perhaps behind a sign; None where it does not stand there."""
    if new is None:
        return None
    for column in (place.column, place.column + 1):
        if place.excerpt.startswith(old, column - 1):
            return Edit(place.line, column, old, new)
    return None


def _guess(name: str) -> dict[str, str]:
    return {
        "guess_vi": f" Có phải ý là “{name}”?" if name else "",
        "guess_en": f" Did you mean “{name}”?" if name else "",
    }
