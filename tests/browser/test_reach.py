"""Whom the looks must not shut out: readers who zoom to 200 % and more, and readers with colours of their own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import samples
from tests.browser.visit import HEIGHT, Look, open_tab

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

ZOOMED = (640, 320)
"""CSS pixels of a window of 1280 at 200 %, and at 400 % (WCAG 2.2, 1.4.4 and 1.4.10)."""

BESIDES = (
    "/su-kien/toa-dam-2023-10-07/",
    "/con-so/so-cong/",
    "/en/",
    "/en/people/truong-thai-son/",
    "/tim/?q=nguyen",
    "/tim/?q=zzz",
)
"""Pages whose parts no page of the samples has: the seminar, the ledger, English, answers to a search."""

CUT = """() => {
  const root = document.documentElement, found = [];
  if (root.scrollWidth > root.clientWidth) found.push(`the page: ${root.scrollWidth} px in ${root.clientWidth} px`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (texts.nextNode()) {
    let box = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !box.checkVisibility() || box.closest('.unseen, .skip, .table-scroll, svg, script')) continue;
    while (getComputedStyle(box).display === 'inline') box = box.parentElement;
    range.selectNodeContents(texts.currentNode);
    const {left, right} = box.getBoundingClientRect(), text = range.getBoundingClientRect();
    if (text.right > right + 1 || text.left < left - 12)
      found.push(`<${box.localName} class="${box.className}"> ${texts.currentNode.data.trim().slice(0, 40)}`);
  }
  return found.slice(0, 3);
}"""
"""What is wider than its box: the page as a whole, or a text. An opening quotation mark may hang outside."""

UNSEEN = """() => {
  const canvas = getComputedStyle(document.body).backgroundColor, found = [], tried = new Set();
  const drawn = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const note = (fault, element) => found.push(`${fault}: <${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`);
  for (const element of document.querySelectorAll('a[href], button, input, summary')) {
    const sort = [element, element.parentElement, element.parentElement.parentElement].map(e => e.localName + e.className).join();
    if (tried.has(sort) || !element.checkVisibility() || element.tabIndex < 0) continue;
    tried.add(sort);
    element.focus({preventScroll: true});
    const style = getComputedStyle(element), sign = element.querySelector('svg');
    if (!element.matches(':focus-visible') || !(drawn(style) || drawn(getComputedStyle(element, '::after')))) note('no focus', element);
    if (element.matches('input:not([type=checkbox])') && parseFloat(style.borderBottomWidth) < 1) note('no edge', element);
    if (sign && getComputedStyle(sign).color === canvas) note('no sign', element);
  }
  for (const line of document.querySelectorAll('.figure-amount'))
    if (getComputedStyle(line, '::after').borderRightColor === canvas) note('no line', line);
  for (const drawing of document.querySelectorAll('.drawing, .drawing-thumb'))
    if (getComputedStyle(drawing).outlineStyle === 'none') note('no edge', drawing);
  return found.slice(0, 3);
}"""
"""With forced colours: controls whose focus, edge or sign cannot be seen, lines and drawings that vanish; one control
of each sort."""


def test_no_kind_of_page_shuts_out_who_zooms_or_has_own_colours(
    browser: Browser, server: str, urls: list[str]
) -> None:
    kinds = [url for url in samples(urls) if not url.startswith("/en/")]
    faults: list[str] = []
    with open_tab(browser, Look(ZOOMED[0])) as tab:
        for url in (*kinds, *BESIDES):
            tab.goto(server + url, wait_until="domcontentloaded")
            faults.extend(f"{url}: {fault}" for fault in _faults(tab, searching="?q=" in url))
    assert not faults, "\n".join(faults)


def _faults(tab: Page, *, searching: bool) -> list[str]:
    """What is cut or unseen on the page that is open."""
    if searching:
        tab.locator("#tim-thay:not(:empty)").wait_for()
    tab.emulate_media(forced_colors="active")
    tab.keyboard.press("Tab")
    found: list[str] = tab.evaluate(UNSEEN)
    tab.emulate_media(forced_colors="none")
    for width in ZOOMED:
        tab.set_viewport_size({"width": width, "height": HEIGHT})
        found.extend(f"at {width} px, {fault}" for fault in tab.evaluate(CUT))
    return found
