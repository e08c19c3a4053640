"""How the forms are laid out: the model as the configuration of Sveltia CMS, for editors who read Vietnamese.

The CMS is given one JSON file a record, see `desk`; nothing here knows how a record is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.domain_types import PartyType
from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.kinds import KINDS, Kind, by_key
from vinhdanh.content.reader import Extras
from vinhdanh.content.scalars import Reference
from vinhdanh.editing.forms.records import BODY, form_fields, has_body, has_words
from vinhdanh.editing.forms.values import Values
from vinhdanh.editing.forms.widgets import Widgets, picker_name
from vinhdanh.editing.scaffold import DRAFTED, ID_LENGTH
from vinhdanh.editing.schema.known import SLUG

ICONS = {
    "person": "person",
    "collective": "groups",
    "initiative": "lightbulb",
    "story": "article",
    "event": "event",
    "experience": "forum",
    "organisation": "apartment",
    "programme": "campaign",
    "award": "military_tech",
    "theme": "topic",
    "page": "description",
    "source": "menu_book",
    "place": "location_on",
    "sector": "factory",
}
"""For each kind, the name of a symbol in the CMS's own typeface."""


def configuration(catalogue: Catalogue, extras: Extras, site_url: str) -> Mapping[str, Any]:
    """The whole configuration; `site_url` is where the preview shows the pages."""
    widgets = Widgets(catalogue)
    return {
        "load_config_file": False,
        "backend": {"name": "test-repo"},
        "app_title": f"{catalogue.site.name}: soạn bài",
        "site_url": site_url,
        "logout_redirect_url": site_url,
        "media_folder": "content/media",
        "public_folder": "/",
        "media_libraries": {
            "default": {"config": {"slugify_filename": True, "max_file_size": LARGEST_PICTURE}},
            "stock_assets": {"providers": []},  # nobody's face stands for a worker's
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": ID_LENGTH},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "i18n": {
            "structure": "multiple_files",
            "locales": ["vi", "en"],
            "default_locale": "vi",
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
        },
        "collections": [
            *(_collection(kind, extras, widgets) for kind in KINDS),
            *map(_picker, pickers(extras)),
        ],
    }


LARGEST_PICTURE = 30 * 1024 * 1024
"""Bytes: twice what the cameras of today's telephones write."""


def _collection(kind: Kind, extras: Extras, widgets: Widgets) -> Mapping[str, Any]:
    fields = form_fields(kind, extras, "vi")
    body = [widgets.of(BODY, translated=True)] if has_body(kind) else []
    return {
        "name": kind.folder,
        "label": kind.many[0],
        "label_singular": kind.one[0],
        "icon": ICONS[kind.key],
        "folder": f"content/{kind.folder}",
        "format": "json",
        "extension": "json",
        "i18n": True,
        "identifier_field": kind.heading,
        "sortable_fields": [kind.heading, "published"] if has_body(kind) else [kind.heading],
        "aliases_field": False,
        "slug": {
            "template": f"{{{{fields.{kind.heading}}}}}",
            "editable": ["create"],
            "hint": "Mã trong địa chỉ trang: chữ thường không dấu, số, gạch nối. Không đổi được về sau.",
            "pattern": [SLUG, "Chỉ dùng chữ thường không dấu, số và gạch nối: nguyen-thi-hoa"],
        },
        "preview_path": f"{kind.address('vi')}/{{{{slug}}}}/".lstrip("/"),
        "fields": [
            *(_field(kind, field, widgets) for field in fields.values()),
            *body,
        ],
    }


def _field(kind: Kind, field: Field, widgets: Widgets) -> Mapping[str, Any]:
    """The widget of a field. As with `new`, what readers are to see begins as a draft."""
    widget = widgets.of(field, translated=has_words(field.type))
    return {**widget, "default": True} if field.name == _DRAFT and kind.key in DRAFTED else widget


_DRAFT = "draft"


def answered(values: Values) -> Values:
    """The values of a record that is there already, in which no default may take the place of what was left out."""
    return {_DRAFT: False, **values}


# -- references to several kinds ----


def pickers(extras: Extras) -> list[tuple[str, ...]]:
    """The sets of several kinds that some field refers to: the CMS picks from one list at a time."""
    found: dict[tuple[str, ...], None] = {}
    for kind in KINDS:
        for kinds in _referred(field.type for field in form_fields(kind, extras, "vi").values()):
            if len(kinds) > 1:
                found[kinds] = None
    return list(found)


def _referred(types: Iterable[FieldType]) -> Iterable[tuple[str, ...]]:
    for kind in types:
        inner = kind.item if isinstance(kind, ListOf) else kind
        if isinstance(inner, (Reference, PartyType)):
            yield inner.kinds
        elif isinstance(inner, Group):
            yield from _referred(field.type for field in fields_of(inner.group).values())


def _picker(kinds: tuple[str, ...]) -> Mapping[str, Any]:
    """A hidden list of the records of several kinds, to pick from."""
    name = picker_name(kinds)
    texts = [{"name": each, "label": each, "widget": "string"} for each in ("title", "id", "path")]
    return {
        "name": name,
        "label": name,
        "hide": True,
        "create": False,
        "delete": False,
        "folder": f"content/{name}",
        "format": "json",
        "extension": "json",
        "fields": texts,
    }


def picked(catalogue: Catalogue, extras: Extras) -> Mapping[str, str]:
    """The entries of those lists as JSON texts by path."""
    found = {}
    for kinds in pickers(extras):
        for record in catalogue.known():
            if record.kind in kinds:
                kind = by_key()[record.kind]
                entry = {
                    "title": f"{record.heading} ({kind.one[0]})",
                    "id": record.id,
                    "path": f"{kind.folder}/{record.id}",
                }
                path = f"content/{picker_name(kinds)}/{kind.folder}--{record.id}.json"
                found[path] = json.dumps(entry, ensure_ascii=False)
    return found
