"""From records to views, in one language: figures, honours, quotes, statements, sources, facts, bodies."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from markupsafe import escape

from vinhdanh.base.vietnamese.amounts import format_figure
from vinhdanh.base.vietnamese.text import first_line
from vinhdanh.base.vietnamese.typography import tidy
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.model.pages import Page, Source
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.values import (
    HONOUR_LEVELS,
    FigureLine,
    Honour,
    Image,
    Quote,
    Statement,
)
from vinhdanh.content.prose import HEADING_ID_PREFIX
from vinhdanh.showcase import pictures
from vinhdanh.showcase.addresses import drawing_path
from vinhdanh.showcase.citations import Citations
from vinhdanh.showcase.markup import DOT, joined
from vinhdanh.showcase.spec import BodyUse
from vinhdanh.showcase.views import (
    Fact,
    FigureView,
    HonourView,
    Link,
    Picture,
    QuoteView,
    SourceView,
    Step,
    Value,
)
from vinhdanh.showcase.wording import Wording


class Presenter(Wording):
    """Shows records in one language."""

    # -- drawings ----

    def thumb(self, record: Record) -> str:
        """The address of the small photograph of a record, or else of its drawing."""
        found = pictures.of_record(self.catalogue, record, pictures.THUMB)
        if found:
            return found.view(self.addresses, "").url
        return self.addresses.url(drawing_path(record, "thumb"))

    def cover(self, record: Record) -> str | Picture:
        """The photograph of a record in the ratio of a card, or else the address of its drawing."""
        found = pictures.of_record(self.catalogue, record, pictures.COVER)
        if found and record.image:
            return found.view(self.addresses, tidy(record.image.alt))
        return self.addresses.url(drawing_path(record, "card"))

    def picture(self, record: Record) -> Picture | None:
        """The photograph of a record, or None when it has none that may be shown."""
        image = record.image
        found = pictures.of_record(self.catalogue, record, pictures.WHOLE)
        if image is None or found is None:
            return None
        return self._credited(found, image)

    def _body_picture(self, record: Record, path: str) -> Picture | None:
        """A picture in a text, in the words of the translation where it has some."""
        image = next((image for image in record.images if image.file == path), None)
        found = pictures.rendition(self.catalogue, path) if image else None
        if image is None or found is None:
            return None
        translated = record.translation.get("pictures", ()) if self.lang == "en" else ()
        words = next((image for image in translated if image.file == path), None)
        return self._credited(found, words or image, native=words is not None)

    def _credited(self, found: pictures.Rendition, image: Image, *, native: bool = False) -> Picture:
        """A photograph with its words; `native` tells that they are in the language of the page."""
        caption = (tidy(image.caption) if native else self.foreign(image.caption)) if image.caption else None
        credit = joined(" ", (self.word("photo_by"), image.credit))
        return found.view(self.addresses, tidy(image.alt))._replace(caption=caption, credit=credit)

    # -- values ----

    def figure(self, line: FigureLine, notes: Citations | None) -> FigureView:
        """A figure on its line. Without `notes` its source is named beneath; with them it is numbered."""
        words = format_figure(line.value, self.lang)
        source = self.catalogue.source(line.sources[0]) if line.sources and notes is None else None
        after = " ".join(filter(None, (words.of, words.after)))
        unit = words.unit
        number = f"{words.number}%" if unit == "%" else words.number
        return FigureView(
            " ".join(filter(None, (words.lead, words.before))),
            number,
            "" if unit == "%" else tidy(unit),
            after,
            str(line.value.comparator),
            self._figure_label(line, words.note),
            notes.refs(line.sources) if notes else (),
            self.source_line(source) if source else None,
            self.addresses.url(self.addresses.record(source)) if source else None,
            line.unverified,
        )

    def _figure_label(self, line: FigureLine, note: str) -> str:
        texts = (line.label, line.period, line.note)
        label, period, remark = (self.foreign(text.rstrip(".")) if text else None for text in texts)
        scope = self.word("scope_group") if line.scope == "group" else None
        as_of = self.word("as_of", date=self.day(line.as_of)) if line.as_of else None
        since = self.word("since", date=self.day(line.since)) if line.since and not line.until else None
        span = f"{self.day(line.since)}–{self.day(line.until)}" if line.since and line.until else None
        said_by = self.word("said_by", who=line.said_by) if line.said_by else None
        return joined(DOT, (label, scope, period, span, since, as_of, said_by, note, remark))

    def honour(self, honour: Honour) -> HonourView:
        """An honour on the ribbon."""
        award = self.catalogue.get(("award", honour.award))
        when = self.day(honour.date) or self.day(honour.year)
        level = HONOUR_LEVELS[honour.level][1 if self.lang == "en" else 0] if honour.level else None
        state = self.word("posthumous") if honour.state == "posthumous" else None
        nominated = self.word("nominated") if honour.state == "nominated" else None
        note = ", ".join(filter(None, (honour.edition, honour.note)))
        return HonourView(
            self.heading(award) if award else honour.award,
            self.url(award) if award else None,
            when,
            self.word("level", level=level) if level else None,
            joined(DOT, (state, nominated, self.foreign(note) if note else None)) or None,
            honour.unverified,
        )

    def quote(self, quote: Quote, speaker: str | None, notes: Citations | None) -> QuoteView:
        """Exact words with their occasion; the source is numbered when the page has `notes`, else named."""
        source = self.catalogue.source(quote.sources[0]) if quote.sources else None
        occasion = self.foreign(quote.occasion) if quote.occasion else None
        refs = notes.refs(quote.sources) if notes else ()
        return QuoteView(
            self.foreign(quote.text),
            speaker,
            joined(", ", (occasion, self.day(quote.date))) or None,
            self.source_line(source) if source else None,
            self.addresses.url(self.addresses.record(source)) if source else None,
            refs[0] if refs else None,
        )

    def step(self, statement: Statement | None, notes: Citations | None) -> Step | None:
        """A statement with the numbers of its sources."""
        if statement is None:
            return None
        return Step(str(escape(self.foreign(statement.text))), notes.refs(statement.sources) if notes else ())

    def steps(self, statements: Iterable[Statement], notes: Citations | None) -> tuple[Step, ...]:
        """Statements with the numbers of their sources."""
        return tuple(step for statement in statements if (step := self.step(statement, notes)))

    # -- sources ----

    def source_line(self, source: Source) -> str:
        """Publisher and date of a source, in one line."""
        date = self.day(source.date)
        return tidy(", ".join(filter(None, (source.publisher, date or self.word("undated")))))

    def sources(self, notes: Citations, record: Record | None = None) -> tuple[SourceView, ...]:
        """The page's list of sources: those that were cited, then the rest of the record's own."""
        if record:
            notes.refs(record.sources)
        return tuple(self._source(number, source) for number, source in notes.listed())

    def _source(self, number: int, source: Source) -> SourceView:
        date = self.day(source.date)
        inferred = self.word("date_inferred", date=date) if date and source.date_inferred else date
        return SourceView(
            number,
            tidy(source.title),
            source.url,
            tidy(source.publisher) if source.publisher else None,
            inferred or self.word("undated"),
            self.word("title_described") if source.described else None,
            self.addresses.url(self.addresses.record(source)),
        )

    # -- facts ----

    def fact(self, label: str, *values: Value | Link | str | None) -> Fact | None:
        """A labelled fact of those values that are there, or None when none is."""
        found = tuple(
            Value(value, None) if isinstance(value, str) else Value(value[0], value[1])
            for value in values
            if value
        )
        return Fact(label, found) if found else None

    @staticmethod
    def facts(*facts: Fact | None) -> tuple[Fact, ...]:
        """The facts that are there."""
        return tuple(fact for fact in facts if fact)

    # -- bodies and descriptions ----

    def body(self, record: Record, notes: Citations) -> BodyUse | None:
        """How the record's body stands on its page in this language, or None when it has none."""
        digest = self._body(record)
        if not digest:
            return None
        facts = self.catalogue.prose(digest)
        links = {target: self._body_link(record, target) for target in facts.links}
        media = {path: self._body_picture(record, path) for path in facts.media}
        return BodyUse(digest.hex(), notes.numbers(facts.cites), links, media, self.lang)

    def body_is_foreign(self, record: Record) -> bool:
        """Whether the body that `body` gives is in Vietnamese on an English page."""
        return self.lang == "en" and not record.translation.get("has_body")

    def _body(self, record: Record) -> bytes:
        """The digest of the body that is shown in this language: an untranslated one stands in for its translation."""
        return self.catalogue.body(record, self.lang) or self.catalogue.body(record)

    def _body_link(self, record: Record, target: str) -> str:
        path, _, anchor = target.partition("#")
        found = self.linked(record, path) if path else record
        prefixed = anchor if anchor.startswith(HEADING_ID_PREFIX) else f"{HEADING_ID_PREFIX}{anchor}"
        fragment = f"#{prefixed}" if anchor else ""
        if found is None:
            return "#"
        return f"{self.url(found) if path else ''}{fragment}"

    def linked(self, record: Record, path: str) -> Record | None:
        """The public record that a link in a body leads to."""
        parts = [
            part for part in path.removesuffix(".md").split("/") if part not in ("", "..", ".", "content")
        ]
        folder = parts[-2] if len(parts) > 1 else by_key()[record.kind].folder
        kind = next((kind.key for kind in by_key().values() if kind.folder == folder), "")
        return self.catalogue.get((kind, parts[-1].removesuffix(".en"))) if parts else None

    def description(self, record: Record) -> str | None:
        """One line for search engines and for sharing: the summary, else the beginning of the body."""
        summary = self.plain(record, "summary")
        text = summary or self.catalogue.prose(self._body(record)).plain
        return first_line(text, 200) if text else None

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the footer, in their order."""
        return tuple(sorted(self.catalogue.every(Page), key=lambda page: (page.order or 99, page.id)))
