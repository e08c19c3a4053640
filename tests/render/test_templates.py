"""Templates: strict, blind for what they were not given, and each with a digest of all that it is made of."""

from __future__ import annotations

import pickle

import jinja2
import pytest
from markupsafe import Markup

from vinhdanh.base.problems import Location
from vinhdanh.render import fragments
from vinhdanh.render.templates import TemplateError, Templates, read_strings

SOURCES = {
    "base.html": "<main>{% block main %}{% endblock %}</main>",
    "person.html": "{% extends 'base.html' %}\n{% from 'parts/card.html' import card %}\n"
    "{% block main %}{% include \"parts/head.html\" %}{{ card(name) }}{% endblock %}\n",
    "parts/card.html": "{% import 'parts/icons.html' as icons %}{% macro card(name) %}{{ icons.star() }}{{ name }}{% endmacro %}",
    "parts/icons.html": "{% macro star() %}*{% endmacro %}",
    "parts/head.html": "<h1>{{ name }}</h1>",
    "lonely.html": "x",
}  # fmt: skip


def failing(sources: dict[str, str], name: str = "a.html", **context: object) -> TemplateError:
    with pytest.raises(TemplateError) as failed:
        Templates(sources).render(name, context, "/a/")
    return failed.value


# -- rendering ----


def test_a_page_is_made_of_its_parts() -> None:
    text = Templates(SOURCES).render("person.html", {"name": "Hoa"}, "/nguoi/hoa/")
    assert text == "<main><h1>Hoa</h1>*Hoa</main>"


@pytest.mark.parametrize("name", ["a.html", "a.xml", "a.txt"])
def test_text_is_escaped_whatever_the_template_is_called(name: str) -> None:
    assert Templates({name: "{{ x }}"}).render(name, {"x": "<b>\"&'"}, "/") == "&lt;b&gt;&#34;&amp;&#39;"


def test_lines_of_tags_leave_no_blank_lines() -> None:
    assert Templates({"a": "x\n  {% if true %}\ny\n  {% endif %}\nz"}).render("a", {}, "/") == "x\ny\nz"


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "now", "request"])
def test_a_template_sees_nothing_that_it_was_not_given(name: str) -> None:
    assert failing({"a.html": f"{{{{ {name} }}}}"}).problem.code == "template-error"


def test_chance_has_no_part_in_a_page() -> None:
    assert failing({"a.html": "{{ [1, 2] | random }}"}).problem.code == "template-syntax"


ONCE = "{% macro entry(item, t) %}<b>{{ item[0] }}</b>{{ t }}{% endmacro %}{% for each in items %}{{ each|once(entry, t) }}{% endfor %}"


def test_a_fragment_is_not_taken_for_one_that_equals_it() -> None:
    """Marked-up text equals plain text that reads the same."""
    items = [(Markup("a<br>"),), ("a<br>",)]
    assert items[0] == items[1]
    made = Templates({"a.html": ONCE}).render("a.html", {"items": items, "t": ""}, "/a/")
    assert made == "<b>a<br></b><b>a&lt;br&gt;</b>"


def test_a_fragment_is_made_anew_for_other_words() -> None:
    templates = Templates({"a.html": ONCE})
    items = [("a",)]
    made = [templates.render("a.html", {"items": items, "t": t}, "/a/") for t in ("x", "y", "x")]
    assert made == ["<b>a</b>x", "<b>a</b>y", "<b>a</b>x"]


def test_a_fragment_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    keep = fragments.Fragments()
    item, t = ("a",), "t"
    macro = "{% macro entry(item, t) %}{{ note(item) }}{% endmacro %}"
    environment = jinja2.Environment(autoescape=True)
    environment.globals["note"] = lambda item: made.append(item) or "x"
    entry = environment.from_string(macro).make_module().entry  # type: ignore[attr-defined]

    assert [keep(item, entry, t) for _ in range(3)] == ["x", "x", "x"]
    assert made == [item]
    monkeypatch.setattr(fragments, "KEPT", 1)
    keep(("b",), entry, t)
    keep(item, entry, t)
    assert len(made) == 3, "kept no more than it may"


def test_a_fragment_is_made_by_nothing_but_a_macro() -> None:
    with pytest.raises(TypeError):
        fragments.Fragments()("a", "{}{}".format, "b")


def test_a_template_may_count() -> None:
    source = (
        "{% set n = namespace(sum=0) %}{% for x in xs %}{% set n.sum = n.sum + x %}{% endfor %}{{ n.sum }}"
    )
    assert Templates({"a": source}).render("a", {"xs": [1, 2]}, "/") == "3"


ERRORS = {
    "a value that was not given": ("một\n{{ persn.name }}", ("a.html", 2), "'persn' is undefined"),
    "a key that is not there": ("{{ person.nam }}", ("a.html", 1), "nam"),
    "in a condition": ("\n\n{% if persn %}x{% endif %}", ("a.html", 3), "persn"),
    "in an included template": ("{% include 'b.html' %}", ("b.html", 2), "oops"),
    "in a macro": ("{% from 'c.html' import m %}\n{{ m() }}", ("c.html", 1), "oops"),
    "a division": ("{{ 1 / 0 }}", ("a.html", 1), "division"),
    "a sum of unlike things": ("\n{{ 1 + 'a' }}", ("a.html", 2), "unsupported"),
    "an index": ("{{ [].pop() }}", ("a.html", 1), "pop"),
    "a template that includes itself": ("{% include 'a.html' %}", ("a.html", 1), "recursion"),
    "an unknown filter": ("x\n{{ 'a' | nofilter }}", ("a.html", 2), "nofilter"),
    "a tag that is not closed": ("x\ny\n{% if true %}", ("a.html", 3), "if"),
    "an expression that is not closed": ("{{ oops ", ("a.html", 1), ""),
    "an unknown tag": ("\n{% whatever %}", ("a.html", 2), "whatever"),
}


@pytest.mark.parametrize(("source", "where", "words"), ERRORS.values(), ids=ERRORS.keys())
def test_an_error_is_placed_in_its_template_and_line(source: str, where: tuple[str, int], words: str) -> None:
    others = {"b.html": "hai\n{{ oops }}", "c.html": "{% macro m() %}{{ oops }}{% endmacro %}"}
    problem = failing({"a.html": source, **others}, person={"name": "Hoa"}).problem
    file, line = where
    excerpt = {"a.html": source, **others}[file].split("\n")[line - 1]
    assert problem.location == Location(f"templates/{file}", line, 1, excerpt)
    assert words in problem.message("en")


def test_an_error_names_the_page_that_was_being_made() -> None:
    assert "“/a/”" in failing({"a.html": "{{ x }}"}).problem.message("vi")


def test_an_error_can_be_sent_between_processes() -> None:
    error = failing({"a.html": "{{ x }}"})
    assert pickle.loads(pickle.dumps(error)).problem == error.problem


# -- closures ----

CLOSURES = {
    "base.html": {"base.html", "person.html"},
    "person.html": {"person.html"},
    "parts/card.html": {"parts/card.html", "person.html"},
    "parts/icons.html": {"parts/icons.html", "parts/card.html", "person.html"},
    "parts/head.html": {"parts/head.html", "person.html"},
    "lonely.html": {"lonely.html"},
}
"""Each template, and those that are other ones when it changes."""


@pytest.mark.parametrize(("changed", "others"), CLOSURES.items(), ids=CLOSURES.keys())
def test_a_template_is_another_one_when_anything_in_it_is(changed: str, others: set[str]) -> None:
    before, after = Templates(SOURCES), Templates({**SOURCES, changed: SOURCES[changed] + " "})
    assert {name for name in SOURCES if before.closure(name) != after.closure(name)} == others


@pytest.mark.parametrize(
    "tag",
    [
        "{% include 'b.html' %}",
        '{%include"b.html"%}',
        "{%- include 'b.html' -%}",
        "{%+ include 'b.html' without context %}",
        "{% include 'b.html' ignore missing %}",
        "{% include\n  'b.html'\n%}",
        "{% extends 'b.html' %}",
        "{% import 'b.html' as b %}",
        "{% from 'b.html' import x, y as z with context %}",
        "{% if a %}{% include 'b.html' %}{% endif %}",
    ],
)
def test_every_way_to_refer_to_a_template_counts(tag: str) -> None:
    before, after = (Templates({"a.html": tag, "b.html": text}) for text in ("one", "two"))
    assert before.closure("a.html") != after.closure("a.html")


def test_a_name_is_not_a_reference() -> None:
    sources = {"a.html": "{# {% include 'b.html' %} #}{{ 'include' }} extends 'b.html'", "b.html": "x"}
    assert Templates(sources).closure("a.html") == Templates({**sources, "b.html": "y"}).closure("a.html")


def test_templates_may_refer_to_each_other() -> None:
    ring = {"a.html": "{% import 'b.html' as b %}", "b.html": "{% import 'a.html' as a %}"}
    assert Templates(ring).closure("a.html") == Templates(ring).closure("b.html")


@pytest.mark.parametrize(
    "tag",
    [
        "{% extends name %}",
        "{% include 'parts/' ~ name %}",
        "{% include 'b.html' if x else 'c.html' %}",
        "{% include ['b.html', 'c.html'] %}",
        "{% import name as b %}",
        "{% from name import b %}",
        "{% include 1 %}",
    ],
)
def test_a_computed_name_is_refused_where_it_stands(tag: str) -> None:
    with pytest.raises(TemplateError) as refused:
        Templates({"a.html": f"một\n{{# hai\n #}}\n{tag}", "b.html": "", "c.html": ""})
    assert refused.value.problem.code == "computed-template"
    assert refused.value.problem.location == Location("templates/a.html", 4, 1, tag)


def test_a_missing_template_is_told_where_it_is_named() -> None:
    templates = Templates({"a.html": "x\n{% include 'b.html' %}", "b.html": "\n\n{% extends 'c.html' %}"})
    with pytest.raises(TemplateError) as missing:
        templates.closure("a.html")
    assert missing.value.problem.code == "template-missing"
    assert missing.value.problem.location == Location("templates/b.html", 3, 1, "{% extends 'c.html' %}")
    assert "“c.html”" in missing.value.problem.message("vi")
    with pytest.raises(TemplateError):
        templates.closure("khong-co.html")


# -- the interface's words ----


def test_words_are_lines_of_text_that_yaml_does_not_change() -> None:
    text = "# lời của trang\nyes: Có\nno: Không\nyear: 2023\ncount: '{n} người'\nempty:\n"
    assert read_strings("strings/vi.yaml", text) == {
        "yes": "Có", "no": "Không", "year": "2023", "count": "{n} người", "empty": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [("yes: Có\nno: Không: thật\n", 2), ("- Có\n", 1), ("", 1), ("a: 'b\n", 2)],
    ids=["a colon", "a list", "nothing", "a quote"],
)
def test_words_that_cannot_be_read_are_told_at_their_place(text: str, line: int) -> None:
    with pytest.raises(TemplateError) as failed:
        read_strings("templates/strings/vi.yaml", text)
    assert failed.value.problem.code == "template-syntax"
    assert failed.value.problem.location is not None
    assert failed.value.problem.location[:2] == ("templates/strings/vi.yaml", line)
