"""The files of other projects that this one carries are those that were published."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import tools
from tests.tools import ROOT
from tests.vendored import CARRIED, carried

pytestmark = pytest.mark.needs("sveltia")


def package() -> Path:
    found = tools.sveltia()
    assert found
    return found


def test_the_files_of_the_cms_are_those_of_its_package_but_for_what_we_say() -> None:
    folder = ROOT / CARRIED
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == carried(package())


def test_another_package_is_seen(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    script = (package() / "dist/sveltia-cms.js").read_text(encoding="utf-8")
    (tmp_path / "dist/sveltia-cms.js").write_text(
        script.replace("noto-mono@", "noto-other@"), encoding="utf-8"
    )
    with pytest.raises(ValueError, match="noto-other"):
        carried(tmp_path)


def test_it_asks_no_other_host_for_typefaces() -> None:
    script = (ROOT / CARRIED / "sveltia-cms.js").read_text(encoding="utf-8")
    assert "jsdelivr" not in script
