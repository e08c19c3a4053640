"""Which pages have a QR code for paper, and that it says the address of just that page."""

from __future__ import annotations

from pathlib import Path

from tests import showcases
from tests.showcase.plans import planned
from vinhdanh.showcase.frame import PRINTED


def test_every_page_that_people_print_has_its_code(tmp_path: Path) -> None:
    plan = planned(tmp_path, {})

    for path, output in plan.items():
        paper = (
            output.parts["page"].paper
            if output.maker.startswith("template:") and "page" in output.parts
            else None
        )
        if paper:
            code = plan[paper.qr.removeprefix("/")]
            assert code.parts["url"] == paper.address == output.parts["page"].canonical, path


def test_the_codes_are_those_of_the_kinds_that_people_print(tmp_path: Path) -> None:
    plan = planned(tmp_path, {})
    codes = {path for path in plan if path.startswith("qr/")}

    assert {
        "qr/people/son.svg",
        "qr/people/hoa.svg",
        "qr/en/people/hoa.svg",
        "qr/stories/hai-nguoi.svg",
    } <= codes
    assert "qr/en/people/son.svg" not in codes
    assert {path.split("/")[-2] for path in codes} == {
        "people",
        "initiatives",
        "stories",
        "events",
        "experiences",
    }
    assert len(PRINTED) == 6


def test_a_site_that_does_not_know_its_address_has_none(tmp_path: Path) -> None:
    settings = showcases.FILES["site.yaml"].replace("base_url: https://thu.example\n", "")
    plan = planned(tmp_path, {"site.yaml": settings})

    assert not [path for path in plan if path.startswith("qr/")]
    assert plan["nguoi/son/index.html"].parts["page"].paper is None
