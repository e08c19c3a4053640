"""Walking through a page with the Tab key."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

_STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const look = () => {
    const seen = [];
    for (let e = element, up = 0; e && up < 4; e = e.parentElement, up++)
      for (const part of [null, '::before', '::after']) {
        const s = getComputedStyle(e, part);
        const outline = s.outlineStyle === 'none' ? '' : s.outline;
        seen.push(outline, s.boxShadow, s.backgroundColor, s.borderColor, s.color, s.textDecoration);
      }
    return seen.join();
  };
  const {left, top, right, bottom} = element.getBoundingClientRect();
  const focused = look();
  element.blur();
  const plain = look();
  element.focus({preventScroll: true});
  const inWindow = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  const text = (element.innerText || element.ariaLabel || '').trim();
  return {
    name: `<${element.localName}> ${text.slice(0, 40)}`,
    link: element.getAttribute('href') || '',
    shown: inWindow && right - left > 1 && bottom - top > 1,
    marked: focused !== plain,
  };
}"""

_INSIDE = "target => document.querySelector(target)?.contains(document.activeElement)"


@dataclass(frozen=True, slots=True)
class Stop:
    """An element that the Tab key came to: is it in the window, and does it look focused?"""

    name: str
    link: str
    shown: bool
    marked: bool


def press_tab(tab: Page) -> Stop | None:
    """Press Tab; None when the focus has left the page."""
    tab.keyboard.press("Tab")
    stop = tab.evaluate(_STOP)
    return Stop(**stop) if stop else None


def is_inside(tab: Page, selector: str) -> bool:
    """Whether the focus is on the element that `selector` finds, or in it."""
    return tab.evaluate(_INSIDE, selector) is True
