"""A small whole showcase, made for tests: every kind of record once or twice, all related to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vinhdanh.render.pipeline import Options, Outcome, build

TODAY = "2026-11-22"
BASIS = "basis: {kind: public_record, sources: [bao-a]}\n"


def person(name: str, *more: str, body: str = "Một người thợ.[@bao-a]") -> str:
    """The file of a person."""
    keys = "".join(f"{line}\n" for line in more)
    return f"---\nname: {name}\nsummary: Làm điện.\nsector: dien\nplace: Quảng Nam\n{keys}{BASIS}published: 2026-11-22\n---\n\n{body}\n"


FILES: Mapping[str, str] = {
    "site.yaml": (
        "name: Thử\ntagline: Trang để thử.\nbase_url: https://thu.example\nlanguages: [vi, en]\n"
        "accepted_bases: [public_record]\npage_size: 4\n"
        "home:\n  headline: Chào.\n  person: hoa\n  event: toa-dam\n  people: [hoa, son]\n  initiatives: [ac-quy]\n"
        "  experiences: [lam-cham]\n"
        "  figures:\n    - {value: trên 500 tỷ đồng, label: có sáng kiến làm lợi, source: bao-a}\n"
    ),
    "site.en.yaml": "tagline: A site for tests.\n",
    "data/sources.yaml": (
        "- {id: bao-a, title: Bài A, publisher: Báo A, url: https://a.example/1, date: 2023-10-08}\n"
        "- {id: bao-b, title: Bài B, publisher: Báo B, date: 2023}\n"
    ),
    "data/places.yaml": (
        "- {id: da-nang, name: Đà Nẵng, kind: thành phố, predecessors: [Quảng Nam]}\n"
        "- {id: ha-noi, name: Hà Nội, kind: thành phố}\n"
    ),
    "data/sectors.yaml": (
        "- {id: dien, name: Điện lực, name_en: Electricity, motif: waves, hue: blue}\n"
        "- {id: than, name: Than, name_en: Coal, motif: gallery, hue: rust}\n"
    ),
    "organisations/dien-luc.md": "---\nname: Công ty Điện lực\nkind: doanh nghiệp\nplace: Quảng Nam\nsources: [bao-a]\n---\n",
    "organisations/tong.md": "---\nname: Tổng công ty\nkind: doanh nghiệp\nplace: Hà Nội\nsources: [bao-b]\n---\n",
    "awards/giai-a.md": "---\nname: Giải A\nkind: giải thưởng\nconferred_by: tong\nsources: [bao-b]\n---\n",
    "programmes/phong-trao.md": "---\ntitle: Phong trào\norganiser: tong\nsources: [bao-a]\n---\n",
    "people/hoa.md": person(
        "Nguyễn Thị Hoa",
        "job_title: Công nhân",
        "affiliations: [dien-luc]",
        "honours:\n  - {award: giai-a, year: 2023, source: bao-a}",
        body="Chị Hoa cùng [anh Sơn](people/son.md) làm.[@bao-a]",
    ),
    "people/hoa.en.md": "---\nsummary: She works.\n---\n\nHoa works.[@bao-a]\n",
    "people/son.md": person("Trương Thái Sơn", "affiliations: [dien-luc]"),
    "people/mai.md": person("Lê Thị Mai", "affiliations: [tong]"),
    "initiatives/ac-quy.md": (
        "---\ntitle: Dùng ắc quy khô\nauthors: [son]\norganisation: dien-luc\nsector: dien\nprogrammes: [phong-trao]\n"
        "first_applied: 2006\nproblem: Pin chai.\nsolution: Thay bằng ắc quy.\n"
        'figures:\n  - {value: "trên 30,7 tỷ đồng/năm", source: bao-a}\n'
        "adoptions:\n  - {unit: tong, date: 2008, note: Làm theo., source: bao-b}\npublished: 2026-11-22\n---\n"
    ),
    "initiatives/khac.md": "---\ntitle: Việc khác\nauthors: [hoa]\nsector: dien\npublished: 2026-11-22\nsources: [bao-b]\n---\n",
    "themes/vuot-kho.md": "---\ntitle: Vượt khó\norder: 1\nevent: toa-dam\n---\n\nHỏi về việc khó.\n",
    "events/toa-dam.md": (
        "---\ntitle: Tọa đàm\nkind: tọa đàm\nmotto: Vượt khó, sáng tạo\ndate: 2023-10-07\nplace: Hà Nội\n"
        "organisers: [tong]\nprogramme: phong-trao\nthemes: [vuot-kho]\n"
        "participations:\n  - {who: hoa, role: chia sẻ}\n  - {who: son, role: đại biểu}\n"
        "key_points:\n  - {text: Có sáng kiến hay., source: bao-a}\nsources: [bao-a]\n---\n"
    ),
    "experiences/lam-cham.md": (
        "---\ntitle: Làm chậm mà chắc\nsetting: tại sự kiện\nevent: toa-dam\nspeakers: [hoa]\ntheme: vuot-kho\n"
        "initiative: ac-quy\nsituation: {text: Máy cũ., source: bao-a}\naction: {text: Sửa dần., source: bao-a}\n"
        "quote: {text: Chậm thôi, source: bao-a}\npublished: 2026-11-22\n---\n"
    ),
    "stories/hai-nguoi.md": (
        "---\ntitle: Hai người thợ\nsummary: Chuyện hai người.\ndate: 2026-11-22\npublished: 2026-11-22\n"
        "features: [people/hoa, people/son]\ntheme: vuot-kho\nsources: [bao-a]\n---\n\nHai người làm.[@bao-b]\n"
    ),
    "pages/gioi-thieu.md": "---\ntitle: Giới thiệu\norder: 1\n---\n\nTrang này để thử.\n",
}


def by_consent(text: str, record: str) -> str:
    """The file of a person who relies on a consent instead of a public record."""
    assert BASIS in text
    return text.replace(BASIS, f"basis: {{kind: consent, record: {record}}}\n")


def consent(who: str, purposes: str = "[web, print, data, social]", fields: str = "all", *more: str) -> str:
    """The file of a consent."""
    keys = "".join(f"{line}\n" for line in more)
    return (
        f"who: {who}\npurposes: {purposes}\nfields: {fields}\ndate: 2026-11-20\nform: signed\n"
        f"evidence: giay.pdf\nseal: 0000 0000 0000 0000\n{keys}"
    )


@dataclass(frozen=True, slots=True)
class Showcase:
    """A showcase in a folder; its files are edited by the tests."""

    root: Path

    def write(self, path: str, text: str) -> None:
        """Write a content file."""
        target = self.root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def agree(self, name: str, text: str) -> None:
        """Write the consent of that name."""
        target = self.root / "private/consents" / f"{name}.yaml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        """The text of a content file."""
        return (self.root / "content" / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a piece of a content file that must be there."""
        text = self.read(path)
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        """Delete a content file."""
        (self.root / "content" / path).unlink()

    def build(self, output: Path | None = None, *, today: str = TODAY, strict: bool = False) -> Outcome:
        """Build into `site/`, or into another folder."""
        return build(Options(self.root, output or self.root / "site", today, strict))

    def site(self) -> dict[str, bytes]:
        """Every published file by path."""
        return tree(self.root / "site")


def make(root: Path, files: Mapping[str, str] = FILES) -> Showcase:
    """A showcase of `files` in `root`, which must not hold one yet."""
    showcase = Showcase(root)
    for path, text in files.items():
        showcase.write(path, text)
    return showcase


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
