"""The reference page of the content model, in Vietnamese and English, made of the model itself.

`python3 -m vinhdanh.editing.reference > docs/model.md` writes it anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from vinhdanh.content.domain_types import PartyType
from vinhdanh.content.fields import Field, FieldType, fields_of
from vinhdanh.content.groups import Group, ListOf
from vinhdanh.content.model.consent import Consent
from vinhdanh.content.model.kinds import KINDS, Kind, by_key
from vinhdanh.content.model.record import Record
from vinhdanh.content.model.site import Site
from vinhdanh.content.scalars import Choice, Reference, Text

COMMAND = "python3 -m vinhdanh.editing.reference > docs/model.md"

_INTRODUCTION = f"""\
# Mô hình nội dung · The content model

Trang này được viết ra từ chính mô hình (`vinhdanh/content/model/`), nên luôn đúng với chương trình. Đừng sửa tay; khi
mô hình thay đổi, chạy: `{COMMAND}`.

Mỗi người, mỗi sáng kiến… là một tệp `thư-mục/mã.md`: phần khai báo giữa hai dòng `---`, rồi đến thân bài. Nhiều mục
ngắn có thể viết chung trong `thư-mục.yaml`, mỗi mục có thêm `id`. Bản tiếng Anh nằm ở tệp `mã.en.md` bên cạnh và chỉ
cần những mục khác bản tiếng Việt. Tên mục viết theo cột đầu, hoặc theo cột “Cũng viết được”, có dấu hay không dấu đều
được. Một danh sách chỉ có một giá trị thì viết thẳng giá trị đó.

This page is made of the model itself (`vinhdanh/content/model/`). Do not edit it; when the model changes, run the
command above.

Each person, each initiative… is one file `folder/id.md`: keys between two lines of `---`, then the body. Short records
may share a file `folder.yaml`, each with an `id`. The English version stands beside it in `id.en.md` and needs only
what differs. Keys are written as in the first column or as in “Also”, with or without marks. A list of one value may be
written as that value.
"""

_HEAD = (
    "| Mục · Key | Nhãn · Label | Kiểu · Type | Gợi ý · Hint | Cũng viết được · Also |",
    "|---|---|---|---|---|",
)
_CONSENTS = (
    "Tệp · Files: `private/consents/mã.yaml`, không bao giờ đăng · never published",
    "`python3 build.py consent mã` viết tệp này · writes it; [trust.md](trust.md)",
)
_EVERY_KIND: type = Record
_REQUIRED = "**bắt buộc · required**"


def model_reference() -> str:
    """The whole page as Markdown."""
    common = fields_of(_EVERY_KIND)
    settings = ("Tệp · Files: `content/site.yaml`, `content/site.en.yaml`",)
    parts = [
        _INTRODUCTION,
        _section("Mục mà mọi loại đều có · Keys of every kind", (), common),
        *(_kind(kind, common) for kind in KINDS),
        _section("Cài đặt của trang · Settings of the site", settings, fields_of(Site)),
        _section("Hồ sơ đồng ý · Consents", _CONSENTS, fields_of(Consent)),
        "## Nhóm mục · Groups of keys\n",
        *(
            _group(group, uses)
            for group, uses in sorted(_groups().items(), key=lambda item: item[0].__name__)
        ),
    ]
    return "\n".join(parts)


def _kind(kind: Kind, common: Mapping[str, Field]) -> str:
    record: type = kind.record
    own = {name: field for name, field in fields_of(record).items() if common.get(name) != field}
    vi, en = (f"{path}/" if path else "" for path in kind.path)
    about = (
        f"Thư mục · Folder: `content/{kind.folder}/`",
        f"Địa chỉ · Address: `/{vi}…/`, `/en/{en}…/`",
    )
    return _section(_both(kind.many), about, own)


def _group(group: type, uses: Iterable[str]) -> str:
    used = f"Dùng ở · Used in: {', '.join(f'`{use}`' for use in uses)}"
    return _section(group.__name__, (used,), fields_of(group), level=3)


def _section(title: str, about: tuple[str, ...], fields: Mapping[str, Field], level: int = 2) -> str:
    lines = [f"{'#' * level} {title}", ""]
    if about:
        lines += [*(f"- {line}" for line in about), ""]
    return "\n".join([*lines, *_HEAD, *map(_row, fields.values()), ""])


def _row(field: Field) -> str:
    kind = _type(field.type)
    cells = (
        f"`{field.name}`",
        _both((field.vi, field.en)),
        f"{kind}; {_REQUIRED}" if field.required else kind,
        _both(field.hint),
        ", ".join(f"`{alias}`" for alias in field.aliases if alias != field.name),
    )
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _both(words: tuple[str, str]) -> str:
    return words[0] if words[0] == words[1] else f"{words[0]} · {words[1]}"


def _type(kind: FieldType) -> str:
    """What may be written for a type of field, in both languages."""
    match kind:
        case ListOf():
            return f"danh sách · list: {_type(kind.item)}"
        case Group():
            name = kind.group.__name__
            alone = f", hoặc chỉ · or just `{kind.short}`" if kind.short else ""
            return f"nhóm · group: [{name}](#{name.lower()}){alone}"
        case Choice():
            options = (f"`{key}` ({_both(labels)})" for key, labels in kind.options.items())
            return f"một trong · one of: {', '.join(options)}"
        case Reference() | PartyType():
            words = "mã · id" if isinstance(kind, Reference) else "mã hoặc tên · id or name"
            return f"{words}: {', '.join(_both(by_key()[name].one) for name in kind.kinds)}"
        case Text():
            return _text(kind)
    return _both(kind.words)


def _text(kind: Text) -> str:
    words = "văn bản nhiều dòng · text of several lines" if kind.lines else _both(kind.words)
    return f"{words}, ≤ {kind.limit} ký tự · characters" if kind.limit else words


def _groups() -> Mapping[type, list[str]]:
    """Every group of keys, with the places that use it, such as `person.honours`."""
    found: dict[type, list[str]] = {}
    waiting: list[tuple[str, type]] = [
        ("", _EVERY_KIND),
        *((kind.key, kind.record) for kind in KINDS),
        ("site", Site),
    ]
    for name, owner in waiting:
        inherited = {} if owner is _EVERY_KIND else fields_of(_EVERY_KIND)
        for field in fields_of(owner).values():
            group = _group_of(field.type)
            if group is not None and inherited.get(field.name) != field:
                if group not in found:
                    waiting.append((group.__name__, group))
                found.setdefault(group, []).append(f"{name}.{field.name}".removeprefix("."))
    return found


def _group_of(kind: FieldType) -> type | None:
    if isinstance(kind, ListOf):
        return _group_of(kind.item)
    return kind.group if isinstance(kind, Group) else None


if __name__ == "__main__":
    sys.stdout.buffer.write(model_reference().encode())
