"""Outputs that are dear to make: each is made once, kept by the digest of all that decides it, and made in processes.

What decides their bytes is narrower than the engine: the code that makes pictures, Pillow, and Python. So a change
elsewhere in the engine makes none of them anew. Pillow's packages bring their own libraries for JPEG, WebP, AVIF,
colours and letters; where a system links Pillow to its own, their versions are in the keys of the store too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path

from vinhdanh import bootstrap
from vinhdanh.base import digest, disk
from vinhdanh.render.imaging import jobs
from vinhdanh.render.spreading import Job, OpenPool, done
from vinhdanh.showcase.pictures import MAKER as PICTURE
from vinhdanh.showcase.spec import CARD, CARD_FONTS, Output

MAKERS = frozenset({PICTURE, CARD})
"""The makers whose outputs are kept."""

BATCH = 8
"""Cards of one job."""

CARD_SECONDS = 0.12
"""About how long a card takes on one core."""

STORE = "derived"
"""The folder below the memory's in which they are kept."""

_ENGINE = Path(__file__).resolve().parent.parent
_CODE = ("render/imaging", "showcase/drawings")
"""Folders below the engine that decide the bytes of a picture, beside `content/pictures`, which opens them."""


def fonts_of(assets: Mapping[str, bytes], names: Mapping[str, str]) -> Mapping[str, bytes]:
    """The fonts of the cards among the assets of a theme; `names` are their paths by short name."""
    return {name: assets[names[name]] for name in CARD_FONTS if name in names}


def recipe(fonts: Mapping[str, bytes]) -> bytes:
    """What decides a picture besides its parts: the code that makes it, the fonts, Pillow, Python."""
    code = [disk.code_digest(_ENGINE / folder).hex() for folder in _CODE]
    opening = digest.of_bytes(disk.read(_ENGINE / "content" / "pictures.py")).hex()
    versions = bootstrap.installed(sys.path)
    libraries = [versions.get(name) for name in ("pillow", "pi-heif")]
    letters = [digest.of_bytes(font).hex() for font in fonts.values()]
    return digest.of_plain([code, opening, letters, libraries, sys.version])


class Derivation:
    """Makes the dear outputs of a plan."""

    def __init__(
        self,
        store: disk.Store,
        media: Path,
        fonts: Mapping[str, bytes],
        recipe: bytes,
        open_pool: OpenPool,
    ) -> None:
        """`store` keeps what was made; `media` is the folder of the originals; `fonts` are those of the cards."""
        from vinhdanh.render.imaging import photographs  # noqa: PLC0415 - most builds make no picture

        self._store = store
        self._media = media
        self._fonts = fonts
        self._key = digest.of_plain([recipe.hex(), photographs.libraries()]).hex()
        self._open_pool = open_pool

    def make(self, wanted: Sequence[Output], planned: Iterable[Output]) -> Iterator[tuple[Output, bytes]]:
        """The bytes of every wanted output, in any order; of `planned` ones alone the store keeps anything.

        Raises TemplateError and DiskError.
        """
        missing = []
        for output in wanted:
            kept = self._store.get(self._key_of(output))
            if kept is None:
                missing.append(output)
            else:
                yield output, kept
        work = [*self._developing(missing), *self._carding(missing)]
        pool = self._open_pool(sum(job.seconds for job in work)) if len(work) > 1 else None
        for job, files in done(work, pool):
            for output, data in zip(job.things, files, strict=True):
                self._store.put(self._key_of(output), data)
                yield output, data
        if missing:
            self.keep_only(planned)

    def keep_only(self, planned: Iterable[Output]) -> None:
        """Forget everything in the store that is not planned."""
        self._store.keep_only({self._key_of(each) for each in planned if each.maker in MAKERS})

    def _key_of(self, output: Output) -> str:
        return digest.of_plain([self._key, output.maker, output.parts]).hex()

    def _developing(self, outputs: Iterable[Output]) -> list[Job[Output, bytes]]:
        """One job for all files of a photograph, which is then opened once."""
        found = []
        pictures = (output for output in outputs if output.maker == PICTURE)
        by_source = sorted(pictures, key=lambda output: str(output.parts["picture"]["source"]))
        for source, group in groupby(by_source, key=lambda output: str(output.parts["picture"]["source"])):
            together = tuple(group)
            whats = [output.parts["picture"] for output in together]
            targets = [(what["box"], what["size"], what["format"]) for what in whats]
            arguments = (self._media, source, whats[0]["digest"], targets)
            found.append(Job(together, jobs.develop, arguments, 0.3 + 0.05 * len(targets)))
        return found

    def _carding(self, outputs: Iterable[Output]) -> Iterator[Job[Output, bytes]]:
        """Jobs of several cards, which are then set with fonts that were opened once."""
        waiting = (output for output in outputs if output.maker == CARD)
        while batch := tuple(islice(waiting, BATCH)):
            whats = [output.parts["card"] for output in batch]
            yield Job(batch, jobs.cards, (self._media, whats, self._fonts), CARD_SECONDS * len(batch))
