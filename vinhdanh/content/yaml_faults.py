"""What the YAML parser says, said so that an editor understands: the right line, the cause, and the corrected line.

The parser often reports the line after the mistake, or nothing at all; the cases are those that people really write
(a colon in a title, a tab, a space lost after the colon, text pasted from Word).
"""

from __future__ import annotations

import re

import yaml

from vinhdanh.base.problems import Edit, Message, Problem
from vinhdanh.content import yaml_messages
from vinhdanh.content.quoting import quoted
from vinhdanh.content.source_text import SourceText

_KEY = r"^(?P<head>[\s\u00a0]*(?:- +)?[^\s:#\"'\[\]{},\u00a0][^:#\"'\n\uff1a]*?)"
_NO_SPACE = re.compile(_KEY + r":(?P<value>[^\s\u00a0/].*)$")
_NBSP_COLON = re.compile(_KEY + r":[ ]*\u00a0+[ \u00a0]*(?P<value>.*)$")
_WIDE_COLON = re.compile(_KEY + r"\uff1a[ ]*(?P<value>.*)$")
_PAIR = re.compile(_KEY + r":[ \t]+(?P<value>\S.*)$")
_NBSP_INDENT = re.compile(r"^[ \t]*\u00a0")
_TAB_INDENT = re.compile(r"^[ ]*\t")
_COMMENT = re.compile(r"[ \t]+#(?:[ \t].*)?$")
_BLOCK = re.compile(r"[|>][0-9+-]{0,2}$")
_SPECIAL = "@`%*&!|>"


def explain(error: Exception, source: SourceText) -> list[Problem]:
    """The problem behind a parser's error. Where it is a tab, lines below that begin with one are told too: the parser
    would stop at each of them in turn.
    """
    found = _explained(error, source)
    if found.code != yaml_messages.TAB_INDENT.code or not found.location:
        return [found]
    lines = list(enumerate(source.yaml_text.split("\n")))[found.location.line - source.yaml_line :]
    return [found, *(_tab_indent(source, number, text) for number, text in lines if text.startswith("\t"))]


def _explained(error: Exception, source: SourceText) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _odd_character(source)
    line, column = error.problem_mark.line, error.problem_mark.column
    lines = source.yaml_text.split("\n")
    if error.context and "quoted scalar" in error.context and error.context_mark:
        if "unexpected" not in (error.problem or ""):
            backslash = lines[line].rfind("\\", 0, column + 1)
            return yaml_messages.BAD_ESCAPE.at(source.in_yaml(line, max(0, backslash)))
        return _unclosed(source, lines, error.context_mark.line, error.context_mark.column)
    for number in (line, line - 1):
        found = _at_line(source, lines, number)
        if found:
            return found
    text = f"{error.context or ''} {error.problem or ''}"
    if "indent" in text or "block end" in text or "block mapping" in text or "block collection" in text:
        return yaml_messages.BAD_INDENT.at(source.in_yaml(line, column))
    return yaml_messages.YAML_SYNTAX.at(source.in_yaml(line, column))


def in_lone_text(source: SourceText) -> Problem | None:
    """The mistake that turned the whole YAML part into one piece of text, if it is a known one."""
    lines = source.yaml_text.split("\n")
    return next((found for number in range(len(lines)) if (found := _spacing(source, lines, number))), None)


def in_odd_characters(source: SourceText) -> list[Problem]:
    """No-break spaces and full-width colons where they change what a line means without any error."""
    found = []
    for number, text in enumerate(source.yaml_text.split("\n")):
        match = _WIDE_COLON.match(text)
        if _NBSP_INDENT.match(text):
            place = source.in_yaml(number, text.index("\u00a0"))
            found.append(yaml_messages.NBSP_INDENT.at(place, _indent_edit(source, number, text)))
        elif match and ":" not in match["head"]:
            found.append(_bad_colon(yaml_messages.FULL_WIDTH_COLON, source, number, match))
        elif nbsp := _NBSP_COLON.match(text):
            found.append(_bad_colon(yaml_messages.NBSP_AFTER_COLON, source, number, nbsp))
    return found


def _odd_character(source: SourceText) -> Problem:
    """The parser refuses some characters before it counts lines."""
    match = yaml.reader.Reader.NON_PRINTABLE.search(source.yaml_text)
    if match is None:
        return yaml_messages.YAML_SYNTAX.at(source.in_yaml(0, 0))
    before = source.yaml_text[: match.start()]
    place = source.in_yaml(before.count("\n"), match.start() - before.rfind("\n") - 1)
    return yaml_messages.ODD_CHARACTER.at(place, code=f"U+{ord(match[0]):04X}")


def _at_line(source: SourceText, lines: list[str], number: int) -> Problem | None:
    if not 0 <= number < len(lines):
        return None
    text = lines[number]
    if _TAB_INDENT.match(text):
        return _tab_indent(source, number, text)
    found = _spacing(source, lines, number)
    if found:
        return found
    pair = _PAIR.match(text)
    return _in_value(source, number, pair) if pair else None


def _spacing(source: SourceText, lines: list[str], number: int) -> Problem | None:
    text = lines[number]
    if match := _NBSP_COLON.match(text):
        return _bad_colon(yaml_messages.NBSP_AFTER_COLON, source, number, match)
    match = _NO_SPACE.match(text)
    if match and ": " not in match["head"]:
        return _bad_colon(yaml_messages.MISSING_SPACE, source, number, match)
    return None


def _bad_colon(message: Message, source: SourceText, number: int, match: re.Match[str]) -> Problem:
    """A key and a value with something else than a colon and a space between them."""
    start, end = match.end("head"), match.start("value")
    edit = source.edit_in_yaml(number, start, match.string[start:end], ": ")
    fixed = f"{match['head'].strip()}: {match['value'].strip()}"
    return message.at(source.in_yaml(number, start), edit, text=match.string.strip(), fixed=fixed)


def _tab_indent(source: SourceText, number: int, text: str) -> Problem:
    place = source.in_yaml(number, text.index("\t"))
    return yaml_messages.TAB_INDENT.at(place, _indent_edit(source, number, text))


def _indent_edit(source: SourceText, number: int, text: str) -> Edit:
    """Ordinary spaces at the start of a line, two for each tab."""
    indent = text[: len(text) - len(text.lstrip(" \t\u00a0"))]
    return source.edit_in_yaml(number, 0, indent, indent.replace("\t", "  ").replace("\u00a0", " "))


def _in_value(source: SourceText, number: int, pair: re.Match[str]) -> Problem | None:
    value = _COMMENT.sub("", pair["value"]).rstrip()
    start = pair.start("value")
    place = source.in_yaml(number, start)
    fixed = f"{pair['head'].strip()}: {quoted(value)}"
    edit = source.edit_in_yaml(number, start, value, quoted(value))
    if value[0] in "\"'":
        if value.find(value[0], 1) not in (-1, len(value) - 1):
            return yaml_messages.TEXT_AFTER_QUOTE.at(place, fixed=fixed)
        return None
    if value[0] in _SPECIAL and not _BLOCK.match(value):
        return yaml_messages.SPECIAL_START.at(place, edit, sign=value[0], fixed=fixed)
    if ": " in value or value.endswith(":"):
        inner = source.in_yaml(number, start + value.index(":"))
        return yaml_messages.COLON_IN_VALUE.at(inner, None if value[0] in "[{" else edit, fixed=fixed)
    return None


def _unclosed(source: SourceText, lines: list[str], line: int, column: int) -> Problem:
    text = lines[line].rstrip() if line < len(lines) else ""
    message: Message = yaml_messages.UNCLOSED_QUOTE
    return message.at(source.in_yaml(line, column), fixed=f"{text.strip()}{text[column : column + 1]}")
