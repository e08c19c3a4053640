"""The preview in a real browser: what changes, what stays, what is told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests import showcases
from tests.browser.visit import AXE, Look, open_tab
from tests.preview.running import Running, running
from tests.tools import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium", "axe")]

SON = "people/son.md"
DETAILS = '{% block sections %}<details><summary>Thêm</summary><p id="trong">{{ head.lead }}</p></details>'


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    showcase = showcases.make(tmp_path_factory.mktemp("preview") / "trang")
    shutil.copytree(ROOT / "templates", showcase.root / "templates")
    person = showcase.root / "templates/person.html"
    text = person.read_text(encoding="utf-8")
    person.write_text(text.replace("{% block sections %}", DETAILS), encoding="utf-8")
    showcase.replace("people/mai.md", "published: 2026-11-22", "draft: có")
    long = "\n\n".join(f"Đoạn thứ {number}." for number in range(80))
    showcase.write(
        SON, showcases.person("Trương Thái Sơn", "affiliations: [dien-luc]", body=f"Một người thợ.\n\n{long}")
    )
    with running(showcase) as found:
        yield found


@pytest.fixture(autouse=True)
def as_before(preview: Running) -> Iterator[None]:
    """What a test edits is put back, and nobody is told of it any more."""
    before = preview.showcase.read(SON)
    yield
    preview.showcase.write(SON, before)


@pytest.fixture
def tab(browser: Browser, preview: Running) -> Iterator[Page]:
    with open_tab(browser, Look(1280)) as opened:
        wrong: list[str] = []

        def note(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning") and "Failed to load" not in message.text:
                wrong.append(message.text)

        opened.on("console", note)
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        visit(opened, preview)
        yield opened
        assert wrong == []


def visit(tab: Page, preview: Running, path: str = "nguoi/son/") -> None:
    """Open a page and wait until the preview has its say: the button that opens the file."""
    tab.goto(f"{preview.url}{path}")
    expect(tab.locator("vinhdanh-preview .bar .edit")).to_be_visible()


def say(preview: Running, old: str, new: str) -> None:
    preview.showcase.replace(SON, old, new)


def test_a_save_changes_the_page_and_nothing_else(tab: Page, preview: Running) -> None:
    tab.locator("details summary").click()
    tab.locator("#tim-nhanh").press_sequentially("son")
    expect(tab.locator("#goi-y [role=option]").first).to_be_visible()
    tab.evaluate("window.sameDocument = true; scrollTo(0, 900)")
    tab.evaluate("document.querySelector('footer p').textContent = 'do một kịch bản viết'")
    place = tab.evaluate("scrollY")
    assert place > 100
    say(preview, "Một người thợ.", "Một người thợ giỏi.")
    expect(tab.get_by_text("Một người thợ giỏi.")).to_be_attached()
    assert tab.evaluate("[window.sameDocument, scrollY]") == [True, place]
    assert tab.locator("details").get_attribute("open") is not None
    expect(tab.locator("footer p")).to_have_text("do một kịch bản viết")
    expect(tab.locator("#tim-nhanh")).to_have_value("son")
    expect(tab.locator("#tim-nhanh")).to_be_focused()
    expect(tab.locator("#goi-y [role=option]").first).to_be_visible()


def test_an_open_menu_stays_open_when_what_is_in_it_changes(tab: Page, preview: Running) -> None:
    tab.locator("details summary").click()
    say(preview, "summary: Làm điện.", "summary: Làm điện giỏi.")
    expect(tab.locator("#trong")).to_have_text("Làm điện giỏi.")
    expect(tab.locator("#trong")).to_be_visible()


def test_the_title_follows_too(tab: Page, preview: Running) -> None:
    say(preview, "name: Trương Thái Sơn", "name: Trương Thái An")
    expect(tab.locator("h1")).to_have_text("Trương Thái An")
    expect(tab).to_have_title("Trương Thái An – Thử")


def test_a_style_sheet_is_changed_in_place(tab: Page, preview: Running) -> None:
    sheet = preview.showcase.root / "templates/assets/pages.css"
    before = sheet.read_text(encoding="utf-8")
    tab.evaluate("window.sameDocument = true")
    sheet.write_text(before + "\nh1 { color: rgb(1, 2, 3) !important }\n", encoding="utf-8")
    expect(tab.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    expect(tab.locator('link[rel=stylesheet][href*="site.css"]')).to_have_count(1)
    say(preview, "Một người thợ.", "Một người thợ giỏi.")
    expect(tab.get_by_text("Một người thợ giỏi.")).to_be_attached()
    expect(tab.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    assert tab.evaluate("window.sameDocument")
    sheet.write_text(before, encoding="utf-8")
    expect(tab.locator("h1")).not_to_have_css("color", "rgb(1, 2, 3)")


def test_a_script_is_changed_by_loading_the_page_anew(tab: Page, preview: Running) -> None:
    script = preview.showcase.root / "templates/assets/js/search.js"
    before = script.read_text(encoding="utf-8")
    script.write_text(before + "\ndocument.body.dataset.changed = 'yes';\n", encoding="utf-8")
    expect(tab.locator("body")).to_have_attribute("data-changed", "yes")
    script.write_text(before, encoding="utf-8")
    expect(tab.locator("body")).not_to_have_attribute("data-changed", "yes")


def test_problems_cover_the_page_once_and_clear_themselves(tab: Page, preview: Running) -> None:
    dialog = tab.locator("vinhdanh-preview dialog")
    say(preview, "name: Trương Thái Sơn", "name: Trương: Thái Sơn")
    expect(dialog).to_be_visible()
    expect(dialog.locator("code").first).to_have_text("content/people/son.md:2:13")
    expect(dialog.locator("pre")).to_have_text(
        re.compile(r"^2 \| name: Trương: Thái Sơn\s+2 \| name: Trương\^$")
    )
    expect(dialog).to_contain_text("Đặt cả giá trị trong ngoặc kép")
    expect(dialog).to_contain_text("Put the whole value in double quotes")
    expect(tab.locator("h1")).to_have_text("Trương Thái Sơn")
    caret, line = (dialog.locator(part).bounding_box() for part in (".caret", "pre"))
    assert caret
    assert line
    assert caret["x"] > line["x"] + 50
    tab.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    # Typing on in the same mistake does not bring it back; another one does.
    say(preview, "Trương: Thái Sơn", "Trương: Thái Sơn, thợ")
    expect(tab.locator("vinhdanh-preview .errors")).to_have_text(re.compile("1 lỗi"))
    with preview.tab("/") as listening:
        listening.hear()
        preview.showcase.write("people/khac.md", "chưa có gì")
        listening.hear_until(lambda message: len(message.get("problems", {}).get("shown", ())) == 2)
    expect(dialog).to_be_visible()
    (preview.showcase.root / "content/people/khac.md").unlink()
    say(preview, "Trương: Thái Sơn, thợ", "Trương Thái Sơn")
    expect(dialog).to_be_hidden()
    expect(tab.locator("vinhdanh-preview .errors")).to_have_count(0)


def test_closed_problems_stay_closed_on_other_pages_and_open_again_by_hand(
    tab: Page, preview: Running
) -> None:
    dialog = tab.locator("vinhdanh-preview dialog")
    say(preview, "name: Trương Thái Sơn", "name: Trương: Thái Sơn")
    dialog.get_by_role("button", name="Đóng").click()
    visit(tab, preview, "nguoi/hoa/")
    errors = tab.locator("vinhdanh-preview .errors")
    expect(errors).to_be_visible()
    expect(dialog).to_be_hidden()
    errors.focus()
    tab.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    say(preview, "name: Trương: Thái Sơn", "name: Trương Thái Sơn")
    expect(dialog).to_be_hidden()


def test_warnings_are_a_mark_at_the_edge(tab: Page, preview: Running) -> None:
    say(preview, "published: 2026-11-22", "published: 22/11/2026")
    expect(tab.locator("vinhdanh-preview .warnings")).to_be_visible()
    expect(tab.locator("vinhdanh-preview dialog")).to_be_hidden()


def test_badges_say_what_readers_do_not_see(tab: Page, preview: Running) -> None:
    visit(tab, preview, "nguoi/mai/")
    badges = tab.locator("vinhdanh-preview .badge")
    expect(badges).to_have_text([re.compile("^Bản nháp"), re.compile("^Chưa có bản tiếng Anh")])
    visit(tab, preview, "nguoi/hoa/")
    expect(badges).to_have_count(0)
    tab.goto(f"{preview.url}nguoi/")
    link = "main a[href='/nguoi/mai/']:not(:has(img))"
    expect(tab.locator(link).first).to_be_visible()
    assert "bản nháp" in tab.evaluate(
        f'getComputedStyle(document.querySelector("{link}"), "::after").content'
    )


def test_a_badge_follows_though_the_page_is_the_same(tab: Page, preview: Running) -> None:
    badge = tab.locator("vinhdanh-preview .badge.draft")
    expect(badge).to_have_count(0)
    say(preview, "published: 2026-11-22", "published: 2026-11-22\ndraft: có")
    expect(badge).to_have_text(re.compile("^Bản nháp"))
    sheet = tab.locator('link[href*="badges.css"]')
    marked = "[...document.querySelector('link[href*=\"badges.css\"]').sheet.cssRules].map(rule => rule.selectorText).join()"
    expect(sheet).to_have_count(1)  # while another comes, the one before stays
    expect(sheet).to_have_attribute("href", re.compile(r"\?"))
    assert "/nguoi/son/" in tab.evaluate(marked)
    say(preview, "draft: có\n", "")
    expect(badge).to_have_count(0)


@pytest.mark.parametrize("look", [Look(360, "light"), Look(1280, "dark")], ids=["phone", "laptop"])
def test_what_the_preview_adds_is_accessible(browser: Browser, preview: Running, look: Look) -> None:
    with open_tab(browser, look) as tab:
        visit(tab, preview, "nguoi/mai/")
        assert tab.evaluate(AXE) == []
        say(preview, "name: Trương Thái Sơn", "name: Trương: Thái Sơn")
        expect(tab.locator("vinhdanh-preview dialog")).to_be_visible()
        assert tab.evaluate(AXE) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= look.width


def test_a_page_that_goes_and_comes_back(tab: Page, preview: Running) -> None:
    text = preview.showcase.read(SON)
    preview.showcase.remove(SON)
    expect(tab.locator("h1")).to_have_text("Trang này không có ở đây")
    preview.showcase.write(SON, text)
    expect(tab.locator("h1")).to_have_text("Trương Thái Sơn")


def test_several_tabs_follow_and_hidden_ones_catch_up(tab: Page, preview: Running) -> None:
    other = tab.context.new_page()
    visit(other, preview)
    hidden = "Object.defineProperty(document, 'visibilityState', {value: '%s', configurable: true});"
    turn = "document.dispatchEvent(new Event('visibilitychange'))"
    other.evaluate(hidden % "hidden" + turn)
    say(preview, "Một người thợ.", "Một người thợ giỏi.")
    expect(tab.get_by_text("Một người thợ giỏi.")).to_be_attached()
    expect(other.get_by_text("Một người thợ giỏi.")).to_have_count(0)
    other.evaluate(hidden % "visible" + turn)
    expect(other.get_by_text("Một người thợ giỏi.")).to_be_attached()
    say(preview, "Một người thợ giỏi.", "Một người thợ khéo.")
    expect(tab.get_by_text("Một người thợ khéo.")).to_be_attached()
    expect(other.get_by_text("Một người thợ khéo.")).to_be_attached()


def test_the_path_of_the_file_is_given_where_no_editor_is_known(
    tab: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vinhdanh.base.disk.program", lambda name: None)
    tab.locator("vinhdanh-preview .bar .edit").click()
    path = tab.locator("vinhdanh-preview .path")
    expect(path.locator("code")).to_have_text(re.compile(r"/content/people/son\.md$"))
    expect(path.get_by_role("button", name="Chép đường dẫn")).to_be_focused()


def test_a_page_that_is_open_while_the_preview_starts_again(browser: Browser, tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path / "trang")
    with open_tab(browser) as tab:
        with running(showcase) as found:
            visit(tab, found)
            port = found.port
        showcase.replace(SON, "Một người thợ.", "Một người thợ giỏi.")
        with running(showcase, port=port, token="another") as found:
            assert found.port == port
            expect(tab.get_by_text("Một người thợ giỏi.")).to_be_attached()
