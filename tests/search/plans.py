"""The index of a showcase, without rendering anything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests import showcases
from tests.tools import ROOT
from vinhdanh.base.memory import Memory
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.loading import Loader
from vinhdanh.render.templates import read_strings
from vinhdanh.showcase import search
from vinhdanh.showcase.addresses import addresses_of
from vinhdanh.showcase.presenter import Presenter
from vinhdanh.showcase.relations import Relations
from vinhdanh.showcase.wording import Lang

LANGUAGES: tuple[Lang, ...] = ("vi", "en")


def catalogue_of(folder: Path, files: Mapping[str, str]) -> Catalogue:
    """The catalogue of a showcase of just these files, written below `folder`."""
    showcases.make(folder, files)
    return Loader(folder / "content", Memory(None), b"").load(showcases.TODAY).catalogue


def shows_of(catalogue: Catalogue) -> Mapping[str, Presenter]:
    """The presenters of a catalogue, the Vietnamese first."""
    relations, addresses = Relations(catalogue), addresses_of(catalogue.site.base_url)
    words = {lang: ROOT / "templates" / "strings" / f"{lang}.yaml" for lang in LANGUAGES}
    return {
        lang: Presenter(
            catalogue, relations, read_strings(lang, words[lang].read_text("utf-8")), addresses, lang
        )
        for lang in LANGUAGES
    }


def index_of(folder: Path, files: Mapping[str, str]) -> Mapping[str, str]:
    """The shards of a showcase of just these files, by their paths without an ending."""
    return dict(search.files(shows_of(catalogue_of(folder, files))))
