"""The files of Sveltia CMS that this project carries, made of the package as it is published.

`python3 -m tests.vendored FOLDER` writes them anew, FOLDER being the unpacked package; a test compares them with the
package that the test tools install. Changed is where the program looks for typefaces, which is on this machine, and one
expression that fails when a record has no English version.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.tools import ROOT

CARRIED = "vinhdanh/preview/client/sveltia"

SYMBOLS = "material-symbols-outlined"

_ELSEWHERE = re.compile(
    r"src:url\(https://cdn\.jsdelivr\.net/fontsource/fonts/([\w-]+)[@:][^)]+\)\s+format\('[\w-]+'\)"
)


_SLIP = (",s=k(()=>Object.values(R(l)[t]).some(", ",s=k(()=>Object.values(R(l)[t]??{}).some(")
"""Of a language that is switched off nothing is known, so that there is nothing to list either."""


def carried(package: Path) -> Mapping[str, bytes]:
    """Every file by its name in `CARRIED`. Raises ValueError when the package is another than we know."""
    script = (package / "dist/sveltia-cms.js").read_text(encoding="utf-8")
    found = [match[1] for match in _ELSEWHERE.finditer(script)]
    if sorted(found) != [SYMBOLS, "noto-mono", "source-sans-3"]:
        raise ValueError(f"typefaces are asked for otherwise than we know: {found}")
    if script.count(_SLIP[0]) != 1:
        raise ValueError("the slip is mended, or stands elsewhere")
    (symbols,) = package.glob(f"npm/assets/{SYMBOLS}-*.woff2")
    return {
        "sveltia-cms.js": _ELSEWHERE.sub(_here, script).replace(*_SLIP).encode(),
        "vi.json": (package / "locales/vi.json").read_bytes(),
        f"{SYMBOLS}.woff2": symbols.read_bytes(),
        "LICENSE.txt": (package / "LICENSE.txt").read_bytes(),
        f"LICENSE-{SYMBOLS}.txt": (package / f"npm/assets/{SYMBOLS}.LICENSE.txt").read_bytes(),
    }


def _here(found: re.Match[str]) -> str:
    """The symbols from our own folder; of the two others, whose letters lack Vietnamese, what the system has."""
    name = found[1]
    return f"src:url(/_preview/sveltia/{name}.woff2)" if name == SYMBOLS else f"src:local('{name}')"


if __name__ == "__main__":
    for name, data in carried(Path(sys.argv[1])).items():
        target = ROOT / CARRIED / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
