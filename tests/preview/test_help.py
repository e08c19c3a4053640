"""What editors' programs know of the content follows what is saved while a preview runs, and is in nobody's way."""

from __future__ import annotations

import json
import queue
from pathlib import Path

import pytest

from tests import showcases
from tests.preview.running import PATIENCE_SECONDS, Running, running
from tests.showcases import Showcase
from vinhdanh.base.problems import Problem
from vinhdanh.editing.schema import refresh
from vinhdanh.preview import serving
from vinhdanh.preview.session import Session


@pytest.fixture
def showcase(tmp_path: Path) -> Showcase:
    return showcases.make(tmp_path / "trang")


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> queue.Queue[Problem | None]:
    """What each refreshing of the help has told, which now comes at once."""
    monkeypatch.setattr(serving, "QUIET_SECONDS", 0.0)
    told: queue.Queue[Problem | None] = queue.Queue()
    really = Session.help_editors

    def listened_to(session: Session) -> Problem | None:
        told.put(really(session))
        return told.queue[-1]

    monkeypatch.setattr(Session, "help_editors", listened_to)
    return told


def known_people(preview: Running) -> list[str]:
    ids = json.loads((preview.showcase.root / ".schema/ids.json").read_text(encoding="utf-8"))
    people: list[str] = ids["definitions"]["person"]["enum"]
    return people


def test_a_new_record_is_offered_without_a_build(
    showcase: Showcase, helped: queue.Queue[Problem | None]
) -> None:
    with running(showcase) as preview:
        helped.get(timeout=PATIENCE_SECONDS)
        assert "moi" not in known_people(preview)
        showcase.write("people/moi.md", showcases.person("Người Mới"))
        helped.get(timeout=PATIENCE_SECONDS)
        assert "moi" in known_people(preview)
        showcase.write("people/nua.md", "---\nname: Nửa: chừng\n")
        helped.get(timeout=PATIENCE_SECONDS)
        assert "moi" in known_people(preview)


def test_a_save_that_brings_no_new_id_costs_next_to_nothing(
    showcase: Showcase, helped: queue.Queue[Problem | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    really = refresh.help_files
    monkeypatch.setattr(refresh, "help_files", lambda catalogue: made.append(1) or really(catalogue))
    with running(showcase) as preview:
        helped.get(timeout=PATIENCE_SECONDS)
        showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
        helped.get(timeout=PATIENCE_SECONDS)
        assert len(made) == 1
        showcase.replace(
            "site.yaml", "name:", "extra_fields: [{of: person, key: ma_so, label: Mã số}]\nname:"
        )
        helped.get(timeout=PATIENCE_SECONDS)
        assert "ma_so" in (preview.showcase.root / ".schema/model.json").read_text(encoding="utf-8")


def test_writing_the_help_makes_no_build(showcase: Showcase, helped: queue.Queue[Problem | None]) -> None:
    with running(showcase) as preview:
        helped.get(timeout=PATIENCE_SECONDS)
        showcase.write("people/moi.md", showcases.person("Người Mới"))
        helped.get(timeout=PATIENCE_SECONDS)
        showcase.remove("people/moi.md")
        helped.get(timeout=PATIENCE_SECONDS)
        builds = [line for line in preview.said.getvalue().splitlines() if "→" in line]
    assert [line.split(" → ")[0] for line in builds] == [
        "First build",
        "content/people/moi.md",
        "content/people/moi.md",
    ]


def test_help_that_cannot_be_written_is_told_once(
    showcase: Showcase, helped: queue.Queue[Problem | None]
) -> None:
    blocked = showcase.root / ".schema"
    blocked.write_text("một tệp, không phải thư mục", encoding="utf-8")
    with running(showcase) as preview:
        problem = helped.get(timeout=PATIENCE_SECONDS)
        assert problem
        assert problem.code == "no-help"
        assert ".schema" in problem.message()
        showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
        assert helped.get(timeout=PATIENCE_SECONDS) is None
        assert "giỏi" in preview.page()
        blocked.unlink()
        showcase.write("people/moi.md", showcases.person("Người Mới"))
        assert helped.get(timeout=PATIENCE_SECONDS) is None
        assert "moi" in known_people(preview)
    assert preview.said.getvalue().count("help while typing") == 1


def test_a_fault_of_our_own_in_the_help_ends_nothing(
    showcase: Showcase, helped: queue.Queue[Problem | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*given: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(refresh, "help_files", fails)
    with running(showcase) as preview:
        problem = helped.get(timeout=PATIENCE_SECONDS)
        assert problem
        assert "ZeroDivisionError: division by zero" in problem.message()
        showcase.replace("people/son.md", "Một người thợ.", "Một người thợ giỏi.")
        helped.get(timeout=PATIENCE_SECONDS)
        assert "giỏi" in preview.page()
