"""Reads the engine's source as syntax trees and tells what breaks the rules of the house."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ENGINE = "vinhdanh"

MODULE_LINES = 350
FUNCTION_LINES = 60
"""Longest allowed; most are far shorter. A module that only holds constants may be of any length."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its name below the engine (`base.disk`; empty for the engine itself) and its tree."""

    name: str
    tree: ast.Module
    is_package: bool = False

    @property
    def room(self) -> str:
        """The package or the lone module directly below the engine that it belongs to: `base`, `cli`."""
        return self.name.split(".", 1)[0]

    @property
    def package(self) -> tuple[str, ...]:
        """The dotted parts of the package that relative imports start from."""
        parts = (ENGINE, *filter(None, self.name.split(".")))
        return parts if self.is_package else parts[:-1]


@dataclass(frozen=True, slots=True)
class Ban:
    """Names that the engine must not use, as they are once imports are resolved, and the modules that may."""

    what: str
    names: frozenset[str]
    allowed: frozenset[str] = frozenset()


def read_modules(folder: Path) -> list[Module]:
    """All modules of the engine that lies in `folder`."""
    modules = []
    for file in sorted(folder.rglob("*.py")):
        parts = file.relative_to(folder).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        modules.append(Module(name, ast.parse(file.read_text(encoding="utf-8")), is_package))
    return modules


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything imported, inside functions too; `from a import b` gives `a.b`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = module.package[: len(module.package) + 1 - node.level] if node.level else ()
            source = ".".join((*start, *filter(None, [node.module])))
            yield from ((node.lineno, f"{source}.{alias.name}") for alias in node.names)


def climbing(modules: Iterable[Module], floors: Mapping[str, int]) -> list[str]:
    """Imports from the same floor's other rooms or from above, and rooms that stand on no floor."""
    found = []
    for module in modules:
        if module.room not in floors:
            found.append(f"{module.name}: stands on no floor")
            continue
        for line, name in imports(module):
            room = name.split(".")[1] if name.startswith(f"{ENGINE}.") else module.room
            if room != module.room and floors.get(room, -1) >= floors[module.room]:
                found.append(f"{module.name}:{line}: imports {room}")
    return found


def cycles(modules: Sequence[Module]) -> list[str]:
    """Modules that import each other in a ring, one ring for each way back."""
    names = {module.name for module in modules}
    edges = {module.name: sorted(set(_targets(module, names))) for module in modules}
    found: list[str] = []
    done: set[str] = set()

    def follow(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            found.append(" → ".join((*path[path.index(name) :], name)))
        elif name not in done:
            for target in edges[name]:
                follow(target, (*path, name))
            done.add(name)

    for name in edges:
        follow(name, ())
    return found


def _targets(module: Module, names: set[str]) -> Iterator[str]:
    for _, imported in imports(module):
        if imported.startswith(f"{ENGINE}."):
            inner = imported.removeprefix(f"{ENGINE}.")
            target = inner if inner in names else inner.rpartition(".")[0]
            if target in names - {module.name, ""}:
                yield target


def banned(modules: Iterable[Module], bans: Iterable[Ban]) -> list[str]:
    """Uses of banned names, by whatever alias; a ban on a module covers all that is in it."""
    found = []
    for module in modules:
        applying = [ban for ban in bans if module.name not in ban.allowed]
        for line, name in sorted(set(_uses(module))):
            covered_by = {name[:end] for end in (*_dots(name), len(name))}
            broken = (ban for ban in applying if covered_by & ban.names)
            found += [f"{module.name}:{line}: {name} ({ban.what})" for ban in broken]
    return found


def _uses(module: Module) -> Iterator[tuple[int, str]]:
    """Line and full name of every use of an imported or built-in name, and of every method that is called."""
    aliases = _aliases(module)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name | ast.Attribute):
            dotted = _dotted(node)
            if dotted:
                first, _, rest = dotted.partition(".")
                known = aliases.get(first, "" if rest else f"builtins.{first}")
                if known:
                    yield node.lineno, f"{known}.{rest}" if rest else known
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            dotted = _dotted(node.func.value)
            if "pathlib.Path" in aliases.values() and (dotted or "").split(".")[0] not in aliases:
                yield node.lineno, f"pathlib.Path.{node.func.attr}"


def _aliases(module: Module) -> dict[str, str]:
    aliases: dict[str, str] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            aliases |= {alias.asname or alias.name.split(".")[0]: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            aliases |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return aliases


def _dotted(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = _dotted(node.value)
        return inner and f"{inner}.{node.attr}"
    return None


def _dots(name: str) -> Iterator[int]:
    return (index for index, letter in enumerate(name) if letter == ".")


def oversized(modules: Iterable[Module]) -> list[str]:
    """Modules and functions that have grown too long."""
    found = []
    for module in modules:
        statements = module.tree.body
        lines = max((statement.end_lineno or 0 for statement in statements), default=0)
        does_something = any(isinstance(statement, Function | ast.ClassDef) for statement in statements)
        if lines > MODULE_LINES and does_something:
            found.append(f"{module.name}: {lines} lines")
        functions = [node for node in ast.walk(module.tree) if isinstance(node, Function)]
        long = [node for node in functions if _length(node) > FUNCTION_LINES]
        found += [f"{module.name}:{node.lineno}: {node.name} has {_length(node)} lines" for node in long]
    return found


def _length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def undocumented(modules: Sequence[Module]) -> list[str]:
    """Modules, public classes and public functions without a docstring.

    A method of a derived class has that of the method it stands for, as `help` shows it.
    """
    public = [(module.name, *found) for module in modules for found in _public(module.tree)]
    explained = {node.name for _, node, owner in public if owner and ast.get_docstring(node)}
    return [f"{module.name}: the module" for module in modules if not ast.get_docstring(module.tree)] + [
        f"{name}:{node.lineno}: {node.name}"
        for name, node, owner in public
        if not (ast.get_docstring(node) or (owner and owner.bases and node.name in explained))
    ]


def _public(
    parent: ast.Module | ast.ClassDef, owner: ast.ClassDef | None = None
) -> Iterator[tuple[Function | ast.ClassDef, ast.ClassDef | None]]:
    """Public functions and classes, each with the class that it belongs to if it is a method."""
    for node in parent.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node, owner
            if isinstance(node, ast.ClassDef):
                yield from _public(node, node)


def globals_changed(modules: Iterable[Module]) -> list[str]:
    """Statements that change a module's variables from within a function."""
    return [
        f"{module.name}:{node.lineno}"
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Global)
    ]
