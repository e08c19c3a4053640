"""Opening pages in Chromium and gathering all that is wrong with them in one visit each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests import tools

Scheme = Literal["light", "dark"]
Kind = Literal["accessibility", "sideways", "foreign", "blocked", "console", "failed"]
"""What can be wrong: a rule of axe, a page wider than the window, a request to another host, something the
page's policy blocked, an error on the console, a request that failed."""

WIDTHS = (320, 360, 768, 1280)
"""CSS pixels: the narrowest that WCAG 2.2 (1.4.10) asks for, most phones in Viet Nam, a tablet, a laptop."""

HEIGHT = 800

AXE = """async () => {
  const {violations} = await axe.run(document, {resultTypes: ['violations'], elementRef: false});
  return violations.map(rule => `${rule.id}, ${rule.nodes.length} times, first at ${rule.nodes[0].target}: `
    + rule.nodes[0].failureSummary.replace(/\\s+/g, ' '));
}"""

_SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return null;
  const isWide = element => element.getBoundingClientRect().right > width + 1;
  const wide = [...document.body.querySelectorAll('*')].find(isWide);
  return `${document.documentElement.scrollWidth} px in ${width} px`
    + (wide ? `, first <${wide.localName} class="${wide.className}">` : '');
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: the window's width in CSS pixels and the colour scheme that is asked for."""

    width: int = 360
    scheme: Scheme = "light"


PHONE = Look()
"""How most readers see the site."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with one page."""

    kind: Kind
    page: str
    detail: str


@dataclass
class _Watch:
    """Listens to a tab; what it hears is put down to the page that is being visited."""

    base: str
    page: str = ""
    faults: list[Fault] = field(default_factory=list)

    def note(self, kind: Kind, detail: str) -> None:
        self.faults.append(Fault(kind, self.page, detail))

    def console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            blocked = "Content Security Policy" in message.text
            self.note("blocked" if blocked else "console", message.text)

    def request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.base}/", "data:", "blob:")):
            self.note("foreign", request.url)

    def response(self, response: Response) -> None:
        if response.status >= 400:
            self.note("failed", f"{response.status} {response.url}")


def visit(
    browser: Browser, base: str, pages: Iterable[str], look: Look = PHONE, widths: Sequence[int] = WIDTHS
) -> list[Fault]:
    """Open each of `pages` of the site served at `base` once, and tell all that is wrong, page by page.

    axe sees each page as `look` says; whether it scrolls sideways is tried at each of `widths` (CSS pixels).
    """
    watch = _Watch(base)
    with open_tab(browser, look) as tab:
        tab.on("console", watch.console)
        tab.on("pageerror", lambda error: watch.note("console", str(error)))
        tab.on("request", watch.request)
        tab.on("response", watch.response)
        for watch.page in pages:
            tab.goto(base + watch.page)
            _look(tab, watch, widths)
            tab.set_viewport_size({"width": look.width, "height": HEIGHT})
    return watch.faults


def told(faults: Sequence[Fault]) -> str:
    """Faults for a person: how many of each kind, and the first of each."""
    by_kind: dict[Kind, list[Fault]] = {}
    for fault in faults:
        by_kind.setdefault(fault.kind, []).append(fault)
    lines = []
    for kind, same in by_kind.items():
        lines.append(f"{len(same)} times {kind}:")
        lines.extend(f"  {fault.page} {fault.detail}" for fault in same[:20])
    return "\n".join(lines)


@contextmanager
def open_tab(browser: Browser, look: Look = PHONE, *, scripts: bool = True) -> Iterator[Page]:
    """A fresh tab with axe at hand, for a Vietnamese reader who asked for no motion."""
    context = browser.new_context(
        viewport={"width": look.width, "height": HEIGHT},
        color_scheme=look.scheme,
        java_script_enabled=scripts,
        locale="vi-VN",
        reduced_motion="reduce",
    )
    axe = tools.axe()
    if axe and scripts:
        # Given to the browser once: sent with each visit, its 570 kB would cost 100 ms a page.
        context.add_init_script(path=axe)
    try:
        yield context.new_page()
    finally:
        context.close()


def _look(tab: Page, watch: _Watch, widths: Sequence[int]) -> None:
    for violation in tab.evaluate(AXE):
        watch.note("accessibility", violation)
    for width in widths:
        tab.set_viewport_size({"width": width, "height": HEIGHT})
        if excess := tab.evaluate(_SIDEWAYS):
            watch.note("sideways", excess)
