"""Bodies: what Markdown becomes, where marks stand, and that nothing unsafe gets through in any disguise."""

from __future__ import annotations

import pytest

from tests.content.test_nesting import TOO_DEEP
from vinhdanh.content import prose_conversion
from vinhdanh.content.prose import ProseFacts, dump, fill, is_external, render, restore
from vinhdanh.content.prose_limits import Excess
from vinhdanh.content.prose_marks import CLOSE, OPEN


def html(body: str) -> str:
    """The HTML of a body, its marks made visible."""
    return render(body).html.replace(OPEN, "⟦").replace(CLOSE, "⟧")


# -- text ----


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", ""),
        ("Chị **Hoa** *làm*.", "<p>Chị <strong>Hoa</strong> <em>làm</em>.</p>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        (
            "|a|b|\n|-|-:|\n|1|2|",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
            "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>",
        ),
    ],
    ids=["nothing", "emphasis", "paragraphs", "a list", "numbers", "a quote", "code", "signs", "a table"],
)
def test_markdown(body: str, expected: str) -> None:
    assert html(body) == expected


@pytest.mark.parametrize(
    ("body", "plain"),
    [
        ("Chị **Hoa**, [anh Sơn](people/son.md).", "Chị Hoa, anh Sơn."),
        ("## Một\n\nHai.[@bao-a]\n\n- ba\n- bốn", "Một Hai. ba bốn"),
        ("a &amp; b &nbsp; &#169; `<i>`", "a & b © <i>"),
        ('<abbr title="a > b">c</abbr>d', "cd"),
        ("|a|b|\n|-|-|\n|1|2|", "a b 1 2"),
        ("![một người](hoa.jpg) x", "x"),
    ],
)
def test_plain_text(body: str, plain: str) -> None:
    assert render(body).facts.plain == plain


# -- citations ----


@pytest.mark.parametrize(
    ("body", "expected", "cites"),
    [
        ("Một.[@bao-a]", "<p>Một.<span>⟦cbao-a⟧</span></p>", ("bao-a",)),
        ("[@bao-a; @bao-b]", "<p><span>⟦cbao-a⟧⟦cbao-b⟧</span></p>", ("bao-a", "bao-b")),
        ("[@a;@b  ;  @c]", "<p><span>⟦ca⟧⟦cb⟧⟦cc⟧</span></p>", ("a", "b", "c")),
        ("[@a] [@a]", "<p><span>⟦ca⟧</span> <span>⟦ca⟧</span></p>", ("a",)),
        ("**[@a]**", "<p><strong><span>⟦ca⟧</span></strong></p>", ("a",)),
        ("[@a](x)", "<p><span>⟦ca⟧</span>(x)</p>", ("a",)),
        (
            "[xem [@a]](people/hoa.md).",
            '<p><a href="⟦lpeople/hoa.md⟧">xem <span></span></a>⟦ca⟧.</p>',
            ("a",),
        ),
        ("![x [@a]](hoa.jpg)", '<figure><img alt="x " src="⟦mhoa.jpg⟧"></figure>', ("a",)),
        ('[x](people/hoa.md "t [@a]")', '<p><a href="⟦lpeople/hoa.md⟧" title="t ">x</a></p>', ("a",)),
        ('<a href="https://a.vn">x [@a]</a>', '<p><a href="https://a.vn">x <span></span></a>⟦ca⟧</p>', ("a",)),
    ],
    ids=["one", "two", "three, spaced as it comes", "one twice", "in bold", "before a bracket", "in a link",
         "in a picture", "in a title", "in a link of HTML"],
)  # fmt: skip
def test_citations(body: str, expected: str, cites: tuple[str, ...]) -> None:
    assert html(body) == expected
    assert render(body).facts.cites == cites


@pytest.mark.parametrize(
    "body",
    [
        "[@Bao-A]",
        "[@]",
        "[@a, @b]",
        "[@a; b]",
        "[bao-a]",
        "[ @a]",
        "@bao-a",
        "[@báo]",
        "\\[@a]",
        "`[@a]`",
        "[@a",
    ],
)
def test_other_forms_are_left_as_text(body: str) -> None:
    found = render(body)
    assert found.facts.cites == ()
    assert OPEN not in found.html
    assert found.facts.plain == body.strip("`\\")


# -- headings ----


@pytest.mark.parametrize(
    ("body", "levels"),
    [
        ("# a", [3]),
        ("## a", [3]),
        ("###### a", [3]),
        ("# a\n\n## b\n\n# c", [3, 4, 3]),
        ("## a\n\n#### b", [3, 5]),
        ("# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6", [3, 4, 5, 6, 6, 6]),
        ("a\n=\n\nb\n-", [3, 4]),
        ("> ## a", [3]),
    ],
    ids=["first", "second", "sixth", "up and down", "a gap", "all six", "underlined", "in a quote"],
)
def test_headings_begin_below_those_of_the_page(body: str, levels: list[int]) -> None:
    found = render(body)
    assert [level for level, _, _ in found.facts.headings] == levels
    assert all(f"<h{level} id=" in found.html for level in levels)


@pytest.mark.parametrize(
    ("body", "id", "title"),
    [
        ("## Vượt khó, sáng tạo", "muc-vuot-kho-sang-tao", "Vượt khó, sáng tạo"),
        ("## Vì sao [**chị Hoa**](people/hoa.md)?[@bao-a]", "muc-vi-sao-chi-hoa", "Vì sao chị Hoa?"),
        ("## 1\\. Mở đầu", "muc-1-mo-dau", "1. Mở đầu"),
        ("## A &amp; B &nbsp; C", "muc-a-b-c", "A & B C"),
        ("## Dùng `<b>`", "muc-dung-b", "Dùng <b>"),
        ("## a <b>đậm</b>", "muc-a-dam", "a đậm"),
        ("## Thư về <hoa@example.vn>", "muc-thu-ve-hoa-example-vn", "Thư về hoa@example.vn"),
        ("## ???", "muc-phan", "???"),
        ("#", "muc-phan", ""),
    ],
)
def test_a_heading_is_named_by_its_text(body: str, id: str, title: str) -> None:
    found = render(body)
    assert found.facts.headings == ((3, id, title),)
    assert f'<h3 id="{id}">' in found.html


def test_ids_of_headings_are_unique_and_no_html_takes_them() -> None:
    found = render("## A\n\n## A\n\n## A 2\n\n## a!\n\n<h3 id='muc-a'>x</h3>\n\n<h4 id='main'>y</h4>")
    ids = ["muc-a", "muc-a-2", "muc-a-2-2", "muc-a-3"]
    assert [id for _, id, _ in found.facts.headings] == ids
    assert [found.html.count(f'id="{id}"') for id in ids] == [1, 1, 1, 1]
    assert "<h3>x</h3>" in found.html
    assert "<h4>y</h4>" in found.html
    other = render("## A 2\n\n## A\n\n## A")
    assert [id for _, id, _ in other.facts.headings] == ["muc-a-2", "muc-a", "muc-a-3"]


# -- links ----

FORMS = {"Markdown": "[x]({})", "a reference": "[x][1]\n\n[1]: {}", "HTML": '<a href="{}">x</a>'}
"""Ways to write a link; they lead to the same place."""


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("people/hoa.md", "people/hoa.md"),
        ("../people/hoa.md#muc-a", "../people/hoa.md#muc-a"),
        ("#muc-a", "#muc-a"),
        ("/content/people/hoa.md", "/content/people/hoa.md"),
        ("a&amp;b.md", "a&b.md"),
        ("a&b.md", "a&b.md"),
    ],
)
def test_a_link_inside_becomes_a_mark(form: str, written: str, target: str) -> None:
    found = render(form.format(written))
    assert found.facts.links == (target,)
    filled = fill(found.html, cite=str, link={target: "/nguoi/hoa/"}.__getitem__, media=str)
    assert filled == '<p><a href="/nguoi/hoa/">x</a></p>'


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://a.vn/b?c=1#d", "https://a.vn/b?c=1#d"),
        ("http://a.vn", "http://a.vn"),
        ("HTTPS://a.vn", "HTTPS://a.vn"),
        ("https://a.vn/?a=1&copy=2", "https://a.vn/?a=1&amp;copy=2"),
        ("mailto:hoa@a.vn", "mailto:hoa@a.vn"),
    ],
)
def test_a_link_that_leaves_the_site_is_kept(form: str, address: str, href: str) -> None:
    found = render(form.format(address))
    assert f'<a href="{href}"' in found.html
    assert found.facts.links == found.facts.unsafe == ()


def test_links_that_leave_the_site_are_told_apart_for_style() -> None:
    assert html("[x](https://a.vn)") == '<p><a href="https://a.vn" rel="external">x</a></p>'
    assert html("[x](mailto:a@b.vn)") == '<p><a href="mailto:a@b.vn">x</a></p>'


@pytest.mark.parametrize(
    ("body", "href"),
    [("<https://a.vn/b>", "https://a.vn/b"), ("<hoa@example.vn>", "mailto:hoa@example.vn")],
)
def test_an_address_between_angle_brackets_is_a_link(body: str, href: str) -> None:
    found = render(body)
    assert f'<a href="{href}"' in found.html
    assert (found.facts.unsafe, found.facts.removed) == ((), ())


UNSAFE = {
    "a script": "javascript:alert(1)",
    "in mixed case": "JaVaScRiPt:alert(1)",
    "behind spaces": "&#32;&#32;javascript:alert(1)",
    "with a tab in it": "java&#9;script:alert(1)",
    "with a line end in it": "java&#x0a;script:alert(1)",
    "behind a control character": "&#1;javascript:alert(1)",
    "a colon as a number": "javascript&#58;alert(1)",
    "a colon as a hexadecimal number": "javascript&#x3A;alert(1)",
    "a colon by its name": "javascript&colon;alert(1)",
    "without a semicolon": "javascript&#58alert(1)",
    "all letters as numbers": "".join(f"&#{ord(sign)};" for sign in "javascript:alert(1)"),
    "an entity of an entity": "javascript&amp;#58;alert(1)",
    "another script": "vbscript:msgbox(1)",
    "data": "data:text/html,<b>x</b>".replace("<", "&lt;").replace(">", "&gt;"),
    "a picture that is data": "data:image/svg+xml;base64,PHN2Zz4=",
    "a file": "file:///etc/passwd",
    "another scheme": "tel:0912",
    "another site without a scheme": "//ngoai.vn/x",
    "another site by a backslash": "/\\ngoai.vn/x",
    "the same with a number": "&#47;/ngoai.vn/x",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("address", UNSAFE.values(), ids=UNSAFE.keys())
def test_an_unsafe_link_loses_its_address_in_any_disguise(form: str, address: str) -> None:
    assert html(form.format(address)) == "<p><a>x</a></p>"


@pytest.mark.parametrize("address", UNSAFE.values(), ids=UNSAFE.keys())
def test_an_unsafe_link_is_told_as_it_was_written(address: str) -> None:
    assert render(f"[x]({address})").facts.unsafe == (address,)
    assert render(f'<a href="{address}">x</a>').facts.unsafe


@pytest.mark.parametrize(
    ("target", "external"),
    [
        ("https://a.vn", True),
        ("HTTP://a.vn", True),
        ("mailto:a@b.vn", True),
        ("https://", False),
        ("https:a.vn", False),
        ("//a.vn", False),
        ("javascript:https://a.vn", False),
        (" https://a.vn", False),
        ("ftp://a.vn", False),
        ("people/hoa.md", False),
    ],
)
def test_what_leaves_the_site_safely(target: str, external: bool) -> None:
    assert is_external(target) is external


# -- pictures ----


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("![chị Hoa](hoa.jpg)", "hoa.jpg"),
        ("![chị Hoa](media/2023/hoa.jpg)", "2023/hoa.jpg"),
        ("![chị Hoa](../../media/hoa.jpg)", "hoa.jpg"),
        ("![chị Hoa](/media/hoa.jpg)", "hoa.jpg"),
        ("![chị Hoa](<chị hoa.jpg>)", "chị hoa.jpg"),
        ("![chị Hoa](hoa\\_1.jpg)", "hoa_1.jpg"),
        ("![chị Hoa](hoa&son.jpg)", "hoa&son.jpg"),
        ("![](hoa.jpg)", "hoa.jpg"),
        ("![x](https://ngoai.vn/hoa.jpg)", "https://ngoai.vn/hoa.jpg"),
        ("![x](javascript:alert)", "javascript:alert"),
        ('<img src="hoa.jpg" alt="x">', "hoa.jpg"),
        ('<img src="https://ngoai.vn/hoa.jpg" alt="x">', "https://ngoai.vn/hoa.jpg"),
        ('<img src="//ngoai.vn/hoa.jpg" alt="x">', "//ngoai.vn/hoa.jpg"),
    ],
)
def test_every_picture_becomes_a_mark_so_that_none_comes_from_elsewhere(body: str, path: str) -> None:
    found = render(body)
    assert found.facts.media == (path,)
    filled = fill(found.html, cite=str, link=str, media={path: "/media/a.webp"}.__getitem__)
    assert 'src="/media/a.webp"' in filled


FIGURE = '<figure><img alt="" src="⟦ma.jpg⟧"></figure>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![](a.jpg)", FIGURE),
        ("Trước.\n\n![](a.jpg)\n\nSau.", f"<p>Trước.</p>\n{FIGURE}\n<p>Sau.</p>"),
        ("Trước.\n![](a.jpg)\nSau.", f"<p>Trước.</p>\n{FIGURE}\n<p>Sau.</p>"),
        ("Trước ![](a.jpg) *sau*.", f"<p>Trước</p>\n{FIGURE}\n<p><em>sau</em>.</p>"),
        ("**Trước** ![](a.jpg)", f"<p><strong>Trước</strong></p>\n{FIGURE}"),
        ("![](a.jpg)![](a.jpg)", f"{FIGURE}\n{FIGURE}"),
        ("![](a.jpg) [@bao-a]", f"{FIGURE}\n<p><span>⟦cbao-a⟧</span></p>"),
        ("> ![](a.jpg) Lời.", f"<blockquote>\n{FIGURE}\n<p>Lời.</p>\n</blockquote>"),
        ("- ![](a.jpg)", '<ul>\n<li><img alt="" src="⟦ma.jpg⟧"></li>\n</ul>'),
        ("**![](a.jpg)**", '<p><strong><img alt="" src="⟦ma.jpg⟧"></strong></p>'),
    ],
)
def test_a_picture_in_a_paragraph_gets_a_figure_beside_it(body: str, expected: str) -> None:
    assert html(body) == expected


# -- HTML ----


@pytest.mark.parametrize(
    ("body", "expected", "removed"),
    [
        ("<kbd>Ctrl</kbd> <mark>x</mark>", "<p><kbd>Ctrl</kbd> <mark>x</mark></p>", ()),
        ("<script>alert(1)</script>", "", ("script",)),
        ("a <SCRIPT src=x>b</SCRIPT> c", "<p>a  c</p>", ("SCRIPT",)),
        ("<scr<script>ipt>alert(1)</script>", "<p>&lt;scr</p>", ("script",)),
        ("<style>p{}</style>\n\na", "<p>a</p>", ("style",)),
        ("<iframe src='https://a.vn'></iframe>x", "<p>x</p>", ("iframe",)),
        ("<div class=a>x</div>", "x", ("div",)),
        ("<b onclick='alert(1)' style='color:red' class=x>x</b>", "<p><b>x</b></p>", ()),
        ("<b OnClIcK=alert(1)>x</b>", "<p><b>x</b></p>", ()),
        ("<img src=x onerror=alert(1) alt=y>", '<p><img src="⟦mx⟧" alt="y"></p>', ()),
        ("<svg onload=alert(1)>x</svg>", "<p>x</p>", ("svg",)),
        ("<b>không đóng", "<p><b>không đóng</b></p>", ()),
        ("<!-- ghi chú <script> -->x", "<p>x</p>", ()),
        ("`<script>` và a <b và c", "<p><code>&lt;script&gt;</code> và a &lt;b và c</p>", ()),
        ("<h1>x</h1>", "x", ("h1",)),
        ("<math><mtext></mtext><script>alert(1)</script></math>", "", ("math", "mtext", "script")),
    ],
)
def test_html_is_cleaned_by_an_allow_list(body: str, expected: str, removed: tuple[str, ...]) -> None:
    assert html(body).strip() == expected
    assert render(body).facts.removed == removed


@pytest.mark.parametrize(
    "body",
    [
        f"{OPEN}cbao-a{CLOSE}",
        "&#xE000;cbao-a&#xE001; <b>x</b>",
        "&#57344;cbao-a&#57345 <b>x</b>",
        "&#x0000e000;cbao-a&#x0000E001; <b>x</b>",
        f"&#x{OPEN}E000;cbao-a&#x{CLOSE}E001; <b>x</b>",
        "&#x&#xE000;E000;cbao-a&#xE001; <b>x</b>",
        "<abbr title='&#xE000;cbao-a&#xE001;'>x</abbr>",
        "<abbr title='&amp;#xE000;cbao-a&amp;#xE001;'>x</abbr>",
        "`&#xE000;cbao-a&#xE001;` <b>x</b>",
    ],
)
def test_no_mark_can_be_forged(body: str) -> None:
    found = render(body)
    assert OPEN not in found.html
    assert CLOSE not in found.html
    assert found.facts.cites == ()


@pytest.mark.parametrize(
    "body", ["[x](&#xE001;javascript:alert)", "<a href='&amp;#xE001;javascript:alert'>x</a>"]
)
def test_no_mark_can_be_closed_early(body: str) -> None:
    found = render(body)
    assert fill(found.html, cite=str, link=lambda target: "#", media=str) == (
        '<p><a href="#">x</a></p>' if found.facts.links else "<p><a>x</a></p>"
    )


# -- too much ----


@pytest.mark.parametrize(
    "tag", ["iframe src", "embed src", "video src", "input src", "base href", "link href"]
)
def test_what_a_foreign_element_leads_to_is_not_missed(tag: str) -> None:
    facts = render(f'<{tag}="//evil.example/x.png">').facts
    assert facts.removed == (tag.split(maxsplit=1)[0],)
    assert (facts.media, facts.links, facts.unsafe) == ((), (), ())


@pytest.mark.parametrize("body", TOO_DEEP.values(), ids=TOO_DEEP.keys())
def test_what_would_keep_the_parser_busy_is_not_converted(body: str) -> None:
    found = render(body)
    assert found.facts.excess
    assert not found.html
    assert found.facts.plain == ""


@pytest.mark.parametrize("sign", ["*", "_", "`", "&"])
def test_signs_in_a_row_are_text(sign: str) -> None:
    found = render(sign * 5000)
    assert found.facts.excess is None
    assert found.html


def test_a_body_on_which_the_parser_gives_up_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render("- a\n\n- b")
    used = prose_conversion.converter()
    with monkeypatch.context() as patch:

        def give_up(self: object, body: str) -> str:
            raise RecursionError

        patch.setattr(prose_conversion.Converter, "convert_afresh", give_up)
        assert render("x").facts == ProseFacts(excess=Excess("depth", 0))
    assert prose_conversion.converter() is not used
    assert render("- a\n\n- b") == before


# -- marks and memory ----


def test_marks_are_replaced_by_what_they_stand_for() -> None:
    found = render("![x](hoa.jpg) [y](people/hoa.md)[@bao-a]")
    filled = fill(
        found.html,
        cite=lambda id: f'<a class="ref" href="#nguon-{id}">1</a>',
        link=lambda target: f"/{target}",
        media=lambda path: f"/anh/{path}",
    )
    assert filled == (
        '<figure><img alt="x" src="/anh/hoa.jpg"></figure>\n<p><a href="/people/hoa.md">y</a>'
        '<span><a class="ref" href="#nguon-bao-a">1</a></span></p>'
    )


def test_text_without_marks_is_left_alone() -> None:
    def never(name: str) -> str:
        raise AssertionError(name)

    assert fill("<p>x</p>", never, never, never) == "<p>x</p>"


@pytest.mark.parametrize("text", ["", "{", "[]", "[1, 2]", "null", '"abc"', "[1,2,3,4,5,6,7,8,9]"])
def test_damaged_facts_are_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        restore(text)


def test_facts_are_remembered_whole() -> None:
    facts = render("## A\n\n![](a.jpg) [x](b.md) [y](tel:1) <u>z</u>[@c]").facts
    assert all(facts._replace(excess=Excess("depth", 0)))
    assert restore(dump(facts)) == facts


def test_what_there_is_too_much_of_is_remembered() -> None:
    facts = render("[" * 200).facts
    assert facts.excess == Excess("depth", 100)
    assert restore(dump(facts)) == facts
