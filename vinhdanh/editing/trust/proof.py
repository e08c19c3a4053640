"""All that would be published about somebody, gathered for one printed page that they can read, tick and sign."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from vinhdanh.base import digest, disk
from vinhdanh.content import prose, reader
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.domain_types import PartyType
from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.loading import MEDIA_FOLDER
from vinhdanh.content.model.kinds import by_key
from vinhdanh.content.pictures import PictureFacts, measure
from vinhdanh.content.prose_marks import MARK
from vinhdanh.content.scalars import Choice, Reference, YesNo
from vinhdanh.editing.forms.records import form_of, records_in
from vinhdanh.editing.forms.values import Values
from vinhdanh.editing.scaffold import fields_in_order
from vinhdanh.editing.trust.subjects import Mention, Subject, mentions
from vinhdanh.editing.trust.substance import substance
from vinhdanh.editing.wanting import twin_file
from vinhdanh.render.templates import Templates
from vinhdanh.showcase.addresses import addresses_of
from vinhdanh.showcase.open_data.public import NOT_PUBLIC_GROUPS
from vinhdanh.showcase.qr import qr_svg

TEMPLATE = "proof.html"

WIDEST = 640
"""Pixels of a picture on the page: half a sheet of paper, sharp enough to be recognised."""

COUNTED = frozenset("name_parts address_form gender worker_kind tags aliases".split())
"""Fields by which the site sorts, counts and speaks; it does not print them as they are."""

UNSHOWN = frozenset("name image pictures body draft publish_on published basis sources".split())
"""Fields that the page shows in a place of their own, and those that are no words about the person."""

_LINK = re.compile(r"</?(?:a|img|picture|source)\b[^>]*>")
_KEY = re.compile(r"[-#> ]*(?:\w+: )?")
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)|\[@[^\]]*\]")


class Line(NamedTuple):
    """A label, and one text, several, or lines of a group."""

    label: str
    texts: tuple[str, ...]
    groups: tuple[tuple[Line, ...], ...] = ()


class Shown(NamedTuple):
    """A picture as it would be seen; `source` is a data URL, empty where the file is missing or cannot be shown."""

    source: str
    alt: str
    caption: str
    credit: str


class Elsewhere(NamedTuple):
    """Another record that names the person: what it is, where it stands, and the lines of it that say the name."""

    title: str
    kind: str
    url: str
    lines: tuple[str, ...]


class Proof(NamedTuple):
    """What the page shows. `seal` is the digest of the substance, `code` the QR code of the address."""

    name: str
    site: str
    publisher: str
    day: str
    urls: tuple[str, ...]
    code: Markup
    lines: tuple[Line, ...]
    counted: tuple[Line, ...]
    text: Markup
    english: tuple[Line, ...]
    english_text: Markup
    pictures: tuple[Shown, ...]
    elsewhere: tuple[Elsewhere, ...]
    seal: str


def gather(root: Path, catalogue: Catalogue, subject: Subject, day: str) -> Proof:
    """All that would be published about the subject, as of an ISO day. Raises DiskError."""
    record, site = subject.record, catalogue.site
    extras = reader.extra_fields(site)
    kind = by_key()[record.kind]
    fields = {**fields_in_order(kind), **extras.get(record.kind, {})}
    values = form_of(subject.written, extras)
    english = _english(root, subject, extras)
    names = {key[1]: name for key, name in catalogue.names().items()}
    address = addresses_of(site.base_url)
    urls = tuple(address.absolute(address.record(record, lang)) for lang in site.languages)
    printed = {name: field for name, field in fields.items() if name not in UNSHOWN | COUNTED}
    counted = {name: field for name, field in fields.items() if name in COUNTED}
    return Proof(
        record.heading,
        site.name,
        site.publisher or site.name,
        "/".join(str(int(part)) for part in reversed(day.split("-"))),
        urls,
        Markup(qr_svg(urls[0]) if address.origin else ""),
        tuple(_lines(printed, values, names)),
        tuple(_lines(counted, values, names)),
        _html(values.get("body", "")),
        tuple(_lines({"name": fields["name"], **printed}, english, names)),
        _html(english.get("body", "")),
        tuple(_picture(root, image) for image in _images(values)),
        tuple(_elsewhere(catalogue, mentions(root, catalogue, record))),
        seal_of(root, values, english),
    )


def seal_of_subject(root: Path, catalogue: Catalogue, subject: Subject) -> str:
    """The digest of the substance of a record as it is now, which `gather` gives too. Raises DiskError."""
    extras = reader.extra_fields(catalogue.site)
    return seal_of(root, form_of(subject.written, extras), _english(root, subject, extras))


def seal_of(root: Path, values: Values, english: Values) -> str:
    """The digest of the substance of two forms and the files of the pictures that the first names."""
    media = root / "content" / MEDIA_FOLDER
    files = {image["file"]: disk.below(media, image["file"]) for image in _images(values)}
    return substance(values, english, {name: _digest(file) for name, file in files.items()})


def page(proof: Proof) -> str:
    """The printable page. Raises TemplateError."""
    text = disk.read(Path(__file__).with_name(TEMPLATE)).decode()
    return Templates({TEMPLATE: text}).render(TEMPLATE, {"proof": proof}, TEMPLATE)


def _english(root: Path, subject: Subject, extras: reader.Extras) -> Values:
    path = twin_file(subject.path)
    file = disk.below(root / "content", path)
    found = records_in(path, disk.read(file)) if file else ()
    return next((form_of(each, extras) for each in found if each.address.id == subject.record.id), {})


def _lines(
    fields: Mapping[str, Field], values: Mapping[str, Any], names: Mapping[str, str]
) -> Iterator[Line]:
    for name, field in fields.items():
        if name in values:
            item = field.type.item if isinstance(field.type, ListOf) else field.type
            given = values[name] if isinstance(values[name], list) else [values[name]]
            if isinstance(item, Group):
                yield Line(field.vi, (), tuple(_group(item, each, names) for each in given))
            else:
                yield Line(field.vi, tuple(_text(item, each, names) for each in given))


def _group(kind: Group, values: Mapping[str, Any], names: Mapping[str, str]) -> tuple[Line, ...]:
    hidden = NOT_PUBLIC_GROUPS.get(kind.group, ())
    fields = {name: field for name, field in fields_of(kind.group).items() if name not in hidden}
    return tuple(_lines(fields, values, names))


def _text(kind: FieldType, value: Any, names: Mapping[str, str]) -> str:
    match kind:
        case PartyType():
            return names.get(value["id"], value["id"]) if "id" in value else str(value["name"])
        case Reference():
            return names.get(value.rpartition("/")[2], value)
        case Choice():
            return kind.options[value][0] if value in kind.options else str(value)
        case YesNo():
            return "có"
    return str(value)


def _html(body: str) -> Markup:
    """A text as its page sets it, without links and pictures. What editors paste is cleaned on the way."""
    return Markup(_LINK.sub("", MARK.sub("", prose.render(body).html)) if body else "")


def _images(values: Values) -> list[Values]:
    return [*([values["image"]] if "image" in values else []), *values.get("pictures", [])]


def _picture(root: Path, image: Values) -> Shown:
    from vinhdanh.render.imaging import photographs  # noqa: PLC0415 - few proofs have a picture

    words = (image.get("alt", ""), image.get("caption", ""), image.get("credit", ""))
    file = disk.below(root / "content" / MEDIA_FOLDER, image["file"])
    data = disk.read(file) if file else b""
    size = measure(image["file"], data)
    if not isinstance(size, PictureFacts):
        return Shown("", *words)
    width = min(WIDEST, size.width)
    target = photographs.Target(
        (0, 0, *size), (width, max(1, round(size.height * width / size.width))), "jpg"
    )
    (made,) = photographs.develop(data, [target])
    return Shown(f"data:image/jpeg;base64,{base64.b64encode(made).decode()}", *words)


def _digest(file: Path | None) -> str:
    return digest.of_bytes(disk.read(file)).hex() if file else ""


def _elsewhere(catalogue: Catalogue, found: Iterator[Mention]) -> Iterator[Elsewhere]:
    """The records, and the home page, that would name the person, with those lines that say the name."""
    lines: dict[tuple[str, str] | None, list[str]] = {}
    for mention in found:
        said = lines.setdefault(mention.record.key if mention.record else None, [])
        if mention.named:
            said.append(_MARKDOWN_LINK.sub(r"\1", _KEY.sub("", mention.text, count=1)))
    address = addresses_of(catalogue.site.base_url)
    for key, said in lines.items():
        record = catalogue.get(key) if key else None
        if record:
            one = by_key()[record.kind].one[0]
            yield Elsewhere(record.heading, one, address.absolute(address.record(record)), tuple(said))
        elif key is None:
            home = address.absolute(address.page())
            yield Elsewhere(catalogue.site.name, "trang đầu", home, tuple(said))
