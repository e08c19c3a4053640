"""Whatever a body holds, its HTML is safe and whole, and says what its facts say."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from vinhdanh.content.prose import Prose, dump, fill, render, restore
from vinhdanh.content.prose_marks import CITE, CLOSE, LINK, MARK, MEDIA, OPEN, unescaped

ALLOWED_TAGS = frozenset(
    "a abbr b blockquote br caption code dd del dl dt em figcaption figure h3 h4 h5 h6 hr i img ins kbd li mark ol p "
    "pre q s small span strong sub sup table tbody td tfoot th thead tr ul".split()
)
ALLOWED_ATTRIBUTES = frozenset("href rel title src alt colspan rowspan scope start id".split())
VOID_TAGS = frozenset(("br", "hr", "img"))

PIECES = st.sampled_from(
    [
        *("chữ", " ", "\n", "\n\n", "\n    ", "\t", "  \n", "\r\n", "a", "1.", "\\", "&", ";", "\u00a0", "\u2028"),
        *("# ", "## ", "###### ", "=\n", "---\n", "> ", "- ", "* ", "1. ", "+ ", "    "),
        *("*", "**", "_", "`", "```\n", "[", "]", "(", ")", "![", "](", "<", ">", "|", "|-|-:|\n", ":", '"', "'"),
        *("[@a]", "[@a; @b]", "[@A]", "[@", "@a", "[x](people/hoa.md)", "![x](hoa.jpg)", "![](a b.jpg)"),
        *("[x]: people/hoa.md\n", "[x][]", "[x]", "<https://a.vn>", "<a@b.vn>", "[x](https://a.vn?a=1&b=2)"),
        *("(javascript:alert(1))", "[x](java\nscript:alert(1))", "[x](data:text/html,x)", "[x](//a.vn)", "x:y"),
        *("<b>", "</b>", "<a href='x'>", '<a href="javascript:alert(1)">', "</a>", "<a href=//a.vn>", "<p>"),
        *("</p>", "<a onclick=x>", "<img style=x>", "<td onmouseover='x' class=a>", "<ol onfocus=x start=2>"),
        *("<script>", "</script>", "<script src=x", "<style>", "<img src=x onerror=alert(1)>", "<b onclick=x>"),
        *("<h3 id=a>", "<h3 id='muc-chu'>", "</h3>", "<table>", "<td>", "</td>", "</table>", "<!--", "-->", "<?"),
        *("<![", "<svg/onload=x>", "<math>", "<noscript>", "<textarea>", "<title>", "<xmp>", "<plaintext>"),
        *("<abbr title='", "&lt;", "&amp;", "&#60;", "&#xE000;", "&#57345;", "&amp;#xE001;", "&copy", "&#"),
        *("&nbsp;", "&colon;", "&Tab;", "&#x3a", "&lt"),
        *(OPEN, CLOSE, f"{OPEN}ca{CLOSE}", f"{OPEN}lx{CLOSE}", "\x02", "\x03", "\x02wzxhzdk:0\x03", "klzzwxh:0000"),
    ]
)  # fmt: skip
MARKDOWN = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)


class Reader(HTMLParser):
    """What a browser would make of the HTML: tags with attributes, and whether each is closed in its place."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        if tag not in VOID_TAGS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.tags if attribute in attributes]


def filled(found: Prose) -> str:
    """The HTML as a page shows it; who asks for what the facts do not name fails."""
    facts = found.facts
    return fill(
        found.html,
        cite=lambda id: f'<a class="ref" href="#nguon-{facts.cites.index(id)}">1</a>',
        link=lambda target: f"/trang/{facts.links.index(target)}/",
        media=lambda path: f"/anh/{facts.media.index(path)}.webp",
    )


@settings(max_examples=400)
@example("<script>alert(1)</script>")
@example('<b title="x" onclick=alert(1)>')
@example("`<script>` <b>")
@given(MARKDOWN)
def test_only_allowed_elements_and_attributes_come_out(body: str) -> None:
    html = render(body).html
    reader = Reader(html)
    assert {tag for tag, _ in reader.tags} <= ALLOWED_TAGS
    assert {name for _, attributes in reader.tags for name in attributes} <= ALLOWED_ATTRIBUTES
    assert "<script" not in html.lower()
    assert not re.search(r"<[^>\"]*(\"[^\"]*\"[^>\"]*)*\son\w+\s*=", html, re.IGNORECASE)


@settings(max_examples=400)
@example("[x](javascript&#58;alert(1)) <b>")
@example("<img src='https://a.vn/x.png'>")
@given(MARKDOWN)
def test_addresses_are_marks_or_leave_the_site_safely(body: str) -> None:
    found = render(body)
    reader = Reader(found.html)
    for address in reader.values("href"):
        assert re.match(r"https?://|mailto:", address, re.IGNORECASE) or MARK.fullmatch(address)
    assert all(MARK.fullmatch(address) for address in reader.values("src"))


@settings(max_examples=400)
@example("[see [@a]](people/x.md)")
@example("![t [@a]](x.jpg)")
@example("<abbr title='[@a]'>x</abbr>")
@given(MARKDOWN)
def test_marks_are_those_of_the_facts_and_the_filled_page_is_whole(body: str) -> None:
    found = render(body)
    names: dict[str, set[str]] = {CITE: set(), LINK: set(), MEDIA: set()}
    for kind, name in MARK.findall(found.html):
        names[kind].add(unescaped(name))
    assert names[CITE] <= set(found.facts.cites)
    assert names[LINK] <= set(found.facts.links)
    assert names[MEDIA] <= set(found.facts.media)
    page = filled(found)
    assert OPEN not in page
    assert CLOSE not in page
    assert Reader(page).faults == []


@settings(max_examples=200)
@example("## A\n\n## A\n\n## A 2")
@example("<h3 id='muc-chu'>x</h3>\n\n# chữ")
@given(MARKDOWN)
def test_ids_are_unique_and_are_those_of_the_headings(body: str) -> None:
    found = render(body)
    ids = Reader(found.html).values("id")
    headings = [id for _, id, _ in found.facts.headings]
    assert len(set(ids)) == len(ids)
    assert set(ids) <= set(headings)
    assert len(set(headings)) == len(headings)
    assert all(re.fullmatch(r"muc-[a-z0-9]+(-[a-z0-9]+)*", id) for id in headings)
    assert all(3 <= level <= 6 for level, _, _ in found.facts.headings)


@given(MARKDOWN, MARKDOWN)
def test_a_body_gives_the_same_whatever_came_before_it(body: str, other: str) -> None:
    first = render(body)
    render(other)
    assert render(body) == first


@given(MARKDOWN)
def test_facts_are_remembered_whole(body: str) -> None:
    facts = render(body).facts
    assert restore(dump(facts)) == facts


@given(st.lists(st.from_regex(r"[a-zà-ỹ]{1,8}[,.]?", fullmatch=True), max_size=20))
def test_plain_words_stay_what_they_are(words: list[str]) -> None:
    assert render(" ".join(words)).facts.plain == " ".join(words)


@given(MARKDOWN)
def test_the_plain_text_has_no_marks_and_is_one_line(body: str) -> None:
    plain = render(body).facts.plain
    assert not set(plain) & {OPEN, CLOSE}
    assert plain == " ".join(plain.split())
