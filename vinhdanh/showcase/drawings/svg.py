"""Assembling: the parts of a drawing become a file that stands alone in an ``<img>``.

Such a file sees neither the page's custom properties nor its fonts and loads nothing, so its style sheet
carries the colours of both schemes, and a letter is an outline.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from vinhdanh.showcase.drawings import palette
from vinhdanh.showcase.drawings.monogram import Letter
from vinhdanh.showcase.drawings.palette import Hue, Shade
from vinhdanh.showcase.drawings.sheet import Layer, Measure, Sheet, number

_RULES: Final[Mapping[Layer, str]] = {
    Layer.INK: "stroke:var(--i)",
    Layer.STRONG: "stroke:var(--o)",
    Layer.FINE: "stroke:var(--l)",
    Layer.FAINT: "stroke:var(--r)",
    Layer.ACCENT: "stroke:var(--a);stroke-width:{accent}",
    Layer.HUE: "stroke:var(--a)",
    Layer.CHAIN: "stroke:var(--l);stroke-dasharray:{dashes}",
    Layer.SOLID: "fill:var(--g);stroke:var(--o)",
    Layer.SOLID_ACCENT: "fill:var(--g);stroke:var(--a);stroke-width:{accent}",
    Layer.WASHED: "fill:var(--t);stroke:var(--o)",
    Layer.TINTED: "fill:var(--t);stroke:var(--a);stroke-width:{accent}",
    Layer.BLANK: "fill:var(--g);stroke:none",
    Layer.WASH: "fill:var(--a);fill-opacity:.14;stroke:none",
    Layer.GROUND: "stroke:var(--g)",
}
"""The style of each layer, in the roles below."""

_PLAIN: Final = {
    "g": palette.GROUND,
    "o": palette.INK,
    "i": palette.SOFT_INK,
    "l": palette.LINE,
    "r": palette.RULE,
}
_BEHIND: Final = _PLAIN | {"o": palette.SOFT_INK, "i": palette.LINE, "l": palette.RULE, "k": palette.INK}
"""Behind a letter (outlined in ``k``) every line but the accent steps back by one shade."""


def assemble(sheet: Sheet, hue: Hue, letter: Letter | None) -> str:
    """The SVG file: style, ground, motif and, if there is one, the letter engraved in it."""
    parts = sheet.parts()
    layers = {layer for part in parts for layer in part.layers}
    rules = "".join(f".{layer}{{{_rule(layer, sheet.measure)}}}" for layer in Layer if layer in layers)
    body = "".join(part.markup for part in parts)
    if sheet.turn:
        turn = " ".join(map(number, (sheet.turn, *sheet.centre)))
        body = f'<g transform="rotate({turn})">{body}</g>'
    roles = _PLAIN
    if letter:
        roles, rules, body = _BEHIND, rules + _letter_rules(sheet), _engraved(body, letter, sheet)
    width, height = sheet.measure.width, sheet.measure.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {sheet.width} {sheet.height}"><style>{_style(rules, roles, hue, sheet.line)}</style>'
        f'<path class="g" d="M0 0h{sheet.width}v{sheet.height}h-{sheet.width}z"/>{body}</svg>\n'
    )


@cache
def _rule(layer: Layer, measure: Measure) -> str:
    """A layer's style, with the widths of the size filled in."""
    line = measure.line * measure.units
    dashes = " ".join(number(line * share) for share in (10, 2.5, 2.5, 2.5))
    return _RULES[layer].format(accent=number(measure.accent * measure.units), dashes=dashes)


def _style(rules: str, roles: Mapping[str, Shade], hue: Hue, line: float) -> str:
    """The style sheet: the colours that the rules use, by day and by night, then the rules."""
    rules = f".g{{fill:var(--g)}}{rules}"
    shades = {**roles, "a": palette.HUES[hue], "t": palette.tint(hue)}
    used = {role: shade for role, shade in shades.items() if f"var(--{role})" in rules}
    light, dark = (
        ";".join(f"--{role}:#{getattr(shade, scheme)}" for role, shade in used.items())
        for scheme in ("light", "dark")
    )
    return (
        f"svg{{{light};fill:none;stroke-width:{number(line)};stroke-linejoin:round}}"
        f"@media(prefers-color-scheme:dark){{svg{{{dark}}}}}{rules}"
    )


def _letter_rules(sheet: Sheet) -> str:
    """The styles of a letter: halo and ground (h), inlay (m), the ruling of the inlay (n), outline (k)."""
    line = sheet.line
    return (
        ".h{fill:var(--t);stroke:var(--g)}"
        ".m{--g:var(--t);--o:var(--a);--i:var(--a);--l:var(--a);--r:var(--a);"
        f"stroke-width:{number(line * 1.4)}}}"
        f".n{{stroke:var(--a);stroke-opacity:.55;stroke-width:{sheet.width};"
        f"stroke-dasharray:{number(line * 0.9)} {number(line * 2.5)}}}"
        ".k{stroke:var(--k)}"
    )


def _engraved(body: str, letter: Letter, sheet: Sheet) -> str:
    """The motif twice: thin outside the letter, in the accent and ruled inside it, between them a halo.

    Stroke widths are divided by the letter's scale, because its outline is scaled with them.
    """
    halo, outline = (number(sheet.line * lines / letter.scale) for lines in (9, 1.5))
    return (
        f'<defs><path id="m" transform="{letter.transform}" d="{letter.path}"/>'
        f'<clipPath id="c"><use href="#m"/></clipPath></defs><g id="d">{body}</g>'
        f'<use href="#m" class="h" stroke-width="{halo}"/>'
        f'<g clip-path="url(#c)"><use href="#d" class="m"/>'
        f'<path class="n" d="M{sheet.width // 2} 0v{sheet.height}"/></g>'
        f'<use href="#m" class="k" stroke-width="{outline}"/>'
    )
