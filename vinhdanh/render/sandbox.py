"""Templates that somebody else wrote: they lay out what they are given, and reach nothing else of the process."""

from __future__ import annotations

from jinja2.sandbox import ImmutableSandboxedEnvironment


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, as it is: a template reaches no attribute that begins with an underscore, none that leads to
    code, frames or globals, in whatever way it asks (`.x`, `|attr`, `str.format`, `|map(attribute=…)`), and changes
    none of the values that it was given. What raises `SecurityError` is a problem at its line like any other.

    It bounds neither time nor memory, which a loop in a loop can waste: Jinja's own documentation leaves that to limits
    of the operating system. Rendering takes about twice as long, so that the project's own templates do without.
    """
