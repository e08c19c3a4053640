"""What editors really get wrong, row by row: the right problem, at the right line and column, with the line to write."""

from __future__ import annotations

import pytest

from vinhdanh.base.problems import Problem
from vinhdanh.content.reader import FileReading, read_file

PERSON = "people/chi-hoa.md"


def read(text: str | bytes, path: str = PERSON) -> FileReading:
    return read_file(path, text.encode() if isinstance(text, str) else text, {})


def only(reading: FileReading) -> Problem:
    assert len(reading.problems) == 1, [problem.code for problem in reading.problems]
    return reading.problems[0]


def place(problem: Problem) -> tuple[int, int]:
    assert problem.location is not None
    return problem.location.line, problem.location.column


FAULTS = {
    "a colon in a title": (
        "---\nname: Sáng kiến: giảm 30%\n---\n",
        "colon-in-value", (2, 16), 'name: "Sáng kiến: giảm 30%"',
    ),
    "a colon in a later value": (
        "---\nname: Chị Hoa\nsummary: Bài học: làm chậm\n---\n",
        "colon-in-value", (3, 17), 'summary: "Bài học: làm chậm"',
    ),
    "a decimal comma between braces": (
        "---\nname: Hoa\nbasis: {kind: consent, record: 30,7 tỷ đồng}\n---\n",
        "comma-in-value", (3, 35), 'record: "30,7 tỷ đồng"',
    ),
    "several commas between braces": (
        "---\nname: Hoa\nquotes:\n  - {text: Làm chậm, làm kỹ , làm đúng, sources: a}\n---\n",
        "comma-in-value", (4, 22), 'text: "Làm chậm, làm kỹ , làm đúng"',
    ),
    "a list between braces that lacks its brackets": (
        "---\nname: Hoa\nquotes:\n  - {text: Làm chậm, sources: a, b}\n---\n",
        "comma-in-value", (4, 34), "sources: [a, b]",
    ),
    "a value between braces on two lines": (
        "---\nname: Hoa\nquotes:\n  - {text: Làm chậm,\n     làm kỹ, sources: a}\n---\n",
        "comma-in-value", (5, 6), 'text: "Làm chậm, làm kỹ"',
    ),
    "a colon that was forgotten between braces": (
        "---\nname: Hoa\nquotes:\n  - {text: Làm chậm, sources a}\n---\n",
        "unknown-key", (4, 22), "“sources:”",
    ),
    "a tab as indentation": (
        "---\nname: Hoa\nbasis:\n\tkind: consent\n---\n",
        "tab-indent", (4, 1), "2 dấu cách",
    ),
    "no space after the colon, reported on the next line by the parser": (
        "---\nname:Chị Hoa\ngender: nữ\n---\n",
        "missing-space", (2, 5), "name: Chị Hoa",
    ),
    "no space after the colon in the only line": (
        "---\nname:Chị Hoa\n---\n",
        "missing-space", (2, 5), "name: Chị Hoa",
    ),
    "a no-break space after the colon": (
        "---\nname:\u00a0Chị Hoa\ngender: nữ\n---\n",
        "nbsp-after-colon", (2, 5), "name: Chị Hoa",
    ),
    "no-break spaces as indentation, which YAML accepts silently": (
        "---\nname: Hoa\nbasis:\n\u00a0\u00a0kind: consent\n---\n",
        "nbsp-indent", (4, 1), "dấu cách thường",
    ),
    "an unclosed quotation mark": (
        '---\nname: "Chị Hoa\ngender: nữ\n---\n',
        "unclosed-quote", (2, 7), 'name: "Chị Hoa"',
    ),
    "text after a closing quotation mark": (
        '---\nname: "Chị Hoa" Nguyễn\n---\n',
        "text-after-quote", (2, 7), 'name: "“Chị Hoa” Nguyễn"',
    ),
    "30 February": ("---\nname: Hoa\npublished: 2026-02-30\n---\n", "impossible-date", (3, 12), "2023-10-07"),
    "month 13": ("---\nname: Hoa\npublished: 2026-13-45\n---\n", "impossible-date", (3, 12), "2023-10-07"),
    "a date in words": ("---\nname: Hoa\npublished: hôm qua\n---\n", "bad-date", (3, 12), "2023-10"),
    "day before month": ("---\nname: Hoa\npublished: 01/05/2026\n---\n", "local-date", (3, 12), "2026-05-01"),
    "a key twice": ("---\nname: Hoa\ngender: nữ\nname: Lan\n---\n", "duplicate-key", (4, 1), "Giữ lại một"),
    "a key and its Vietnamese alias": (
        "---\nname: Hoa\nho_ten: Lan\n---\n",
        "duplicate-key", (3, 1), "Giữ lại một",
    ),
    "a number that is none": (
        "---\nname: Hoa\nmentoring: {people: nhiều, source: a-b}\n---\n",
        "bad-number", (3, 21), "1.200",
    ),
    "neither yes nor no": ("---\nname: Hoa\ndraft: chắc là có\n---\n", "bad-yes-no", (3, 8), "“có”"),
    "a figure in words only": (
        "---\nname: Hoa\ndiffering:\n  - label: x\n    figures: [{value: nhiều tiền, source: a-b}]\n---\n",
        "bad-figure", (5, 23), "trên 30,7 tỷ đồng/năm",
    ),
    "a lost end after #": ("---\nname: Xưởng #3 tốt\n---\n", "hash-cut", (2, 7), 'name: "Xưởng #3 tốt"'),
    "a value that begins with @": ("---\nname: @abc\n---\n", "special-start", (2, 7), 'name: "@abc"'),
    "a value that begins with %": ("---\nname: %abc\n---\n", "special-start", (2, 7), 'name: "%abc"'),
    "a value that begins with *": ("---\nname: *abc\n---\n", "anchor", (2, 7), "ngoặc kép"),
    "a value that begins with &": ("---\nname: &abc Hoa\n---\n", "anchor", (2, 7), "ngoặc kép"),
    "a value that begins with !": ("---\nname: !abc Hoa\n---\n", "yaml-tag", (2, 7), "ngoặc kép"),
    "a dangerous tag": ("---\nname: !!python/object:os.system x\n---\n", "yaml-tag", (2, 7), "ngoặc kép"),
    "a full-width colon, which turns everything into text": (
        "---\nname：Chị Hoa\n---\n",
        "full-width-colon", (2, 5), "name: Chị Hoa",
    ),
    "curly quotes that Word made": ("---\nname: “Chị Hoa”\n---\n", "smart-quotes", (2, 7), '"“Chị Hoa”"'),
    "a typo in a key": ("---\nname: Hoa\ngendr: nữ\n---\n", "unknown-key", (3, 1), "“gender:”"),
    "an unknown key": ("---\nname: Hoa\nzzz: 1\n---\n", "unknown-key", (3, 1), "job_title"),
    "a phone number's key": ("---\nname: Hoa\nđiện thoại: 0912\n---\n", "never-publish", (3, 1), "Xóa mục này"),
    "no name": ("---\ngender: nữ\n---\n", "missing-required", (2, 1), "name: …"),
    "a list where a text belongs": ("---\nname: [Hoa, Lan]\n---\n", "wrong-type", (2, 7), "name: …"),
    "a text where a group belongs": ("---\nname: Hoa\nmentoring: 3\n---\n", "wrong-type", (3, 12), "mentoring: {"),
    "an unknown choice, with a guess": (
        "---\nname: Hoa\nlife: da mat roi\n---\n",
        "bad-choice", (3, 7), "còn sống, đã mất",
    ),
    "an empty value": ("---\nname: Hoa\njob_title:\n---\n", "empty-value", (3, 1), "xóa cả dòng"),
    "crooked indentation": (
        "---\nname: Hoa\nbasis:\n   kind: consent\n  record: a\n---\n",
        "bad-indent", (5, 3), "2 dấu cách",
    ),
    "no front matter": ("Chị Hoa làm việc.\n", "no-front-matter", (1, 1), "---"),
    "front matter that is not closed": ("---\nname: Hoa\n", "unclosed-front-matter", (1, 1), "---"),
    "only a sentence as front matter": ("---\nChị Hoa\n---\n", "not-a-mapping", (2, 1), "name: …"),
    "a list as front matter": ("---\n- a\n- b\n---\n", "not-a-mapping", (2, 3), "name: …"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "where", "advice"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_at_its_place_with_what_to_write(
    text: str, code: str, where: tuple[int, int], advice: str
) -> None:
    first = read(text).problems[0]
    assert (first.code, place(first)) == (code, where)
    assert advice in first.advice("vi")
    assert first.message("en")
    assert first.advice("en")


@pytest.mark.parametrize(
    "value",
    ["no", "on", "yes", "0123456", "12:30", "1_200", "1.10", "010", "2026-02-30", "null and void", "1e3"],
)
def test_text_that_yaml_would_turn_into_something_else_stays_text(value: str) -> None:
    reading = read(f"---\nname: {value}\n---\n")
    assert reading.problems == ()
    assert reading.records[0].values["name"] == value


def test_all_faults_of_a_file_are_told_at_once() -> None:
    reading = read("---\ngendr: nữ\npublished: 2026-02-30\nlife: x\nphone: 09\n---\n")
    assert [problem.code for problem in reading.problems] == [
        "unknown-key", "impossible-date", "bad-choice", "never-publish", "missing-required",
    ]  # fmt: skip


def test_every_line_that_begins_with_a_tab_is_told_at_once() -> None:
    text = "---\nname: Hoa\nbasis:\n\tkind: consent\n\trecord: a\nsummary: |\n  a\n  \tb\n---\n\tThân bài\n"
    assert [(problem.code, place(problem)) for problem in read(text).problems] == [
        ("tab-indent", (4, 1)), ("tab-indent", (5, 1)),
    ]  # fmt: skip


def test_money_reads_with_dots_for_thousands() -> None:
    reading = read("---\nname: Hoa\nmentoring: {people: 1.200, source: a}\n---\n")
    assert reading.records[0].values["mentoring"]["people"] == 1200
    assert reading.problems == ()


def test_a_comment_after_a_space_is_a_comment() -> None:
    assert read("---\nname: Hoa # tên thường gọi\n---\n").problems == ()


# -- whole files ----


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \n\n", "empty-file"),
        (b"PK\x03\x04\x00\x00word", "binary-file"),
        ("---\nname: Hoa\n---\n".encode("utf-16"), "not-utf8"),
        ("---\nname: Hoà\n---\n".encode("cp1258"), "not-utf8"),
    ],
    ids=["nothing", "blank", "zip", "utf-16", "cp1258"],
)
def test_a_file_that_is_no_text_is_one_problem(data: bytes, code: str) -> None:
    assert only(read(data)).code == code


def test_invalid_utf8_is_placed() -> None:
    problem = only(read(b"---\nname: Hoa\ngender: n\xff\n---\n"))
    assert (problem.code, place(problem)) == ("not-utf8", (3, 10))


@pytest.mark.parametrize(
    "text",
    ["\ufeff---\nname: Hòa\n---\nThân bài.\n", "---\r\nname: Hòa\r\n---\r\nThân bài.\r\n", "---\nname: Ho\u0300a\n---\nThân bài.\n"],
    ids=["byte-order mark", "CRLF", "NFD"],
)  # fmt: skip
def test_how_a_file_was_saved_does_not_matter(text: str) -> None:
    reading = read(text)
    assert reading.problems == ()
    assert reading.records[0].values["name"] == "Hòa"
    assert list(reading.bodies.values()) == ["Thân bài.\n"]


def test_columns_are_those_of_the_file_even_when_it_is_not_composed() -> None:
    problem = only(read("---\nname: Ho\u0300a\npublished: ho\u0302m qua\n---\n"))
    assert place(problem) == (3, 12)


def test_a_huge_front_matter_is_refused_at_once() -> None:
    problem = only(read("---\nname: Hoa\nsummary: " + "dài " * 1_300_000 + "\n---\n"))
    assert problem.code == "too-large"


def test_nested_anchors_do_not_blow_up() -> None:
    lines = ["a: &a [lol, lol, lol]"] + [
        f"{b}: &{b} [*{a}, *{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert only(read("---\n" + "\n".join(lines) + "\n---\n")).code == "anchor"


@pytest.mark.parametrize(
    "text",
    ["[" * 40_000, "{a: " * 10_000, "- " * 20_000, "? " * 20_000],
    ids=["lists", "maps", "dashes", "keys"],
)
def test_deep_nesting_is_refused_before_it_reaches_the_parser(text: str) -> None:
    assert (
        only(read(f"---\nname: {text}\n---\n" if text[0] in "[{" else f"---\n{text}\n---\n")).code
        == "too-deep"
    )


# -- paths and ids ----


def test_an_unknown_folder_gets_a_guess() -> None:
    problem = only(read("---\nname: Hoa\n---\n", "peple/hoa.md"))
    assert problem.code == "unknown-folder"
    assert "“people”" in problem.message("vi")


def test_an_id_with_marks_gets_its_slug() -> None:
    problem = only(read("---\nname: Hoa\n---\n", "people/Chị Hoa.md"))
    assert problem.code == "bad-id"
    assert "“chi-hoa”" in problem.advice("vi")


@pytest.mark.parametrize(
    "path", ["people/hoa.md", "people/2023/hoa.md", "people/hoa.yaml", "people.yaml", "data/people.yaml"]
)
def test_the_three_ways_to_write_a_record_are_equal(path: str) -> None:
    if path.endswith(".md"):
        text = "---\nname: Hoa\n---\nThân bài.\n"
    elif path.endswith("hoa.yaml"):
        text = "name: Hoa\nbody: |\n  Thân bài.\n"
    else:
        text = "- id: hoa\n  name: Hoa\n  body: |\n    Thân bài.\n"
    reading = read(text, path)
    record = reading.records[0]
    assert reading.problems == ()
    assert (record.kind, record.id, record.lang, record.values) == ("person", "hoa", "vi", {"name": "Hoa"})
    assert reading.bodies[record.body] == "Thân bài.\n"


def test_a_translation_may_leave_required_fields_out() -> None:
    reading = read("---\nsummary: She works.\n---\n", "people/hoa.en.md")
    assert reading.problems == ()
    assert reading.records[0].lang == "en"


def test_vietnamese_keys_are_understood() -> None:
    reading = read("---\nho_ten: Hoa\nHọ và tên đầy đủ: x\ngioi: nữ\nngày đăng: 2026-11-22\n---\n")
    assert [problem.code for problem in reading.problems] == ["unknown-key"]
    assert reading.records[0].values == {"name": "Hoa", "gender": "female", "published": "2026-11-22"}


# -- very many faults ----


def test_thousands_of_wrong_keys_are_all_told_and_the_first_are_guessed_at() -> None:
    """To compare a word with all that are known takes long, and a file may have tens of thousands that are wrong."""
    problems = read("---\nname: Hoa\n" + "".join(f"sumary{n}: a\n" for n in range(1000)) + "---\n").problems
    guessed = [number for number, each in enumerate(problems) if "Did you mean" in each.message("en")]
    assert len(problems) == 1000
    assert guessed == list(range(20))
