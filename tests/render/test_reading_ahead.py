"""What other processes understand of files is what this one understands of them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import TODAY, Showcase, person
from vinhdanh.base.memory import Memory
from vinhdanh.content import recollection
from vinhdanh.content.loading import Loaded, Loader
from vinhdanh.content.reader import Extras
from vinhdanh.render import reading_ahead
from vinhdanh.render.engine import own_digest
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.reading_ahead import ahead

WRONG = {
    "people/hong.md": "---\nname: Lê: Hồng\n---\n",
    "people/dom.md": person("Đặng Văn Đốm", body="Xem [kia](people/khong-co.md).[@khong-co]"),
    "people/song-sinh.en.md": "---\nsummary: Nobody.\n---\n",
    "collectives.yaml": "- id: to-mot\n  name: Tổ Một\n- name: không mã\n",
    "site.yaml": "name: Trang thử\nbase_url: https://thu.example\nlanguages: [vi, en]\n"
    "extra_fields:\n  - {kind: person, key: bac_tho, label: {vi: Bậc thợ, en: Grade}}\n",
}


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang", {**showcases.FILES, **WRONG})


def loaded(showcase: Showcase, memory: Memory, executor: Executor | None) -> Loaded:
    """What a load finds with an executor, or without any."""
    helped = ahead(own_digest(), lambda seconds: executor)
    return Loader(showcase.root / "content", memory, b"e", ahead=helped).load(TODAY)


def said(found: Loaded) -> list[str]:
    """Every record with its state, and what its bodies say."""
    catalogue = found.catalogue
    return [
        repr((record, catalogue.state(record.key), catalogue.prose(catalogue.body(record))))
        for record in catalogue.known()
    ]


def all_of(memory: Memory) -> Iterator[tuple[str, str]]:
    return iter(sorted(memory.texts()))


@pytest.mark.parametrize(
    "executor",
    [lambda: ThreadPoolExecutor(3), lambda: ProcessPoolExecutor(2, get_context("spawn"))],
    ids=["threads", "processes"],
)
def test_others_understand_the_same(showcase: Showcase, executor: type[Executor]) -> None:
    alone, helped = Memory(None), Memory(None)
    expected, found = loaded(showcase, alone, None), loaded(showcase, helped, executor())
    assert found.problems == expected.problems
    assert len(found.problems) >= 4
    assert found.notices == expected.notices
    assert said(found) == said(expected)
    assert list(all_of(helped)) == list(all_of(alone))


def test_what_is_remembered_is_not_sent_away(showcase: Showcase, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, sent = Memory(None), []
    really = reading_ahead.understand_all

    def counted(engine: bytes, files: tuple[tuple[str, bytes], ...], extras: Extras) -> object:
        sent.extend(path for path, _ in files)
        return really(engine, files, extras)

    monkeypatch.setattr(reading_ahead, "understand_all", counted)
    loaded(showcase, memory, ThreadPoolExecutor(2))
    assert "people/son.md" in sent
    assert not any(path.startswith("site.") for path in sent)
    sent.clear()
    showcase.replace("people/son.md", "Một người thợ.", "Một người thợ khéo.")
    loaded(showcase, memory, ThreadPoolExecutor(2))
    assert sent == ["people/son.md"]


def test_the_memory_gets_what_was_understood_by_and_by(
    showcase: Showcase, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, memory = Memory(None), Memory(None)
    loaded(showcase, expected, ThreadPoolExecutor(2))
    monkeypatch.setattr(recollection, "MANY", 3)
    loaded(showcase, memory, ThreadPoolExecutor(2))
    assert list(all_of(memory)) == list(all_of(expected))


def test_another_engine_is_refused(showcase: Showcase) -> None:
    helped = ahead(b"another", lambda seconds: ThreadPoolExecutor(1))
    with pytest.raises(TemplateError) as caught:
        Loader(showcase.root / "content", Memory(None), b"e", ahead=helped).load(TODAY)
    assert caught.value.problem.code == "other-engine"
