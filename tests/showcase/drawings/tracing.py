"""Follows path data with a pen of its own, to tell where a path really goes."""

from __future__ import annotations

import re

TOKEN = re.compile(r"[a-zA-Z]|-?\d+")
TAKES = {"m": 2, "l": 2, "t": 2, "h": 1, "v": 1, "q": 4, "s": 4, "c": 6, "a": 7}
"""How many numbers each command takes."""

Position = tuple[int, int]


def trace(data: str) -> list[Position]:
    """All positions of a path, control points included.

    The path must be of whole numbers and, but for where a figure begins, relative: anything else is an error.
    """
    tokens = TOKEN.findall(data)
    assert "".join(tokens) == data.replace(" ", ""), f"not path data of whole numbers: {data}"
    positions: list[Position] = []
    x = y = 0
    start, command, at = (0, 0), "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        if command == "z":
            x, y = start
            continue
        if command == "M":
            x, y, command = 0, 0, "m"
        numbers = [int(token) for token in tokens[at : at + TAKES[command]]]
        assert len(numbers) == TAKES[command], f"{command} takes {TAKES[command]} numbers: {data}"
        at += len(numbers)
        positions += [(x + dx, y + dy) for dx, dy in _steps(command, numbers)]
        x, y = positions[-1]
        if command == "m":
            start = (x, y)
    return positions


def _steps(command: str, numbers: list[int]) -> list[Position]:
    """The ways from the pen's place that a command speaks of."""
    if command == "h":
        return [(numbers[0], 0)]
    if command == "v":
        return [(0, numbers[0])]
    if command == "a":
        numbers = numbers[5:]
    return list(zip(numbers[::2], numbers[1::2], strict=True))
