"""The QR code of a page, which leads from paper back to it: a drawing after ISO/IEC 18004."""

from __future__ import annotations

import io

import segno

CORRECTION = "m"
"""What can be read although 15 % of it is lost: paper gets folded and stained."""

MASK = 3
"""The one mask of all codes. Trying all eight for the evenest takes five times as long, and every reader is told in the
code itself which mask it has."""

QUIET = 4
"""Modules of white around the code, as the standard asks for."""


def qr_svg(url: str) -> str:
    """The code of an address as SVG, black on white whatever the colours of the page."""
    code = segno.make_qr(url, error=CORRECTION, mask=MASK, boost_error=False)
    out = io.BytesIO()
    code.save(
        out,
        kind="svg",
        border=QUIET,
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return out.getvalue().decode()
