"""What is repaired, row by row; and whatever a file holds, mending it once is enough and loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests import showcases
from vinhdanh.base import saving
from vinhdanh.base.memory import Memory
from vinhdanh.base.problems import Edit
from vinhdanh.content.reader import read_file
from vinhdanh.editing import backups
from vinhdanh.editing.mending import Mended, applied, mend, mended

HOA = "people/hoa.md"


def fix(text: str, path: str = HOA) -> str:
    return mended(path, text.encode(), {}).decode()


FILES = {
    "tabs": ("---\nname: Hoa\nbasis:\n\tkind: consent\n\trecord: a\n---\n", "---\nname: Hoa\nbasis:\n  kind: consent\n  record: a\n---\n"),
    "no-break spaces at the start of a line": ("---\nname: Hoa\nbasis:\n\u00a0\u00a0kind: consent\n---\n", "---\nname: Hoa\nbasis:\n  kind: consent\n---\n"),
    "no space after a colon": ("---\nname:Chị Hoa\ngender:nữ\n---\n", "---\nname: Chị Hoa\ngender: nữ\n---\n"),
    "a no-break space after a colon": ("---\nname:\u00a0Chị Hoa\n---\n", "---\nname: Chị Hoa\n---\n"),
    "a full-width colon": ("---\nname：Chị Hoa\n---\n", "---\nname: Chị Hoa\n---\n"),
    "a colon in a value": ("---\nname: Hoa\nsummary: Bài học: làm chậm\n---\n", '---\nname: Hoa\nsummary: "Bài học: làm chậm"\n---\n'),
    "colons in three values": ("---\nname: Hoa: a\nsummary: b: c\njob_title: d: e\n---\n", '---\nname: "Hoa: a"\nsummary: "b: c"\njob_title: "d: e"\n---\n'),
    "a colon before a comment": ("---\nname: Hoa\nsummary: Bài học: làm chậm # hỏi lại\n---\n", '---\nname: Hoa\nsummary: "Bài học: làm chậm" # hỏi lại\n---\n'),
    "quotes within a value with a colon": ('---\nname: Hoa\nsummary: Gọi là "thợ": giỏi\n---\n', '---\nname: Hoa\nsummary: "Gọi là “thợ”: giỏi"\n---\n'),
    "a lost end after #": ("---\nname: Hoa\njob_title: Xưởng #3 tốt\n---\n", '---\nname: Hoa\njob_title: "Xưởng #3 tốt"\n---\n'),
    "a comma in a value between braces": ("---\nname: Hoa\nquotes:\n  - {text: Làm 30,7 tấn, rồi nghỉ, sources: b}\n---\n", '---\nname: Hoa\nquotes:\n  - {text: "Làm 30,7 tấn, rồi nghỉ", sources: b}\n---\n'),
    "a comma in a value that is wrong besides": ("---\nname: Hoa\nquotes:\n  - {text: Làm, rồi nghỉ, date: 7/10/2023, sources: b}\n---\n", '---\nname: Hoa\nquotes:\n  - {text: "Làm, rồi nghỉ", date: 2023-10-07, sources: b}\n---\n'),
    "a value that begins with @": ("---\nname: Hoa\njob_title: @abc\n---\n", '---\nname: Hoa\njob_title: "@abc"\n---\n'),
    "curly quotes around a value": ("---\nname: “Chị Hoa”\n---\n", '---\nname: "Chị Hoa"\n---\n'),
    "day before month": ("---\nname: Hoa\npublished: 7/10/2023  # hôm ấy\n---\n", "---\nname: Hoa\npublished: 2023-10-07  # hôm ấy\n---\n"),
    "a day in quotes": ('---\nname: Hoa\npublished: "7/10/2023"\n---\n', "---\nname: Hoa\npublished: 2023-10-07\n---\n"),
    "a date in words": ("---\nname: Hoa\npublished: ngày 7 tháng 10 năm 2023\n---\n", "---\nname: Hoa\npublished: 2023-10-07\n---\n"),
    "marks typed apart, also in the body": ("---\nname: Ho\u0300a\n---\nBo\u0302\u0301n.\n", "---\nname: Hòa\n---\nBốn.\n"),
    "a typo in a key": ("---\nname: Hoa\ngendr: nữ\n---\n", "---\nname: Hoa\ngender: nữ\n---\n"),
    "a typo in the key that must be there": ("---\nnmae: Hoa\n---\n", "---\nname: Hoa\n---\n"),
    "Vietnamese keys": ("---\nHọ và tên: Hoa\nđơn vị: [a]\n---\n", "---\nname: Hoa\naffiliations: [a]\n---\n"),
    "a key in a group": ("---\nname: Hoa\nquotes:\n  - {text: a, source: b}\n---\n", "---\nname: Hoa\nquotes:\n  - {text: a, sources: b}\n---\n"),
    "several at once": (
        "---\nho_ten: Bài học: làm chậm\ngendr: nữ\nbasis:\n\tkind: consent\npublished: 7/10/2023\n---\n",
        '---\nname: "Bài học: làm chậm"\ngender: nữ\nbasis:\n  kind: consent\npublished: 2023-10-07\n---\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES.keys())
def test_what_is_safe_is_mended(before: str, after: str) -> None:
    assert fix(before) == after
    assert fix(after) == after


def test_the_word_for_a_thousand_millions_is_spelled_one_way() -> None:
    before = '---\ntitle: A\nfigures:\n  - {value: "trên 30,7 tỉ đồng/năm", source: a}\n  - {value: 2 tỷ đồng, sources: a}\n---\n'
    assert fix(before, "initiatives/a.md") == before.replace("tỉ", "tỷ").replace("source:", "sources:")


def test_a_value_that_a_comma_tore_apart_is_read_as_it_was_meant() -> None:
    before = "---\ntitle: A\nfigures:\n  - {value: trên 30,7 tỉ đồng, sources: a}\n---\n"
    reading = read_file("initiatives/a.md", before.encode(), {}, noticing=True)
    assert [each.code for each in reading.problems] == ["comma-in-value"]
    assert fix(before, "initiatives/a.md") == before.replace("trên 30,7 tỉ đồng", '"trên 30,7 tỷ đồng"')


def test_words_of_a_quotation_are_left_as_they_are() -> None:
    before = "---\nname: Hoa\nquotes:\n  - {text: Làm lợi 2 tỉ, sources: a}\n---\nLàm lợi 2 tỉ đồng, tỉ mỉ.\n"
    assert fix(before) == before


def test_lists_of_records_are_mended_too() -> None:
    before = "# nguồn\n- id: a\n  tilte: Bài: một\n  publisher: Báo\n- id: b\n  title: Hai\n  publisher: Báo\n  date: 1/2/2020\n"
    after = '# nguồn\n- id: a\n  title: "Bài: một"\n  publisher: Báo\n- id: b\n  title: Hai\n  publisher: Báo\n  date: 2020-02-01\n'
    assert fix(before, "data/sources.yaml") == after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte-order mark"])
def test_line_ends_and_marks_stay_as_they_are(end: str, mark: str) -> None:
    lines = ["---", "# ghi chú", "{}: Hoa  # tên", "", "gender:   nữ", "---", "Thân  bài. ", "", ""]
    before, after = (mark + end.join(lines).format(key) for key in ("ho_ten", "name"))
    assert fix(before) == after


LEFT = {
    "a list that lacks its brackets": "---\nname: Hoa\nquotes:\n  - {text: a, sources: b, c}\n---\n",
    "a colon that was forgotten": "---\nname: Hoa\nquotes:\n  - {text: a, sources b}\n---\n",
    "a comma and a slip in its key": "---\nname: Hoa\nquotes:\n  - {zzz: a, b}\n---\n",
    "two guesses": "---\nname: Hoa\nsummaryy: a\nsummary: b\n---\n",
    "a key that is there already": "---\nname: Hoa\nnmae: Lan\n---\n",
    "two typos of one key": "---\ngendr: nữ\ngendar: nam\nname: Hoa\n---\n",
    "a typo that hides another problem": "---\nname: Hoa\nlif: bay\n---\n",
    "text after quotes": '---\nname: "Chị Hoa" Nguyễn\n---\n',
    "a group with a colon too many": "---\nname: Hoa\nbasis: {kind: a: b}\n---\n",
    "a colon in a value of two lines": "---\nname: Hoa\nsummary: Bài học: làm\n  chậm\n---\n",
    "a tab beside what no one can mend": '---\nname: "Hoa\nbasis:\n\tkind: consent\n---\n',
    "no front matter": "ho_ten: Hoa\n",
    "an anchor": "---\nho_ten: &a Hoa\n---\n",
    "a block of text": "---\nname: Hoa\nsummary: |\n  a: b\n  c: d #3\n---\n",
    "a private key": "---\nname: Hoa\nphone: 0912\n---\n",
    "an impossible day": "---\nname: Hoa\npublished: 30/2/2020\n---\n",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT.keys())
def test_what_is_not_beyond_doubt_is_left(text: str) -> None:
    assert fix(text) == text


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04\x00", "---\nho_ten: Hoà\n---\n".encode("cp1258"), b"\xff\xfe"]
)
def test_what_is_no_text_is_left(data: bytes) -> None:
    assert mended(HOA, data, {}) == data


# -- whatever is written ----

LINES = st.sampled_from(
    [text.strip("-\n") for before, _ in FILES.values() for text in before.split("\n") if text.strip("-")]
    + [
        "name: Hoa",
        "\tgender: nữ",
        "life: x",
        "- a",
        "  - b: c",
        "summary: >",
        "published: 7/10/2023",
        "x: “a”",
        "{",
        "'",
    ]
)
TEXTS = st.builds(
    lambda lines, end, mark, body: mark + end.join(["---", *lines, "---", body]),
    st.lists(LINES, max_size=8),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["", "Thân bài.\n", "Ho\u0300a: [a](b)\t#c\n"]),
)


@given(TEXTS, st.sampled_from([HOA, "initiatives/a.md", "site.yaml", "data/sources.yaml"]))
@example("---\nname: “a” #b\n---\n", HOA)
@example("---\n\tname: a\n\t\tsummary: b\n---\n", HOA)
def test_a_second_run_changes_nothing_and_nothing_gets_worse(text: str, path: str) -> None:
    before = text.encode()
    after = mended(path, before, {})
    assert mended(path, after, {}) == after
    old, new = read_file(path, before, {}), read_file(path, after, {})
    assert before.count(b"\n") == after.count(b"\n")
    if after == before:
        return
    assert new.records
    if old.records:
        assert len(new.problems) <= len(old.problems)
        for was, now in zip(old.records, new.records, strict=True):
            assert (was.kind, was.id, was.lang, was.body) == (now.kind, now.id, now.lang, now.body)
            assert was.values.keys() <= now.values.keys()


@given(st.text("abc :#\t\r\n\u00a0“”\u0300", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    after = mended(HOA, f"---\nname: Hoa\n{text}\n---\n{text}".encode(), {})
    assert mended(HOA, after, {}) == after


# -- edits ----


def test_an_edit_is_void_where_the_file_says_something_else() -> None:
    assert (
        applied(b"a\nb: c\n", [Edit(2, 1, "x", "y"), Edit(9, 1, "a", "y"), Edit(2, 4, "c", "d")])
        == b"a\nb: d\n"
    )


def test_edits_that_overlap_wait_for_the_next_step() -> None:
    assert applied(b"abcd", [Edit(1, 1, "abcd", "x"), Edit(1, 3, "c", "y")]) == b"abyd"


# -- whole showcases ----


def mend_all(root: Path) -> Mapping[str, str]:
    done = mend(root, showcases.TODAY, Memory(None), b"engine")
    return {file.path: file.after.decode() for file in done.files}


def test_a_showcase_that_is_well_stays_as_it_is(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path)
    written = backups.write(tmp_path, mend(tmp_path, showcases.TODAY, Memory(None), b"e").files).written
    assert "awards/giai-a.md" in written  # its keys were written in other words
    assert mend_all(showcase.root) == {}


@pytest.fixture
def canonical(tmp_path: Path) -> showcases.Showcase:
    """A showcase in which nothing is left to mend."""
    showcase = showcases.make(tmp_path)
    backups.write(tmp_path, mend(tmp_path, showcases.TODAY, Memory(None), b"e").files)
    return showcase


def test_an_id_with_a_slip_is_mended_everywhere(canonical: showcases.Showcase) -> None:
    author, cited = canonical.read("initiatives/khac.md"), canonical.read("people/hoa.md")
    canonical.replace("initiatives/khac.md", "bao-b", "baao-b")
    canonical.replace("people/hoa.md", "làm.[@bao-a]", "làm.[@bao-a][@bao-bb] Rồi.[@bao-bb]")
    assert mend_all(canonical.root) == {
        "initiatives/khac.md": author,
        "people/hoa.md": cited.replace("làm.[@bao-a]", "làm.[@bao-a][@bao-b] Rồi.[@bao-b]"),
    }


def test_an_id_that_could_be_two_is_left(canonical: showcases.Showcase) -> None:
    canonical.replace("initiatives/khac.md", "bao-b", "bao-c")
    assert mend_all(canonical.root) == {}


def test_a_name_instead_of_an_id_is_mended(canonical: showcases.Showcase) -> None:
    before = canonical.read("stories/hai-nguoi.md")
    canonical.replace("stories/hai-nguoi.md", "people/hoa, people/son", "Nguyễn Thị Hoa, people/son")
    mended_file = mend_all(canonical.root)["stories/hai-nguoi.md"]
    assert mended_file == before.replace("people/hoa", "hoa")


def test_provinces_links_and_former_ids_are_mended(canonical: showcases.Showcase) -> None:
    person, other = canonical.read("people/hoa.md"), canonical.read("people/mai.md")
    canonical.replace("people/hoa.md", "people/son.md", "../people/truong-thai-son.md#x")
    canonical.replace("people/son.md", "sector: dien", "sector: dien\naliases: [nguoi/truong-thai-son]")
    canonical.replace("people/mai.md", "Quảng Nam", "Quảng Nma")
    found = mend_all(canonical.root)
    assert found["people/hoa.md"] == person.replace("people/son.md", "../people/son.md#x")
    assert found["people/mai.md"] == other


def test_a_name_is_mended_in_a_file_that_could_not_be_read_before(canonical: showcases.Showcase) -> None:
    before = canonical.read("initiatives/khac.md")
    canonical.replace(
        "initiatives/khac.md", "title: Việc khác\nauthors: [hoa]", "title:Việc khác\nauthors: [hoaa]"
    )
    assert mend_all(canonical.root) == {"initiatives/khac.md": before}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("people/sonn.md", '---\nname: "Sơn\n---\n'),
        ("peple/sonn.md", "---\nname: Sơn\n---\n"),
        ("data/people.yaml", "- id: lan\n  name: Lan\n- idd: sonn\n  name: Sơn\n"),
    ],
    ids=["an unreadable file", "an unknown folder", "an entry without an id"],
)
def test_no_name_is_guessed_while_some_record_cannot_be_read(
    canonical: showcases.Showcase, path: str, text: str
) -> None:
    canonical.replace("initiatives/ac-quy.md", "authors: [son]", "authors: [sonn]")
    assert list(mend_all(canonical.root)) == ["initiatives/ac-quy.md"]
    canonical.write(path, text)
    assert mend_all(canonical.root) == {}


# -- writing ----


def test_former_files_are_kept_and_brought_back(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path, {HOA: "ho_ten: Hoa\n", "people/lan.md": "cũ\n"})
    first = backups.write(tmp_path, [Mended(HOA, b"ho_ten: Hoa\n", b"name: Hoa\n")])
    second = backups.write(tmp_path, [Mended(HOA, b"name: Hoa\n", b"name: Lan\n")])
    assert [first.folder.name, second.folder.name] == ["0001", "0002"]
    assert (first.folder / "content" / HOA).read_bytes() == b"ho_ten: Hoa\n"
    assert showcase.read(HOA) == "name: Lan\n"
    for former in ("name: Hoa\n", "ho_ten: Hoa\n"):
        done = backups.undo(tmp_path)
        assert done is not None
        assert done.written == (HOA,)
        assert showcase.read(HOA) == former
    assert backups.undo(tmp_path) is None
    assert backups.write(tmp_path, []).folder.name == "0003"


def test_a_file_that_somebody_changed_meanwhile_is_left(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path, {HOA: "mới\n"})
    assert backups.write(tmp_path, [Mended(HOA, b"c\n", b"d\n")]).changed == (HOA,)
    assert showcase.read(HOA) == "mới\n"
    backups.write(tmp_path, [Mended(HOA, "mới\n".encode(), b"d\n")])
    showcase.write(HOA, "mới nữa\n")
    done = backups.undo(tmp_path)
    assert done is not None
    assert (done.written, done.changed) == ((), (HOA,))
    assert showcase.read(HOA) == "mới nữa\n"


def test_a_backup_from_elsewhere_writes_nothing_outside_the_content(tmp_path: Path) -> None:
    folder = tmp_path / ".vinhdanh/backup/0001"
    saving.save(folder / "written.json", b'{"../out.md": "", "/tmp.md": "", "media/a.md": ""}')
    done = backups.undo(tmp_path)
    assert done is not None
    assert (done.written, done.changed) == ((), ())


def test_a_list_with_a_tab_on_every_line_is_mended() -> None:
    rows = [f"- id: a{n}\n\ttitle: Bài {n}\n\tpublisher: Báo\n" for n in range(150)]
    after = mended("data/sources.yaml", "".join(rows).encode(), {}).decode()
    assert after == "".join(rows).replace("\t", "  ")
