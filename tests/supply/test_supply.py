"""The lock, the bill of materials and the licences agree with each other and with what is installed."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.supply import audit, licences
from tests.supply.bill import BILL, CARRIED, LICENCES, LOCK, bill, text
from tests.tools import ROOT
from vinhdanh import bootstrap

ENTRY = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<rest>.*\n(?: {4}--hash=sha256:[0-9a-f]{64}.*\n)*)", re.M
)

# -- The lock


def test_the_lock_names_all_that_a_build_needs_in_versions_that_will_do() -> None:
    pins = dict(pin.split("==") for pin in bootstrap.pins(LOCK))
    wanted = dict(re.split(">=|==", each) for each in bootstrap.requirements(ROOT))
    assert {name.lower() for name in wanted} <= pins.keys()
    assert all(numbers(pins[name.lower()]) >= numbers(least) for name, least in wanted.items())


def numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def test_every_package_of_the_lock_has_digests_and_nothing_stands_there_that_is_none() -> None:
    found = {
        match["name"]: match["rest"].count("--hash=") for match in ENTRY.finditer(LOCK.read_text("utf-8"))
    }
    assert found.keys() == {pin.split("==")[0] for pin in bootstrap.pins(LOCK)}
    assert min(found.values()) >= 2
    others = [
        line
        for line in LOCK.read_text("utf-8").splitlines()
        if not re.match(r"[\w.-]+==| {4}(--hash=|# )|# ", line)
    ]
    assert others == []


def test_pins_are_read_without_pip(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(
        "# made\na-b==1.2.3 \\\n    --hash=sha256:00\n    # via c\n"
        "colorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:11\n"
    )
    assert bootstrap.pins(lock) == ("a-b==1.2.3",)
    assert bootstrap.locked(["A_b>=1", "pytest>=8"], lock) == ("a-b==1.2.3", "pytest>=8")


# -- The bill of materials


def test_the_bill_is_that_of_the_lock() -> None:
    assert BILL.read_text(encoding="utf-8") == text(), "run tools/lock.sh"


def test_the_bill_is_valid_cyclonedx_and_a_broken_one_is_seen() -> None:
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(text()) is None
    assert validator.validate_str(json.dumps({**bill(), "components": [{"name": "no type"}]})) is not None


def test_the_bill_tells_what_stands_on_what() -> None:
    needs = {entry["ref"]: entry.get("dependsOn", []) for entry in bill()["dependencies"]}
    direct = {re.split("[>=]", each)[0].lower() for each in bootstrap.requirements(ROOT)}
    assert {ref.split("/")[1].split("@")[0] for ref in needs["vinhdanh"]} == direct
    assert [ref.split("@")[0] for on in needs.values() for ref in on].count("pkg:pypi/markupsafe") == 1


def test_all_that_is_carried_of_others_is_in_the_bill_and_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for _, number, _, path in CARRIED:
        assert (ROOT / path).is_file()
        assert number in notice
        assert Path(path).name in notice or str(Path(path).parent) in notice


# -- Licences


def test_every_installed_package_has_a_licence_that_is_allowed() -> None:
    found = licences.packages()
    assert len(found) > 40
    assert [package for package in found if not package.allowed] == []


def test_the_licences_of_the_bill_are_what_the_packages_say() -> None:
    assert LICENCES.keys() == {pin.split("==")[0] for pin in bootstrap.pins(LOCK)}
    assert {name: licences.licence_of(name) for name in LICENCES} == LICENCES


@pytest.mark.parametrize(
    ("licence", "for_builds", "allowed"),
    [
        ("MIT", True, True),
        ("GPL-3.0-only OR MIT", True, True),
        ("GPL-3.0-only AND MIT", True, False),
        ("(MIT AND PSF-2.0)", True, True),
        ("MPL-2.0", True, False),
        ("MPL-2.0", False, True),
        ("AGPL-3.0-only", False, False),
        ("not said", False, False),
    ],
)
def test_a_licence_that_is_not_allowed_is_seen(licence: str, for_builds: bool, allowed: bool) -> None:
    assert licences.Package("a", version("pytest"), licence, for_builds).allowed is allowed


# -- Known vulnerabilities

SOUND = {"name": "jinja2", "version": "3.1.6", "vulns": []}
BROKEN = {"name": "pillow", "version": "9", "vulns": [{"id": "CVE-2023-50447", "fix_versions": ["10.2.0"]}]}
UNKNOWN = {"name": "nh3", "version": "1", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([SOUND], 0, "pip-audit: 1 of 1 packages asked for, 0 known"),
        ([SOUND, BROKEN], 1, "pillow 9: CVE-2023-50447, mended in 10.2.0"),
        ([UNKNOWN, SOUND], 0, "NOT AUDITED: no service knew of nh3"),
        ([UNKNOWN, BROKEN], 1, "NOT AUDITED: no service knew of nh3"),
    ],
)
def test_what_could_not_be_asked_is_never_called_sound(packages: list[object], code: int, said: str) -> None:
    got = audit.verdict(json.dumps({"dependencies": packages}))
    assert got[0] == code
    assert said in got[1]


@pytest.mark.parametrize("printed", ["", "null", "[]", "no JSON"])
def test_a_service_that_does_not_answer_is_said(printed: str) -> None:
    assert audit.verdict(printed, "WARNING\nConnectionError: no route\n") == (
        0,
        "NOT AUDITED: pip-audit could not ask (ConnectionError: no route)",
    )
