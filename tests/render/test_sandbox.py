"""A showcase from a stranger: its templates lay out what they are given, and get at nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import showcases
from tests.showcases import TODAY
from tests.tools import ROOT
from vinhdanh import cli
from vinhdanh.render.errors import TemplateError
from vinhdanh.render.pipeline import Options, build
from vinhdanh.render.previewing import Workshop
from vinhdanh.render.templates import Templates

ATTACKS = {
    "the class of a text": "{{ ''.__class__.__mro__ }}",
    "all classes of the process": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "by a filter": "{{ ''|attr('__class__')|attr('__mro__') }}",
    "by an index": "{{ ''['__class__']['__mro__'] }}",
    "by the form of a text": "{{ '{0.__class__.__mro__}'.format('') }}",
    "by the form of a text, handed on": "{% set f = '{0.__class__.__mro__}'.format %}{{ f('') }}",
    "by a mapping form": "{{ '{x.__class__.__mro__}'.format_map({'x': ''}) }}",
    "by the form of a text in a fragment": "{{ ''|once('{0.__class__}'.format, t) }}",
    "by a filter over a list": "{{ [page]|map(attribute='__class__')|join }}",
    "the globals of a macro": "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "the globals of the one function": "{{ namespace.__init__.__globals__ }}",
    "the environment of a template": "{{ self._TemplateReference__context.environment }}",
    "the loader": "{{ self.__init__.__globals__['__builtins__'] }}",
    "a part that others use too": "{% set _ = many.append('x') %}{{ many }}",
    "the words of the interface": "{{ t.update({'home': 'x'}) }}",
    "the system": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "a file above the folder": "{% include '../../etc/passwd' %}",
    "a file by its whole path": "{% include '/etc/passwd' %}",
    "a file of Windows": "{% include '..\\\\..\\\\win.ini' %}",
    "a file that is named by content": "{% include page %}",
}


def rendered(source: str) -> str:
    """The page that a build would make of a stranger's template."""
    templates = Templates({"a.html": f"<p>\n{source}"}, sandboxed=True)
    templates.closure("a.html")
    return templates.render("a.html", {"page": "x", "many": ["y"], "t": {"home": "y"}}, "/a/")


@pytest.mark.parametrize("source", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_stranger_s_template_gets_at_nothing(source: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(source)
    place = caught.value.problem.location
    assert place
    assert place[:2] == ("templates/a.html", 2)


def test_one_s_own_templates_are_trusted() -> None:
    """Else the attacks above would prove nothing."""
    assert "class &#39;object&#39;" in Templates({"a.html": "{{ ''.__class__.__mro__ }}"}).render(
        "a.html", {}, "/"
    )


def test_the_project_s_own_templates_need_nothing_more_and_make_the_same_pages(tmp_path: Path) -> None:
    showcase = showcases.make(tmp_path)
    own, guarded = tmp_path / "site", tmp_path / "guarded"
    assert build(Options(showcase.root, own, TODAY)).published
    assert build(Options(showcase.root, guarded, TODAY, sandboxed=True)).published
    assert showcases.tree(own) == showcases.tree(guarded)


def test_pages_that_were_made_out_of_the_sandbox_do_not_stand_for_those_within(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase = showcases.make(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    page = tmp_path / "templates" / "404.html"
    page.write_text(page.read_text("utf-8").replace("main %}", "main %}{{ ''.__class__.__name__ }}"), "utf-8")
    assert showcase.build().published
    code = cli.main(["build", "--sandbox", "--root", str(tmp_path)])
    assert code == 3
    assert "404.html" in capsys.readouterr().out
    found = Workshop(showcase.root, "thử", sandboxed=True).preview(TODAY)
    assert [fault.code for fault in found.outcome.faults] == ["template-error"]
