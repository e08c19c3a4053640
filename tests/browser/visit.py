"""Opening pages in Chromium and gathering all that is wrong with them in one visit each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Page, Request, Response

from tests import tools

Scheme = Literal["light", "dark"]
Kind = Literal["accessibility", "sideways", "foreign", "blocked", "console", "failed"]
"""What can be wrong: a rule of axe, a page wider than the window, a request to another host, something the
page's policy blocked, an error on the console, a request that failed."""

SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")

WIDTHS = (320, 360, 768, 1280)
"""CSS pixels: the narrowest that WCAG 2.2 (1.4.10) asks for, most phones in Viet Nam, a tablet, a laptop."""

HEIGHT = 800

LOW = 10
"""Pixels of height while only the width of a page is measured, so that the browser has little to paint."""

AXE = """async given => {
  const {include, ...options} = given || {};
  const {violations} = await axe.run(include ? {include} : document,
    {resultTypes: ['violations'], elementRef: false, preload: false, ...options});
  return violations.map(rule => `${rule.id}, ${rule.nodes.length} times, first at ${rule.nodes[0].target}: `
    + rule.nodes[0].failureSummary.replace(/\\s+/g, ' '));
}"""
"""What axe has against the page, by all its rules or as its options say. It need not fetch style sheets once more
(`preload`): only rules that are off by default read them."""

COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""The rules of axe that look at colours. No other rule's answer can change with the colour scheme."""

_WITHOUT_COLOURS = {"rules": {rule: {"enabled": False} for rule in COLOUR_RULES}}

_TEXTS = """() => {
  const looks = new Map();
  const look = element => {
    if (!element) return '';
    if (!looks.has(element)) {
      const style = getComputedStyle(element);
      const shown = [style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
        style.mixBlendMode, style.textDecorationLine, style.textShadow, style.fontSize, style.fontWeight,
        style.fontStyle, style.visibility, style.position].join();
      looks.set(element, `${look(element.parentElement)}>${element.localName}.${element.className}:${shown}`);
    }
    return looks.get(element);
  };
  const hasText = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    || ['input', 'select', 'textarea'].includes(element.localName);
  const hash = text => {
    let [high, low] = [0x9dc5811c, 0x811c9dc5];
    for (let at = 0; at < text.length; at++) {
      low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
      high = Math.imul(high ^ low, 0x85ebca6b);
    }
    return `${high}.${low}`;
  };
  const texts = [...document.body.querySelectorAll('*')].filter(hasText).filter(text => text.checkVisibility());
  return texts.map(text => [text, hash(look(text))]);
}"""
"""Every element with a text of its own, and a digest of how it looks: its own style, that of all it stands in, and
their names. The contrast of texts that look the same is the same on every page."""

_LOOKS = f"() => [...new Set(({_TEXTS})().map(([text, look]) => look))]"

_AXE_ON_LOOKS = f"""(wanted) => {{
  const first = new Map(({_TEXTS})().map(([text, look]) => [look, text]));
  return ({AXE})({{include: wanted.map(look => first.get(look)), runOnly: {COLOUR_RULES}}});
}}"""

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

    axe sees each page at the width of `look` in both colour schemes; colours are tried once for all texts of one look.
    Whether a page scrolls sideways is tried at each of `widths` (CSS pixels).
    """
    watch = _Watch(base)
    seen: dict[Scheme, set[str]] = {scheme: set() for scheme in SCHEMES}
    with open_tab(browser, look) as tab:
        tab.on("console", watch.console)
        tab.on("pageerror", lambda error: watch.note("console", str(error)))
        tab.on("request", watch.request)
        tab.on("response", watch.response)
        device = tab.context.new_cdp_session(tab)
        order = [look.scheme, *(scheme for scheme in SCHEMES if scheme != look.scheme)]
        for watch.page in pages:
            tab.goto(base + watch.page)
            for violation in tab.evaluate(AXE, _WITHOUT_COLOURS):
                watch.note("accessibility", violation)
            _look_at_colours(tab, watch, order[0], seen)
            tab.emulate_media(color_scheme=order[1])
            _look_at_colours(tab, watch, order[1], seen)
            order.reverse()  # the next page begins as this one ended: to change the scheme costs a new layout
            _look_sideways(tab, device, watch, widths, look.width)
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


def _look_at_colours(tab: Page, watch: _Watch, scheme: Scheme, seen: dict[Scheme, set[str]]) -> None:
    """Try the colours of texts of a look that was not `seen` before in this scheme."""
    new = [look for look in tab.evaluate(_LOOKS) if look not in seen[scheme]]
    if new:
        seen[scheme].update(new)
        for violation in tab.evaluate(_AXE_ON_LOOKS, new):
            watch.note("accessibility", f"{scheme}: {violation}")


def _look_sideways(tab: Page, device: CDPSession, watch: _Watch, widths: Sequence[int], own: int) -> None:
    """Try each of `widths` and come back to the page's `own`. What is hidden is laid out all the same."""
    tab.evaluate("document.documentElement.style.visibility = 'hidden'")
    widths = sorted(widths, key=lambda width: width != own)
    for width in widths:
        if width != own:
            _resize(device, width, LOW)
        if excess := tab.evaluate(_SIDEWAYS):
            watch.note("sideways", excess)
    _resize(device, own, HEIGHT)


def _resize(device: CDPSession, width: int, height: int) -> None:
    """Change the size that the page sees. Playwright would resize the window too, which costs half as much again."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    device.send("Emulation.setDeviceMetricsOverride", size)
