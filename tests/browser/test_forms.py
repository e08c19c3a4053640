"""The contract with the CMS, in a real browser: what an editor does in the forms, and what the files then say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect

from tests import showcases
from tests.browser.visit import Look, open_tab
from tests.preview.running import Running, running

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

REMARK = "# hỏi lại chị ấy"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    showcase = showcases.make(tmp_path_factory.mktemp("forms") / "trang")
    showcase.replace("people/hoa.md", "job_title:", f"{REMARK}\njob_title:")
    with running(showcase) as found:
        yield found


@pytest.fixture
def tab(browser: Browser, preview: Running) -> Iterator[Page]:
    """A tab in which nothing goes wrong and nothing is asked of other hosts, but for what was refused to be saved."""
    with open_tab(browser, Look(1280)) as opened:
        wrong: list[str] = []

        def note(message: ConsoleMessage) -> None:
            refused = message.text.startswith("RefusedError:") or " status of 422 " in message.text
            if message.type in ("error", "warning") and not refused:
                wrong.append(message.text)

        def watch(request: Request) -> None:
            if not request.url.startswith((preview.url, "blob:", "data:")):
                wrong.append(request.url)

        opened.on("console", note)
        opened.on("request", watch)
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        yield opened
        assert wrong == []


def visit(tab: Page, preview: Running, path: str = "") -> None:
    tab.goto(f"{preview.url}soan-bai/#/collections/people{path}")
    expect(tab.get_by_text("Cá nhân tiêu biểu").first).to_be_visible()


def field(tab: Page, path: str) -> Locator:
    """The Vietnamese side of a field; the CMS makes those that are far below only when somebody comes near."""
    found = tab.locator(f'[data-key-path="{path}"]').first
    for _ in range(100):
        if found.count():
            break
        tab.mouse.move(300, 500)
        tab.mouse.wheel(0, 300)
        tab.wait_for_timeout(50)
    found.scroll_into_view_if_needed()
    return found


def save(tab: Page) -> None:
    tab.get_by_text("Lưu", exact=True).click()


def test_a_person_with_a_picture_is_made_mended_and_shown(
    tab: Page, preview: Running, tmp_path: Path
) -> None:
    showcase = preview.showcase
    Image.new("RGB", (400, 300), "red").save(tmp_path / "Ảnh chị Ánh.jpg")
    visit(tab, preview)
    tab.get_by_text("Tạo mới").click()
    save(tab)
    expect(field(tab, "name")).to_contain_text("Trường bắt buộc")
    field(tab, "name").locator("input").fill("Đỗ Thị Ánh")
    field(tab, "published").locator("input").fill("hôm qua")
    save(tab)
    expect(field(tab, "published")).to_contain_text("Viết ngày như: 2023-10-07")
    field(tab, "published").locator("input").fill("22/11/2026")
    field(tab, "body").locator("textarea").fill("Chị Ánh làm thợ may.[@khong-co]")
    field(tab, "tags")
    save(tab)
    expect(tab.get_by_text("Không có nguồn nào mang mã “khong-co”")).to_be_visible()
    tab.get_by_text("Đồng ý").click()
    assert not (showcase.root / "content/people/do-thi-anh.md").exists()
    field(tab, "body").locator("textarea").fill("Chị Ánh làm thợ may.[@bao-a]")
    tab.mouse.move(300, 500)
    tab.mouse.wheel(0, -20_000)
    field(tab, "image").get_by_text("Thêm").first.click()
    field(tab, "image.file").get_by_text("Duyệt tệp").click()
    with tab.expect_file_chooser() as chooser:
        tab.get_by_text("Tải lên").click()
    chooser.value.set_files(tmp_path / "Ảnh chị Ánh.jpg")
    tab.get_by_text("Chèn", exact=True).click()
    field(tab, "image.alt").locator("input").fill("Chị Ánh bên máy may")
    field(tab, "image.credit").locator("input").fill("Công đoàn cơ sở")
    save(tab)
    expect(tab.get_by_text("Đã lưu bài viết")).to_be_visible()
    assert showcase.read("people/do-thi-anh.md") == (
        "---\nname: Đỗ Thị Ánh\nimage:\n  file: anh-chi-anh.jpg\n  alt: Chị Ánh bên máy may\n"
        "  credit: Công đoàn cơ sở\ndraft: có\npublished: 2026-11-22\n---\n\nChị Ánh làm thợ may.[@bao-a]\n"
    )
    assert (showcase.root / "content/media/anh-chi-anh.jpg").read_bytes() == (
        tmp_path / "Ảnh chị Ánh.jpg"
    ).read_bytes()
    with preview.tab("/") as listening:
        if preview.ask("/nguoi/do-thi-anh/").status == 404:
            listening.hear_until(lambda message: preview.ask("/nguoi/do-thi-anh/").status == 200)
    tab.goto(f"{preview.url}nguoi/do-thi-anh/")
    expect(tab.get_by_text("Chị Ánh làm thợ may.")).to_be_visible()


def test_an_edit_changes_the_page_and_leaves_the_remark_in_the_file(tab: Page, preview: Running) -> None:
    before = preview.showcase.read("people/hoa.md")
    with open_tab(tab.context.browser, Look(1280)) as beside:  # type: ignore[arg-type]
        beside.goto(f"{preview.url}nguoi/hoa/")
        expect(beside.locator("h1")).to_have_text("Nguyễn Thị Hoa")
        visit(tab, preview, "/entries/hoa")
        field(tab, "job_title").locator("input").fill("Kỹ sư điện")
        save(tab)
        expect(tab.get_by_text("Đã lưu bài viết")).to_be_visible()
        expect(beside.get_by_text("Kỹ sư điện").first).to_be_visible()
    assert REMARK in before
    assert preview.showcase.read("people/hoa.md") == before.replace("Công nhân", "Kỹ sư điện")


def test_a_page_leads_to_its_form(tab: Page, preview: Running) -> None:
    tab.goto(f"{preview.url}nguoi/hoa/")
    with tab.expect_popup() as opened:
        tab.locator("vinhdanh-preview .form").click()
    expect(field(opened.value, "name").locator("input")).to_have_value("Nguyễn Thị Hoa")
    opened.value.close()


def test_what_somebody_changed_meanwhile_is_not_written_over(tab: Page, preview: Running) -> None:
    visit(tab, preview, "/entries/son")
    field(tab, "job_title").locator("input").fill("Thợ hàn")
    preview.showcase.replace("people/son.md", "Làm điện.", "Làm điện giỏi.")
    save(tab)
    expect(tab.get_by_text("có người đã sửa “son”")).to_be_visible()
    assert "Thợ hàn" not in preview.showcase.read("people/son.md")


def test_without_the_preview_nothing_is_lost_and_it_is_told(browser: Browser, tmp_path: Path) -> None:
    with (
        running(showcases.make(tmp_path / "trang"), built=False) as preview,
        open_tab(browser, Look(1280)) as tab,
    ):
        visit(tab, preview, "/entries/son")
        field(tab, "job_title").locator("input").fill("Thợ hàn")
        tab.route("**/soan-bai/records", lambda route: route.abort())
        save(tab)
        expect(tab.locator("dialog")).to_be_visible()
        expect(tab.locator("dialog")).to_contain_text("Bản xem trước không trả lời")
        tab.get_by_text("Đồng ý").click()
        expect(field(tab, "job_title").locator("input")).to_have_value("Thợ hàn")
