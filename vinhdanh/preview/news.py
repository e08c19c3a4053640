"""What browsers are told when something was built: one message for each page that somebody looks at. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from vinhdanh.base.problems import Problem, Severity
from vinhdanh.content import file_messages, reference_messages
from vinhdanh.render import messages

MOST_PROBLEMS = 50
"""Problems that a browser is sent; the rest are counted."""

_OFTEN_FOLLOWS = frozenset(
    message.code
    for message in (
        file_messages.TWIN_WITHOUT_ORIGINAL,
        reference_messages.BROKEN_ANCHOR,
        reference_messages.BROKEN_LINK,
        reference_messages.DANGLING,
    )
)
"""What is often wrong only because of another problem: all who name a record miss it where its own file went wrong."""

_PICTURES = (".svg", ".jpg", ".png", ".webp", ".avif")


class News(NamedTuple):
    """What a build changed. `paths` are those of outputs; `problems` is None before anything is known of them."""

    paths: frozenset[str]
    problems: tuple[Problem, ...] | None
    is_last: bool = True
    """Whether the build is over."""


def message(news: News, path: str, prefix: str, build: str) -> dict[str, Any]:
    """The news for a browser that looks at the output at `path`; `prefix` is that of the site, `build` its number.

    `whole`: the build is over. `page`: it has changed. `scripts`: so have scripts, which only a reload replaces. `css`,
    `pictures`: the addresses of those that have. `problems`: the first of what is wrong; `counts`: of how much.
    """
    changed = sorted(each for each in news.paths if not each.endswith(".html"))
    found: dict[str, Any] = {
        "build": build,
        "whole": news.is_last,
        "page": path in news.paths,
        "scripts": any(each.endswith((".js", ".mjs")) for each in changed),
        "css": [f"{prefix}{each}" for each in changed if each.endswith(".css")],
        "pictures": [f"{prefix}{each}" for each in changed if each.endswith(_PICTURES)][:MOST_PROBLEMS],
    }
    if news.problems is not None:
        errors = sum(problem.severity is Severity.ERROR for problem in news.problems)
        found["problems"] = as_plain(news.problems)
        found["counts"] = {"errors": errors, "warnings": len(news.problems) - errors}
    return found


def by_cause(problems: Iterable[Problem]) -> list[Problem]:
    """Errors first, and among them first what may be the cause of the others; a line of a template only once, whatever
    number of pages fail because of it.
    """
    once: dict[object, Problem] = {}
    for each in problems:
        once.setdefault(
            (each.code, each.location) if each.code == messages.TEMPLATE_ERROR.code else each, each
        )
    return sorted(
        once.values(),
        key=lambda each: (each.severity is not Severity.ERROR, each.code in _OFTEN_FOLLOWS),
    )


def as_plain(problems: Sequence[Problem]) -> dict[str, Any]:
    """Problems as a browser shows them: in both languages, with the line that they lie on."""
    ordered = by_cause(problems)
    shown = [_plain(problem) for problem in ordered[:MOST_PROBLEMS]]
    return {"shown": shown, "more": len(problems) - len(shown)}


def _plain(problem: Problem) -> dict[str, Any]:
    place = problem.location
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "excerpt": place.excerpt if place else "",
        "text": problem.text,
        "fix": problem.fix,
    }


def output_path(url: str, prefix: str) -> str | None:
    """The path of the output at an address from the root of the host; None for what is not of the site."""
    if not url.startswith(prefix):
        return None
    path = url.removeprefix(prefix)
    return f"{path}index.html" if path.endswith("/") or not path else path
