"""Follows path data with a pen of its own, to tell where a path really goes."""

from __future__ import annotations

import re

TOKEN = re.compile(r"[a-zA-Z]|-?\d+")
TAKES = {"m": 2, "l": 2, "t": 2, "h": 1, "v": 1, "q": 4, "s": 4, "c": 6, "a": 7}
"""How many numbers each command takes."""

Position = tuple[int, int]


def trace(data: str) -> list[Position]:
    """All positions of a path, control points included. The path must be of whole numbers and, but for its first
    command, relative: anything else is an error."""
    tokens = TOKEN.findall(data)
    assert "".join(tokens) == re.sub(r"[ ]", "", data), f"not path data of whole numbers: {data}"
    assert tokens[0] == "M"
    positions: list[Position] = []
    x = y = 0
    start, command, at = (0, 0), "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at].lower() if at == 0 else tokens[at], at + 1
        if command == "z":
            x, y = start
            continue
        numbers = [int(token) for token in tokens[at : at + TAKES[command]]]
        assert len(numbers) == TAKES[command], f"{command} takes {TAKES[command]} numbers: {data}"
        at += len(numbers)
        if command == "h":
            numbers = [numbers[0], 0]
        elif command == "v":
            numbers = [0, numbers[0]]
        elif command == "a":
            numbers = numbers[5:]
        steps = list(zip(numbers[::2], numbers[1::2], strict=True))
        positions += [(x + dx, y + dy) for dx, dy in steps]
        x, y = positions[-1]
        if command == "m":
            start = (x, y)
    return positions
