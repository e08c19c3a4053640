"""What of the model is public data: an allow-list. A field that is not named here never comes out.

Each name is a field that pages show. A new field of the model comes out only when it is put here; a test holds every
field to one of the two tables, so that nobody forgets to decide. Bodies are no data: they stand on the pages.
"""

from __future__ import annotations

from collections.abc import Mapping

from vinhdanh.content.model.events import Participation, Speaker
from vinhdanh.content.model.initiatives import Adoption, Authorship, Recognition, Replication
from vinhdanh.content.model.pages import Feature
from vinhdanh.content.model.people import Affiliation, Member, Mentoring
from vinhdanh.content.model.programmes import Edition, FormerName, Milestone, Phase, StartClaim
from vinhdanh.content.model.values import (
    Basis,
    Differing,
    FigureLine,
    Honour,
    LabelledFact,
    Quote,
    Statement,
    Target,
)


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_LAST = _names("unverified sources published")

PUBLIC: Mapping[str, tuple[str, ...]] = {
    "person": _names(
        "name summary job_title affiliations place place_inferred sector honours quotes mentoring facts differing basis"
    )
    + _LAST,
    "collective": _names("name summary form members organisation place sector honours quotes basis") + _LAST,
    "initiative": _names(
        "title summary solution_kind field authors organisation sector place programmes first_applied applied_at "
        "problem problem_inferred solution method novelty figures results recognitions replication adoptions rights"
    )
    + _LAST,
    "story": _names("title summary date author photographer features theme") + _LAST,
    "event": _names(
        "title summary form motto date day_part place venue organisers programme previous themes agenda "
        "participations key_points figures"
    )
    + _LAST,
    "experience": _names(
        "title summary setting event occasion date speakers theme initiative situation action result advice spread "
        "points quote"
    )
    + _LAST,
    "organisation": _names(
        "name summary short_name form parent place place_inferred sector former_names rewards supports"
    )
    + _LAST,
    "programme": _names(
        "title summary short_name organiser start end start_claims target phases milestones figures results"
    )
    + _LAST,
    "award": _names("name summary form conferred_by level cycle since criteria editions") + _LAST,
    "theme": _names("title summary short_title order event") + _LAST,
    "source": _names("title described publisher url date date_inferred form note"),
    "place": _names("name form predecessors"),
    "sector": _names("name name_en"),
}
"""Fields by kind, in the order of the columns. Pages are prose and no data."""

NOT_PUBLIC: Mapping[str, tuple[str, ...]] = {
    "*": _names("image pictures tags draft publish_on aliases confirmed"),
    "person": _names("name_parts address_form gender worker_kind life"),
    "source": _names("summary unverified sources published"),
    "place": _names("summary unverified sources published also tile"),
    "sector": _names("summary unverified sources published motif hue"),
}
"""Fields that no page shows as they are, by kind; `*` is every kind."""

PUBLIC_GROUPS: Mapping[type, tuple[str, ...]] = {
    Adoption: _names("unit date note adapted result unverified sources"),
    Affiliation: _names("organisation role since until"),
    Authorship: _names("who role share"),
    Basis: _names("kind"),
    Differing: _names("label figures note"),
    Edition: _names("year name text sources"),
    Feature: _names("who role"),
    FigureLine: _names("value label period since until scope as_of said_by note unverified sources"),
    FormerName: _names("name since until"),
    Honour: _names("award year edition date level initiatives state note unverified sources"),
    LabelledFact: _names("label text sources"),
    Member: _names("who"),
    Mentoring: _names("people note sources"),
    Milestone: _names("date count text conflict unverified sources"),
    Participation: _names("who role title sources"),
    Phase: _names("name since until target sources"),
    Quote: _names("text occasion date sources"),
    Recognition: _names("body level decision date note sources"),
    Replication: _names("conditions cost steps safety sources"),
    Speaker: _names("who title"),
    StartClaim: _names("date text sources"),
    Statement: _names("text sources"),
    Target: _names("count by sources"),
}
"""Fields by group."""

NOT_PUBLIC_GROUPS: Mapping[type, tuple[str, ...]] = {
    Basis: _names("sources record expires withdrawn"),
    Honour: _names("citation decision organisation"),
    Member: _names("role"),
}
"""Fields of groups that no page shows: first of all what proves that somebody may be published."""
