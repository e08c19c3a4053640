"""Cut the site's fonts: one WOFF2 per face, with Latin and Vietnamese together.

Web-font packages usually split a face by script, and kerning between the parts is lost: in "Thủy" the pair
"ủy" straddles two files. This script therefore starts from the complete faces, which these npm packages hold:

    npm install @expo-google-fonts/newsreader @expo-google-fonts/be-vietnam-pro
    python tools/fonts.py node_modules/@expo-google-fonts/newsreader \\
        node_modules/@expo-google-fonts/be-vietnam-pro templates/assets/fonts

It needs ``fonttools[woff]``. The packages hold static weights only, so the variable Newsreader (wght 400 to
600) is built from its Regular and SemiBold, whose outlines correspond point by point. The same input always
gives the same bytes. Both families are under the SIL Open Font License; the licence texts are copied too.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterable
from pathlib import Path

from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import build as build_variable

ASCII = range(0x20, 0x7F)
LATIN_1 = range(0xA0, 0x100)
VIETNAMESE_TONES = range(0x1EA0, 0x1EFA)  # Latin Extended Additional, the block made for Vietnamese
VIETNAMESE_LETTERS = "ĂăĐđĨĩŨũƠơƯư"
COMBINING_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
SIGNS = "–—‘’“”„†‡•…‰′″⁄₫€№−≈≠≤≥"

# What Vietnamese and English text and the style sheet use; small capitals, fractions and the like stay out.
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "pnum", "tnum"]


def characters() -> list[int]:
    """Return the code points that every face keeps, in order."""
    letters = "".join((VIETNAMESE_LETTERS, COMBINING_MARKS, SIGNS))
    return sorted({*ASCII, *LATIN_1, *VIETNAMESE_TONES, *map(ord, letters)})


def cut(face: Path, code_points: Iterable[int]) -> TTFont:
    """Return the TrueType *face* with the glyphs for *code_points* only.

    Hinting is dropped: only Windows at low resolution looks at it, and it would nearly double Be Vietnam Pro.
    """
    font = TTFont(face, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, drop_tables=["STAT"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)
    return font


def join_weights(masters: dict[int, TTFont], family: str) -> TTFont:
    """Return one variable font with a wght axis from the lightest to the heaviest of *masters*.

    Keys are CSS weights. Kerning is interpolated like the outlines.
    """
    space = DesignSpaceDocument()
    lightest, heaviest = min(masters), max(masters)
    space.addAxis(
        AxisDescriptor(tag="wght", name="Weight", minimum=lightest, default=lightest, maximum=heaviest)
    )
    for weight, font in masters.items():
        style = str(weight)
        place = {"Weight": weight}
        space.addSource(
            SourceDescriptor(font=font, name=style, familyName=family, styleName=style, location=place)
        )
    variable, _, _ = build_variable(space)
    variable.recalcTimestamp = False
    return variable


def write(font: TTFont, target: Path) -> None:
    """Save *font* as WOFF2 at *target* and print its size."""
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size / 1000:.1f} kB")


def main() -> None:
    """Read the two package folders and the target folder from the command line and write everything."""
    parser = argparse.ArgumentParser(description="Cut the site's fonts from the complete faces.")
    parser.add_argument("newsreader", type=Path, help="folder of the npm package with Newsreader")
    parser.add_argument("be_vietnam_pro", type=Path, help="folder of the npm package with Be Vietnam Pro")
    parser.add_argument("target", type=Path, help="folder to write to")
    paths = parser.parse_args()

    kept = characters()
    serif, sans, target = paths.newsreader, paths.be_vietnam_pro, paths.target
    weights = {
        400: cut(serif / "400Regular" / "Newsreader_400Regular.ttf", kept),
        600: cut(serif / "600SemiBold" / "Newsreader_600SemiBold.ttf", kept),
    }
    regular = cut(sans / "400Regular" / "BeVietnamPro_400Regular.ttf", kept)
    semibold = cut(sans / "600SemiBold" / "BeVietnamPro_600SemiBold.ttf", kept)
    write(join_weights(weights, "Newsreader"), target / "newsreader.woff2")
    write(regular, target / "be-vietnam-pro-400.woff2")
    write(semibold, target / "be-vietnam-pro-600.woff2")
    shutil.copyfile(serif / "LICENSE_FONT", target / "OFL-Newsreader.txt")
    shutil.copyfile(sans / "LICENSE_FONT", target / "OFL-BeVietnamPro.txt")


if __name__ == "__main__":
    main()
