"""Texts that name somebody who did not agree to a purpose are found, however they write the name."""

from __future__ import annotations

import unicodedata

import pytest

from tests import showcases
from tests.showcases import TODAY, by_consent, consent, person
from vinhdanh.base.memory import Memory
from vinhdanh.content.catalogue import Catalogue
from vinhdanh.content.loading import Loader
from vinhdanh.showcase.reserve import Reserve


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    showcase = showcases.make(tmp_path_factory.mktemp("trang"))
    showcase.replace("site.yaml", "[public_record]", "[public_record, consent]")
    showcase.write("people/sau.md", by_consent(person("Ngô Thị Sáu"), "sau"))
    showcase.write("people/sau.en.md", "---\nname: Sau T. Ngo\n---\n")
    showcase.write("people/sau-muoi.md", person("Ngô Thị Sáu Mươi"))
    showcase.write("people/na.md", by_consent(person("Na"), "na"))
    showcase.agree("sau", consent("sau", "[web, print]"))
    showcase.agree("na", consent("na", "[web, print, social]"))
    return Loader(showcase.root / "content", Memory(None), b"").load(TODAY).catalogue


TEXTS = {
    "Chị Ngô Thị Sáu làm.": True,
    "chị NGO THI SAU làm": True,
    "https://a.example/ngo-thi-sau-1": True,
    "Ngô <b>Thị</b> Sáu": True,
    "Ng&ocirc; Th&#7883; S&aacute;u": True,
    unicodedata.normalize("NFD", "Ngô Thị Sáu"): True,
    "Sau T. Ngo": True,
    "Chị Na cười.": True,
    "quả na, nan hoa, Nam": False,
    "Ngô Thị Sáu Mươi": False,
    "Ngô Thị Sấu": False,
    "chị Sáu": False,
    "": False,
}


@pytest.mark.parametrize(("text", "told"), TEXTS.items())
def test_a_name_is_found_however_it_is_written(catalogue: Catalogue, text: str, told: bool) -> None:
    assert Reserve(catalogue, "data").tells("Trước.", None, text) is told


def test_each_purpose_has_its_own(catalogue: Catalogue) -> None:
    data, social, paper = (Reserve(catalogue, purpose) for purpose in ("data", "social", "print"))
    sau, na, son = (catalogue.get(("person", id)) for id in ("sau", "na", "son"))
    assert [(each.has(sau), each.has(na), each.has(son), bool(each)) for each in (data, social, paper)] == [
        (True, True, False, True),
        (True, False, False, True),
        (False, False, False, False),
    ]
    assert social.tells("Ngô Thị Sáu")
    assert not social.tells("Chị Na")
    assert not paper.tells("Ngô Thị Sáu")
    assert not data.has(None)
