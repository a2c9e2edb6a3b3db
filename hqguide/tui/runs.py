"""Styled text as plain values: runs, lines of runs, and how they are cut and wrapped to a width.

A run is ``(text, ink)``, where the ink names a style of :mod:`hqguide.tui.widgets.paint`. Text enters
through :func:`ink`, which strips control characters; markup is never read. Widths are terminal columns.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from hqguide.text import plain

Run = tuple[str, str]
Line = tuple[Run, ...]

EMPTY: Line = ()

# The lines of a few cards and screens: from key to key most of them stay.
KEPT = 2048

_ASCII_ATOM = re.compile(r" |[^ ]+")


def ink(text: object, style: str = "") -> Run:
    """``text`` made safe to show, in a style."""
    return _plain(str(text)), style


_plain = lru_cache(KEPT)(plain)


def width_of(line: Iterable[Run]) -> int:
    """The columns a line takes."""
    return sum(_cells(text) for text, _ in line)


def _cells(text: str) -> int:
    # What enters has no control characters: each ASCII character is one column wide.
    return len(text) if text.isascii() else cell_len(text)


def cut(line: Sequence[Run], width: int, more: str = "…") -> Line:
    """``line`` in at most ``width`` columns; what does not fit ends in ``more``."""
    if width_of(line) <= width:
        return tuple(line)
    room = max(width - cell_len(more), 0)
    out: list[Run] = []
    for text, style in line:
        size = _cells(text)
        if size > room:
            out.append((set_cell_size(text, room).rstrip() + more[:width], style))
            break
        out.append((text, style))
        room -= size
    return tuple(out)


def pad(line: Sequence[Run], width: int, more: str = "…") -> Line:
    """``line`` in exactly ``width`` columns."""
    short = cut(line, width, more)
    gap = width - width_of(short)
    return (*short, (" " * gap, "")) if gap > 0 else short


def spread(left: Sequence[Run], right: Sequence[Run], width: int, more: str = "…") -> Line:
    """``left`` at the left end and ``right`` at the right end of ``width`` columns; ``left`` gives way."""
    right = cut(right, width, more)
    room = width - width_of(right) - (1 if right else 0)
    return (*pad(left, max(room, 0), more), *((" ", ""),)[: 1 if right and room >= 0 else 0], *right)


def wrap(line: Sequence[Run], width: int, indent: int = 0) -> list[Line]:
    """``line`` broken at blanks and between Han characters; later lines start ``indent`` columns in."""
    return list(_wrapped(tuple(line), max(width, indent + 2), indent))


@lru_cache(KEPT)
def _wrapped(line: Line, width: int, indent: int) -> tuple[Line, ...]:
    if width_of(line) <= width:
        return (_merged([run for run in line if run[0]]),)
    lines: list[list[Run]] = [[]]
    used = 0
    for text, style in _atoms(line):
        size = _cells(text)
        if used + size <= width:
            lines[-1].append((text, style))
            used += size
            continue
        if used > (indent if len(lines) > 1 else 0):
            lines.append([(" " * indent, "")] if indent else [])
            used = indent
            if text == " ":
                continue
        for piece in _pieces(text, width - used, width - indent):
            if used + _cells(piece) > width:
                lines.append([(" " * indent, "")] if indent else [])
                used = indent
            lines[-1].append((piece, style))
            used += _cells(piece)
    return tuple(_merged(one) for one in lines)


def _atoms(line: Sequence[Run]) -> Iterator[Run]:
    """Words, blanks and single wide characters, the places a line may break between."""
    for text, style in line:
        if text.isascii():
            yield from ((atom, style) for atom in _ASCII_ATOM.findall(text))
            continue
        word = ""
        for char in text:
            if char == " " or cell_len(char) > 1:
                if word:
                    yield word, style
                    word = ""
                yield char, style
            else:
                word += char
        if word:
            yield word, style


def _pieces(word: str, room: int, width: int) -> Iterator[str]:
    """``word`` whole when it fits, else in pieces: the first of ``room`` columns, the others of ``width``."""
    size = room
    while cell_len(word) > size:
        piece = word[: max(size, 1)]
        yield piece
        word, size = word[len(piece) :], width
    if word:
        yield word


def _merged(runs: Sequence[Run]) -> Line:
    out: list[Run] = []
    for text, style in runs:
        if out and out[-1][1] == style:
            out[-1] = (out[-1][0] + text, style)
        else:
            out.append((text, style))
    return tuple(out)
