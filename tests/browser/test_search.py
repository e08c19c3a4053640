"""Search as readers use it: the field of every page, the search page, its address, and what happens when things fail."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.visit import AXE, Look, open_tab
from tests.tools import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

FIELD, LIST, OPTIONS = "#tim-nhanh", "#goi-y", "#goi-y [role=option]"
STATUS, TITLES = "#tim-thay", "#ket-qua .row-title a"
SON = "Trương Thái Sơn"
looks = pytest.mark.parametrize("look", [Look(360, "light"), Look(1280, "dark")], ids=["phone", "laptop"])


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    with open_tab(browser, Look(1280)) as opened:
        yield opened


def asked(tab: Page) -> dict[str, list[str]]:
    """What the address asks for."""
    return parse_qs(urlsplit(tab.url).query)


# -- the field of every page ----


@pytest.mark.parametrize(
    "typed", ["Trương Thái S", "truong thai", "TRUONG THAI SON", "truong t", "truwowng thais sown"]
)
def test_suggestions_come_while_typing(tab: Page, server: str, typed: str) -> None:
    tab.goto(f"{server}/su-kien/")
    tab.locator(FIELD).press_sequentially(typed)
    expect(tab.locator(OPTIONS).first).to_contain_text(SON)


def test_suggestions_work_by_keyboard(tab: Page, server: str) -> None:
    tab.goto(f"{server}/")
    field, options = tab.locator(FIELD), tab.locator(OPTIONS)
    field.press_sequentially("nguyen van")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "?")
    field.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(tab.locator(LIST)).to_be_hidden()
    expect(field).to_have_value("nguyen van")
    field.press("ArrowDown")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    wanted = options.first.get_attribute("data-url")
    field.press("Enter")
    tab.wait_for_url(f"{server}{wanted}")


def test_enter_without_a_choice_asks_for_all(tab: Page, server: str) -> None:
    tab.goto(f"{server}/")
    tab.locator(FIELD).press_sequentially("ắc quy")
    tab.locator(FIELD).press("Enter")
    tab.wait_for_url(re.compile(r"/tim/\?"))
    expect(tab.locator("#q")).to_have_value("ắc quy")
    expect(tab.locator(TITLES).first).to_contain_text("ắc quy")


def test_the_list_closes_when_the_focus_leaves(tab: Page, server: str) -> None:
    tab.goto(f"{server}/")
    tab.locator(FIELD).press_sequentially("nguyen")
    expect(tab.locator(LIST)).to_be_visible()
    tab.locator(FIELD).press("Tab")
    tab.locator("main").focus()
    expect(tab.locator(LIST)).to_be_hidden()


def test_a_phone_has_a_way_to_the_search_page(browser: Browser, server: str) -> None:
    with open_tab(browser, Look(360)) as phone:
        phone.goto(f"{server}/nguoi/")
        expect(phone.locator(FIELD)).to_be_hidden()
        phone.locator(".search-link").click()
        phone.wait_for_url(f"{server}/tim/")


# -- the search page ----


def test_results_are_grouped_and_marked(tab: Page, server: str) -> None:
    tab.goto(f"{server}/tim/?q=ac+quy")
    expect(tab.locator(STATUS)).to_contain_text("kết quả")
    assert tab.locator("#ket-qua h2").count() > 1
    expect(tab.locator("#ket-qua mark").first).to_have_text("ắc quy")


def test_beginnings_are_enough_while_typing(tab: Page, server: str) -> None:
    tab.goto(f"{server}/tim/")
    tab.locator("#q").press_sequentially("truong tha")
    expect(tab.locator(TITLES).first).to_have_text(SON)
    expect(tab.locator("#ket-qua mark").first).to_have_text("Trương Thái")


def test_what_was_typed_before_the_script_came_was_wiped_out(tab: Page, server: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    tab.route("**/search-engine*.js", hold)
    tab.goto(f"{server}/tim/?q=nguyen", wait_until="commit")
    tab.locator("#q").press_sequentially("truong")
    tab.wait_for_timeout(200)
    while not held:
        tab.wait_for_timeout(50)
    for route in held:
        route.continue_()
    expect(tab.locator(STATUS)).to_contain_text("kết quả")
    tab.locator("#q").press_sequentially(" thai")
    expect(tab.locator(TITLES).first).to_have_text(SON)
    expect(tab.locator("#q")).to_have_value("truong thai")
    tab.wait_for_function("new URLSearchParams(location.search).get('q') === 'truong thai'")


def test_the_address_keeps_everything(tab: Page, server: str) -> None:
    tab.goto(f"{server}/tim/")
    tab.locator("#q").fill("nguyen")
    expect(tab.locator(STATUS)).to_contain_text("kết quả")
    tab.locator("#q").press("Enter")
    all_found = tab.locator(STATUS).inner_text()
    tab.locator("input[name=kind][value=person]").check()
    expect(tab.locator(STATUS)).not_to_have_text(all_found)
    tab.locator("[data-facet=place] summary").click()
    tab.locator("input[name=place]").first.check()
    tab.wait_for_function("location.search.includes('place=')")
    expect(tab.locator("#ket-qua h2")).to_have_count(1)
    narrowed, titles = tab.locator(STATUS).inner_text(), tab.locator(TITLES).all_inner_texts()
    assert asked(tab).keys() == {"q", "kind", "place"}

    shared = tab.context.new_page()
    shared.goto(tab.url)
    expect(shared.locator(STATUS)).to_have_text(narrowed)
    assert shared.locator(TITLES).all_inner_texts() == titles
    expect(shared.locator("input[name=kind][value=person]")).to_be_checked()

    tab.go_back()
    expect(tab.locator("input[name=place]:checked")).to_have_count(0)
    assert asked(tab).keys() == {"q", "kind"}
    tab.go_back()
    expect(tab.locator(STATUS)).to_have_text(all_found)
    expect(tab.locator("input[name=kind]:checked")).to_have_count(0)
    tab.go_forward()
    expect(tab.locator("input[name=kind][value=person]")).to_be_checked()


def test_counts_say_what_a_choice_would_give(tab: Page, server: str) -> None:
    tab.goto(f"{server}/tim/?q=dien")
    choice = tab.locator("label", has=tab.locator("input[name=kind][value=initiative]"))
    count = choice.locator("small").inner_text()
    choice.click()
    expect(tab.locator(STATUS)).to_have_text(f"{count} kết quả")


def test_facets_need_no_words(tab: Page, server: str) -> None:
    tab.goto(f"{server}/tim/?kind=award")
    expect(tab.locator("#ket-qua h2")).to_contain_text("Giải thưởng")
    expect(tab.locator(TITLES).first).to_be_visible()


def test_more_of_a_kind_is_a_button_away(tab: Page, server: str) -> None:
    tab.goto(f"{server}/tim/?q=nguyen")
    expect(tab.locator(STATUS)).to_contain_text("kết quả")
    tab.locator("#ket-qua button").first.click()
    expect(tab.locator("#ket-qua h2")).to_have_count(1)
    assert "kind" in asked(tab)
    expect(tab.locator(TITLES).first).to_be_focused()


def test_filters_work_by_keyboard(tab: Page, server: str) -> None:
    tab.goto(f"{server}/tim/?q=dien")
    box = tab.locator("input[name=kind][value=initiative]")
    box.focus()
    box.press("Space")
    tab.wait_for_function("location.search.includes('kind=initiative')")
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_an_english_page_marks_what_is_vietnamese(tab: Page, server: str) -> None:
    tab.goto(f"{server}/en/search/?q=ac+quy")
    expect(tab.locator(STATUS)).to_contain_text("results")
    for link in tab.locator(TITLES).all():
        is_english = (link.get_attribute("href") or "").startswith("/en/")
        assert link.get_attribute("lang") == (None if is_english else "vi")


# -- when things fail ----


def broken(route: Route) -> None:
    route.fulfill(body="{", content_type="application/json")


@pytest.mark.parametrize("how", [broken, lambda route: route.abort()], ids=["malformed", "missing"])
def test_a_broken_shard_is_said_and_the_rest_is_shown(tab: Page, server: str, how: object) -> None:
    tab.route("**/search/text/*.json", how)  # type: ignore[arg-type]  # a route's handler
    tab.goto(f"{server}/tim/?q=Trương+Thái+Sơn")
    expect(tab.locator(STATUS)).to_contain_text("Chưa tải được")
    expect(tab.locator(TITLES).first).to_have_text(SON)


def test_without_an_index_the_page_says_so(tab: Page, server: str) -> None:
    tab.route("**/search/index.json", lambda route: route.abort())
    tab.goto(f"{server}/tim/?q=Sơn")
    expect(tab.locator(STATUS)).to_contain_text("Chưa tải được")
    expect(tab.locator(".search-lists")).to_be_visible()
    tab.goto(f"{server}/")
    tab.locator(FIELD).press_sequentially("Sơn")
    expect(tab.locator(LIST)).to_contain_text("Chưa tải được")


def test_what_has_come_is_shown_while_the_rest_is_on_its_way(tab: Page, server: str) -> None:
    tab.route("**/search/text/*.json", lambda route: None)  # never answered
    tab.goto(f"{server}/tim/?q=Trương+Thái+Sơn")
    expect(tab.locator(TITLES).first).to_have_text(SON)
    expect(tab.locator(STATUS)).to_have_text("Đang tìm…")


def test_a_new_question_does_not_wait_for_an_old_one(tab: Page, server: str) -> None:
    tab.route("**/search/title/ho.json", lambda route: None)  # never answered
    dropped: list[str] = []
    tab.on("requestfailed", lambda request: dropped.append(request.url))
    tab.goto(f"{server}/")
    with tab.expect_request("**/search/title/ho.json"):
        tab.locator(FIELD).press_sequentially("hoang")
    tab.locator(FIELD).fill("truong thai")
    expect(tab.locator(OPTIONS).first).to_contain_text(SON)
    assert any(url.endswith("/title/ho.json") for url in dropped)


def test_without_javascript_the_field_leads_to_the_lists(browser: Browser, server: str) -> None:
    with open_tab(browser, Look(1280), scripts=False) as tab:
        tab.goto(f"{server}/")
        tab.locator(FIELD).fill("Sơn")
        tab.locator(FIELD).press("Enter")
        tab.wait_for_url(re.compile(r"/tim/\?q="))
        expect(tab.locator("noscript p")).to_be_visible()
        assert tab.locator(".search-lists .letters a").count() > 5
        tab.locator(".search-lists a", has_text="Danh mục").click()
        tab.wait_for_url(f"{server}/danh-muc/")


# -- quality ----


@pytest.mark.needs("axe")
@looks
def test_nothing_stands_in_the_way_of_a_reader(browser: Browser, server: str, look: Look) -> None:
    with open_tab(browser, look) as tab:
        tab.goto(f"{server}/tim/?q=dien&kind=person&kind=initiative")
        expect(tab.locator(STATUS)).to_contain_text("kết quả")
        tab.locator("#loc > details").evaluate("panel => panel.open = true")
        assert tab.evaluate(AXE) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= look.width


@pytest.mark.needs("axe")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_suggestions_stand_in_nobodys_way(browser: Browser, server: str, scheme: str) -> None:
    with open_tab(browser, Look(1280, "dark" if scheme == "dark" else "light")) as tab:
        tab.goto(f"{server}/danh-muc/")
        tab.locator(FIELD).press_sequentially("nguyen")
        expect(tab.locator(OPTIONS).first).to_be_visible()
        tab.locator(FIELD).press("ArrowDown")
        expect(tab.locator(OPTIONS).first).to_have_attribute("aria-selected", "true")
        assert tab.evaluate(AXE) == []


def test_the_scripts_are_small() -> None:
    scripts = sorted((ROOT / "templates" / "assets" / "js").glob("*.js"))
    assert len(scripts) == 3
    assert sum(len(gzip.compress(script.read_bytes())) for script in scripts) <= 12 * 1024
