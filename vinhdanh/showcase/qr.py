"""The QR code of a page, which leads from paper back to it: a drawing after ISO/IEC 18004."""

from __future__ import annotations

import re
from typing import Any

import zxingcpp

CORRECTION = "M"
"""What can be read although 15 % of it is lost: paper gets folded and stained."""

MASK = 3
"""The one mask of all codes. Trying all eight for the evenest takes six times as long, and every reader is told in the
code itself which mask it has."""

QUIET = 4
"""Modules of white around the code, as the standard asks for."""

_EDGE = b"\xff"
_DARK = re.compile(b"\0+")


def qr_svg(url: str) -> str:
    """The code of an address as SVG, black on white whatever the colours of the page.

    Each run of dark modules in a row is one line. Raises ValueError when the address is too long for any code.
    """
    code = zxingcpp.create_barcode(
        url, zxingcpp.BarcodeFormat.QRCode, ec_level=CORRECTION, dataMask=str(MASK)
    )
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    modules = memoryview(image).tobytes()
    side = round(len(modules) ** 0.5)
    rows = _EDGE.join(modules[start : start + side] for start in range(0, len(modules), side))
    lines, x, y = [], 0, 0
    for run in _DARK.finditer(rows):
        row, column = divmod(run.start(), side + len(_EDGE))
        length = run.end() - run.start()
        lines.append(f"m{column - x} {row - y}h{length}")
        x, y = column + length, row
    whole = side + 2 * QUIET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}">'
        f'<path fill="#fff" d="M0 0h{whole}v{whole}h-{whole}z"/>'
        f'<path stroke="#000" d="M{QUIET} {QUIET}.5{"".join(lines)}"/></svg>\n'
    )
